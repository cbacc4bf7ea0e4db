#include "brief/alt_text.hpp"

#include "core/phrases.hpp"
#include "layout/event_words.hpp"
#include "layout/timeline/text_fitting.hpp"

namespace fabula::brief {

std::string altText(const Briefing& briefing, const Slide& slide)
{
    const Telling& telling = briefing.telling;
    const SceneContent& content = briefing.scenes[slide.scene].stage.content;
    const model::Story& story = telling.graph.story();
    std::string text(core::phrase(content.graph ? "brief.alt.graph" : "brief.alt.timeline", telling.language));
    std::string_view separator = " ";
    for (const EventId event : content.shown) {
        if (content.step[event.index()] > slide.step)
            continue;
        text += separator;
        text += layout::singleLine(model::choose(story[event].title, telling.language, story.languages).text);
        text += " (" + layout::dateLine(content.events, event, telling.language) + ')';
        separator = "; ";
    }
    return text;
}

} // namespace fabula::brief
