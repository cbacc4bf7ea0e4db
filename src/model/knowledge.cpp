#include "model/knowledge.hpp"

#include <algorithm>

namespace fabula::model {
namespace {

template <class Id, class Things>
std::vector<bool> knownOf(const Story& story, const Things& things, time::Instant end)
{
    std::vector<bool> known(things.size());
    for (std::size_t i = 0; i < things.size(); ++i)
        known[i] = knownSince(story, Id(i)) < end;
    return known;
}

} // namespace

time::Instant knownSince(const Story& story, EventId id)
{
    const Event& event = story[id];
    if (event.reported.known())
        return event.reported.span().begin;
    time::Instant first = time::kEndOfTime;
    for (const Citation& citation : event.sources) {
        const time::Edtf& published = story[citation.source].published;
        if (published.known() && !published.span().openBegin())
            first = std::min(first, published.span().begin);
    }
    if (first != time::kEndOfTime)
        return first;
    if (!event.when.known() || event.when.span().openEnd())
        return time::kBeginningOfTime;
    return {event.when.span().end.seconds - 1};
}

time::Instant knownSince(const Story& story, LinkId id)
{
    const Link& link = story[id];
    const time::Instant ends = std::max(knownSince(story, link.from), knownSince(story, link.to));
    if (link.sources.empty())
        return ends;
    time::Instant first = time::kEndOfTime;
    for (const Citation& citation : link.sources)
        first = std::min(first, knownSince(story, citation.source));
    return std::max(ends, first);
}

time::Instant knownSince(const Story& story, SourceId id)
{
    const time::Edtf& published = story[id].published;
    return published.known() ? published.span().begin : time::kBeginningOfTime;
}

Known knownBefore(const Story& story, time::Instant end)
{
    return {knownOf<EventId>(story, story.events, end), knownOf<LinkId>(story, story.links, end),
            knownOf<SourceId>(story, story.sources, end)};
}

} // namespace fabula::model
