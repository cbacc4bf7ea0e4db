#include "layout/causal/network_simplex.hpp"

#include "layout/causal/ranking.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace fabula::layout {

namespace {

constexpr Index kNone = std::numeric_limits<Index>::max();

/// A spanning tree of tight arcs (those of length 1), with the cut value of each: how much the sum of lengths grows for
/// each layer by which the arc is made longer. Nodes are numbered so that a subtree is a range: `low` to `lim`.
class TightTree
{
public:
    TightTree(Index nodes, std::span<const Arc> arcs, std::vector<Index>& ranks)
        : arcs_(arcs), ranks_(ranks), out_(arcsByNode(nodes, arcs, true)), in_(arcsByNode(nodes, arcs, false)),
          inTree_(arcs.size(), false), cut_(arcs.size(), 0), treeArcs_(nodes), parent_(nodes, kNone), low_(nodes, 0),
          lim_(nodes, 0)
    {
        grow();
        number(0, kNone, 0);
        rate();
    }

    /// Exchanges one arc whose lengthening pays; false if there is none.
    bool improve()
    {
        const Index leaving = nextLeaving();
        if (leaving == kNone)
            return false;
        exchange(leaving, entering(leaving));
        return true;
    }

    std::uint64_t steps() const { return steps_; }

private:
    Index length(Index arc) const { return ranks_[arcs_[arc].to] - ranks_[arcs_[arc].from]; }
    Index otherEnd(Index arc, Index node) const { return arcs_[arc].from == node ? arcs_[arc].to : arcs_[arc].from; }
    bool below(Index node, Index top) const { return low_[top] <= lim_[node] && lim_[node] <= lim_[top]; }
    /// The end of a tree arc that is farther from the root.
    Index lowerEnd(Index arc) const { return parent_[arcs_[arc].from] == arc ? arcs_[arc].from : arcs_[arc].to; }

    template <class Visit>
    void eachArc(Index node, Visit visit) const
    {
        for (const Index arc : out_.of(node))
            visit(arc);
        for (const Index arc : in_.of(node))
            visit(arc);
    }

    void reach(Index first, std::vector<bool>& reached, std::vector<Index>& members)
    {
        std::size_t next = members.size();
        members.push_back(first);
        reached[first] = true;
        for (; next < members.size(); ++next) {
            eachArc(members[next], [&](Index arc) {
                const Index other = otherEnd(arc, members[next]);
                if (reached[other] || length(arc) != 1)
                    return;
                reached[other] = true;
                inTree_[arc] = true;
                members.push_back(other);
            });
        }
    }

    /// Arcs between the tree and the rest by their length when the tree had not moved yet, the shortest first, then the
    /// smallest.
    using OpenArcs = std::priority_queue<std::pair<std::int32_t, Index>, std::vector<std::pair<std::int32_t, Index>>,
                                         std::greater<>>;

    static bool shorter(std::pair<std::int32_t, Index> leaving, std::pair<std::int32_t, Index> entering,
                        std::int32_t moved)
    {
        return std::pair(leaving.first - moved, leaving.second) < std::pair(entering.first + moved, entering.second);
    }

