#include "layout/timeline/route_boxes.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::layout {
namespace {

/// Half the thickness of what a line must not touch when asked how far it reaches.
constexpr double kLineRoom = 3;

std::ptrdiff_t offset(std::size_t index)
{
    return static_cast<std::ptrdiff_t>(index);
}

} // namespace

RouteBoxes::RouteBoxes(std::vector<Box> boxes)
{
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
        return std::tuple(a.row, a.rect.x, a.owner) < std::tuple(b.row, b.rect.x, b.owner);
    });
    blocks_.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Rect& rect = boxes[i].rect;
        if (i == 0 || boxes[i].row != boxes[i - 1].row)
            rows_.push_back({rect.top(), rect.bottom(), blocks_.size(), blocks_.size()});
        Row& row = rows_.back();
        row.y0 = std::min(row.y0, rect.top());
        row.y1 = std::max(row.y1, rect.bottom());
        const double before = row.begin == row.end ? rect.right() : blocks_.back().reach;
        blocks_.push_back({rect, std::max(before, rect.right()), boxes[i].owner});
        row.end = blocks_.size();
    }
    std::sort(rows_.begin(), rows_.end(),
              [](const Row& a, const Row& b) { return std::tuple(a.y0, a.begin) < std::tuple(b.y0, b.begin); });
    double reach = -kFarAway;
    rowReach_.reserve(rows_.size());
    for (const Row& row : rows_)
        rowReach_.push_back(reach = std::max(reach, row.y1));
}

template <class Visit>
void RouteBoxes::forRows(double y0, double y1, Visit&& visit) const
{
    const auto first = std::upper_bound(rowReach_.begin(), rowReach_.end(), y0) - rowReach_.begin();
    for (auto i = static_cast<std::size_t>(first); i < rows_.size() && rows_[i].y0 < y1; ++i)
        if (rows_[i].y1 > y0 && !visit(rows_[i]))
            return;
}

std::size_t RouteBoxes::hit(const Rect& area, std::size_t exceptA, std::size_t exceptB) const
{
    std::size_t found = kNone;
    forRows(area.top(), area.bottom(), [&](const Row& row) {
        const auto begin = blocks_.begin() + offset(row.begin);
        const auto end = blocks_.begin() + offset(row.end);
        auto block = std::upper_bound(begin, end, area.x, [](double x, const Block& b) { return x < b.reach; });
        for (; block != end && block->rect.x < area.right(); ++block) {
            if (block->owner != exceptA && block->owner != exceptB && block->rect.overlaps(area)) {
                found = block->owner;
                return false;
            }
        }
        return true;
    });
    return found;
}

Stretch RouteBoxes::freeAcrossColumn(double x, double y0, double y1) const
{
    Stretch free{-kFarAway, kFarAway};
    forRows(y0, y1, [&](const Row& row) {
        const auto begin = blocks_.begin() + offset(row.begin);
        const auto end = blocks_.begin() + offset(row.end);
        const auto next = std::upper_bound(begin, end, x, [](double at, const Block& b) { return at < b.rect.x; });
        if (next != end)
            free.hi = std::min(free.hi, next->rect.x);
        if (next != begin)
            free.lo = std::max(free.lo, std::prev(next)->reach);
        return true;
    });
    return free;
}

bool RouteBoxes::crosses(const Row& row, double x0, double x1) const
{
    const auto begin = blocks_.begin() + offset(row.begin);
    const auto end = blocks_.begin() + offset(row.end);
    const auto block = std::upper_bound(begin, end, x0, [](double x, const Block& b) { return x < b.reach; });
    return block != end && block->rect.x < x1;
}

Stretch RouteBoxes::freeAcrossRow(double y, double x0, double x1) const
{
    Stretch free{-kFarAway, kFarAway};
    const auto middle = std::partition_point(rows_.begin(), rows_.end(), [y](const Row& row) { return row.y0 < y; });
    for (auto row = middle; row != rows_.end(); ++row)
        if (crosses(*row, x0, x1)) {
            free.hi = row->y0;
            break;
        }
    for (auto row = middle; row != rows_.begin();) {
        --row;
        if (rowReach_[static_cast<std::size_t>(row - rows_.begin())] <= free.lo)
            break;
        if (row->y1 > free.lo && crosses(*row, x0, x1))
            free.lo = row->y1;
    }
    return free;
}

double RouteBoxes::reach(Point from, int direction, std::size_t except) const
{
    double found = direction * kFarAway;
    const auto bars = [&](const Block& block) {
        return block.owner != except && block.rect.top() < from.y + kLineRoom &&
               block.rect.bottom() > from.y - kLineRoom;
    };
    forRows(from.y - kLineRoom, from.y + kLineRoom, [&](const Row& row) {
        const auto begin = blocks_.begin() + offset(row.begin);
        const auto end = blocks_.begin() + offset(row.end);
        auto next = std::lower_bound(begin, end, from.x - 0.5, [](const Block& b, double at) { return b.rect.x < at; });
        if (direction > 0) {
            next = std::find_if(next, end, bars);
            if (next != end)
                found = std::min(found, next->rect.x);
            return true;
        }
        while (next != begin)
            if (bars(*--next)) {
                found = std::max(found, next->rect.right());
                break;
            }
        return true;
    });
    return found;
}

} // namespace fabula::layout
