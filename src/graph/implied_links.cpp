#include "graph/implied_links.hpp"

#include "graph/knots.hpp"
#include "graph/watch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fabula::graph {
namespace {

constexpr std::size_t kStepsOfAll = 50'000'000;
constexpr std::size_t kFewestSteps = 32;

/// Which events are joined at one of their ends by links of one kind to several others: without that there is no way
/// around a link.
class Forks
{
public:
    /// Of the links at `end`, which lead to `otherEnd`.
    Forks(const model::Story& story, EventId model::Link::*end, EventId model::Link::*otherEnd)
        : forks_(story.events.size() * kKinds, false)
    {
        std::vector<EventId> others(forks_.size());
        for (const model::Link& link : story.links) {
            EventId& other = others[place(link.*end, link.kind)];
            if (!other.valid())
                other = link.*otherEnd;
            else if (other != link.*otherEnd)
                forks_[place(link.*end, link.kind)] = true;
        }
    }

    bool at(EventId event, model::LinkKind kind) const { return forks_[place(event, kind)]; }

private:
    static constexpr std::size_t kKinds = model::kLinkKindNames.size();

    static std::size_t place(EventId event, model::LinkKind kind)
    {
        return event.index() * kKinds + static_cast<std::size_t>(kind);
    }

    std::vector<bool> forks_; ///< by event and kind
};

/// Searches ways around links. The marks of one search are told from those of earlier ones by its number, so that
/// nothing is cleared between searches.
class WayAround
{
public:
    explicit WayAround(const Scope& scope)
        : scope_(scope), graph_(scope.graph()), story_(scope.story()), loops_(!graph_.causalLoop().empty()),
          forksAfter_(story_, &model::Link::from, &model::Link::to),
          forksBefore_(story_, &model::Link::to, &model::Link::from), searchOf_(story_.events.size(), kNoSearch),
          reachedFrom_(story_.events.size()), implied_(loops_ ? story_.links.size() : 0, false)
    {
    }

    /// A shortest way other than the link itself and its repeats; empty if there is none within `steps` links.
    std::vector<EventId> find(const model::Link& link, std::size_t steps)
    {
        if (!forksAfter_.at(link.from, link.kind) || !forksBefore_.at(link.to, link.kind))
            return {};
        ++search_;
        queue_.assign(1, link.from);
        for (std::size_t next = 0; next < queue_.size(); ++next) {
            const EventId event = queue_[next];
            for (const LinkId id : graph_.linksFrom(event)) {
                if (steps-- == 0)
                    return {};
                const model::Link& step = story_[id];
                if (!scope_.has(id) || (loops_ && implied_[id.index()]))
                    continue;
                if (step.kind != link.kind || (step.from == link.from && step.to == link.to))
                    continue;
                if (step.to == link.to)
                    return wayTo(event, link);
                visit(step, link.to);
            }
        }
        return {};
    }

    /// In a graph with loops two links may imply each other, and one of them has to stay.
    void leaveOut(LinkId link)
    {
        if (loops_)
            implied_[link.index()] = true;
    }

private:
    static constexpr std::uint32_t kNoSearch = std::numeric_limits<std::uint32_t>::max();

    void visit(const model::Link& step, EventId goal)
    {
        const std::size_t index = step.to.index();
        if (searchOf_[index] == search_ || (!loops_ && graph_.position(step.to) > graph_.position(goal)))
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

    const Scope& scope_;
    const EventGraph& graph_;
    const model::Story& story_;
    bool loops_;
    Forks forksAfter_;
    Forks forksBefore_;
    std::vector<std::uint32_t> searchOf_;
    std::vector<EventId> reachedFrom_;
    std::vector<bool> implied_; ///< by link; kept only with loops
    std::vector<EventId> queue_;
    std::uint32_t search_ = 0;
};

} // namespace

std::vector<ImpliedLink> impliedLinks(const Scope& scope, const std::vector<LinkId>& candidates)
{
    std::vector<ImpliedLink> implied;
    if (candidates.empty())
        return implied;
    const std::size_t steps = std::max(kFewestSteps, kStepsOfAll / candidates.size());
    const Knots knots(scope);
    WayAround wayAround(scope);
    Watch watch(scope, candidates.size());
    for (const LinkId id : candidates) {
        if (!watch.goOn())
            break;
        const model::Link& link = scope.story()[id];
        if (knots.together(link.from, link.to))
            continue;
        std::vector<EventId> way = wayAround.find(link, steps);
        if (way.empty())
            continue;
        wayAround.leaveOut(id);
        implied.push_back({id, std::move(way)});
    }
    return implied;
}

std::vector<ImpliedLink> impliedLinks(const Scope& scope)
{
    std::vector<LinkId> candidates;
    for (std::size_t i = 0; i < scope.story().links.size(); ++i) {
        if (scope.follows(LinkId(i)))
            candidates.emplace_back(i);
    }
    return impliedLinks(scope, candidates);
}

} // namespace fabula::graph
