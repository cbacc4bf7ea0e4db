#include "graph/chains.hpp"

#include "graph/knots.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <numeric>

namespace fabula::graph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// More than one part in so many of the story is faster read off a list of all than sorted.
constexpr std::size_t kSortedShare = 16;

/// Where each event stands among the steps.
class Places
{
public:
    explicit Places(std::size_t events) : places_(events, kNone) {}
    bool known(EventId event) const { return places_[event.index()] != kNone; }
    std::uint32_t& operator[](EventId event) { return places_[event.index()]; }

private:
    std::vector<std::uint32_t> places_;
};

void sortLinks(std::vector<LinkId>& links, std::size_t all)
{
    if (links.size() < all / kSortedShare) {
        std::sort(links.begin(), links.end());
        return;
    }
    std::vector<bool> among(all, false);
    for (const LinkId link : links)
        among[link.index()] = true;
    links.clear();
    for (std::size_t i = 0; i < all; ++i) {
        if (among[i])
            links.emplace_back(i);
    }
}

/// Breadth first from the event asked about: the steps with their layers, and the links.
void findLayers(const Scope& scope, Chains& chains, Places& places)
{
    places[chains.asked] = 0;
    chains.steps.push_back({chains.asked, 0, {}, {}, 0});
    for (std::size_t next = 0; next < chains.steps.size(); ++next) {
        const std::size_t layer = chains.steps[next].layer + 1;
        scope.eachLink(chains.steps[next].event, chains.way, [&](LinkId link, EventId other) {
            chains.links.push_back(link);
            if (places.known(other))
                return;
            places[other] = static_cast<std::uint32_t>(chains.steps.size());
            chains.steps.push_back({other, layer, {}, {}, 0});
        });
    }
    sortLinks(chains.links, scope.story().links.size());
}

/// Grows the tree of best chains from the event asked about, strongest first: a queue for each strength that a chain
/// can have. Within a queue chains come roughly by length.
class BestChains
{
public:
    BestChains(const Scope& scope, Chains& chains, Places& places)
        : scope_(scope), chains_(chains), places_(places), done_(chains.steps.size(), false)
    {
    }

    void find()
    {
        queues_[kStrongest].push_back({0, {}, {}, 0});
        for (std::size_t strength = queues_.size(); strength-- > 0;) {
            // The queue grows while it is read.
            for (std::size_t next = 0; next < queues_[strength].size(); ++next) {
                const Offer offer = queues_[strength][next];
                if (done_[offer.step])
                    continue;
                done_[offer.step] = true;
                accept(offer);
            }
        }
    }

private:
    struct Offer
    {
        std::uint32_t step;
        LinkId link;
        LinkId weakest;
        std::uint32_t length;
    };

    void accept(const Offer& offer)
    {
        ChainStep& step = chains_.steps[offer.step];
        step.link = offer.link;
        step.weakest = offer.weakest;
        step.length = offer.length;
        const Strength before = offer.weakest.valid() ? scope_.strength(offer.weakest) : kStrongest;
        scope_.eachStep(step.event, chains_.way, [&](const CausalStep& link) {
            const std::uint32_t place = places_[link.other];
            if (done_[place])
                return;
            const bool weaker = !offer.weakest.valid() || link.strength <= before;
            queues_[std::min(before, link.strength)].push_back(
                {place, link.link, weaker ? link.link : offer.weakest, offer.length + 1});
        });
    }

    const Scope& scope_;
    Chains& chains_;
    Places& places_;
    std::vector<bool> done_; ///< by step
    std::array<std::vector<Offer>, kStrongest + 1> queues_;
};

/// Without the event asked about; by layer, then strength, then date. The steps stand by layer already.
void sortSteps(const Scope& scope, Chains& chains, Places& places)
{
    const EventGraph& graph = scope.graph();
    std::vector<EventId> byDate;
    if (chains.steps.size() < graph.order().size() / kSortedShare) {
        for (const ChainStep& step : chains.steps)
            byDate.push_back(step.event);
        std::sort(byDate.begin(), byDate.end(),
                  [&](EventId a, EventId b) { return graph.position(a) < graph.position(b); });
    } else {
        std::copy_if(graph.order().begin(), graph.order().end(), std::back_inserter(byDate),
                     [&](EventId event) { return places.known(event); });
    }
    // A counting sort: each layer and strength is a drawer, in which the steps lie by date.
    const auto drawerOf = [&](const ChainStep& step) {
        return step.layer * (kStrongest + 1) + kStrongest - scope.strength(step.weakest);
    };
    std::vector<std::uint32_t> drawers((chains.steps.back().layer + 1) * (kStrongest + 1) + 1, 0);
    std::vector<std::size_t> drawerOfStep(chains.steps.size(), 0);
    for (std::size_t i = 1; i < chains.steps.size(); ++i) {
        drawerOfStep[i] = drawerOf(chains.steps[i]);
        ++drawers[drawerOfStep[i] + 1];
    }
    std::partial_sum(drawers.begin(), drawers.end(), drawers.begin());
    std::vector<ChainStep> sorted(chains.steps.size() - 1);
    for (const EventId event : byDate) {
        const std::uint32_t place = places[event];
        if (place > 0)
            sorted[drawers[drawerOfStep[place]]++] = chains.steps[place];
    }
    chains.steps = std::move(sorted);
}

void addLoops(const Scope& scope, Chains& chains, Places& places)
{
    const Knots knots(scope);
    for (const std::vector<EventId>& knot : knots.all()) {
        if (places.known(knot.front()))
            chains.loops.push_back(knot);
    }
}

} // namespace

const ChainStep* Chains::find(EventId event) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const ChainStep& s) { return s.event == event; });
    return found == steps.end() ? nullptr : &*found;
}

Chains chains(const Scope& scope, EventId event, Way way)
{
    Chains found;
    found.asked = event;
    found.way = way;
    if (!scope.has(event))
        return found;
    Places places(scope.story().events.size());
    findLayers(scope, found, places);
    BestChains(scope, found, places).find();
    addLoops(scope, found, places);
    sortSteps(scope, found, places);
    return found;
}

std::vector<LinkId> bestChain(const Chains& chains, const ChainStep& step, const model::Story& story)
{
    std::vector<LinkId> firstLinks(story.events.size());
    for (const ChainStep& each : chains.steps)
        firstLinks[each.event.index()] = each.link;
    std::vector<LinkId> links;
    for (LinkId link = step.link; link.valid();) {
        links.push_back(link);
        const model::Link& claim = story[link];
        link = firstLinks[(chains.way == Way::causes ? claim.to : claim.from).index()];
    }
    return links;
}

} // namespace fabula::graph
