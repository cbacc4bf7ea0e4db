#include "layout/event_badges.hpp"

#include <algorithm>
#include <vector>

namespace fabula::layout {

namespace {

// How many independent origins carry the event: ten outlets that quote one report count once.
std::size_t originsOf(const graph::EventGraph& graph, core::EventId id, const model::Known* known)
{
    std::vector<core::SourceId> origins;
    for (const model::Citation& citation : graph.story()[id].sources) {
        if (known == nullptr || known->sources[citation.source.index()])
            origins.push_back(graph.originOf(citation.source));
    }
    std::sort(origins.begin(), origins.end());
    return static_cast<std::size_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

} // namespace

EventBadges badgesOf(const graph::EventGraph& graph, core::EventId id, const model::Known* known)
{
    const model::Story& story = graph.story();
    const auto contradicts = [&](core::LinkId link) {
        return story[link].kind == model::LinkKind::contradicts && (known == nullptr || known->links[link.index()]);
    };
    EventBadges badges;
    badges.sources = originsOf(graph, id, known);
    for (const auto links : {graph.linksFrom(id), graph.linksTo(id)})
        badges.contradictions += static_cast<std::size_t>(std::count_if(links.begin(), links.end(), contradicts));
    return badges;
}

double badgesWidth(const EventBadges& badges, const core::TextMeasurer& measurer, const core::TextStyle& style)
{
    double width = 0;
    if (badges.contradictions > 0)
        width += kBadgeGapPx + measurer.width(kContradictionMark, style);
    if (badges.showsSources())
        width += kBadgeGapPx + kSourceMarkPx + kMarkGapPx + measurer.width(badges.sourcesText(), style);
    return width;
}

} // namespace fabula::layout