    // Grows the tree from node 0 along tight arcs; where it ends, all of it moves until the shortest arc to the rest is
    // tight. Its nodes are left where they are: `moved` is how far they stand from there. Arcs out of the tree become
    // shorter by it, those into it longer.
    void grow()
    {
        std::vector<bool> reached(treeArcs_.size(), false);
        std::vector<Index> members;
        OpenArcs leaving;
        OpenArcs entering;
        std::int32_t moved = 0;
        for (Index first = 0;;) {
            const std::size_t old = members.size();
            reach(first, reached, members);
            // Ranks wrap around below 0 and are made whole by `normaliseRanks`: only differences count here.
            for (std::size_t i = old; i < members.size(); ++i)
                ranks_[members[i]] -= static_cast<Index>(moved);
            for (std::size_t i = old; i < members.size(); ++i)
                eachArc(members[i], [&](Index arc) {
                    if (!reached[otherEnd(arc, members[i])])
                        (arcs_[arc].from == members[i] ? leaving : entering)
                            .emplace(static_cast<std::int32_t>(length(arc)), arc);
                });
            if (members.size() == treeArcs_.size())
                break;
            for (OpenArcs* open : {&leaving, &entering})
                while (!open->empty() &&
                       reached[arcs_[open->top().second].from] == reached[arcs_[open->top().second].to])
                    open->pop();
            const bool forward =
                entering.empty() || (!leaving.empty() && shorter(leaving.top(), entering.top(), moved));
            const auto [rest, best] = forward ? leaving.top() : entering.top();
            moved = forward ? rest - 1 : 1 - rest;
            inTree_[best] = true;
            first = forward ? arcs_[best].to : arcs_[best].from;
        }
        for (Index arc = 0; arc < arcs_.size(); ++arc)
            if (inTree_[arc])
                for (const Index end : {arcs_[arc].from, arcs_[arc].to})
                    treeArcs_[end].push_back(arc);
    }

    // Numbers the subtree of `top` from `next` on, in postorder.
    void number(Index top, Index parentArc, Index next)
    {
        parent_[top] = parentArc;
        low_[top] = next;
        stack_.assign(1, {top, 0});
        while (!stack_.empty()) {
            auto& [node, at] = stack_.back();
            if (at == treeArcs_[node].size()) {
                lim_[node] = next++;
                ++steps_;
                stack_.pop_back();
                continue;
            }
            const Index arc = treeArcs_[node][at++];
            if (arc == parent_[node])
                continue;
            const Index child = otherEnd(arc, node);
            parent_[child] = arc;
            low_[child] = next;
            stack_.emplace_back(child, 0);
        }
    }

    // Arcs within a subtree cancel out, so what leaves it less what enters it is a sum over its nodes.
    void rate()
    {
        std::vector<Index> postorder(lim_.size());
        for (Index node = 0; node < lim_.size(); ++node)
            postorder[lim_[node]] = node;
        std::vector<int> surplus(lim_.size(), 0);
        for (const Index node : postorder) {
            surplus[node] += static_cast<int>(out_.of(node).size()) - static_cast<int>(in_.of(node).size());
            const Index up = parent_[node];
            if (up == kNone)
                continue;
            cut_[up] = arcs_[up].from == node ? surplus[node] : -surplus[node];
            surplus[otherEnd(up, node)] += surplus[node];
        }
    }

    // A round through the arcs, so that each gets its turn; the worst of the first few that pay.
    Index nextLeaving()
    {
        constexpr Index kEnough = 30;
        Index best = kNone;
        Index found = 0;
        for (Index step = 0; step < arcs_.size() && found < kEnough; ++step, ++steps_) {
            if (++search_ >= arcs_.size())
                search_ = 0;
            if (!inTree_[search_] || cut_[search_] >= 0)
                continue;
            ++found;
            if (best == kNone || cut_[search_] < cut_[best])
                best = search_;
        }
        return best;
    }

    // The shortest arc from the head's side of the tree back to the tail's.
    Index entering(Index leaving)
    {
        const Index top = lowerEnd(leaving);
        const bool topIsTail = arcs_[leaving].from == top;
        Index best = kNone;
        members_.assign(1, top);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const Index node = members_[i];
            const std::span<const Index> arcs = topIsTail ? in_.of(node) : out_.of(node);
            steps_ += 1 + arcs.size();
            for (const Index arc : arcs)
                if (!below(otherEnd(arc, node), top) && (best == kNone || length(arc) < length(best)))
                    best = arc;
            for (const Index arc : treeArcs_[node])
                if (arc != parent_[node])
                    members_.push_back(otherEnd(arc, node));
        }
        return best;
    }

