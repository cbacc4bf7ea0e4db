#include "layout/timeline/covered_bars.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace fabula::layout {

namespace {

/// Beside a box that a bar passes.
constexpr double kAir = 5;
/// A bar that passes more texts than these says nothing between them: it is hidden from there on, which keeps a story
/// of long events and many texts linear.
constexpr int kMostPassed = 256;

struct Row
{
    std::vector<const PlacedEvent*> texts; ///< by the left edges of their boxes
    double widest = 0;
};

bool standsOver(const PlacedEvent& text, const DateBar& bar, const TimelineMetrics& metrics)
{
    return bar.y + bar.height > text.box.top() && bar.y < text.box.bottom() + metrics.barGap + metrics.barHeight;
}

void cover(PlacedEvent& event, const Row& row, const TimelineMetrics& metrics)
{
    DateBar& bar = event.bar;
    const double begin = bar.x0 - bar.softBegin - kAir;
    const double end = bar.x1 + bar.softEnd + kAir;
    auto at = std::partition_point(row.texts.begin(), row.texts.end(),
                                   [&](const PlacedEvent* text) { return text->box.left() + row.widest < begin; });
    for (int passed = 0; at != row.texts.end() && (*at)->box.left() < end; ++at, ++passed) {
        const PlacedEvent& text = **at;
        if (passed == kMostPassed) {
            bar.covered.emplace_back(
                std::max(text.box.left() - kAir, bar.covered.empty() ? begin : bar.covered.back().first), end);
            return;
        }
        if (text.event == event.event || text.box.right() <= begin || !standsOver(text, bar, metrics))
            continue;
        const double left = text.box.left() - kAir;
        const double right = text.box.right() + kAir;
        if (!bar.covered.empty() && left <= bar.covered.back().second)
            bar.covered.back().second = std::max(bar.covered.back().second, right);
        else
            bar.covered.emplace_back(left, right);
    }
}

} // namespace

void coverBars(std::vector<PlacedEvent>& events, const TimelineMetrics& metrics)
{
    std::map<std::pair<LaneId, int>, Row> rows;
    for (const PlacedEvent& event : events) {
        if (event.detail < Detail::label)
            continue;
        Row& row = rows[{event.lane, event.row}];
        row.texts.push_back(&event);
        row.widest = std::max(row.widest, event.box.width);
    }
    for (auto& [place, row] : rows)
        std::sort(row.texts.begin(), row.texts.end(),
                  [](const PlacedEvent* a, const PlacedEvent* b) { return a->box.left() < b->box.left(); });
    for (PlacedEvent& event : events) {
        const bool within = event.bar.x0 - event.bar.softBegin >= event.box.left() &&
                            event.bar.x1 + event.bar.softEnd <= event.box.right();
        if (event.detail >= Detail::label && !within)
            cover(event, rows[{event.lane, event.row}], metrics);
    }
}

} // namespace fabula::layout
