#include "graph/event_date.hpp"

#include "core/phrases.hpp"

namespace fabula::graph {

std::string dateWords(const EventGraph& graph, EventId event, std::string_view language, time::WordLength length)
{
    const model::Event& dated = graph.story()[event];
    if (dated.when.known())
        return dated.lasting ? time::words(dated.when, language, length)
                             : time::wordsOfMoment(dated.when, language, length);
    if (isDateDerived(graph, event))
        return time::words(graph.bracket(event).derived, language, length);
    return std::string(core::phrase("date.not-reported", language));
}

bool isDateDerived(const EventGraph& graph, EventId event)
{
    const time::Span derived = graph.bracket(event).derived;
    return !graph.story()[event].when.known() && !(derived.openBegin() && derived.openEnd());
}

} // namespace fabula::graph
