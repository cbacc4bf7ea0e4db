#pragma once

#include "graph/event_graph.hpp"
#include "model/terms.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fabula::graph {

/// Private to this folder: the Boost.Graph side of an EventGraph. Files outside `graph/` must not include it, so that
/// no descriptor of Boost's leaves the folder. A vertex is the index of its event; an edge bears the id of its link,
/// and the graph the links themselves. Its rows lie one behind the other: 16 bytes a link and 8 an event.
struct StoryLinks
{
    const std::vector<model::Link>* links = nullptr;
};

using StoryGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, LinkId, StoryLinks,
                                                      std::uint32_t, std::uint32_t>;
using Vertex = StoryGraph::vertex_descriptor;
using Edge = StoryGraph::edge_descriptor;

constexpr Vertex vertexOf(EventId event)
{
    return event.value;
}

constexpr EventId eventOf(Vertex vertex)
{
    return EventId(vertex);
}

/// One vertex for each event and one edge for each link, those that leave a vertex in the order of the story, which
/// must outlive the graph. O(events + links).
StoryGraph storyGraph(const model::Story& story);

inline const model::Link& linkAt(const StoryGraph& graph, Edge edge)
{
    return (*boost::get_property(graph, boost::graph_bundle).links)[graph[edge].index()];
}

/// The links that leave the vertex, in the order of the story.
std::span<const LinkId> linksFrom(const StoryGraph& graph, Vertex vertex);

/// An edge predicate for `boost::filtered_graph` that keeps the links of the kinds for which `keeps` is true. Default
/// construction is for Boost's iterators only.
template <bool (*keeps)(model::LinkKind)>
struct LinksThat
{
    const StoryGraph* graph = nullptr;

    bool operator()(Edge edge) const { return keeps(linkAt(*graph, edge).kind); }
};

/// The same vertices with the causal links alone: what the questions run on. A view, made in O(1); it models Boost's
/// BidirectionalGraph and VertexListGraph, so that its searches, dominator trees and centralities take it as it is.
using CausalGraph = boost::filtered_graph<StoryGraph, LinksThat<model::isCausal>>;
/// The causal links and `precedes`.
using OrderingGraph = boost::filtered_graph<StoryGraph, LinksThat<model::isOrdering>>;

/// Views on `graph`, which must outlive them.
CausalGraph causalGraph(const StoryGraph& graph);
OrderingGraph orderingGraph(const StoryGraph& graph);

/// The way from the public handle to what is inside, for the questions of this folder. The references live as long as
/// a copy of the handle.
struct GraphAccess
{
    static const StoryGraph& boostGraph(const EventGraph& graph);
    /// One loop for each strong component of the causal links that has one, by smallest id.
    static const std::vector<std::vector<EventId>>& causalLoops(const EventGraph& graph);
};

} // namespace fabula::graph
