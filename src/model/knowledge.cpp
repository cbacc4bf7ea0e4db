#include "model/knowledge.hpp"

#include <algorithm>

namespace fabula::model {
namespace {

template <class Id>
std::vector<time::Instant> timesOf(const Story& story, std::size_t count)
{
    std::vector<time::Instant> times(count);
    for (std::size_t i = 0; i < count; ++i)
        times[i] = knownSince(story, Id(i));
    return times;
}

std::vector<bool> before(const std::vector<time::Instant>& times, time::Instant end)
{
    std::vector<bool> known(times.size());
    for (std::size_t i = 0; i < times.size(); ++i)
        known[i] = times[i] < end;
    return known;
}

} // namespace

time::Instant knownSince(const Story& story, EventId id)
{
    const Event& event = story[id];
    if (event.novelty == Novelty::withdrawn)
        return time::kEndOfTime;
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
    if (link.novelty == Novelty::withdrawn)
        return time::kEndOfTime;
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

KnowledgeTimes knowledgeTimes(const Story& story)
{
    return {timesOf<EventId>(story, story.events.size()), timesOf<LinkId>(story, story.links.size()),
            timesOf<SourceId>(story, story.sources.size())};
}

std::vector<time::Instant> daysOfChange(const KnowledgeTimes& times)
{
    constexpr std::int64_t kDay = 86400;
    std::vector<time::Instant> days;
    for (const auto* some : {&times.events, &times.links, &times.sources}) {
        for (const time::Instant instant : *some) {
            if (instant == time::kBeginningOfTime || instant == time::kEndOfTime)
                continue;
            const std::int64_t rest = (instant.seconds % kDay + kDay) % kDay;
            days.push_back({instant.seconds - rest});
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Known knownBefore(const KnowledgeTimes& times, time::Instant end)
{
    return {before(times.events, end), before(times.links, end), before(times.sources, end)};
}

Known knownBefore(const Story& story, time::Instant end)
{
    return knownBefore(knowledgeTimes(story), end);
}

} // namespace fabula::model
