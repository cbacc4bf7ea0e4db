#include "layout/timeline/route_load.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

constexpr std::size_t kBins = 64;
/// Tracks may be as narrow as this before a place counts as full.
constexpr double kTrack = 3;
constexpr double kOverfullCost = 350;

int tracksIn(const Stretch& room)
{
    return room.empty() ? 0 : static_cast<int>(std::min(400.0, std::floor((room.hi - room.lo) / kTrack) + 1));
}

double costOf(int load, int capacity)
{
    if (capacity == 0)
        return RouteLoad::kFull;
    if (load < capacity)
        return 12.0 * load / capacity;
    return kOverfullCost * (load - capacity + 1);
}

} // namespace

RouteLoad::RouteLoad(const RouteField& field) : field_(field)
{
    std::vector<double> starts;
    starts.reserve(field.nodes().size());
    for (const RouteNode& node : field.nodes())
        starts.push_back(node.box.x);
    std::sort(starts.begin(), starts.end());
    const std::size_t step = std::max<std::size_t>(1, (starts.size() + kBins - 1) / kBins);
    for (std::size_t i = 0; i < starts.size(); i += step)
        binStarts_.push_back(starts[i]);
    const std::size_t bins = field.corridorCount() * (binStarts_.size() + 1);
    loads_.assign(bins, 0);
    capacities_.assign(bins, -1);
    costs_.assign(bins, 0);
    for (const RouteBand& band : field.bands()) {
        firstPassage_.push_back(passageLoads_.size());
        for (const Stretch& passage : band.passages) {
            passageLoads_.push_back(0);
            passageCapacities_.push_back(tracksIn(passage));
        }
    }
}

std::size_t RouteLoad::binOf(double x) const
{
    return static_cast<std::size_t>(std::upper_bound(binStarts_.begin(), binStarts_.end(), x) - binStarts_.begin());
}

int RouteLoad::capacity(std::size_t corridor, std::size_t bin)
{
    int& capacity = capacities_[corridor * (binStarts_.size() + 1) + bin];
    if (capacity < 0) {
        const double x0 = bin == 0 ? binStarts_.front() - 100 : binStarts_[bin - 1];
        const double x1 = bin == binStarts_.size() ? binStarts_.back() + 100 : binStarts_[bin];
        const Stretch y = field_.corridor(corridor);
        const Stretch slack = field_.rowSlack((y.lo + y.hi) / 2, x0, x1);
        capacity = y.empty() ? 0 : std::max(tracksIn(y), tracksIn(slack));
    }
    return capacity;
}

double RouteLoad::corridorCost(std::size_t corridor, std::size_t binA, std::size_t binB) const
{
    const auto [first, last] = std::minmax({binA, binB});
    const double* costs = costs_.data() + corridor * (binStarts_.size() + 1);
    double most = field_.corridor(corridor).empty() ? kFull : 0;
    for (std::size_t bin = first; bin <= last; ++bin)
        most = costs[bin] > most ? costs[bin] : most; // without a branch, unlike std::max_element
    return most;
}

double RouteLoad::passageCost(std::size_t band, std::size_t passage) const
{
    const std::size_t index = firstPassage_[band] + passage;
    return costOf(passageLoads_[index], passageCapacities_[index]);
}

template <class Visit>
void RouteLoad::forPlaces(const RouteShape& shape, Visit&& visit)
{
    const std::vector<RouteBand>& bands = field_.bands();
    for (std::size_t i = 1; i < shape.corners.size(); ++i) {
        const Point a = shape.corners[i - 1];
        const Point b = shape.corners[i];
        const double top = std::min(a.y, b.y);
        auto band =
            std::partition_point(bands.begin(), bands.end(), [top](const RouteBand& at) { return at.y1 < top; });
        auto index = static_cast<std::size_t>(band - bands.begin());
        if (a.y == b.y) {
            if (band != bands.end() && band->y0 <= a.y)
                continue;
            const auto [first, last] = std::minmax({binOf(a.x), binOf(b.x)});
            for (std::size_t bin = first; bin <= last; ++bin) {
                const std::size_t at = index * (binStarts_.size() + 1) + bin;
                visit(loads_[at], capacity(index, bin), &costs_[at]);
            }
            continue;
        }
        for (; band != bands.end() && band->y0 < std::max(a.y, b.y); ++band, ++index) {
            const auto passage = std::partition_point(band->passages.begin(), band->passages.end(),
                                                      [&](const Stretch& at) { return at.hi < a.x; });
            if (passage == band->passages.end() || !passage->contains(a.x))
                continue;
            const std::size_t at = firstPassage_[index] + static_cast<std::size_t>(passage - band->passages.begin());
            visit(passageLoads_[at], passageCapacities_[at], nullptr);
        }
    }
}

void RouteLoad::book(const RouteShape& shape, int sign)
{
    if (shape.kind == ShapeKind::bent)
        forPlaces(shape, [sign](int& load, int capacity, double* cost) {
            load += sign;
            if (cost != nullptr)
                *cost = load > 0 ? costOf(load, capacity) : 0;
        });
}

bool RouteLoad::overfull(const RouteShape& shape)
{
    bool over = false;
    if (shape.kind == ShapeKind::bent)
        forPlaces(shape, [&over](const int& load, int capacity, const double*) { over = over || load >= capacity; });
    return over;
}

} // namespace fabula::layout
