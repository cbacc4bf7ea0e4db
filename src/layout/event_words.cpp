#include "layout/event_words.hpp"

#include "core/phrases.hpp"
#include "graph/event_date.hpp"

#include <array>

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

std::string titleMark(const model::TextChoice& title, model::Novelty novelty, std::string_view language)
{
    constexpr std::array<std::string_view, 4> kWords{"", "diff.new", "diff.changed", "diff.withdrawn"};
    const std::string standIn = standInMark(title);
    if (novelty == model::Novelty::same)
        return standIn;
    const std::string_view word = core::phrase(kWords[static_cast<std::size_t>(novelty)], language);
    return standIn + (standIn.empty() ? "" : " · ") + std::string(word);
}

double titleMarkWidth(std::string_view mark, model::Novelty novelty, const core::TextMeasurer& measurer,
                      const core::TextStyle& style)
{
    if (mark.empty())
        return 0;
    const double pill = novelty == model::Novelty::same ? 0 : 2 * kMarkPillPadPx;
    return kStandInGapPx + pill + measurer.width(mark, style);
}

} // namespace fabula::layout