    void exchange(Index leaving, Index enteringArc)
    {
        const Index top = lowerEnd(leaving);
        const Index by = length(enteringArc) - 1;
        // `members_` still holds the subtree of `top`.
        for (const Index node : members_)
            ranks_[node] += arcs_[leaving].from == top ? 0 - by : by;

        const Index tail = arcs_[enteringArc].from;
        const Index head = arcs_[enteringArc].to;
        const int value = cut_[leaving];
        const Index meeting = addAlongPath(tail, head, value, true);
        addAlongPath(head, tail, value, false);
        cut_[enteringArc] = -value;
        cut_[leaving] = 0;
        inTree_[leaving] = false;
        inTree_[enteringArc] = true;
        for (const Index end : {arcs_[leaving].from, arcs_[leaving].to}) {
            steps_ += treeArcs_[end].size();
            std::erase(treeArcs_[end], leaving);
        }
        for (const Index end : {tail, head})
            treeArcs_[end].push_back(enteringArc);
        number(meeting, parent_[meeting], low_[meeting]);
    }

    // Climbs from `node` to the first node that has `other` below it, adding to the cut values on the way.
    Index addAlongPath(Index node, Index other, int value, bool fromTail)
    {
        for (; !below(other, node); ++steps_) {
            const Index arc = parent_[node];
            const bool climbsAlong = arcs_[arc].from == node;
            cut_[arc] += climbsAlong == fromTail ? value : -value;
            node = otherEnd(arc, node);
        }
        return node;
    }

    std::span<const Arc> arcs_;
    std::vector<Index>& ranks_;
    Adjacency out_;
    Adjacency in_;
    std::vector<bool> inTree_;
    std::vector<int> cut_;
    std::vector<std::vector<Index>> treeArcs_; ///< by node
    std::vector<Index> parent_;                ///< the arc towards the root
    std::vector<Index> low_;                   ///< the least number in the node's subtree
    std::vector<Index> lim_;                   ///< the node's own number, the greatest in its subtree
    std::vector<std::pair<Index, Index>> stack_;
    std::vector<Index> members_;
    Index search_ = 0;
    std::uint64_t steps_ = 0;
};

// Layers of nodes that could as well stand elsewhere are evened out, until so many layers were looked at.
void balance(Index nodes, std::span<const Arc> arcs, std::vector<Index>& ranks, std::uint64_t mostSteps)
{
    std::uint64_t steps = 0;
    const Adjacency out = arcsByNode(nodes, arcs, true);
    const Adjacency in = arcsByNode(nodes, arcs, false);
    std::vector<Index> population(*std::max_element(ranks.begin(), ranks.end()) + 1, 0);
    for (const Index rank : ranks)
        ++population[rank];
    for (Index node = 0; node < nodes; ++node) {
        if (out.of(node).size() != in.of(node).size() || out.of(node).empty())
            continue;
        Index first = 0;
        Index last = kNone;
        for (const Index arc : in.of(node))
            first = std::max(first, ranks[arcs[arc].from] + 1);
        for (const Index arc : out.of(node))
            last = std::min(last, ranks[arcs[arc].to] - 1);
        steps += last - first + 1;
        if (steps > mostSteps)
            return;
        Index best = ranks[node];
        for (Index rank = first; rank <= last; ++rank)
            if (population[rank] < population[best] - (best == ranks[node] ? 1 : 0))
                best = rank;
        --population[ranks[node]];
        ++population[best];
        ranks[node] = best;
    }
}

} // namespace

std::vector<Index> shortestRanks(Index nodes, std::span<const Arc> arcs, std::uint64_t mostSteps)
{
    std::vector<Index> ranks = longestPathRanks(nodes, arcs);
    if (nodes < 2)
        return ranks;
    TightTree tree(nodes, arcs, ranks);
    while (tree.steps() < mostSteps && tree.improve()) {
    }
    normaliseRanks(ranks);
    balance(nodes, arcs, ranks, mostSteps);
    normaliseRanks(ranks);
    return ranks;
}

} // namespace fabula::layout
