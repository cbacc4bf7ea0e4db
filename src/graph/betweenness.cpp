#include "graph/betweenness.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace fabula::graph {
namespace {

constexpr std::size_t kStepsOfSamples = 30'000'000;
constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

/// One breadth-first search and the way back, as Brandes does it.
class ShortestChains
{
public:
    explicit ShortestChains(const Scope& scope)
        : scope_(scope), distances_(scope.story().events.size(), kUnseen), chains_(distances_.size(), 0),
          dependencies_(distances_.size(), 0), shares_(distances_.size(), 0), metFrom_(distances_.size())
    {
    }

    void addSource(EventId source)
    {
        search(source);
        for (std::size_t i = reached_.size(); i-- > 1;) {
            const EventId event = reached_[i];
            eachEffect(event, [&](EventId effect) {
                if (distances_[effect.index()] == distances_[event.index()] + 1)
                    dependencies_[event.index()] +=
                        chains_[event.index()] / chains_[effect.index()] * (1 + dependencies_[effect.index()]);
            });
            shares_[event.index()] += dependencies_[event.index()];
        }
        pairs_ += static_cast<double>(reached_.size() - 1);
        for (const EventId event : reached_) {
            distances_[event.index()] = kUnseen;
            chains_[event.index()] = 0;
            dependencies_[event.index()] = 0;
        }
    }

    std::size_t steps() const { return steps_; }

    std::vector<double> shares() const
    {
        std::vector<double> shares = shares_;
        for (double& share : shares)
            share = pairs_ > 0 ? share / pairs_ : 0;
        return shares;
    }

private:
    void search(EventId source)
    {
        reached_.assign(1, source);
        distances_[source.index()] = 0;
        chains_[source.index()] = 1;
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            const EventId event = reached_[next];
            eachEffect(event, [&](EventId effect) {
                if (distances_[effect.index()] == kUnseen) {
                    distances_[effect.index()] = distances_[event.index()] + 1;
                    reached_.push_back(effect);
                }
                if (distances_[effect.index()] == distances_[event.index()] + 1)
                    chains_[effect.index()] += chains_[event.index()];
            });
        }
    }

    /// Each effect once, whatever links lead to it.
    template <class Visit>
    void eachEffect(EventId event, Visit visit)
    {
        scope_.eachLink(event, Way::effects, [&](LinkId, EventId effect) {
            ++steps_;
            if (metFrom_[effect.index()] == event)
                return;
            metFrom_[effect.index()] = event;
            visit(effect);
        });
        scope_.eachLink(event, Way::effects, [&](LinkId, EventId effect) { metFrom_[effect.index()] = EventId(); });
    }

    const Scope& scope_;
    std::vector<EventId> reached_;
    std::vector<std::uint32_t> distances_;
    std::vector<double> chains_;
    std::vector<double> dependencies_;
    std::vector<double> shares_;
    std::vector<EventId> metFrom_;
    double pairs_ = 0;
    std::size_t steps_ = 0;
};

/// 0, 1/2, 1/4, 3/4, 1/8 …: fills 0 to 1 evenly however soon one stops (J. van der Corput, 1935).
double vanDerCorput(std::size_t number)
{
    double value = 0;
    for (double place = 0.5; number > 0; number /= 2, place /= 2)
        value += number % 2 == 1 ? place : 0;
    return value;
}

} // namespace

Betweenness betweenness(const Scope& scope, std::size_t mostExact)
{
    std::vector<EventId> sources;
    for (const EventId event : scope.graph().order()) {
        bool hasEffects = false;
        scope.eachLink(event, Way::effects, [&](LinkId, EventId) { hasEffects = true; });
        if (hasEffects)
            sources.push_back(event);
    }
    ShortestChains chains(scope);
    Betweenness found;
    found.sampled = scope.story().events.size() > mostExact;
    if (!found.sampled) {
        for (const EventId source : sources)
            chains.addSource(source);
    }
    std::vector<bool> taken(sources.size(), false);
    for (std::size_t i = 0; found.sampled && i < sources.size() && chains.steps() < kStepsOfSamples; ++i) {
        const auto place = static_cast<std::size_t>(vanDerCorput(i) * static_cast<double>(sources.size()));
        if (!taken[place])
            chains.addSource(sources[place]);
        taken[place] = true;
    }
    found.shares = chains.shares();
    return found;
}

} // namespace fabula::graph
