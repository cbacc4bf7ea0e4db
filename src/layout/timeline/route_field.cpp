#include "layout/timeline/route_field.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fabula::layout {
namespace {

constexpr double kThinnestCorridor = 6;
constexpr double kOwnInset = 0.5;
/// Between a horizontal run and the boxes above and below: gutters are thin.
constexpr double kRowClearance = 3;

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
    addBoxes(layout);
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
        node.importance = event.importance;
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

void RouteField::addBoxes(const TimelineLayout& layout)
{
    std::vector<RouteBoxes::Box> boxes;
    std::vector<RouteBoxes::Box> bars;
    boxes.reserve(nodes_.size());
    // A row number for each lane, slot and line: cards before lines, clusters last.
    constexpr std::size_t kLines = 64;
    constexpr std::size_t kSlots = 1U << 20U;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const std::size_t lane = nodes_[i].lane.index() * kSlots * kLines;
        if (i >= clusterBase_) {
            boxes.push_back({nodes_[i].box, lane + (kSlots - 1) * kLines, i});
            continue;
        }
        const PlacedEvent& event = layout.events[i];
        const auto line = static_cast<std::size_t>(event.detail == Detail::card ? 0 : event.line + 1);
        const std::size_t row = lane + static_cast<std::size_t>(event.row) * kLines + line;
        boxes.push_back({event.box, row, i});
        const DateBar& bar = event.bar;
        if (bar.height > 0)
            bars.push_back({{bar.x0, bar.y, std::max(3.0, bar.x1 - bar.x0), bar.height}, row, i});
    }
    boxes_ = RouteBoxes(std::move(boxes));
    bars_ = RouteBoxes(std::move(bars));
    height_ = layout.height;
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
    for (std::size_t i = 0; i <= bands_.size(); ++i) {
        const double below = i < bands_.size() ? bands_[i].y0 : std::max(layout.height, above + 12);
        corridors_.push_back({above + kRowClearance, below - kRowClearance});
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

bool RouteField::isFree(const Cubic& cubic, std::size_t from, std::size_t to, double clearance) const
{
    const int chords = chordsOf(cubic);
    const Rect own[2] = {nodes_[from].box.grown(-kOwnInset), nodes_[to].box.grown(-kOwnInset)};
    Point before = cubic[0];
    for (int i = 1; i <= chords; ++i) {
        const Point here = pointOn(cubic, static_cast<double>(i) / chords);
        const Rect box = chordBox(before, here);
        if (own[0].overlaps(box.grown(0.1)) || own[1].overlaps(box.grown(0.1)))
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
        if (own[0].overlaps(box.grown(0.1)) || own[1].overlaps(box.grown(0.1)))
            return false;
        if (!isFree(box.grown(clearance), from, to))
            return false;
    }
    return true;
}

Stretch RouteField::columnSlack(double x, double y0, double y1) const
{
    const Stretch free = boxes_.freeAcrossColumn(x, std::min(y0, y1) - 2, std::max(y0, y1) + 2);
    return {free.lo + kClearance, free.hi - kClearance};
}

Stretch RouteField::rowSlack(double y, double x0, double x1) const
{
    const Stretch boxes = boxes_.freeAcrossRow(y, x0 - 2, x1 + 2);
    const Stretch bars = bars_.freeAcrossRow(y, x0, x1);
    return {std::max({boxes.lo + kRowClearance, bars.lo + 2, kRowClearance}),
            std::min({boxes.hi - kRowClearance, bars.hi - 2, height_ - 2})};
}

std::optional<double> RouteField::column(Point from, int direction, double yEnd, double step, std::size_t self) const
{
    const double blocked = boxes_.reach(from, direction, self);
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
