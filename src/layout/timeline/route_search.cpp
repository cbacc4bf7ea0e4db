#include "layout/timeline/route_search.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

constexpr std::size_t kStatesKept = 5;
constexpr double kSame = 0.01;

/// From a port to a corridor: a vertical run at x that reaches it from above or from below.
struct Exit
{
    Port port;
    Point at;
    bool sideways = false; ///< leaves along the row before it turns to the corridor
    std::size_t corridor = 0;
    double x = 0;
    double cost = 0;
    bool fromAbove = false; ///< the port lies above the corridor
};

struct State
{
    double x = 0;
    double cost = 0;
    std::size_t bin = 0;    ///< of x
    std::size_t before = 0; ///< index of the state it came from, or of its exit when `first`
    bool first = false;
};

struct Found
{
    double cost = 0;
    std::size_t state = 0;
    std::size_t exit = RouteBoxes::kNone;
};

double middleOf(const RouteField& field, std::size_t corridor)
{
    const Stretch y = field.corridor(corridor);
    return (y.lo + y.hi) / 2;
}

void addExits(const RouteField& field, const Port& port, bool arriving, std::vector<Exit>& exits)
{
    const Point at = portPoint(field, port);
    const std::size_t band = field.nodes()[port.node].band;
    const RouteNode& node = field.nodes()[port.node];
    for (const bool down : {false, true}) {
        Exit exit;
        exit.port = port;
        exit.at = at;
        exit.sideways = isHorizontal(port.side);
        exit.corridor = band + (down ? 1 : 0);
        exit.fromAbove = down;
        const double yEnd = down ? field.bands()[band].y1 + 1 : field.bands()[band].y0 - 1;
        if (isHorizontal(port.side)) {
            const int direction = port.side == Side::right ? 1 : -1;
            const auto x = field.column(at, direction, yEnd, arriving ? 16.0 : 12.0, port.node);
            if (!x || (arriving && std::abs(*x - at.x) < 10))
                continue;
            exit.x = *x;
            exit.cost = std::abs(*x - at.x) + kBendCost +
                        (arriving ? arrivalCost(node, port.side) : departureCost(node, port.side));
        } else {
            if (down != (port.side == Side::bottom))
                continue;
            const double top = std::min(at.y, yEnd);
            const Rect run{at.x - 4, top, 8, std::abs(at.y - yEnd)};
            if (!field.isFree(run, port.node))
                continue;
            exit.x = at.x;
            exit.cost = 26;
        }
        exit.cost += std::abs(middleOf(field, exit.corridor) - at.y);
        exits.push_back(exit);
    }
}

class Search
{
public:
    Search(const RouteField& field, RouteLoad& load, std::vector<Exit> outs, std::vector<Exit> ins)
        : field_(field), load_(load), outs_(std::move(outs)), ins_(std::move(ins))
    {
        // A way much longer than the distance helps nobody: the search need not look for it.
        double least = std::numeric_limits<double>::infinity();
        for (const Exit& from : outs_)
            for (const Exit& to : ins_)
                least = std::min(least, std::abs(from.at.x - to.at.x) + std::abs(from.at.y - to.at.y));
        found_.cost = 5 * least + 1500;
        states_.reserve(64);
        wanted_.reserve(32);
        reached_.reserve(32);
        here_.reserve(16);
    }

    RouteShape best()
    {
        sweep(1);
        sweep(-1);
        return shapeOf(found_);
    }

private:
    void sweep(int direction)
    {
        here_.clear();
        const auto count = static_cast<std::ptrdiff_t>(field_.corridorCount());
        std::ptrdiff_t last = -1;
        for (const Exit& exit : ins_) {
            const auto at = static_cast<std::ptrdiff_t>(exit.corridor);
            last = last < 0 ? at : (direction > 0 ? std::max(last, at) : std::min(last, at));
        }
        std::ptrdiff_t corridor = count;
        for (const Exit& exit : outs_)
            corridor = corridor == count ? static_cast<std::ptrdiff_t>(exit.corridor)
                       : direction > 0   ? std::min(corridor, static_cast<std::ptrdiff_t>(exit.corridor))
                                         : std::max(corridor, static_cast<std::ptrdiff_t>(exit.corridor));
        for (; (last - corridor) * direction >= 0; corridor += direction) {
            const auto index = static_cast<std::size_t>(corridor);
            enter(index);
            arrive(index);
            if (corridor != last)
                pass(index, direction);
        }
    }

