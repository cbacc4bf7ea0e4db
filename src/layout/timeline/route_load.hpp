#pragma once

#include "layout/timeline/route_shapes.hpp"

#include <vector>

namespace fabula::layout {

/// How full the corridors and passages are, so that later links look for emptier ones. Along a corridor load is kept
/// for coarse stretches of x (quantiles of the boxes), so asking and booking are cheap at every zoom.
class RouteLoad
{
public:
    /// Keeps a reference to the field.
    explicit RouteLoad(const RouteField& field);

    /// Of nothing that can be paid: no track is left.
    static constexpr double kFull = 1e6;

    std::size_t binOf(double x) const;
    /// What a run along the corridor from bin to bin costs beyond its length.
    double corridorCost(std::size_t corridor, std::size_t binA, std::size_t binB) const;
    /// What a vertical run through a passage costs beyond its length.
    double passageCost(std::size_t band, std::size_t passage) const;

    /// Counts the runs of a bent shape (`sign` 1), or no longer (-1).
    void book(const RouteShape& shape, int sign);
    /// Whether some run of the shape lies where there are more runs than tracks.
    bool overfull(const RouteShape& shape);

private:
    /// Calls `visit(load, capacity, cost)` for each bin and passage that the shape's inner runs take; `cost` is null
    /// for a passage.
    template <class Visit>
    void forPlaces(const RouteShape& shape, Visit&& visit);
    int capacity(std::size_t corridor, std::size_t bin);

    const RouteField& field_;
    std::vector<double> binStarts_;
    std::vector<int> loads_;                ///< by corridor, then bin
    std::vector<int> capacities_;           ///< the same; -1: not asked yet
    std::vector<double> costs_;             ///< the same: of one more run there
    std::vector<std::size_t> firstPassage_; ///< by band
    std::vector<int> passageLoads_;
    std::vector<int> passageCapacities_;
};

} // namespace fabula::layout
