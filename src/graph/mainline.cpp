#include "graph/mainline.hpp"

#include "graph/knots.hpp"
#include "graph/watch.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace fabula::graph {
namespace {

constexpr std::size_t kStrands = 3;
constexpr std::size_t kFewestOfAnotherStrand = 3;
constexpr double kNever = -std::numeric_limits<double>::infinity();

class HeaviestChain
{
public:
    HeaviestChain(const Scope& scope, const Knots& knots, std::size_t most)
        : scope_(scope), most_(most), watch_(scope, (most - 1) * kStrands)
    {
        const model::Story& story = scope.story();
        for (std::size_t i = 0; i < story.events.size(); ++i) {
            const model::Event& event = story.events[i];
            weights_.push_back(scope.has(EventId(i)) ? event.importance * probability(event.confidence) : kNever);
        }
        for (std::size_t i = 0; i < story.links.size(); ++i) {
            const model::Link& link = story.links[i];
            if (scope.follows(LinkId(i)) && leadsOn(link, knots))
                steps_.push_back({link.from, link.to, LinkId(i), probability(link.confidence)});
        }
    }

    Strand find()
    {
        // best[v]: the heaviest chain of so many events that ends at v; reached: the steps by which it grew.
        std::vector<double> best = weights_;
        std::vector<std::vector<LinkId>> reached;
        EventId end = heaviest(best);
        Strand found;
        if (!end.valid())
            return found;
        std::size_t length = 1;
        found.weight = best[end.index()];
        for (std::size_t events = 2; events <= most_ && watch_.goOn(); ++events) {
            std::vector<double> next(best.size(), kNever);
            std::vector<LinkId>& by = reached.emplace_back(best.size());
            for (const Step& step : steps_) {
                const double weight = best[step.from.index()] + weights_[step.to.index()] * step.probability;
                if (weight > next[step.to.index()]) {
                    next[step.to.index()] = weight;
                    by[step.to.index()] = step.link;
                }
            }
            best.swap(next);
            const EventId last = heaviest(best);
            if (!last.valid())
                break;
            if (best[last.index()] > found.weight) {
                found.weight = best[last.index()];
                end = last;
                length = events;
            }
        }
        traceBack(found, end, length, reached);
        return found;
    }

    /// Their events are out of the question for further chains.
    void leaveOut(const Strand& strand)
    {
        for (const EventId event : strand.events)
            weights_[event.index()] = kNever;
        std::erase_if(steps_, [this](const Step& step) {
            return weights_[step.from.index()] == kNever || weights_[step.to.index()] == kNever;
        });
    }

private:
    struct Step
    {
        EventId from;
        EventId to;
        LinkId link;
        double probability;
    };

    /// Links that close a loop run against the order of the story.
    bool leadsOn(const model::Link& link, const Knots& knots) const
    {
        const EventGraph& graph = scope_.graph();
        return !knots.together(link.from, link.to) || graph.position(link.from) < graph.position(link.to);
    }

    static EventId heaviest(const std::vector<double>& weights)
    {
        const auto best = std::max_element(weights.begin(), weights.end());
        if (best == weights.end() || *best == kNever)
            return {};
        return EventId(static_cast<std::size_t>(best - weights.begin()));
    }

    void traceBack(Strand& strand, EventId end, std::size_t length,
                   const std::vector<std::vector<LinkId>>& reached) const
    {
        strand.events.push_back(end);
        for (std::size_t i = length; i > 1; --i) {
            const LinkId link = reached[i - 2][strand.events.back().index()];
            strand.links.push_back(link);
            strand.events.push_back(scope_.story()[link].from);
        }
        std::reverse(strand.events.begin(), strand.events.end());
        std::reverse(strand.links.begin(), strand.links.end());
    }

    const Scope& scope_;
    std::size_t most_;
    Watch watch_;
    std::vector<double> weights_; ///< by event
    std::vector<Step> steps_;
};

} // namespace

double probability(const std::optional<model::Confidence>& confidence)
{
    // ICD 203: 1–5, 5–20, 20–45, 45–55, 55–80, 80–95, 95–99 %.
    constexpr std::array<double, 7> kMiddles{0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97};
    return confidence.has_value() ? kMiddles[static_cast<std::size_t>(*confidence)] : 0.5;
}

Mainline mainline(const Scope& scope, std::size_t most)
{
    Mainline found;
    const Knots knots(scope);
    HeaviestChain search(scope, knots, most);
    while (found.strands.size() < kStrands && !scope.cancelled()) {
        Strand strand = search.find();
        if (strand.events.size() < (found.strands.empty() ? 1 : kFewestOfAnotherStrand))
            break;
        search.leaveOut(strand);
        found.strands.push_back(std::move(strand));
    }
    found.loops = knots.all();
    return found;
}

} // namespace fabula::graph