    void enter(std::size_t corridor)
    {
        for (std::size_t i = 0; i < outs_.size(); ++i)
            if (outs_[i].corridor == corridor) {
                here_.push_back(states_.size());
                states_.push_back({outs_[i].x, outs_[i].cost, load_.binOf(outs_[i].x), i, true});
            }
    }

    /// The cost of a run in a corridor, or anything not below `limit` as soon as it is known not to be below.
    double runCost(std::size_t corridor, const State& state, double x, std::size_t bin, double limit) const
    {
        if (std::abs(state.x - x) < kSame)
            return 0;
        const double plain = std::abs(state.x - x) + 2 * kBendCost;
        return plain >= limit ? plain : plain + load_.corridorCost(corridor, state.bin, bin);
    }

    void arrive(std::size_t corridor)
    {
        for (std::size_t i = 0; i < ins_.size(); ++i) {
            if (ins_[i].corridor != corridor)
                continue;
            for (std::size_t at : here_) {
                const State& state = states_[at];
                // Two verticals on the same side need a run between them.
                const bool turns = state.first && outs_[state.before].fromAbove == ins_[i].fromAbove;
                if (turns && std::abs(state.x - ins_[i].x) < 8)
                    continue;
                const double base = state.cost + ins_[i].cost;
                const double cost =
                    base + runCost(corridor, state, ins_[i].x, load_.binOf(ins_[i].x), found_.cost - base);
                if (cost < found_.cost && cost < RouteLoad::kFull)
                    found_ = {cost, at, i};
            }
        }
    }

    /// Goes on to the next corridor with what is worth it.
    void pass(std::size_t corridor, int direction)
    {
        const std::size_t band = direction > 0 ? corridor : corridor - 1;
        const std::size_t next = direction > 0 ? corridor + 1 : corridor - 1;
        const double down = std::abs(middleOf(field_, next) - middleOf(field_, corridor));
        wanted_.clear();
        for (std::size_t at : here_)
            addWanted(band, states_[at].x);
        for (const Exit& exit : ins_)
            addWanted(band, exit.x);
        std::sort(wanted_.begin(), wanted_.end());
        wanted_.erase(std::unique(wanted_.begin(), wanted_.end()), wanted_.end());
        reached_.clear();
        for (const auto& [x, passage] : wanted_) {
            // What costs as much as the best way found, or more, leads nowhere better.
            const double left = leftFrom(x);
            State best{x, found_.cost - left, load_.binOf(x), 0, false};
            bool better = false;
            for (std::size_t at : here_) {
                const double base = states_[at].cost + down;
                if (base >= best.cost)
                    continue;
                const double cost = base + runCost(corridor, states_[at], x, best.bin, best.cost - base);
                if (cost < best.cost) {
                    best.cost = cost;
                    best.before = at;
                    better = true;
                }
            }
            best.cost += load_.passageCost(band, passage);
            if (better && best.cost < RouteLoad::kFull && best.cost + left < found_.cost)
                reached_.push_back(best);
        }
        keepBest(reached_);
        here_.clear();
        for (const State& state : reached_) {
            here_.push_back(states_.size());
            states_.push_back(state);
        }
    }

    /// The least that it costs from x to the end.
    double leftFrom(double x) const
    {
        double nearest = std::numeric_limits<double>::infinity();
        for (const Exit& exit : ins_)
            nearest = std::min(nearest, std::abs(exit.x - x) + (exit.x == x ? 0 : 2 * kBendCost));
        return nearest;
    }

