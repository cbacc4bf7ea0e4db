#pragma once

#include "layout/timeline/route_shapes.hpp"

#include <span>

namespace fabula::layout {

/// How full the corridors are, so that later links look for emptier ones. Stretches of x are coarse (quantiles of the
/// boxes), so asking and booking are cheap at every zoom.
class CorridorLoad
{
public:
    explicit CorridorLoad(const RouteField& field);

    /// What a run over [x0, x1] costs beyond its length; `kFull` or more where no track is left.
    double costOf(std::size_t corridor, double x0, double x1) const;
    void book(std::size_t corridor, double x0, double x1);

    static constexpr double kFull = 1e6;

private:
    std::size_t binOf(double x) const;

    std::vector<double> binStarts_;
    std::vector<std::uint16_t> loads_; ///< by corridor, then bin
    std::vector<double> tracks_;       ///< by corridor
};

/// The cheapest way from one of `outs` to one of `ins` through corridors and passages: length, bends, sides and load.
/// Searches corridor by corridor with the few cheapest positions each, so it costs O(bands between). The runs lie in the
/// middle of their corridors until they are given tracks. `none` if there is no way.
RouteShape searchedShape(const RouteField& field, const CorridorLoad& load, std::span<const Port> outs,
                         std::span<const Port> ins);

/// Books the runs of a bent shape.
void book(CorridorLoad& load, const RouteField& field, const RouteShape& shape);

} // namespace fabula::layout
