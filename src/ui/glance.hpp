#pragma once

#include "ui/app_state.hpp"

namespace fabula::ui {

/// What a glance is wanted of now: the story through its filter, as known on the day that is shown.
GlanceKey glanceKeyOf(const AppState& state);

/// Counts and lists over all events; `known` as in the key. O(events), with facets O(events · facets).
Glance glanceOf(GlanceKey key, const graph::EventGraph& graph);

/// Brings the state's glance up to date where that is done at once; in a large story it stays what it is until another
/// is there.
void refreshGlance(AppState& state);

/// The glance on show, perhaps at what was shown a moment ago; null where there is none of this story.
const Glance* shownGlance(const AppState& state);

} // namespace fabula::ui
