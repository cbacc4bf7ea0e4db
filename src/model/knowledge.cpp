#include "model/knowledge.hpp"

#include <algorithm>

namespace fabula::model {

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
    return event.when.known() && !event.when.span().openEnd() ? event.when.span().end : time::kBeginningOfTime;
}

} // namespace fabula::model
