#include "graph/paths.hpp"

#include "graph/chain_search.hpp"
#include "graph/knots.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>

namespace fabula::graph {
namespace {

constexpr std::size_t kStepsForOthers = 3'000'000;

/// The strongest of the links from one event to the next; among equals the first in the story.
LinkId strongestLink(const Scope& scope, EventId from, EventId to)
{
    LinkId best;
    scope.eachLink(from, Way::effects, [&](LinkId link, EventId other) {
        if (other == to && (!best.valid() || scope.strength(link) > scope.strength(best)))
            best = link;
    });
    return best;
}

/// The chain along these events.
Chain chainAlong(const Scope& scope, std::vector<EventId> events)
{
    Chain chain;
    chain.events = std::move(events);
    for (std::size_t i = 0; i + 1 < chain.events.size(); ++i) {
        const LinkId link = strongestLink(scope, chain.events[i], chain.events[i + 1]);
        chain.links.push_back(link);
        if (!chain.weakest.valid() || scope.strength(link) < scope.strength(chain.weakest))
            chain.weakest = link;
    }
    return chain;
}

Strength strengthOf(const Scope& scope, const Chain& chain)
{
    return chain.weakest.valid() ? scope.strength(chain.weakest) : kStrongest;
}

bool better(const Scope& scope, const Chain& a, const Chain& b)
{
    const Strength strengthA = strengthOf(scope, a);
    const Strength strengthB = strengthOf(scope, b);
    return strengthA != strengthB ? strengthA > strengthB : a.links.size() < b.links.size();
}

std::optional<Chain> bestChain(const Scope& scope, ChainSearch& search, EventId from)
{
    std::size_t steps = ChainSearch::kNoLimit;
    const Chain found = search.best({{from}, {}, kStrongest}, steps);
    if (found.events.empty())
        return std::nullopt;
    return chainAlong(scope, found.events);
}

/// Where it is known that there is one.
Chain bestChain(const Scope& scope, EventId from, EventId to)
{
    ChainSearch search(scope, from, to);
    return *bestChain(scope, search, from);
}

/// Adds the next best chains after the best, which `chains` holds.
class OtherChains
{
public:
    OtherChains(const Scope& scope, ChainSearch& search, std::vector<Chain>& chains)
        : scope_(scope), search_(search), chains_(chains)
    {
    }

    /// True if all that were wanted, or all that exist, were found within the steps.
    bool find()
    {
        while (chains_.size() <= kOtherChains) {
            branchOff(chains_.back());
            if (candidates_.empty())
                break;
            const auto best = std::min_element(candidates_.begin(), candidates_.end(),
                                               [this](const Chain& a, const Chain& b) { return better(scope_, a, b); });
            chains_.push_back(*best);
            candidates_.erase(best);
        }
        return steps_ > 0;
    }

private:
    /// All that leave `chain` somewhere: for each of its events the best chain that keeps what stands before it and
    /// goes on otherwise than every chain found so far that begins the same.
    void branchOff(const Chain& chain)
    {
        for (std::size_t i = 0; i + 1 < chain.events.size() && steps_ > 0; ++i) {
            ChainSearch::Limits limits;
            limits.gone.assign(chain.events.begin(), chain.events.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            for (std::size_t before = 0; before < i; ++before)
                limits.atMost = std::min(limits.atMost, scope_.strength(chain.links[before]));
            for (const Chain& other : chains_) {
                if (other.events.size() > i + 1 &&
                    std::equal(limits.gone.begin(), limits.gone.end(), other.events.begin()))
                    limits.notNext.push_back(other.events[i + 1]);
            }
            std::vector<EventId> events = limits.gone;
            const Chain rest = search_.best(limits, steps_);
            if (rest.events.empty())
                continue;
            events.insert(events.end(), rest.events.begin() + 1, rest.events.end());
            const bool repeated = std::any_of(candidates_.begin(), candidates_.end(),
                                              [&](const Chain& candidate) { return candidate.events == events; });
            if (!repeated)
                candidates_.push_back(chainAlong(scope_, std::move(events)));
        }
    }

    const Scope& scope_;
    ChainSearch& search_;
    std::vector<Chain>& chains_;
    std::vector<Chain> candidates_;
    std::size_t steps_ = kStepsForOthers;
};

struct Meeting
{
    std::size_t distance = 0;
    EventId event;
};

/// Searches from one event layer by layer.
class Layers
{
public:
    Layers(const Scope& scope, EventId start, Way way)
        : scope_(scope), way_(way), distances_(scope.story().events.size(), kUnseen), newest_{start}
    {
        distances_[start.index()] = 0;
    }

