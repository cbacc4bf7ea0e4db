#include "layout/event_words.hpp"

#include "core/phrases.hpp"
#include "graph/event_date.hpp"

#include <array>

namespace fabula::layout {

DateLine dateLineParts(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    using core::phrase;
    const model::Event& event = graph.story()[id];
    DateLine line{graph::dateWords(graph, id, language), {}};
    if (graph::isDateDerived(graph, id))
        line.basis += " · " + std::string(phrase("date.derived", language));
    if (event.basis != model::Basis::official)
        line.basis += " · " + std::string(phrase("basis." + std::string(name(event.basis)), language));
    return line;
}

std::string dateLine(const graph::EventGraph& graph, core::EventId id, std::string_view language)
{
    const DateLine line = dateLineParts(graph, id, language);
    return line.date + line.basis;
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
    std::string mark = standInMark(title);
    if (novelty == model::Novelty::same)
        return mark;
    const std::string_view word = core::phrase(kWords[static_cast<std::size_t>(novelty)], language);
    return mark + (mark.empty() ? "" : " · ") + std::string(word);
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
