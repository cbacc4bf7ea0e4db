#pragma once

#include "ui/panel_kit.hpp"

#include <optional>

namespace fabula::ui {

/// Whether the inspector shows an answer rather than an event or the story.
bool showsAnswer(const AppState& state);

/// The answer: the questions asked so far, the sentence, the lines, and what may be asked on.
void drawAnswer(const PanelContext& context);

/// In an event's sheet: the way back to the answer from which one came, the questions that may be asked about it, how
/// many independent sources bear it out, and what rests on it.
void drawWayBack(const PanelContext& context);
void drawOrigins(const PanelContext& context, core::EventId event);
void drawEventQuestions(const PanelContext& context, core::EventId event);
void drawRestsOn(const PanelContext& context, core::EventId event);

/// What the pointer or the keyboard stood on in this frame that would ask something becomes the preview, and nothing
/// does otherwise. Called once after the inspector was drawn.
void settlePreview(const PanelContext& context, const std::optional<ask::Question>& pointedAt);

} // namespace fabula::ui
