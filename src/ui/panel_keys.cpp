#include "ui/panel_commands.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_signs.hpp"
#include "ui/panel_widgets.hpp"

#include <algorithm>
#include <array>

namespace fabula::ui {
namespace {

void drawGroup(const PanelContext& context, CommandGroup group, const char* heading, float wide)
{
    const TextLook head{context.theme.text3, 11.5, core::FontWeight::semibold};
    drawCapitals(context, ImGui::GetCursorScreenPos(), say(context, heading), head);
    ImGui::Dummy({wide, lineHeightPx(context, head)});
    space(context, 4);
    const TextLook look{context.theme.text1, 13};
    for (const NamedCommand& named : namedCommands()) {
        if (named.group != group || named.keys.empty())
            continue;
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const float caps = keyCaps(context, {corner.x + wide, corner.y + toPx(context, 3)}, named.keys);
        const float room = wide - caps - toPx(context, 10);
        const float pitch = toPx(context, 18);
        const std::vector<std::string> lines = wrapText(context, say(context, named.phrase), look, room, 2);
        float y = corner.y + toPx(context, 5);
        for (const std::string& line : lines) {
            drawText(context, {corner.x, y}, line, look);
            y += pitch;
        }
        ImGui::Dummy({wide, toPx(context, 8) + pitch * static_cast<float>(lines.size())});
    }
    space(context, 16);
}

} // namespace

void drawKeys(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 760;
    shape.maxHeight = 900;
    const OverlayWindow window(context, "##keys", say(context, "window.keys"), shape);
    const float room = ImGui::GetContentRegionAvail().x;
    const float gap = toPx(context, 40);
    const bool two = room > toPx(context, 520);
    const float wide = two ? (room - gap) / 2 : room;
    drawSigns(context, wide, two ? 2 : 1);
    space(context, 16);
    ImGui::BeginGroup();
    drawGroup(context, CommandGroup::find, "window.keys.find", wide);
    drawGroup(context, CommandGroup::ask, "window.keys.ask", wide);
    drawGroup(context, CommandGroup::walk, "window.keys.walk", wide);
    ImGui::EndGroup();
    if (two)
        ImGui::SameLine(0, gap);
    ImGui::BeginGroup();
    drawGroup(context, CommandGroup::view, "window.keys.view", wide);
    drawGroup(context, CommandGroup::file, "window.keys.file", wide);
    const TextLook quiet{context.theme.text3, 12.5};
    for (const std::string& line : wrapText(context, say(context, "window.keys.mouse"), quiet, wide, 8)) {
        drawText(context, ImGui::GetCursorScreenPos(), line, quiet);
        ImGui::Dummy({wide, toPx(context, 18)});
    }
    ImGui::EndGroup();
}

} // namespace fabula::ui
