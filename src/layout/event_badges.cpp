#include "layout/event_badges.hpp"

#include <algorithm>

namespace fabula::layout {

EventBadges badgesOf(const graph::EventGraph& graph, core::EventId id)
{
    const model::Story& story = graph.story();
    const auto contradicts = [&](core::LinkId link) { return story[link].kind == model::LinkKind::contradicts; };
    EventBadges badges;
    badges.sources = story[id].sources.size();
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
