#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// How much is tried. All of it is counted in steps, never by a clock, so that the same graph is always drawn the same.
struct OrderingEffort
{
    int starts = 12;              ///< orders to begin with: four from searches through the graph, the others shuffled
    int sweeps = 20;              ///< barycentre sweeps for each start, at most
    int rounds = 12;              ///< of sifting and rethreading for each start that is followed up, at most
    std::uint64_t steps = 100000; ///< elementary steps after which no further start is followed up
    std::uint64_t mostSteps = 60000000; ///< …and after which the work ends where it stands
};

/// What suits an interactive program: large graphs get fewer starts.
OrderingEffort effortFor(const ProperLayering& graph);

struct OrderedLayers
{
    LayerOrder order;
    std::uint64_t crossings = 0;
};

/// An order of each layer with few crossings. From several starts, each: barycentre sweeps; then the most promising
/// ones: rounds of sifting every layer and rethreading every long edge, in which nodes also drift among places that are
/// equally good, until a round gains nothing. The best of all is kept; starts that agree on it end the search.
OrderedLayers fewCrossings(const ProperLayering& graph, const OrderingEffort& effort = {});

/// The given order, bettered by sifting and rethreading alone, with nodes moving only where crossings fall: so it stays
/// close to what it was. Never more crossings than before.
OrderedLayers fewerCrossings(const ProperLayering& graph, LayerOrder start, const OrderingEffort& effort = {});

} // namespace fabula::layout
