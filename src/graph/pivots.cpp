#include "graph/pivots.hpp"

#include "graph/betweenness.hpp"
#include "graph/dominators.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace fabula::graph {
namespace {

/// By event, whether the causal links in scope, their direction aside, fall into more parts without it.
std::vector<bool> articulationPoints(const Scope& scope)
{
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    const model::Story& story = scope.story();
    Graph graph(story.events.size());
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        if (scope.follows(LinkId(i)))
            boost::add_edge(story.links[i].from.index(), story.links[i].to.index(), graph);
    }
    std::vector<Graph::vertex_descriptor> points;
    boost::articulation_points(graph, std::back_inserter(points));
    std::vector<bool> found(story.events.size(), false);
    for (const Graph::vertex_descriptor point : points)
        found[point] = true;
    return found;
}

} // namespace

Pivots pivots(const Scope& scope)
{
    const model::Story& story = scope.story();
    const Knots knots(scope);
    const std::vector<std::uint32_t> dominated = dominatedCounts(scope, knots);
    const Betweenness between = betweenness(scope, kMostForExactBetweenness);
    if (scope.cancelled())
        return {};
    const std::vector<bool> articulation = articulationPoints(scope);
    Pivots found;
    found.sampled = between.sampled;
    found.loops = knots.all();
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (!scope.has(EventId(i)))
            continue;
        ++found.events;
        if (dominated[i] > 0 || between.shares[i] > 0 || articulation[i])
            found.ranked.push_back({EventId(i), dominated[i], between.shares[i], articulation[i]});
    }
    const auto rank = [&](const Pivot& pivot) {
        return std::tuple(-static_cast<double>(pivot.dominated), -pivot.betweenness, -story[pivot.event].importance,
                          scope.graph().position(pivot.event));
    };
    std::sort(found.ranked.begin(), found.ranked.end(),
              [&](const Pivot& a, const Pivot& b) { return rank(a) < rank(b); });
    return found;
}

} // namespace fabula::graph
