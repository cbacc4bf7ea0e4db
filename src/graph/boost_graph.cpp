#include "graph/boost_graph.hpp"

#include "core/promise.hpp"

namespace fabula::graph {

StoryGraph storyGraph(const model::Story& story)
{
    StoryGraph graph(story.events.size());
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        FABULA_PROMISE(link.from.index() < story.events.size() && link.to.index() < story.events.size(),
                       "a link of the story names an event that is not there");
        boost::add_edge(vertexOf(link.from), vertexOf(link.to), LinkBundle{LinkId(i), link.kind}, graph);
    }
    return graph;
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
