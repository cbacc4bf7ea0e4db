#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "model/story.hpp"

#include <random>
#include <tuple>
#include <vector>

namespace fabula::layout::test {

/// What a generated placement is like. Widths are of all lanes together, in px.
struct GeneratedSize
{
    std::size_t events = 60;
    std::size_t links = 80;
    std::size_t lanes = 5;
    int rows = 2;
    double width = 1200;
};

struct Generated
{
    TimelineLayout layout;
    std::vector<model::Link> links;
};

/// A valid placement like those of `Timeline` (cards, labels in three lines per slot, dots, clusters at the bottom of a
/// lane; nothing overlaps), made by first fit from random dates, and random links from earlier to later.
class LayoutGenerator
{
public:
    LayoutGenerator(GeneratedSize size, unsigned seed) : size_(size), random_(seed) {}

    Generated make()
    {
        addLanes();
        std::vector<double> anchors;
        for (std::size_t i = 0; i < size_.events; ++i)
            anchors.push_back(real(0, size_.width));
        std::sort(anchors.begin(), anchors.end());
        result_.layout.placeOf.assign(size_.events, 0);
        std::vector<std::size_t> order(size_.events);
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::shuffle(order.begin(), order.end(), random_);
        for (std::size_t i : order)
            place(EventId(i), anchors[i], LaneId(whole(0, size_.lanes - 1)));
        addClusters();
        finish();
        addLinks();
        return std::move(result_);
    }

private:
    static constexpr double kSlot = 61;
    static constexpr double kPitch = 81;

    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(random_); }
    std::size_t whole(std::size_t from, std::size_t to)
    {
        return std::uniform_int_distribution<std::size_t>(from, to)(random_);
    }

    void addLanes()
    {
        double top = 0;
        for (std::size_t i = 0; i < size_.lanes; ++i) {
            TimelineLane lane;
            lane.top = top;
            lane.rows = size_.rows;
            lane.height = 14 + kPitch * size_.rows - 20 + 14 + 20;
            top += lane.height;
            result_.layout.lanes.push_back(lane);
        }
        result_.layout.height = top;
    }

    bool isFree(const Rect& box) const
    {
        const Rect grown{box.x - 14, box.y - 1, box.width + 28, box.height + 2};
        return std::none_of(result_.layout.events.begin(), result_.layout.events.end(),
                            [&](const PlacedEvent& other) { return other.box.overlaps(grown); });
    }

    bool tryPlace(PlacedEvent event, double x, double width, double height)
    {
        const TimelineLane& lane = result_.layout.lanes[event.lane.index()];
        const int lines = event.detail == Detail::card ? 1 : 3;
        for (event.row = 0; event.row < size_.rows; ++event.row)
            for (event.line = 0; event.line < lines; ++event.line) {
                const double slot = lane.top + 14 + kPitch * event.row;
                const double centre = event.detail == Detail::card ? slot + 25 : slot + 10 + 20 * event.line;
                event.box = {x, centre - height / 2, width, height};
                if (!isFree(event.box))
                    continue;
                if (event.detail == Detail::card) {
                    const double reach = real(0, 1) < 0.5 ? 2 : real(5, 160);
                    event.bar = {BarKind::vague, event.anchorX - reach, event.anchorX + reach, slot + 56, 5, false,
                                 false};
                }
                result_.layout.events.push_back(event);
                return true;
            }
        return false;
    }

    void place(EventId id, double anchor, LaneId lane)
    {
        PlacedEvent event;
        event.event = id;
        event.lane = lane;
        event.anchorX = anchor;
        event.detail = Detail::card;
        const double width = real(96, 220);
        if (real(0, 1) < 0.6 && tryPlace(event, anchor - 10, width, 50))
            return;
        event.detail = Detail::label;
        const double text = real(70, 200);
        const bool leftward = real(0, 1) < 0.4;
        if (tryPlace(event, leftward ? anchor + 8 - text : anchor - 4, text, 17))
            return;
        event.detail = Detail::dot;
        if (tryPlace(event, anchor - 4, 8, 8))
            return;
        left_.emplace_back(lane, anchor, id);
    }

    void addClusters()
    {
        std::sort(left_.begin(), left_.end());
        for (const auto& [lane, anchor, id] : left_) {
            auto& clusters = result_.layout.clusters;
            const TimelineLane& where = result_.layout.lanes[lane.index()];
            if (clusters.empty() || clusters.back().lane != lane || anchor - clusters.back().box.x > 60) {
                EventCluster cluster;
                cluster.lane = lane;
                cluster.box = {anchor, where.top + where.height - 20, 30, 16};
                clusters.push_back(cluster);
            }
            std::vector<EventId> events = clusters.back().events.list();
            events.push_back(id);
            clusters.back().events = std::move(events);
        }
    }

    void finish()
    {
        auto& events = result_.layout.events;
        std::sort(events.begin(), events.end(), [](const PlacedEvent& a, const PlacedEvent& b) {
            return std::tuple(a.anchorX, a.event) < std::tuple(b.anchorX, b.event);
        });
        for (std::size_t i = 0; i < events.size(); ++i)
            result_.layout.placeOf[events[i].event.index()] = static_cast<std::uint32_t>(i + 1);
    }

    void addLinks()
    {
        const std::size_t reach = std::max<std::size_t>(3, size_.events / 5);
        for (std::size_t i = 0; i < size_.links && size_.events > 1; ++i) {
            const std::size_t from = whole(0, size_.events - 2);
            const std::size_t to = whole(from + 1, std::min(size_.events - 1, from + reach));
            model::Link link;
            link.from = EventId(from);
            link.to = EventId(to);
            result_.links.push_back(link);
        }
    }

    GeneratedSize size_;
    std::mt19937 random_;
    Generated result_;
    std::vector<std::tuple<LaneId, double, EventId>> left_;
};

} // namespace fabula::layout::test
