#include "layout/event_words.hpp"

#include "core/phrases.hpp"
#include "graph/event_date.hpp"

namespace fabula::layout {

namespace {

std::string lineOf(const graph::EventGraph& graph, core::EventId id, std::string_view language, bool withBasis)
{
    using core::phrase;
    const model::Event& event = graph.story()[id];
    std::string line = graph::dateWords(graph, id, language);
    if (graph::isDateDerived(graph, id))
        line += " · " + std::string(phrase("date.derived", language));
    if (withBasis && event.basis != model::Basis::official)
        line += " · " + std::string(phrase("basis." + std::string(name(event.basis)), language));
    return line;
}

} // namespace

std::string dateLine(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    return lineOf(graph, id, language, true);
}

std::string shortDateLine(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    return lineOf(graph, id, language, graph.story()[id].basis != model::Basis::reported);
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
