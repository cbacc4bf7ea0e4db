#include "graph/knots.hpp"

#include "graph/boost_graph.hpp"

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>

namespace fabula::graph {
namespace {

struct InScope
{
    const StoryGraph* graph = nullptr;
    const Scope* scope = nullptr;

    bool operator()(Edge edge) const { return scope->follows((*graph)[edge]); }
};

} // namespace

Knots::Knots(const Scope& scope) : graph_(scope.graph())
{
    if (scope.graph().causalLoop().empty())
        return;
    const StoryGraph& graph = GraphAccess::boostGraph(scope.graph());
    const boost::filtered_graph<StoryGraph, InScope> followed(graph, {&graph, &scope});
    numbers_.resize(scope.story().events.size());
    const auto indexes = get(boost::vertex_index, graph);
    const std::size_t count =
        boost::strong_components(followed, boost::make_iterator_property_map(numbers_.begin(), indexes));
    std::vector<std::vector<EventId>> members(count);
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        members[numbers_[i]].push_back(EventId(i));
    for (std::vector<EventId>& knot : members) {
        if (knot.size() > 1)
            knots_.push_back(std::move(knot));
    }
    std::sort(knots_.begin(), knots_.end());
    placeOf_.assign(count, knots_.size());
    for (std::size_t i = 0; i < knots_.size(); ++i)
        placeOf_[numbers_[knots_[i].front().index()]] = i;
}

std::span<const EventId> Knots::around(EventId event) const
{
    if (knots_.empty() || placeOf_[knotOf(event)] == knots_.size())
        return std::span(graph_.order()).subspan(graph_.position(event), 1);
    return knots_[placeOf_[knotOf(event)]];
}

std::vector<EventId> Knots::inOrder() const
{
    if (numbers_.empty())
        return graph_.order();
    // Even without a loop in scope: the order of a story with loops runs against one of the links of each. Tarjan's
    // algorithm numbers what is reached before what it was reached from.
    std::vector<EventId> order(placeOf_.size());
    for (std::size_t i = numbers_.size(); i-- > 0;)
        order[placeOf_.size() - 1 - numbers_[i]] = EventId(i);
    return order;
}

} // namespace fabula::graph
