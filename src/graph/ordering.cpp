#include "graph/ordering.hpp"

#include "core/promise.hpp"
#include "graph/brackets.hpp"

#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <queue>
#include <utility>

namespace fabula::graph {
namespace {

/// The strong component of each vertex.
using Components = std::vector<std::size_t>;

/// Keeps the links that have a use.
struct UsedLinks
{
    const StoryGraph* graph = nullptr;
    const std::vector<LinkUse>* uses = nullptr;

    bool operator()(Edge edge) const { return (*uses)[(*graph)[edge].index()] != LinkUse::none; }
};

/// Keeps the causal links whose ends lie in one strong component: those that lie on a loop.
struct LoopingLinks
{
    const StoryGraph* graph = nullptr;
    const Components* components = nullptr;

    bool operator()(Edge edge) const
    {
        return model::isCausal(linkAt(*graph, edge).kind) &&
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

/// All vertices such that links with a use lead forward; fewer if these form a loop. Where all lead to larger ids, as
/// in a story that is told in order, that is the order of the ids; else Kahn's algorithm (CACM 5(11), 1962).
std::vector<Vertex> topologicalOrder(const StoryGraph& graph, const std::vector<LinkUse>& uses)
{
    const std::vector<model::Link>& links = *boost::get_property(graph, boost::graph_bundle).links;
    std::vector<Vertex> order;
    order.reserve(boost::num_vertices(graph));
    std::vector<std::uint32_t> missing(boost::num_vertices(graph), 0);
    bool rising = true;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (uses[i] == LinkUse::none)
            continue;
        ++missing[links[i].to.index()];
        rising = rising && links[i].from < links[i].to;
    }
    for (Vertex vertex = 0; vertex < missing.size(); ++vertex) {
        if (rising || missing[vertex] == 0)
            order.push_back(vertex);
    }
    for (std::size_t next = 0; next < order.size() && !rising; ++next) {
        for (auto [edge, end] = boost::out_edges(order[next], graph); edge != end; ++edge) {
            if (uses[graph[*edge].index()] != LinkUse::none && --missing[boost::target(*edge, graph)] == 0)
                order.push_back(boost::target(*edge, graph));
        }
    }
    return order;
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

    void back_edge(Edge edge, const LoopingGraph& graph) { (*uses_)[graph[edge].index()] = LinkUse::none; }

private:
    std::vector<LinkUse>* uses_;
};

/// Within a component a search starts at its smallest id, since Boost takes the vertices in turn.
void breakCausalLoops(const LoopingGraph& graph, std::vector<LinkUse>& uses)
{
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge)
        uses[graph[*edge].index()] = LinkUse::order;
    boost::depth_first_search(graph, boost::visitor(BackLinkBreaker(uses)));
}

void dropLoopingPrecedes(const StoryGraph& graph, std::vector<LinkUse>& uses)
{
    const Components components = strongComponents(orderingGraph(graph));
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge) {
        if (linkAt(graph, *edge).kind == model::LinkKind::precedes &&
            components[boost::source(*edge, graph)] == components[boost::target(*edge, graph)])
            uses[graph[*edge].index()] = LinkUse::none;
    }
}

} // namespace

Ordering ordering(const StoryGraph& graph)
{
    Ordering result;
    result.uses.assign(boost::num_edges(graph), LinkUse::none);
    const std::vector<model::Link>& links = *boost::get_property(graph, boost::graph_bundle).links;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (model::isOrdering(links[i].kind))
            result.uses[i] = LinkUse::orderAndBracket;
    }
    result.topological = topologicalOrder(graph, result.uses);
    if (result.topological.size() == boost::num_vertices(graph))
        return result;

    const Components components = strongComponents(causalGraph(graph));
    const LoopingGraph looping(graph, {&graph, &components});
    result.causalLoops = loopsOf(looping, components);
    breakCausalLoops(looping, result.uses);
    dropLoopingPrecedes(graph, result.uses);
    result.topological = topologicalOrder(graph, result.uses);
    FABULA_PROMISE(result.topological.size() == boost::num_vertices(graph), "a loop of links was left unbroken");
    return result;
}

namespace {

/// The events by earliest derived date, then by id, and where each stands among them.
struct DateOrder
{
    std::vector<Vertex> events;
    std::vector<std::uint32_t> ranks;

    explicit DateOrder(const BracketTable& brackets) : ranks(brackets.size())
    {
        std::vector<std::pair<time::Instant, Vertex>> dated;
        dated.reserve(brackets.size());
        for (Vertex vertex = 0; vertex < brackets.size(); ++vertex)
            dated.emplace_back(brackets.derived(eventOf(vertex)).begin, vertex);
        std::sort(dated.begin(), dated.end());
        events.reserve(dated.size());
        for (const auto& [date, vertex] : dated) {
            ranks[vertex] = static_cast<std::uint32_t>(events.size());
            events.push_back(vertex);
        }
    }
};

} // namespace

std::vector<EventId> orderByDate(const StoryGraph& graph, const std::vector<LinkUse>& uses,
                                 const BracketTable& brackets)
{
    const std::vector<model::Link>& links = *boost::get_property(graph, boost::graph_bundle).links;
    std::vector<std::uint32_t> missing(brackets.size(), 0);
    for (std::size_t i = 0; i < links.size(); ++i)
        missing[links[i].to.index()] += uses[i] != LinkUse::none ? 1 : 0;

    const DateOrder byDate(brackets);
    std::size_t next = 0; // all that stand before it are in the order, or wait for something
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> late; // ready, but before `next`
    std::vector<EventId> order;
    order.reserve(brackets.size());
    while (order.size() < brackets.size()) {
        std::size_t rank = next;
        if (late.empty()) {
            while (missing[byDate.events[rank]] > 0)
                ++rank;
            next = rank + 1;
        } else {
            rank = late.top();
            late.pop();
        }
        const Vertex vertex = byDate.events[rank];
        order.push_back(eventOf(vertex));
        for (auto [edge, end] = boost::out_edges(vertex, graph); edge != end; ++edge) {
            const Vertex target = boost::target(*edge, graph);
            if (uses[graph[*edge].index()] != LinkUse::none && --missing[target] == 0 && byDate.ranks[target] < next)
                late.push(byDate.ranks[target]);
        }
    }
    return order;
}

} // namespace fabula::graph
