#pragma once

#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace fabula::test {

/// Checks what a timeline promises at every zoom, from outside: from the request and the layouts alone.
class TimelineProperties
{
public:
    explicit TimelineProperties(const layout::TimelineRequest& request) : request_(request) {}

    void checkEverySteps(int steps)
    {
        layout::Timeline timeline(request_);
        for (int step = layout::Timeline::kMinStep; step < layout::Timeline::kMinStep + steps; ++step) {
            const double zoom = timeline.pxPerSecond(step);
            if (zoom > timeline.maxPxPerSecond())
                break;
            checkLayout(timeline.placementAt(zoom), timeline);
            const double between = std::min(zoom * 1.3, timeline.maxPxPerSecond());
            checkLayout(timeline.placementAt(between), timeline);
            if (::testing::Test::HasFailure())
                return;
        }
    }

    void checkLayout(const layout::TimelineLayout& layout, const layout::Timeline& timeline)
    {
        const std::string where = "step " + std::to_string(layout.step) + ": ";
        checkBoxes(layout, where);
        checkDates(layout, where);
        checkBars(layout, where);
        checkCounts(layout, where);
        checkDetailKept(layout, where);
        EXPECT_EQ(layout.step, timeline.stepFor(layout.scale.pxPerSecond())) << where;
    }

private:
    using Rect = core::Rect;

    static std::string shown(const Rect& box)
    {
        return " (" + std::to_string(box.x) + ", " + std::to_string(box.y) + ", " + std::to_string(box.width) + " × " +
               std::to_string(box.height) + ")";
    }

