#pragma once

#include "ui/panel_kit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::ui {

/// How panels name and colour what is in the story. Call only while `context.state.story.graph` holds one.

const model::Story& storyOf(const PanelContext& context);
/// A text in the language in use, or what stands in for it.
model::TextChoice chosenText(const PanelContext& context, const model::Text& text);
std::string_view titleOf(const PanelContext& context, core::EventId event);
/// Its date in a few words; what was derived where none was written.
std::string shortDate(const PanelContext& context, core::EventId event);

/// The colour of the actor's lane, or a quiet grey for one without a lane.
core::Colour actorColour(const PanelContext& context, core::ActorId actor);
core::Colour eventColour(const PanelContext& context, core::EventId event);
/// The colour brought nearer to `ink` until text in it has a contrast of 4.5:1 on `ground`.
core::Colour readable(core::Colour colour, core::Colour ground, core::Colour ink);

/// Rows of events with their dates; a press selects one and brings it into view.
void eventRows(const PanelContext& context, const std::vector<core::EventId>& events);

/// The two contents of the inspector.
void drawEventSheet(const PanelContext& context, core::EventId event);
void drawStorySheet(const PanelContext& context);

/// Parts of the event sheet: its links by what they mean, its sources as cards.
void drawLinkSections(const PanelContext& context, core::EventId event);
void drawSources(const PanelContext& context, core::EventId event);

} // namespace fabula::ui