    std::uint32_t depth() const { return depth_; }
    bool done() const { return newest_.empty(); }
    /// From the start; kUnseen as long as it was not met.
    std::uint32_t distance(EventId event) const { return distances_[event.index()]; }

    /// The events of the next layer.
    const std::vector<EventId>& next()
    {
        ++depth_;
        std::vector<EventId> found;
        for (const EventId event : newest_) {
            scope_.eachLink(event, way_, [&](LinkId, EventId other) {
                if (distances_[other.index()] != kUnseen)
                    return;
                distances_[other.index()] = depth_;
                found.push_back(other);
            });
        }
        newest_.swap(found);
        return newest_;
    }

    static constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

private:
    const Scope& scope_;
    Way way_;
    std::vector<std::uint32_t> distances_;
    std::vector<EventId> newest_;
    std::uint32_t depth_ = 0;
};

/// The event nearest to both, up or down the links. Both searches go on in turn until nothing nearer can come.
std::optional<Meeting> nearestMeeting(const Scope& scope, EventId a, EventId b, Way way)
{
    Layers fromA(scope, a, way);
    Layers fromB(scope, b, way);
    std::optional<Meeting> nearest;
    const auto rank = [&](const Meeting& meeting) {
        return std::tuple(meeting.distance, scope.graph().position(meeting.event));
    };
    const auto goOn = [&](Layers& one, const Layers& other) {
        for (const EventId event : one.next()) {
            if (other.distance(event) == Layers::kUnseen)
                continue;
            const Meeting meeting{std::size_t{one.depth()} + other.distance(event), event};
            if (!nearest.has_value() || rank(meeting) < rank(*nearest))
                nearest = meeting;
        }
    };
    // What one search has not met yet lies deeper than it is, and a link or more from the other start.
    const auto better = [&] {
        const std::size_t open =
            std::min(fromA.done() ? Layers::kUnseen : fromA.depth(), fromB.done() ? Layers::kUnseen : fromB.depth());
        return !nearest.has_value() || open + 2 <= nearest->distance;
    };
    while ((!fromA.done() || !fromB.done()) && better()) {
        const bool aIsDeeper = fromA.depth() > fromB.depth();
        if (fromA.done() || (aIsDeeper && !fromB.done()))
            goOn(fromB, fromA);
        else
            goOn(fromA, fromB);
    }
    return nearest;
}

void joinAtMeeting(const Scope& scope, Paths& paths)
{
    const std::optional<Meeting> cause = nearestMeeting(scope, paths.from, paths.to, Way::causes);
    const std::optional<Meeting> effect = nearestMeeting(scope, paths.from, paths.to, Way::effects);
    if (!cause.has_value() && !effect.has_value())
        return;
    if (cause.has_value() && (!effect.has_value() || cause->distance <= effect->distance)) {
        paths.join = Paths::Join::commonCause;
        paths.meeting = cause->event;
        paths.chains = {bestChain(scope, cause->event, paths.from), bestChain(scope, cause->event, paths.to)};
    } else {
        paths.join = Paths::Join::commonEffect;
        paths.meeting = effect->event;
        paths.chains = {bestChain(scope, paths.from, effect->event), bestChain(scope, paths.to, effect->event)};
    }
}

void addLoops(const Scope& scope, Paths& paths)
{
    const Knots knots(scope);
    // By the first event of a knot.
    std::vector<bool> met(scope.story().events.size(), false);
    for (const Chain& chain : paths.chains) {
        for (const EventId event : chain.events)
            met[knots.around(event).front().index()] = true;
    }
    for (const std::vector<EventId>& knot : knots.all()) {
        if (met[knot.front().index()])
            paths.loops.push_back(knot);
    }
}

} // namespace

Paths paths(const Scope& scope, EventId from, EventId to)
{
    Paths found;
    found.from = from;
    found.to = to;
    if (!scope.has(from) || !scope.has(to))
        return found;
    for (const bool backwards : {false, true}) {
        const EventId start = backwards ? to : from;
        ChainSearch search(scope, start, backwards ? from : to);
        std::optional<Chain> best = bestChain(scope, search, start);
        if (!best.has_value())
            continue;
        found.join = backwards ? Paths::Join::backwards : Paths::Join::chain;
        found.chains.push_back(std::move(*best));
        found.cutShort = !OtherChains(scope, search, found.chains).find();
        break;
    }
    if (found.join == Paths::Join::none)
        joinAtMeeting(scope, found);
    addLoops(scope, found);
    return found;
}

} // namespace fabula::graph
