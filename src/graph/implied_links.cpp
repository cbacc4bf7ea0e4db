#include "graph/implied_links.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fabula::graph {
namespace {

constexpr std::size_t kStepsOfAll = 50'000'000;
constexpr std::size_t kFewestSteps = 32;

/// Searches ways around links. The marks of one search are told from those of earlier ones by its number, so that
/// nothing is cleared between searches.
class WayAround
{
public:
    explicit WayAround(const EventGraph& graph)
        : graph_(graph), story_(graph.story()), searchOf_(story_.events.size(), kNoSearch),
          reachedFrom_(story_.events.size())
    {
    }

    /// A shortest way other than the link itself and its repeats; empty if there is none within `steps` links.
    std::vector<EventId> find(const model::Link& link, std::size_t steps)
    {
        if (!hasOther(graph_.linksFrom(link.from), link) || !hasOther(graph_.linksTo(link.to), link))
            return {};
        ++search_;
        queue_.assign(1, link.from);
        for (std::size_t next = 0; next < queue_.size(); ++next) {
            const EventId event = queue_[next];
            for (const LinkId id : graph_.linksFrom(event)) {
                if (steps-- == 0)
                    return {};
                const model::Link& step = story_[id];
                if (step.kind != link.kind || (step.from == link.from && step.to == link.to))
                    continue;
                if (step.to == link.to)
                    return wayTo(event, link);
                visit(step, link.to);
            }
        }
        return {};
    }

private:
    static constexpr std::uint32_t kNoSearch = std::numeric_limits<std::uint32_t>::max();

    /// Whether one of `links` is of the same kind and does not join the same two events.
    bool hasOther(std::span<const LinkId> links, const model::Link& link) const
    {
        return std::any_of(links.begin(), links.end(), [&](LinkId id) {
            const model::Link& other = story_[id];
            return other.kind == link.kind && (other.from != link.from || other.to != link.to);
        });
    }

    void visit(const model::Link& step, EventId goal)
    {
        const std::size_t index = step.to.index();
        if (searchOf_[index] == search_ || graph_.position(step.to) > graph_.position(goal))
            return;
        searchOf_[index] = search_;
        reachedFrom_[index] = step.from;
        queue_.push_back(step.to);
    }

    std::vector<EventId> wayTo(EventId last, const model::Link& link) const
    {
        std::vector<EventId> way{link.to};
        for (EventId event = last; event != link.from; event = reachedFrom_[event.index()])
            way.push_back(event);
        way.push_back(link.from);
        std::reverse(way.begin(), way.end());
        return way;
    }

    const EventGraph& graph_;
    const model::Story& story_;
    std::vector<std::uint32_t> searchOf_;
    std::vector<EventId> reachedFrom_;
    std::vector<EventId> queue_;
    std::uint32_t search_ = 0;
};

} // namespace

std::vector<ImpliedLink> impliedLinks(const EventGraph& graph, const std::vector<LinkId>& candidates)
{
    std::vector<ImpliedLink> implied;
    if (candidates.empty())
        return implied;
    const std::size_t steps = std::max(kFewestSteps, kStepsOfAll / candidates.size());
    WayAround wayAround(graph);
    for (const LinkId link : candidates) {
        std::vector<EventId> way = wayAround.find(graph.story()[link], steps);
        if (!way.empty())
            implied.push_back({link, std::move(way)});
    }
    return implied;
}

} // namespace fabula::graph
