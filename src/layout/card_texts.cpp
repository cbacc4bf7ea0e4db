#include "layout/card_texts.hpp"

#include "layout/event_words.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
std::string cardDate(const graph::EventGraph& graph, core::EventId event, const core::TextMeasurer& measurer,
                     std::string_view language, const CardLine& line)
{
    const DateLine words = dateLineParts(graph, event, language);
    const std::string date = singleLine(words.date);
    if (measurer.width(date + words.basis, line.style) <= line.room)
        return date + words.basis;
    return fitted(measurer, date, line.style, line.room - measurer.width(words.basis, line.style)) + words.basis;
}

CardTexts cardTexts(const graph::EventGraph& graph, core::EventId event, const core::TextMeasurer& measurer,
                    std::string_view language, const TimelineMetrics& metrics)
{
    CardTexts card;
    const model::Story& story = graph.story();
    const double room = metrics.cardMaxWidth - 2 * metrics.cardPadding;
    const model::TextChoice title = model::choose(story[event].title, language, story.languages);
    const model::Novelty novelty = story[event].novelty;
    card.titleMark = titleMark(title, novelty, language);
    const double mark = titleMarkWidth(card.titleMark, novelty, measurer, metrics.noteStyle);
    card.title = fitted(measurer, singleLine(title.text), metrics.titleStyle, room - mark);
    card.badges = badgesOf(graph, event);
    const double badges = badgesWidth(card.badges, measurer, metrics.dateStyle);
    card.date = cardDate(graph, event, measurer, language, {metrics.dateStyle, room + metrics.cardDateExtra - badges});
    const double text = std::max(measurer.width(card.title, metrics.titleStyle) + mark,
                                 measurer.width(card.date, metrics.dateStyle) + badges);
    card.width = std::clamp(std::ceil(text + 2 * metrics.cardPadding), metrics.cardMinWidth,
                            metrics.cardMaxWidth + metrics.cardDateExtra);
    return card;
}

} // namespace fabula::layout
