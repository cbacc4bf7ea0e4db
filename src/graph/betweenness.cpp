#include "graph/betweenness.hpp"

#include "graph/watch.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>

namespace fabula::graph {
namespace {

constexpr std::uint64_t kStepsOfSamples = 60'000'000;
constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

/// The effects of each event in scope, each once, side by side in memory: the searches read nothing else.
class Effects
{
public:
    explicit Effects(const Scope& scope)
    {
        const std::size_t events = scope.story().events.size();
        std::vector<std::uint32_t> metFrom(events, kUnseen);
        begins_.reserve(events + 1);
        for (std::uint32_t event = 0; event < events; ++event) {
            begins_.push_back(effects_.size());
            scope.eachLink(EventId(event), Way::effects, [&](LinkId, EventId effect) {
                if (metFrom[effect.index()] != event)
                    effects_.push_back(static_cast<std::uint32_t>(effect.index()));
                metFrom[effect.index()] = event;
            });
        }
        begins_.push_back(effects_.size());
    }

    std::span<const std::uint32_t> of(std::uint32_t event) const
    {
        return {effects_.data() + begins_[event], begins_[event + 1] - begins_[event]};
    }

    std::size_t links() const { return effects_.size(); }

private:
    std::vector<std::size_t> begins_;
    std::vector<std::uint32_t> effects_;
};

constexpr double kPower = 0x1p512;

/// A number of chains, which doubles with every fork that meets again and so outgrows a double in a story of some
/// thousand events: `value`, below 2^512, times 2^(512 · `power`).
struct ChainCount
{
    double value = 0;
    std::int32_t power = 0;

    void add(const ChainCount& more)
    {
        if (more.power > power)
            *this = ChainCount{more.power == power + 1 ? value / kPower : 0, more.power};
        if (more.power == power)
            value += more.value;
        else if (more.power == power - 1)
            value += more.value / kPower;
        if (value >= kPower)
            *this = ChainCount{value / kPower, power + 1};
    }

    /// This number over one that is at least as large.
    double over(const ChainCount& whole) const
    {
        if (whole.power == power)
            return value / whole.value;
        return whole.power == power + 1 ? value / whole.value / kPower : 0;
    }
};

/// Breadth-first searches and the ways back, as Brandes does it.
class ShortestChains
{
public:
    explicit ShortestChains(const Scope& scope)
        : effects_(scope), marks_(scope.story().events.size()), sums_(marks_.size(), 0)
    {
    }

    /// Parallel ones counted once.
    std::uint64_t links() const { return effects_.links(); }

    /// How many effects were looked at on the way there and back.
    std::uint64_t addSource(EventId source)
    {
        std::uint64_t steps = search(static_cast<std::uint32_t>(source.index()));
        for (std::size_t i = reached_.size(); i-- > 1;) {
            const std::uint32_t event = reached_[i];
            Mark& mark = marks_[event];
            for (const std::uint32_t effect : effects_.of(event)) {
                const Mark& next = marks_[effect];
                if (next.distance == mark.distance + 1)
                    mark.dependency += mark.chains.over(next.chains) * (1 + next.dependency);
                ++steps;
            }
            sums_[event] += mark.dependency;
        }
        pairs_ += static_cast<double>(reached_.size() - 1);
        for (const std::uint32_t event : reached_)
            marks_[event] = {};
        return steps;
    }

    std::vector<double> shares() const
    {
        std::vector<double> shares = sums_;
        for (double& share : shares)
            share = pairs_ > 0 ? share / pairs_ : 0;
        return shares;
    }

private:
    struct Mark
    {
        ChainCount chains;
        double dependency = 0;
        std::uint32_t distance = kUnseen;
    };

    std::uint64_t search(std::uint32_t source)
    {
        std::uint64_t steps = 0;
        reached_.assign(1, source);
        marks_[source].distance = 0;
        marks_[source].chains = ChainCount{1, 0};
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            const Mark& mark = marks_[reached_[next]];
            for (const std::uint32_t effect : effects_.of(reached_[next])) {
                Mark& other = marks_[effect];
                if (other.distance == kUnseen) {
                    other.distance = mark.distance + 1;
                    reached_.push_back(effect);
                }
                if (other.distance == mark.distance + 1)
                    other.chains.add(mark.chains);
                ++steps;
            }
        }
        return steps;
    }

    Effects effects_;
    std::vector<std::uint32_t> reached_;
    std::vector<Mark> marks_;  ///< by event
    std::vector<double> sums_; ///< by event
    double pairs_ = 0;
};

/// 0, 1/2, 1/4, 3/4, 1/8 …: fills 0 to 1 evenly however soon one stops (J. van der Corput, 1935).
double vanDerCorput(std::size_t number)
{
    double value = 0;
    for (double place = 0.5; number > 0; number /= 2, place /= 2)
        value += number % 2 == 1 ? place : 0;
    return value;
}

/// All events with effects: the others begin no chain.
std::vector<EventId> beginnings(const Scope& scope)
{
    std::vector<EventId> found;
    for (const EventId event : scope.graph().order()) {
        bool hasEffects = false;
        scope.eachLink(event, Way::effects, [&](LinkId, EventId) { hasEffects = true; });
        if (hasEffects)
            found.push_back(event);
    }
    return found;
}

/// Adds sources spread evenly until the steps are used up; true if that was so before all were added.
bool addSamples(const Scope& scope, const std::vector<EventId>& sources, ShortestChains& chains)
{
    Watch watch(scope, kStepsOfSamples);
    std::vector<bool> taken(sources.size(), false);
    std::size_t left = sources.size();
    std::uint64_t steps = 0;
    for (std::size_t i = 0; left > 0 && steps < kStepsOfSamples; ++i) {
        const auto place = static_cast<std::size_t>(vanDerCorput(i) * static_cast<double>(sources.size()));
        if (taken[place])
            continue;
        taken[place] = true;
        --left;
        const std::uint64_t more = chains.addSource(sources[place]);
        steps += more;
        if (!watch.goOn(more))
            break;
    }
    return left > 0;
}

} // namespace

Betweenness betweenness(const Scope& scope, std::uint64_t mostExact)
{
    const std::vector<EventId> sources = beginnings(scope);
    ShortestChains chains(scope);
    Betweenness found;
    if (sources.size() * chains.links() > mostExact) {
        found.sampled = addSamples(scope, sources, chains);
    } else {
        Watch watch(scope, sources.size());
        for (std::size_t i = 0; i < sources.size() && watch.goOn(); ++i)
            chains.addSource(sources[i]);
    }
    found.shares = chains.shares();
    return found;
}

} // namespace fabula::graph