    void keepBest(std::vector<State>& reached) const
    {
        // What another position reaches more cheaply needs no way of its own.
        std::erase_if(reached, [&](const State& state) {
            return std::any_of(reached.begin(), reached.end(), [&](const State& other) {
                return other.cost + std::abs(other.x - state.x) + 2 * kBendCost < state.cost;
            });
        });
        if (reached.size() <= kStatesKept)
            return;
        std::stable_sort(reached.begin(), reached.end(), [this](const State& a, const State& b) {
            return a.cost + leftFrom(a.x) < b.cost + leftFrom(b.x);
        });
        reached.resize(kStatesKept);
    }

    /// The positions nearest to x in the band's passages: x itself where it is free, else the edges on either side.
    void addWanted(std::size_t band, double x)
    {
        const std::vector<Stretch>& passages = field_.bands()[band].passages;
        auto next = std::partition_point(passages.begin(), passages.end(), [x](const Stretch& p) { return p.hi < x; });
        const auto index = static_cast<std::size_t>(next - passages.begin());
        if (next != passages.end() && next->contains(x)) {
            wanted_.emplace_back(x, index);
            return;
        }
        const double inset = 8;
        if (next != passages.end())
            wanted_.emplace_back(std::min(next->lo + inset, (next->lo + next->hi) / 2), index);
        if (next != passages.begin()) {
            --next;
            wanted_.emplace_back(std::max(next->hi - inset, (next->lo + next->hi) / 2), index - 1);
        }
    }

    RouteShape shapeOf(const Found& found) const
    {
        RouteShape shape;
        if (found.exit == RouteBoxes::kNone)
            return shape;
        const Exit& in = ins_[found.exit];
        std::vector<double> xs{in.x};
        std::size_t at = found.state;
        while (true) {
            xs.push_back(states_[at].x);
            if (states_[at].first)
                break;
            at = states_[at].before;
        }
        const Exit& out = outs_[states_[at].before];
        std::reverse(xs.begin(), xs.end());
        shape.kind = ShapeKind::bent;
        shape.out = out.port;
        shape.in = in.port;
        shape.cost = found.cost;
        shape.corners.push_back(out.at);
        if (out.sideways)
            shape.corners.push_back({out.x, out.at.y});
        const int step = in.corridor >= out.corridor ? 1 : -1;
        auto corridor = static_cast<std::ptrdiff_t>(out.corridor);
        for (std::size_t i = 1; i < xs.size(); ++i, corridor += step) {
            if (std::abs(xs[i] - xs[i - 1]) < kSame)
                continue;
            const double y = middleOf(field_, static_cast<std::size_t>(corridor));
            shape.corners.push_back({xs[i - 1], y});
            shape.corners.push_back({xs[i], y});
        }
        if (in.sideways)
            shape.corners.push_back({in.x, in.at.y});
        shape.corners.push_back(in.at);
        return shape;
    }

    const RouteField& field_;
    RouteLoad& load_;
    std::vector<Exit> outs_;
    std::vector<Exit> ins_;
    std::vector<State> states_;
    std::vector<std::size_t> here_;                      ///< the states in the corridor that is looked at
    std::vector<State> reached_;                         ///< in the next one
    std::vector<std::pair<double, std::size_t>> wanted_; ///< x, and the passage it lies in
    Found found_;
};

} // namespace

RouteShape searchedShape(const RouteField& field, RouteLoad& load, std::span<const Port> outs,
                         std::span<const Port> ins)
{
    std::vector<Exit> from;
    std::vector<Exit> to;
    for (const Port& port : outs)
        addExits(field, port, false, from);
    for (const Port& port : ins)
        addExits(field, port, true, to);
    if (from.empty() || to.empty())
        return {};
    return Search(field, load, std::move(from), std::move(to)).best();
}

std::vector<Point> wayBetween(const RouteField& field, RouteLoad& load, std::pair<std::size_t, double> from,
                              std::pair<std::size_t, double> to)
{
    const auto exitAt = [&field](std::pair<std::size_t, double> place, bool above) {
        Exit exit;
        exit.at = {place.second, middleOf(field, place.first)};
        exit.corridor = place.first;
        exit.x = place.second;
        exit.fromAbove = above;
        return exit;
    };
    return Search(field, load, {exitAt(from, true)}, {exitAt(to, false)}).best().corners;
}

} // namespace fabula::layout
