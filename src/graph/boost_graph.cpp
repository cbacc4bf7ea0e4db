#include "graph/boost_graph.hpp"

#include "core/promise.hpp"

#include <utility>

namespace fabula::graph {

StoryGraph storyGraph(const model::Story& story)
{
    std::vector<std::pair<Vertex, Vertex>> ends;
    std::vector<LinkId> ids;
    ends.reserve(story.links.size());
    ids.reserve(story.links.size());
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        FABULA_PROMISE(link.from.index() < story.events.size() && link.to.index() < story.events.size(),
                       "a link of the story names an event that is not there");
        ends.emplace_back(vertexOf(link.from), vertexOf(link.to));
        ids.emplace_back(i);
    }
    return {boost::edges_are_unsorted_multi_pass,
            ends.begin(),
            ends.end(),
            ids.begin(),
            static_cast<Vertex>(story.events.size()),
            StoryLinks{&story.links}};
}

// Boost keeps what edges bear in the order of their rows, so that those of one vertex are neighbours.
std::span<const LinkId> linksFrom(const StoryGraph& graph, Vertex vertex)
{
    const auto [edge, end] = boost::out_edges(vertex, graph);
    if (edge == end)
        return {};
    return {&graph[*edge], boost::out_degree(vertex, graph)};
}

CausalGraph causalGraph(const StoryGraph& graph)
{
    return {graph, {&graph}};
}

OrderingGraph orderingGraph(const StoryGraph& graph)
{
    return {graph, {&graph}};
}

} // namespace fabula::graph
