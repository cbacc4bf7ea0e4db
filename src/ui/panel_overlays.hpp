#pragma once

#include "ui/panels.hpp"

namespace fabula::ui {

/// The overlays one by one, each a window of its own over `context.area`; `drawOverlays` chooses.
void drawPalette(const PanelContext& context);  ///< every command by name, and events
void drawKeys(const PanelContext& context);     ///< what each key does
void drawFilters(const PanelContext& context);  ///< by six facets, with counts
void drawFindings(const PanelContext& context); ///< what is wrong with the file
void drawOpen(const PanelContext& context);     ///< another story, or an older version of this one
void drawChanges(const PanelContext& context);  ///< what is new, changed and withdrawn since that
void drawSettings(const PanelContext& context);
/// The inspector's content over the right part of the timeline, for windows without room beside it.
void drawInspectorAbove(const PanelContext& context);
void drawLoading(const PanelContext& context);
/// The findings in the middle of the window, for a file that could never be shown.
void drawNothingToShow(const PanelContext& context);

} // namespace fabula::ui
