#include "layout/event_words.hpp"

#include "core/phrases.hpp"
#include "graph/event_date.hpp"

namespace fabula::layout {

std::string dateLine(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    using core::phrase;
    const model::Event& event = graph.story()[id];
    std::string line = graph::dateWords(graph, id, language);
    if (graph::isDateDerived(graph, id))
        line += " · " + std::string(phrase("date.derived", language));
    if (event.basis != model::Basis::official)
        line += " · " + std::string(phrase("basis." + std::string(name(event.basis)), language));
    return line;
}

std::string standInMark(const model::TextChoice& choice)
{
    std::string mark;
    if (choice.fallback)
        for (const char c : choice.language.substr(0, choice.language.find('-')))
            mark += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return mark;
}

} // namespace fabula::layout
