#include "layout/timeline/event_columns.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace fabula::layout {
namespace {

constexpr std::size_t kBlock = 16;

} // namespace

EventColumns::EventColumns(std::vector<ColumnRow> rows, std::size_t lanes)
{
    std::sort(rows.begin(), rows.end(), [](const ColumnRow& a, const ColumnRow& b) {
        return std::tie(a.lane, a.anchor, a.event) < std::tie(b.lane, b.anchor, b.event);
    });
    std::vector<EventId> events;
    events.reserve(rows.size());
    anchors_.reserve(rows.size());
    weights_.reserve(rows.size());
    starts_.assign(lanes + 1, rows.size());
    for (std::size_t i = rows.size(); i-- > 0;)
        starts_[rows[i].lane.index()] = i;
    for (std::size_t lane = lanes; lane-- > 0;)
        starts_[lane] = std::min(starts_[lane], starts_[lane + 1]);
    for (const ColumnRow& row : rows) {
        events.push_back(row.event);
        anchors_.push_back(row.anchor.seconds);
        weights_.push_back(row.weight);
    }
    events_ = std::make_shared<const std::vector<EventId>>(std::move(events));
    std::size_t below = size();
    while (below > kBlock) {
        const std::vector<std::uint32_t>* level = pyramid_.empty() ? nullptr : &pyramid_.back();
        std::vector<std::uint32_t> blocks;
        blocks.reserve((below + kBlock - 1) / kBlock);
        for (std::size_t first = 0; first < below; first += kBlock) {
            std::size_t best = level != nullptr ? (*level)[first] : first;
            for (std::size_t i = first + 1; i < std::min(first + kBlock, below); ++i) {
                const std::size_t other = level != nullptr ? (*level)[i] : i;
                if (outweighs(other, best))
                    best = other;
            }
            blocks.push_back(static_cast<std::uint32_t>(best));
        }
        below = blocks.size();
        pyramid_.push_back(std::move(blocks));
    }
}

std::size_t EventColumns::firstFrom(time::Instant instant, ColumnRange range) const
{
    if (range.empty())
        return range.last;
    std::size_t step = 1;
    std::size_t first = range.first;
    while (first + step < range.last && anchors_[first + step] < instant.seconds) {
        first += step;
        step *= 2;
    }
    const auto begin = anchors_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = anchors_.begin() + static_cast<std::ptrdiff_t>(std::min(first + step + 1, range.last));
    return static_cast<std::size_t>(std::lower_bound(begin, end, instant.seconds) - anchors_.begin());
}

void EventColumns::count(const std::vector<time::Instant>& edges, std::vector<std::size_t>& counts) const
{
    for (std::size_t i = 0; i + 1 < starts_.size(); ++i) {
        ColumnRange left{starts_[i], starts_[i + 1]};
        left.first = firstFrom(edges.front(), left);
        for (std::size_t bucket = 0; bucket < counts.size(); ++bucket) {
            const std::size_t next = firstFrom(edges[bucket + 1], left);
            counts[bucket] += next - left.first;
            left.first = next;
        }
    }
}

std::size_t EventColumns::mostImportantOf(ColumnRange range) const
{
    std::size_t best = range.first;
    const auto look = [&](std::size_t position) {
        if (outweighs(position, best))
            best = position;
    };
    // Up the levels: what sticks out of whole blocks at both ends is looked at, the blocks between are left to the
    // next level.
    std::size_t first = range.first;
    std::size_t last = range.last;
    for (std::size_t level = 0;; ++level) {
        const auto at = [&](std::size_t i) { return level == 0 ? i : std::size_t{pyramid_[level - 1][i]}; };
        const bool top = level == pyramid_.size() || last - first <= 2 * kBlock;
        const std::size_t blocksFrom = top ? last : (first + kBlock - 1) / kBlock * kBlock;
        const std::size_t blocksTo = top ? last : last / kBlock * kBlock;
        for (std::size_t i = first; i < blocksFrom; ++i)
            look(at(i));
        for (std::size_t i = blocksTo; i < last; ++i)
            look(at(i));
        if (top)
            return best;
        first = blocksFrom / kBlock;
        last = blocksTo / kBlock;
    }
}

void EventColumns::mostImportant(ColumnRange range, std::size_t most, std::vector<std::size_t>& into) const
{
    into.clear();
    if (range.size() <= std::max(most, kBlock)) {
        for (std::size_t i = range.first; i < range.last; ++i)
            into.push_back(i);
        const auto end = into.begin() + static_cast<std::ptrdiff_t>(std::min(most, into.size()));
        std::partial_sort(into.begin(), end, into.end(), [&](std::size_t a, std::size_t b) { return outweighs(a, b); });
        into.erase(end, into.end());
        return;
    }
    // The best of the range parts it in two; the next best is the better of the parts' best, and so on.
    struct Part
    {
        std::size_t best;
        ColumnRange range;
    };
    const auto lighter = [&](const Part& a, const Part& b) { return outweighs(b.best, a.best); };
    std::priority_queue<Part, std::vector<Part>, decltype(lighter)> parts(lighter);
    parts.push({mostImportantOf(range), range});
    while (into.size() < most && !parts.empty()) {
        const Part part = parts.top();
        parts.pop();
        into.push_back(part.best);
        if (part.best > part.range.first)
            parts.push({mostImportantOf({part.range.first, part.best}), {part.range.first, part.best}});
        if (part.best + 1 < part.range.last)
            parts.push({mostImportantOf({part.best + 1, part.range.last}), {part.best + 1, part.range.last}});
    }
}

} // namespace fabula::layout
