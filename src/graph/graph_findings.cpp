#include "graph/graph_findings.hpp"

#include "graph/boost_graph.hpp"
#include "graph/contradictions.hpp"
#include "graph/implied_links.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace fabula::graph {
namespace {

constexpr std::size_t kMostEventsOfAWay = 8;

class GraphFindings
{
public:
    GraphFindings(const Scope& scope, const model::StoryPlaces& places, core::Diagnostics& diagnostics)
        : scope_(scope), graph_(scope.graph()), story_(scope.story()), places_(places), diagnostics_(diagnostics)
    {
    }

    void addCausalLoops() const
    {
        for (const std::vector<EventId>& loop : GraphAccess::causalLoops(graph_)) {
            std::vector<EventId> closed = loop;
            closed.push_back(loop.front());
            addAtLink("F501", core::Severity::error, causalLink(loop.back(), loop.front()),
                      core::message("these causal links form a loop, so that none of its events could come first: {}; "
                                    "remove one of the links or turn it round",
                                    chain(closed)));
        }
    }

    void addImpossibleDates() const
    {
        for (const Contradiction& found : impossibleOrders(scope_)) {
            const std::string first = dated(found.first);
            const std::string second = dated(found.second);
            if (!found.link.valid())
                add("F502", core::Severity::warning, places_.of("events", places_.events, found.second.index()),
                    core::message("{} must be earlier than {}, from which links lead to it over events between: "
                                  "correct a date or one of the links",
                                  second, first));
            else if (model::isCausal(story_[found.link].kind))
                addAtLink("F502", core::Severity::warning, found.link,
                          core::message("{} must be earlier than its cause {}: correct a date, or turn the link round",
                                        second, first));
            else
                addAtLink("F502", core::Severity::warning, found.link,
                          core::message("{} must be earlier than {}, which is said to precede it: correct a date, or "
                                        "turn the link round",
                                        second, first));
        }
    }

    void addImpliedLinks() const
    {
        std::vector<LinkId> candidates;
        for (std::size_t i = 0; i < story_.links.size(); ++i) {
            const model::Link& link = story_.links[i];
            if (model::isCausal(link.kind) && link.sources.empty() && link.label.empty())
                candidates.emplace_back(i);
        }
        for (const auto& [link, way] : impliedLinks(scope_, candidates)) {
            addAtLink("F503", core::Severity::warning, link,
                      core::message("the link {} adds nothing, since other links of kind \"{}\" imply it ({}): remove "
                                    "it, or give it a source or a label",
                                    chain({way.front(), way.back()}), model::name(story_[link].kind), chain(way)));
        }
    }

private:
    /// The first in the story.
    LinkId causalLink(EventId from, EventId to) const
    {
        const auto links = graph_.linksFrom(from);
        return *std::find_if(links.begin(), links.end(),
                             [&](LinkId id) { return story_[id].to == to && model::isCausal(story_[id].kind); });
    }

    std::string dated(EventId event) const
    {
        return '`' + story_[event].id.string() + "` (" + std::string(story_[event].when.text()) + ')';
    }

    /// "a → b → c". Loops are named whole, ways around a link shortened in the middle.
    std::string chain(const std::vector<EventId>& events) const
    {
        const bool whole = events.size() <= kMostEventsOfAWay || events.front() == events.back();
        std::string text;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (!whole && i == kMostEventsOfAWay - 1) {
                text += " → … → " + story_[events.back()].id;
                break;
            }
            text += (i == 0 ? "" : " → ") + story_[events[i]].id;
        }
        return text;
    }

    void addAtLink(const char* code, core::Severity severity, LinkId link, core::Message sentence) const
    {
        add(code, severity, places_.of("links", places_.links, link.index()), std::move(sentence));
    }

    void add(const char* code, core::Severity severity, core::FilePlace where, core::Message sentence) const
    {
        diagnostics_.add({code, severity, std::move(where), std::move(sentence)});
    }

    const Scope& scope_;
    const EventGraph& graph_;
    const model::Story& story_;
    const model::StoryPlaces& places_;
    core::Diagnostics& diagnostics_;
};

} // namespace

void addGraphFindings(const EventGraph& graph, const model::StoryPlaces& places, core::Diagnostics& diagnostics,
                      core::Progress* watcher)
{
    Scope scope(graph);
    scope.watchWith(watcher);
    const GraphFindings findings(scope, places, diagnostics);
    findings.addCausalLoops();
    if (!scope.cancelled())
        findings.addImpossibleDates();
    if (graph.causalLoop().empty() && !scope.cancelled())
        findings.addImpliedLinks();
}

void addOrderFindings(const EventGraph& graph, const model::StoryPlaces& places, core::Diagnostics& diagnostics)
{
    const Scope scope(graph);
    const GraphFindings findings(scope, places, diagnostics);
    findings.addCausalLoops();
    findings.addImpossibleDates();
}

} // namespace fabula::graph