    // Counted on a grid of lanes, so that 500 boxes do not make 125,000 pairs.
    void checkBoxes(const layout::TimelineLayout& layout, const std::string& where)
    {
        std::map<std::uint32_t, std::vector<std::pair<Rect, std::string>>> boxes;
        for (const layout::PlacedEvent& placed : layout.events)
            boxes[placed.lane.value].emplace_back(placed.box, "event " + std::to_string(placed.event.value));
        for (const layout::EventCluster& cluster : layout.clusters)
            boxes[cluster.lane.value].emplace_back(cluster.box, "cluster");
        double top = 0;
        for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
            const layout::TimelineLane& lane = layout.lanes[i];
            EXPECT_EQ(lane.top, top) << where << "lanes leave no gap";
            top = lane.top + lane.height;
            auto& inLane = boxes[static_cast<std::uint32_t>(i)];
            std::sort(inLane.begin(), inLane.end(), [](auto& a, auto& b) { return a.first.x < b.first.x; });
            for (std::size_t a = 0; a < inLane.size(); ++a) {
                EXPECT_GE(inLane[a].first.top(), lane.top) << where << inLane[a].second;
                EXPECT_LE(inLane[a].first.bottom(), lane.top + lane.height) << where << inLane[a].second;
                for (std::size_t b = a + 1; b < inLane.size() && inLane[b].first.x < inLane[a].first.right(); ++b)
                    EXPECT_FALSE(inLane[a].first.overlaps(inLane[b].first))
                        << where << inLane[a].second << shown(inLane[a].first) << " over " << inLane[b].second
                        << shown(inLane[b].first);
            }
        }
        EXPECT_EQ(layout.height, top) << where;
    }

    // By an own formula: seconds from the origin less what is folded, in extended precision.
    long double xOf(const layout::TimelineLayout& layout, time::Instant instant) const
    {
        long double seconds =
            static_cast<long double>(instant.seconds) - static_cast<long double>(layout.scale.origin().seconds);
        long double seams = 0;
        for (const layout::TimeScale::Fold& fold : layout.folds)
            if (fold.span.end <= instant) {
                seconds -= static_cast<long double>(fold.span.end.seconds - fold.span.begin.seconds);
                seams += fold.widthPx;
            }
        return seconds * layout.scale.pxPerSecond() + seams;
    }

    void checkDates(const layout::TimelineLayout& layout, const std::string& where)
    {
        const model::Story& story = request_.graph.story();
        for (const layout::PlacedEvent& placed : layout.events) {
            const std::string who = where + story[placed.event].id + " ";
            const graph::Bracket& bracket = request_.graph.bracket(placed.event);
            // A date is drawn as it was written; only its open sides take the bounds that links give.
            const bool lasting = story[placed.event].lasting && story[placed.event].when.known();
            time::Span span = bracket.written;
            if (!lasting && span.openBegin())
                span.begin = bracket.derived.begin;
            if (!lasting && span.openEnd())
                span.end = bracket.derived.end;
            EXPECT_EQ(placed.bar.openBegin, span.openBegin()) << who;
            EXPECT_EQ(placed.bar.openEnd, span.openEnd()) << who;
            EXPECT_NEAR(placed.bar.x0, double(xOf(layout, span.openBegin() ? span.end : span.begin)), 0.5) << who;
            EXPECT_NEAR(placed.bar.x1, double(xOf(layout, span.openEnd() ? span.begin : span.end)), 0.5) << who;
            EXPECT_GE(placed.anchorX, placed.bar.x0 - 0.5) << who << "anchor left of its bar";
            EXPECT_LE(placed.anchorX, placed.bar.x1 + 0.5) << who << "anchor right of its bar";
            EXPECT_GE(placed.anchorX, placed.box.left()) << who << "anchor left of its box";
            EXPECT_LE(placed.anchorX, placed.box.right()) << who << "anchor right of its box";
            for (const layout::TimeScale::Fold& fold : layout.folds)
                EXPECT_TRUE(placed.bar.x1 <= layout.scale.screenFromTime(fold.span.begin) ||
                            placed.bar.x0 >= layout.scale.screenFromTime(fold.span.end))
                    << who << "in a fold";
        }
    }

    // Right below or inside the text of another event a bar would be read as that one's: there it must be covered.
    void checkBars(const layout::TimelineLayout& layout, const std::string& where)
    {
        std::map<std::tuple<std::uint32_t, int>, std::vector<const layout::PlacedEvent*>> rows;
        for (const layout::PlacedEvent& placed : layout.events)
            if (placed.detail >= layout::Detail::label)
                rows[{placed.lane.value, placed.row}].push_back(&placed);
        for (const auto& [place, row] : rows)
            for (const layout::PlacedEvent* owner : row)
                for (const layout::PlacedEvent* text : row)
                    if (owner != text)
                        checkBar(owner->bar, text->box,
                                 where + "the bar of event " + std::to_string(owner->event.value) + " under event " +
                                     std::to_string(text->event.value));
    }

    static void checkBar(const layout::DateBar& bar, const Rect& text, const std::string& what)
    {
        const double left = std::max(text.left(), bar.x0 - bar.softBegin);
        const double right = std::min(text.right(), bar.x1 + bar.softEnd);
        const bool below = bar.y < text.bottom() + 8 && bar.y + bar.height > text.top();
        if (!below || left >= right)
            return;
        EXPECT_TRUE(std::any_of(bar.covered.begin(), bar.covered.end(), [&](const auto& covered) {
            return covered.first <= left && right <= covered.second;
        })) << what;
    }

    void checkCounts(const layout::TimelineLayout& layout, const std::string& where)
    {
        std::multiset<std::uint32_t> seen;
        for (std::size_t i = 0; i < layout.events.size(); ++i) {
            seen.insert(layout.events[i].event.value);
            EXPECT_EQ(layout.place(layout.events[i].event), &layout.events[i]) << where;
        }
        std::map<std::uint32_t, std::size_t> inLane;
        for (const layout::PlacedEvent& placed : layout.events)
            ++inLane[placed.lane.value];
        for (const layout::EventCluster& cluster : layout.clusters) {
            EXPECT_FALSE(cluster.events.empty()) << where;
            inLane[cluster.lane.value] += cluster.events.size();
            for (const core::EventId event : cluster.events) {
                seen.insert(event.value);
                EXPECT_EQ(layout.place(event), nullptr) << where;
            }
        }
        for (std::size_t i = 0; i < layout.lanes.size(); ++i)
            EXPECT_EQ(inLane[static_cast<std::uint32_t>(i)], layout.lanes[i].events) << where << "lane " << i;
        for (const core::EventId event : layout.undated)
            seen.insert(event.value);
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < request_.graph.story().events.size(); ++i) {
            const bool isHidden = i < request_.hidden.size() && request_.hidden[i];
            hidden += isHidden ? 1 : 0;
            EXPECT_EQ(seen.count(static_cast<std::uint32_t>(i)), isHidden ? 0U : 1U) << where << "event " << i;
        }
        EXPECT_EQ(seen.size() + hidden, request_.graph.story().events.size()) << where;
    }

    void checkDetailKept(const layout::TimelineLayout& layout, const std::string& where)
    {
        std::map<std::uint32_t, layout::PlacedEvent> now;
        for (const layout::PlacedEvent& placed : layout.events)
            now.emplace(placed.event.value, placed);
        for (const auto& [event, earlier] : before_) {
            const auto found = now.find(event);
            ASSERT_NE(found, now.end()) << where << "event " << event << " was lost on zooming in";
            EXPECT_GE(found->second.detail, earlier.detail) << where << "event " << event;
            EXPECT_EQ(found->second.row, earlier.row) << where << "event " << event;
            EXPECT_EQ(found->second.lane, earlier.lane) << where << "event " << event;
        }
        before_ = std::move(now);
    }

    layout::TimelineRequest request_;
    std::map<std::uint32_t, layout::PlacedEvent> before_;
};

} // namespace fabula::test
