#include "layout/timeline/route_field.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fabula::layout {
namespace {

constexpr double kThinnestCorridor = 6;
constexpr double kOwnInset = 0.5;

/// Key of the row that a box stands in: its lane, slot, and line (cards before lines, clusters last).
using RowKey = std::tuple<std::size_t, int, int>;

bool overlapsOpen(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect chordBox(Point a, Point b)
{
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

} // namespace

Point pointOn(const Cubic& cubic, double t)
{
    const double s = 1 - t;
    return cubic[0] * (s * s * s) + cubic[1] * (3 * s * s * t) + cubic[2] * (3 * s * t * t) + cubic[3] * (t * t * t);
}

int chordsOf(const Cubic& cubic)
{
    const double length =
        core::distance(cubic[0], cubic[1]) + core::distance(cubic[1], cubic[2]) + core::distance(cubic[2], cubic[3]);
    return static_cast<int>(std::clamp(length / 12, 8.0, 160.0));
}

RouteField::RouteField(const TimelineLayout& layout)
{
    addNodes(layout);
    addRows(layout);
    addBands(layout);
    addPassages();
}

void RouteField::addNodes(const TimelineLayout& layout)
{
    clusterBase_ = layout.events.size();
    nodes_.reserve(layout.events.size() + layout.clusters.size());
    for (const PlacedEvent& event : layout.events) {
        RouteNode node;
        node.box = event.box;
        node.lane = event.lane;
        node.detail = event.detail;
        node.anchorX = event.anchorX;
        node.barX = {1, 0};
        if (event.bar.y >= event.box.bottom() - 1 && event.bar.height > 0) {
            node.barX = {event.bar.x0, std::max(event.bar.x1, event.bar.x0)};
            node.barBottom = event.bar.y + event.bar.height;
        }
        nodes_.push_back(node);
    }
    nodeOfEvent_.assign(layout.placeOf.size(), kNoNode);
    for (std::size_t i = 0; i < layout.placeOf.size(); ++i)
        if (layout.placeOf[i] != 0)
            nodeOfEvent_[i] = layout.placeOf[i] - 1;
    for (const EventCluster& cluster : layout.clusters) {
        for (EventId event : cluster.events) {
            if (event.index() >= nodeOfEvent_.size())
                nodeOfEvent_.resize(event.index() + 1, kNoNode);
            if (nodeOfEvent_[event.index()] == kNoNode)
                nodeOfEvent_[event.index()] = nodes_.size();
        }
        RouteNode node;
        node.box = cluster.box;
        node.lane = cluster.lane;
        node.detail = Detail::cluster;
        node.anchorX = cluster.box.centre().x;
        node.barX = {1, 0};
        nodes_.push_back(node);
    }
}

std::size_t RouteField::nodeOf(EventId event) const
{
    return event.index() < nodeOfEvent_.size() ? nodeOfEvent_[event.index()] : kNoNode;
}

void RouteField::addRows(const TimelineLayout& layout)
{
    std::vector<std::pair<RowKey, std::size_t>> keyed;
    keyed.reserve(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const std::size_t lane = nodes_[i].lane.index();
        if (i >= clusterBase_) {
            keyed.emplace_back(RowKey{lane, std::numeric_limits<int>::max(), 0}, i);
            continue;
        }
        const PlacedEvent& event = layout.events[i];
        keyed.emplace_back(RowKey{lane, event.row, event.detail == Detail::card ? -1 : event.line}, i);
    }
    std::sort(keyed.begin(), keyed.end(), [this](const auto& a, const auto& b) {
        return std::tuple(a.first, nodes_[a.second].box.x, a.second) <
               std::tuple(b.first, nodes_[b.second].box.x, b.second);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        const Rect& box = nodes_[keyed[i].second].box;
        if (i == 0 || keyed[i].first != keyed[i - 1].first)
            rows_.push_back({box.top(), box.bottom(), blocks_.size(), blocks_.size()});
        Row& row = rows_.back();
        row.y0 = std::min(row.y0, box.top());
        row.y1 = std::max(row.y1, box.bottom());
        const double before = row.begin == row.end ? box.right() : blocks_.back().reach;
        blocks_.push_back({box, std::max(before, box.right()), keyed[i].second});
        row.end = blocks_.size();
    }
    std::sort(rows_.begin(), rows_.end(),
              [](const Row& a, const Row& b) { return std::tuple(a.y0, a.begin) < std::tuple(b.y0, b.begin); });
    double reach = -kFarAway;
    for (const Row& row : rows_)
        rowReach_.push_back(reach = std::max(reach, row.y1));
}

void RouteField::addBands(const TimelineLayout& layout)
{
    struct Extent
    {
        double y0;
        double y1;
        std::size_t node;
    };
    std::vector<Extent> extents;
    extents.reserve(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        Extent extent{nodes_[i].box.top(), nodes_[i].box.bottom(), i};
        if (i < clusterBase_ && layout.events[i].bar.height > 0)
            extent.y1 = std::max(extent.y1, layout.events[i].bar.y + layout.events[i].bar.height);
        extents.push_back(extent);
    }
    std::sort(extents.begin(), extents.end(),
              [](const Extent& a, const Extent& b) { return std::tuple(a.y0, a.node) < std::tuple(b.y0, b.node); });
    for (const Extent& extent : extents) {
        // Lines of one slot stand too close to each other for a run between them: they make one band.
        if (bands_.empty() || extent.y0 > bands_.back().y1 + kThinnestCorridor)
            bands_.push_back({extent.y0, extent.y1, {}});
        bands_.back().y1 = std::max(bands_.back().y1, extent.y1);
        nodes_[extent.node].band = bands_.size() - 1;
    }
    double above = 0;
    const double margin = 3;
    for (std::size_t i = 0; i <= bands_.size(); ++i) {
        const double below = i < bands_.size() ? bands_[i].y0 : std::max(layout.height, above + 12);
        corridors_.push_back({above + margin, below - margin});
        if (i < bands_.size())
            above = bands_[i].y1;
    }
}

void RouteField::addPassages()
{
    std::vector<std::vector<Stretch>> taken(bands_.size());
    for (const RouteNode& node : nodes_)
        taken[node.band].push_back({node.box.left() - kClearance, node.box.right() + kClearance});
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        std::sort(taken[i].begin(), taken[i].end(), [](const Stretch& a, const Stretch& b) { return a.lo < b.lo; });
        double free = -kFarAway;
        for (const Stretch& stretch : taken[i]) {
            if (stretch.lo >= free)
                bands_[i].passages.push_back({free, stretch.lo});
            free = std::max(free, stretch.hi);
        }
        bands_[i].passages.push_back({free, kFarAway});
    }
}

template <class Visit>
void RouteField::forRows(double y0, double y1, Visit&& visit) const
{
    const auto first = std::upper_bound(rowReach_.begin(), rowReach_.end(), y0) - rowReach_.begin();
    for (auto i = static_cast<std::size_t>(first); i < rows_.size() && rows_[i].y0 < y1; ++i)
        if (rows_[i].y1 > y0 && !visit(rows_[i]))
            return;
}

std::size_t RouteField::hit(const Rect& area, std::size_t exceptA, std::size_t exceptB) const
{
    std::size_t found = kNoNode;
    forRows(area.top(), area.bottom(), [&](const Row& row) {
        const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(row.begin);
        const auto end = blocks_.begin() + static_cast<std::ptrdiff_t>(row.end);
        auto block = std::upper_bound(begin, end, area.x, [](double x, const Block& b) { return x < b.reach; });
        for (; block != end && block->box.x < area.right(); ++block) {
            if (block->node != exceptA && block->node != exceptB && overlapsOpen(block->box, area)) {
                found = block->node;
                return false;
            }
        }
        return true;
    });
    return found;
}

bool RouteField::isFree(const Cubic& cubic, std::size_t from, std::size_t to, double clearance) const
{
    const int chords = chordsOf(cubic);
    const Rect own[2] = {nodes_[from].box.grown(-kOwnInset), nodes_[to].box.grown(-kOwnInset)};
    Point before = cubic[0];
    for (int i = 1; i <= chords; ++i) {
        const Point here = pointOn(cubic, static_cast<double>(i) / chords);
        const Rect box = chordBox(before, here);
        if (overlapsOpen(own[0], box.grown(0.1)) || overlapsOpen(own[1], box.grown(0.1)))
            return false;
        if (!isFree(box.grown(clearance), from, to))
            return false;
        before = here;
    }
    return true;
}

bool RouteField::isFree(std::span<const Point> corners, std::size_t from, std::size_t to, double clearance) const
{
    const Rect own[2] = {nodes_[from].box.grown(-kOwnInset), nodes_[to].box.grown(-kOwnInset)};
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const Rect box = chordBox(corners[i - 1], corners[i]);
        if (overlapsOpen(own[0], box.grown(0.1)) || overlapsOpen(own[1], box.grown(0.1)))
            return false;
        if (!isFree(box.grown(clearance), from, to))
            return false;
    }
    return true;
}

Stretch RouteField::columnSlack(double x, double y0, double y1) const
{
    Stretch slack{-kFarAway, kFarAway};
    if (y0 > y1)
        std::swap(y0, y1);
    forRows(y0 - 2, y1 + 2, [&](const Row& row) {
        const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(row.begin);
        const auto end = blocks_.begin() + static_cast<std::ptrdiff_t>(row.end);
        const auto next = std::upper_bound(begin, end, x, [](double at, const Block& b) { return at < b.box.x; });
        if (next != end)
            slack.hi = std::min(slack.hi, next->box.x - kClearance);
        if (next != begin)
            slack.lo = std::max(slack.lo, std::prev(next)->reach + kClearance);
        return true;
    });
    return slack;
}

double RouteField::reach(double x, double y, int direction, std::size_t except) const
{
    double found = direction * kFarAway;
    const auto bars = [&](const Block& block) {
        return block.node != except && block.box.top() < y + 3 && block.box.bottom() > y - 3;
    };
    forRows(y - 3, y + 3, [&](const Row& row) {
        const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(row.begin);
        const auto end = blocks_.begin() + static_cast<std::ptrdiff_t>(row.end);
        auto next = std::lower_bound(begin, end, x - 0.5, [](const Block& b, double at) { return b.box.x < at; });
        if (direction > 0) {
            next = std::find_if(next, end, bars);
            if (next != end)
                found = std::min(found, next->box.x);
            return true;
        }
        while (next != begin)
            if (bars(*--next)) {
                found = std::max(found, next->box.right());
                break;
            }
        return true;
    });
    return found;
}

std::optional<double> RouteField::column(Point from, int direction, double yEnd, double step, std::size_t self) const
{
    const double blocked = reach(from.x, from.y, direction, self);
    const double room = std::abs(blocked - from.x);
    if (room < 2 * kClearance)
        return std::nullopt;
    double x = from.x + direction * std::min(step, room - kClearance);
    const double limit = blocked - direction * kClearance;
    const double top = std::min(from.y, yEnd);
    const double height = std::abs(from.y - yEnd);
    for (int tries = 0; tries < 12; ++tries) {
        const std::size_t node = hit({x - kClearance, top, 2 * kClearance, height}, self);
        if (node == kNoNode)
            return x;
        const Rect& box = nodes_[node].box;
        x = direction > 0 ? box.right() + kClearance + 0.01 : box.left() - kClearance - 0.01;
        if ((limit - x) * direction < 0)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace fabula::layout
