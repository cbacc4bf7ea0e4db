#include "layout/timeline/route_tracks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace fabula::layout {
namespace {

/// Runs that meet end to end, nearer than this, count as side by side: their corners are rounded.
constexpr double kEndRoom = 6;

bool sideBySide(const TrackRun& a, const TrackRun& b)
{
    return a.begin < b.end + kEndRoom && b.begin < a.end + kEndRoom;
}

bool mayMeet(const TrackRun& a, const TrackRun& b, double spacing)
{
    return a.lo < b.hi + spacing && b.lo < a.hi + spacing;
}

/// Crossings if `upper` gets the smaller position.
int crossings(const TrackRun& upper, const TrackRun& lower)
{
    const auto inside = [](double at, const TrackRun& run) { return at > run.begin && at < run.end; };
    int count = 0;
    count += upper.turnAtBegin > 0 && inside(upper.begin, lower);
    count += upper.turnAtEnd > 0 && inside(upper.end, lower);
    count += lower.turnAtBegin < 0 && inside(lower.begin, upper);
    count += lower.turnAtEnd < 0 && inside(lower.end, upper);
    return count;
}

/// Groups of runs that can come in each other's way, each sorted by index.
std::vector<std::vector<std::size_t>> groupsOf(const std::vector<TrackRun>& runs, double spacing)
{
    std::vector<std::size_t> parent(runs.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&parent](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    std::vector<std::size_t> byLow(runs.size());
    std::iota(byLow.begin(), byLow.end(), std::size_t{0});
    std::sort(byLow.begin(), byLow.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(runs[a].begin, a) < std::tuple(runs[b].begin, b);
    });
    for (std::size_t i = 0; i < byLow.size(); ++i) {
        const TrackRun& run = runs[byLow[i]];
        for (std::size_t j = i + 1; j < byLow.size() && runs[byLow[j]].begin < run.end + kEndRoom; ++j)
            if (mayMeet(run, runs[byLow[j]], spacing))
                parent[root(byLow[i])] = root(byLow[j]);
    }
    std::vector<std::vector<std::size_t>> groups(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i)
        groups[root(i)].push_back(i);
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    return groups;
}

/// Orders by wish, then swaps neighbours while that takes crossings away and both can still have their place.
std::vector<TrackRun*> ordered(std::vector<TrackRun>& runs, const std::vector<std::size_t>& group, double spacing)
{
    std::vector<TrackRun*> order;
    order.reserve(group.size());
    for (std::size_t i : group)
        order.push_back(&runs[i]);
    std::stable_sort(order.begin(), order.end(), [](const TrackRun* a, const TrackRun* b) {
        return std::tuple(a->wanted, a->begin) < std::tuple(b->wanted, b->begin);
    });
    const std::size_t passes = std::min<std::size_t>(order.size(), 40);
    for (std::size_t pass = 0; pass < passes; ++pass) {
        bool changed = false;
        for (std::size_t i = 1; i < order.size(); ++i) {
            TrackRun& a = *order[i - 1];
            TrackRun& b = *order[i];
            const bool near = b.wanted - a.wanted < 3 * spacing;
            const bool possible = b.lo + spacing / 2 <= a.hi;
            if (!near || !possible || !sideBySide(a, b) || crossings(b, a) >= crossings(a, b))
                continue;
            std::swap(order[i - 1], order[i]);
            changed = true;
        }
        if (!changed)
            break;
    }
    return order;
}

/// Left-edge colouring: each run in turn, from its beginning, takes the free position nearest to its wish.
void firstFit(std::vector<TrackRun*> order, double spacing)
{
    std::stable_sort(order.begin(), order.end(), [](const TrackRun* a, const TrackRun* b) {
        return std::tuple(a->hi - a->lo > 0, a->begin) < std::tuple(b->hi - b->lo > 0, b->begin);
    });
    std::vector<TrackRun*> done;
    std::vector<double> near;
    for (TrackRun* run : order) {
        near.assign({run->wanted});
        for (const TrackRun* other : done)
            if (sideBySide(*run, *other)) {
                near.push_back(other->position - spacing);
                near.push_back(other->position + spacing);
            }
        std::sort(near.begin(), near.end(), [run](double a, double b) {
            return std::tuple(std::abs(a - run->wanted), a) < std::tuple(std::abs(b - run->wanted), b);
        });
        const auto fits = [&](double at) {
            return at >= run->lo - 1e-9 && at <= run->hi + 1e-9 &&
                   std::none_of(done.begin(), done.end(), [&](const TrackRun* other) {
                       return sideBySide(*run, *other) && std::abs(other->position - at) < spacing - 1e-6;
                   });
        };
        const auto found = std::find_if(near.begin(), near.end(), fits);
        run->placed = found != near.end() || run->hi - run->lo <= 0;
        if (!run->placed)
            continue;
        run->position = found != near.end() ? *found : run->wanted;
        done.push_back(run);
    }
}

} // namespace

bool separate(std::vector<TrackRun*>& order, double spacing)
{
    const std::size_t count = order.size();
    std::vector<double> least(count);
    std::vector<double> most(count);
    const auto bound = [&](std::size_t i, std::size_t j) { return sideBySide(*order[i], *order[j]); };
    for (std::size_t i = 0; i < count; ++i) {
        least[i] = order[i]->lo;
        for (std::size_t j = 0; j < i; ++j)
            if (bound(i, j))
                least[i] = std::max(least[i], least[j] + spacing);
    }
    for (std::size_t i = count; i-- > 0;) {
        most[i] = order[i]->hi;
        for (std::size_t j = i + 1; j < count; ++j)
            if (bound(i, j))
                most[i] = std::min(most[i], most[j] - spacing);
        if (least[i] > most[i] + 1e-6)
            return false;
    }
    // The mean of the two extreme solutions keeps every distance that both keep, and spreads evenly.
    std::vector<double> low(count);
    for (std::size_t i = 0; i < count; ++i) {
        low[i] = std::clamp(order[i]->wanted, least[i], std::max(least[i], most[i]));
        for (std::size_t j = 0; j < i; ++j)
            if (bound(i, j))
                low[i] = std::max(low[i], low[j] + spacing);
    }
    std::vector<double> high(count);
    for (std::size_t i = count; i-- > 0;) {
        high[i] = std::clamp(order[i]->wanted, least[i], std::max(least[i], most[i]));
        for (std::size_t j = i + 1; j < count; ++j)
            if (bound(i, j))
                high[i] = std::min(high[i], high[j] - spacing);
        order[i]->position = (low[i] + high[i]) / 2;
    }
    return true;
}

void assignTracks(std::vector<TrackRun>& runs, double spacing, double leastSpacing)
{
    for (const std::vector<std::size_t>& group : groupsOf(runs, spacing)) {
        std::vector<TrackRun*> order = ordered(runs, group, spacing);
        double step = spacing;
        while (step >= leastSpacing && !separate(order, step))
            step -= 1;
        if (step < leastSpacing)
            firstFit(order, leastSpacing);
    }
}

} // namespace fabula::layout
