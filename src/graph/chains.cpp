#include "graph/chains.hpp"

#include "graph/knots.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace fabula::graph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

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

/// Breadth first from the event asked about: the steps with their layers, and the links.
void findLayers(const Scope& scope, Chains& chains, Places& places)
{
    places[chains.asked] = 0;
    chains.steps.push_back({chains.asked, 0, {}, {}, 0});
    for (std::size_t next = 0; next < chains.steps.size(); ++next) {
        const ChainStep step = chains.steps[next];
        scope.eachLink(step.event, chains.way, [&](LinkId link, EventId other) {
            chains.links.push_back(link);
            if (places.known(other))
                return;
            places[other] = static_cast<std::uint32_t>(chains.steps.size());
            chains.steps.push_back({other, step.layer + 1, {}, {}, 0});
        });
    }
    std::sort(chains.links.begin(), chains.links.end());
}

/// Grows the tree of best chains from the event asked about, strongest first: a queue for each strength that a chain
/// can have. Within a queue chains come roughly by length.
class BestChains
{
public:
    BestChains(const Scope& scope, Chains& chains, Places& places) : scope_(scope), chains_(chains), places_(places) {}

    void find()
    {
        std::vector<bool> done(chains_.steps.size(), false);
        queues_[kStrongest].push_back({0, {}, {}, 0});
        for (std::size_t strength = queues_.size(); strength-- > 0;) {
            // The queue grows while it is read.
            for (std::size_t next = 0; next < queues_[strength].size(); ++next) {
                const Offer offer = queues_[strength][next];
                if (done[offer.step])
                    continue;
                done[offer.step] = true;
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
        scope_.eachLink(step.event, chains_.way, [&](LinkId link, EventId other) {
            const Strength strength = std::min(before, scope_.strength(link));
            const bool weaker = !offer.weakest.valid() || scope_.strength(link) <= before;
            queues_[strength].push_back({places_[other], link, weaker ? link : offer.weakest, offer.length + 1});
        });
    }

    const Scope& scope_;
    Chains& chains_;
    Places& places_;
    std::array<std::vector<Offer>, kStrongest + 1> queues_;
};

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
    found.steps.erase(found.steps.begin());
    const EventGraph& graph = scope.graph();
    std::sort(found.steps.begin(), found.steps.end(), [&](const ChainStep& a, const ChainStep& b) {
        if (a.layer != b.layer)
            return a.layer < b.layer;
        if (scope.strength(a.weakest) != scope.strength(b.weakest))
            return scope.strength(a.weakest) > scope.strength(b.weakest);
        return graph.position(a.event) < graph.position(b.event);
    });
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
