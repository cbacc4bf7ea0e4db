#include "layout/event_words.hpp"

#include "core/phrases.hpp"
#include "time/words.hpp"

namespace fabula::layout {

std::string dateLine(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    using core::phrase;
    const model::Event& event = graph.story()[id];
    const graph::Bracket& bracket = graph.bracket(id);
    std::string line;
    if (event.when.known())
        line = time::words(event.when, language, time::WordLength::compact);
    else if (bracket.derived.openBegin() && bracket.derived.openEnd())
        line = phrase("date.not-reported", language);
    else
        line = time::words(bracket.derived, language, time::WordLength::compact) + " · " +
               std::string(phrase("date.derived", language));
    if (event.basis != model::Basis::official)
        line += " · " + std::string(phrase("basis." + std::string(name(event.basis)), language));
    return line;
}

} // namespace fabula::layout
