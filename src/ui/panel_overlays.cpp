#include "ui/panel_overlays.hpp"

#include "core/phrases.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_widgets.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

constexpr double kPatience = 0.1; ///< seconds of loading before it is shown

constexpr double kInspectorWidth = 352;
constexpr double kTopBarHeight = 44;
constexpr double kStatusBarHeight = 28;

/// Something was picked, the inspector is wanted, and the timeline has the whole width.
bool wantsInspectorAbove(const PanelContext& context)
{
    const AppState& state = context.state;
    const bool beside = context.area.right() - context.canvas.right() > context.px(kInspectorWidth / 2);
    return state.story.graph && state.inspectorOpen && !beside && context.canvas.width > 0 &&
           (state.selected.valid() || !state.opened.empty());
}

void drawChosen(const PanelContext& context)
{
    switch (context.state.panel) {
    case Panel::none:
        return;
    case Panel::filters:
        return drawFilters(context);
    case Panel::findings:
        return drawFindings(context);
    case Panel::keys:
        return drawKeys(context);
    case Panel::palette:
        return drawPalette(context);
    case Panel::changes:
        return drawChanges(context);
    case Panel::open:
    case Panel::compare:
        return drawOpen(context);
    case Panel::settings:
        return drawSettings(context);
    }
}

} // namespace

void drawOverlays(const PanelContext& context)
{
    const AppState& state = context.state;
    if (wantsInspectorAbove(context)) {
        const core::Rect& area = context.area;
        const double wide = std::min(context.px(kInspectorWidth), area.width * 0.62);
        const double top = area.y + context.px(kTopBarHeight);
        drawInspectorAbove(
            context.in({area.right() - wide, top, wide, area.bottom() - context.px(kStatusBarHeight) - top}));
    }
    if (state.loading.running && state.loading.seconds > kPatience)
        drawLoading(context);
    else if (!state.story.graph && state.story.broken && (state.panel == Panel::none || state.panel == Panel::findings))
        drawNothingToShow(context);
    else
        drawChosen(context);
}

void drawLoading(const PanelContext& context)
{
    const LoadingState& loading = context.state.loading;
    OverlayWindow::Shape shape;
    shape.width = 420;
    shape.closes = false;
    const OverlayWindow window(
        context, "##loading",
        core::phraseWith("window.loading", loading.path.filename().string(), context.state.language()), shape);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    const float high = toPx(context, 6);
    const auto done = static_cast<float>(std::clamp(loading.progress, 0.0, 1.0));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(corner, {corner.x + wide, corner.y + high}, toImGui(context.theme.line), high / 2);
    if (done > 0)
        draw->AddRectFilled(corner, {corner.x + std::max(high, wide * done), corner.y + high},
                            toImGui(context.theme.accent), high / 2);
    space(context, 22);
    if (button(context, "##cancel", say(context, "window.cancel")))
        context.commands.push(command::CancelLoading{});
    ImGui::SetItemDefaultFocus();
}

} // namespace fabula::ui
