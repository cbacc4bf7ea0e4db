#include "graph/ordering.hpp"

#include "core/promise.hpp"

#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <queue>
#include <tuple>

namespace fabula::graph {
namespace {

/// The strong component of each vertex.
using Components = std::vector<std::size_t>;

/// Keeps the links that have a use.
struct UsedLinks
{
    const StoryGraph* graph = nullptr;
    const std::vector<LinkUse>* uses = nullptr;

    bool operator()(Edge edge) const { return (*uses)[(*graph)[edge].link.index()] != LinkUse::none; }
};

/// Keeps the causal links whose ends lie in one strong component: those that lie on a loop.
struct LoopingLinks
{
    const StoryGraph* graph = nullptr;
    const Components* components = nullptr;

    bool operator()(Edge edge) const
    {
        return model::isCausal((*graph)[edge].kind) &&
               (*components)[boost::source(edge, *graph)] == (*components)[boost::target(edge, *graph)];
    }
};
using LoopingGraph = boost::filtered_graph<StoryGraph, LoopingLinks>;

template <class Graph>
Components strongComponents(const Graph& graph)
{
    Components components(boost::num_vertices(graph));
    boost::strong_components(
        graph, boost::make_iterator_property_map(components.begin(), boost::get(boost::vertex_index, graph)));
    return components;
}

/// Empty if the graph has a loop (or no vertex).
template <class Graph>
std::vector<Vertex> topologicalSort(const Graph& graph)
{
    std::vector<Vertex> backwards;
    backwards.reserve(boost::num_vertices(graph));
    try {
        boost::topological_sort(graph, std::back_inserter(backwards));
    } catch (const boost::not_a_dag&) {
        return {};
    }
    std::reverse(backwards.begin(), backwards.end());
    return backwards;
}

/// The targets of a vertex's edges, smallest first.
std::vector<Vertex> sortedTargets(const LoopingGraph& graph, Vertex vertex)
{
    std::vector<Vertex> targets;
    for (auto [edge, end] = boost::out_edges(vertex, graph); edge != end; ++edge)
        targets.push_back(boost::target(*edge, graph));
    std::sort(targets.begin(), targets.end());
    return targets;
}

/// The shortest loop through `start`, which must lie on one: a breadth-first search that takes smaller ids first and
/// so meets each vertex on the smallest of its shortest ways. `reachedFrom` is scratch, one entry for each vertex.
std::vector<EventId> shortestLoop(const LoopingGraph& graph, Vertex start, std::vector<Vertex>& reachedFrom)
{
    const Vertex unreached = StoryGraph::null_vertex();
    std::deque<Vertex> waiting{start};
    while (!waiting.empty()) {
        const Vertex vertex = waiting.front();
        waiting.pop_front();
        for (const Vertex target : sortedTargets(graph, vertex)) {
            if (target == start) {
                std::vector<EventId> loop;
                for (Vertex step = vertex; step != start; step = reachedFrom[step])
                    loop.push_back(eventOf(step));
                loop.push_back(eventOf(start));
                std::reverse(loop.begin(), loop.end());
                return loop;
            }
            if (reachedFrom[target] == unreached) {
                reachedFrom[target] = vertex;
                waiting.push_back(target);
            }
        }
    }
    core::brokenPromise("no loop through a vertex of a looping component", __FILE__, __LINE__);
}

std::vector<std::vector<EventId>> loopsOf(const LoopingGraph& graph, const Components& components)
{
    std::vector<std::vector<EventId>> loops;
    std::vector<Vertex> reachedFrom(components.size(), StoryGraph::null_vertex());
    std::vector<bool> seen(components.size(), false);
    for (Vertex vertex = 0; vertex < components.size(); ++vertex) {
        const auto [edge, end] = boost::out_edges(vertex, graph);
        if (edge == end || seen[components[vertex]])
            continue;
        seen[components[vertex]] = true;
        loops.push_back(shortestLoop(graph, vertex, reachedFrom));
    }
    return loops;
}

/// Takes their use from the links by which a search comes back to where it has been.
class BackLinkBreaker : public boost::default_dfs_visitor
{
public:
    explicit BackLinkBreaker(std::vector<LinkUse>& uses) : uses_(&uses) {}

    void back_edge(Edge edge, const LoopingGraph& graph) { (*uses_)[graph[edge].link.index()] = LinkUse::none; }

private:
    std::vector<LinkUse>* uses_;
};

/// Within a component a search starts at its smallest id, since Boost takes the vertices in turn.
void breakCausalLoops(const LoopingGraph& graph, std::vector<LinkUse>& uses)
{
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge)
        uses[graph[*edge].link.index()] = LinkUse::order;
    boost::depth_first_search(graph, boost::visitor(BackLinkBreaker(uses)));
}

void dropLoopingPrecedes(const StoryGraph& graph, std::vector<LinkUse>& uses)
{
    const Components components = strongComponents(orderingGraph(graph));
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge) {
        if (graph[*edge].kind == model::LinkKind::precedes &&
            components[boost::source(*edge, graph)] == components[boost::target(*edge, graph)])
            uses[graph[*edge].link.index()] = LinkUse::none;
    }
}

} // namespace

Ordering ordering(const StoryGraph& graph)
{
    Ordering result;
    result.uses.assign(boost::num_edges(graph), LinkUse::none);
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge) {
        if (model::isOrdering(graph[*edge].kind))
            result.uses[graph[*edge].link.index()] = LinkUse::orderAndBracket;
    }
    result.topological = topologicalSort(orderingGraph(graph));
    if (result.topological.size() == boost::num_vertices(graph))
        return result;

    const Components components = strongComponents(causalGraph(graph));
    const LoopingGraph looping(graph, {&graph, &components});
    result.causalLoops = loopsOf(looping, components);
    breakCausalLoops(looping, result.uses);
    dropLoopingPrecedes(graph, result.uses);
    result.topological = topologicalSort(boost::filtered_graph<StoryGraph, UsedLinks>(graph, {&graph, &result.uses}));
    FABULA_PROMISE(result.topological.size() == boost::num_vertices(graph), "a loop of links was left unbroken");
    return result;
}

std::vector<EventId> orderByDate(const StoryGraph& graph, const std::vector<LinkUse>& uses,
                                 const std::vector<Bracket>& brackets)
{
    const boost::filtered_graph<StoryGraph, UsedLinks> used(graph, {&graph, &uses});
    std::vector<std::uint32_t> missing(brackets.size(), 0);
    for (auto [edge, end] = boost::edges(used); edge != end; ++edge)
        ++missing[boost::target(*edge, used)];

    using Candidate = std::tuple<time::Instant, Vertex>;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> ready;
    for (Vertex vertex = 0; vertex < missing.size(); ++vertex) {
        if (missing[vertex] == 0)
            ready.emplace(brackets[vertex].derived.begin, vertex);
    }
    std::vector<EventId> order;
    order.reserve(brackets.size());
    while (!ready.empty()) {
        const Vertex vertex = std::get<Vertex>(ready.top());
        ready.pop();
        order.push_back(eventOf(vertex));
        for (auto [edge, end] = boost::out_edges(vertex, used); edge != end; ++edge) {
            const Vertex target = boost::target(*edge, used);
            if (--missing[target] == 0)
                ready.emplace(brackets[target].derived.begin, target);
        }
    }
    return order;
}

} // namespace fabula::graph
