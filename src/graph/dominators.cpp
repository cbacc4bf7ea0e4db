#include "graph/dominators.hpp"

#include <limits>

namespace fabula::graph {
namespace {

/// The tree of dominators while it grows by leaves, with a jump pointer at each node by which nearest common ancestors
/// are found in logarithmic time. Node 0 is the virtual root.
class DominatorTree
{
public:
    using Node = std::uint32_t;

    explicit DominatorTree(std::size_t nodes) { nodes_.reserve(nodes + 1); }

    Node addLeaf(Node parent)
    {
        const Entry& above = nodes_[parent];
        const Entry& jumped = nodes_[above.jump];
        const bool longJump = above.depth - jumped.depth == jumped.depth - nodes_[jumped.jump].depth;
        nodes_.push_back({parent, longJump ? jumped.jump : parent, above.depth + 1});
        return static_cast<Node>(nodes_.size() - 1);
    }

    Node commonAncestor(Node a, Node b) const
    {
        if (nodes_[a].depth > nodes_[b].depth)
            a = ancestorAt(nodes_[b].depth, a);
        else
            b = ancestorAt(nodes_[a].depth, b);
        while (a != b) {
            const bool far = nodes_[a].jump != nodes_[b].jump;
            a = far ? nodes_[a].jump : nodes_[a].parent;
            b = far ? nodes_[b].jump : nodes_[b].parent;
        }
        return a;
    }

    Node parent(Node node) const { return nodes_[node].parent; }

private:
    struct Entry
    {
        Node parent = 0;
        Node jump = 0;
        std::uint32_t depth = 0;
    };

    Node ancestorAt(std::uint32_t depth, Node node) const
    {
        while (nodes_[node].depth > depth) {
            const Node jump = nodes_[node].jump;
            node = nodes_[jump].depth >= depth ? jump : nodes_[node].parent;
        }
        return node;
    }

    std::vector<Entry> nodes_{Entry()};
};

} // namespace

std::vector<std::uint32_t> dominatedCounts(const Scope& scope, const Knots& knots)
{
    constexpr DominatorTree::Node kNoCause = std::numeric_limits<DominatorTree::Node>::max();
    const std::size_t events = scope.story().events.size();
    DominatorTree tree(events);
    // By knot, by its first event's place in the tree.
    std::vector<DominatorTree::Node> nodes(events, 0);
    const std::vector<EventId> order = knots.inOrder();
    std::vector<std::uint32_t> dominated(1, 0);
    for (const EventId first : order) {
        DominatorTree::Node parent = kNoCause;
        const std::span<const EventId> knot = knots.around(first);
        for (const EventId event : knot) {
            scope.eachLink(event, Way::causes, [&](LinkId, EventId cause) {
                if (knots.together(cause, event))
                    return;
                const DominatorTree::Node node = nodes[cause.index()];
                parent = parent == kNoCause ? node : tree.commonAncestor(parent, node);
            });
        }
        const DominatorTree::Node node = tree.addLeaf(parent == kNoCause ? 0 : parent);
        for (const EventId event : knot)
            nodes[event.index()] = node;
        dominated.push_back(0);
    }
    // Children stand behind their parents.
    for (std::size_t i = order.size(); i > 0; --i) {
        const std::span<const EventId> knot = knots.around(order[i - 1]);
        const auto size = static_cast<std::uint32_t>(scope.has(order[i - 1]) ? knot.size() : 0);
        const auto node = static_cast<DominatorTree::Node>(i);
        dominated[tree.parent(node)] += dominated[node] + size;
    }
    std::vector<std::uint32_t> counts(events);
    for (std::size_t i = 0; i < events; ++i)
        counts[i] = dominated[nodes[i]];
    return counts;
}

} // namespace fabula::graph
