#include "ui/panel_briefing.hpp"

#include "core/phrases.hpp"
#include "ui/canvas_painter.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr double kNotesShare = 0.36; ///< of the window's width
constexpr double kGridGap = 20;
constexpr double kGridMargin = 48;
constexpr double kSpotPx = 13;

void paintAt(const PanelContext& context, const scene::DisplayList& picture, core::Point corner, double scale)
{
    paint(picture, {corner, scale, ImGui::GetIO().DisplayFramebufferScale.x}, *ImGui::GetWindowDrawList(),
          context.fonts);
}

void clickOnSlide(const PanelContext& context, const scene::DisplayList& slide, double scale)
{
    if (!ImGui::IsItemHovered())
        return;
    const ImVec2 mouse = ImGui::GetMousePos();
    const scene::Subject at =
        scene::subjectAt(slide, {(mouse.x - context.area.x) / scale, (mouse.y - context.area.y) / scale});
    const bool onEvent = at.kind == scene::SubjectKind::event;
    if (onEvent)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Right))
        context.commands.push(command::Present{PresentAct::previous});
    else if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && onEvent)
        context.commands.push(command::LeaveSlide{core::EventId(at.index)});
    else if (ImGui::IsMouseReleased(ImGuiMouseButton_Left))
        context.commands.push(command::Present{PresentAct::next});
}

void drawBlank(const PanelContext& context, Blank blank)
{
    const ImU32 colour = blank == Blank::black ? IM_COL32_BLACK : IM_COL32_WHITE;
    ImGui::GetWindowDrawList()->AddRectFilled(
        ImGui::GetWindowPos(), {static_cast<float>(context.area.right()), static_cast<float>(context.area.bottom())},
        colour);
}

/// All scenes, the one on the screen ringed.
void drawGrid(const PanelContext& context, const std::vector<scene::DisplayList>& scenes)
{
    const core::Rect& area = context.area;
    const auto count = static_cast<double>(scenes.size());
    const double columns = std::max(1.0, std::ceil(std::sqrt(count)));
    const double rows = std::ceil(count / columns);
    const double gap = context.px(kGridGap);
    const double margin = context.px(kGridMargin);
    const core::Size size = scenes.front().size;
    const double scale = std::min((area.width - 2 * margin - (columns - 1) * gap) / columns / size.width,
                                  (area.height - 2 * margin - (rows - 1) * gap) / rows / size.height);
    if (!(scale > 0))
        return;
    ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetWindowPos(),
                                              {static_cast<float>(area.right()), static_cast<float>(area.bottom())},
                                              toImGui(context.theme.panel));
    const double left = area.centre().x - (columns * size.width * scale + (columns - 1) * gap) / 2;
    const double top = area.centre().y - (rows * size.height * scale + (rows - 1) * gap) / 2;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const double column = std::fmod(static_cast<double>(i), columns);
        const double row = std::floor(static_cast<double>(i) / columns);
        const core::Rect box{std::round(left + column * (size.width * scale + gap)),
                             std::round(top + row * (size.height * scale + gap)), size.width * scale,
                             size.height * scale};
        const ImVec2 corner(static_cast<float>(box.x), static_cast<float>(box.y));
        const ImVec2 end(static_cast<float>(box.right()), static_cast<float>(box.bottom()));
        ImGui::GetWindowDrawList()->PushClipRect(corner, end, true);
        paintAt(context, scenes[i], {box.x, box.y}, scale);
        ImGui::GetWindowDrawList()->PopClipRect();
        const bool here = context.state.presenting->current().scene == i;
        const bool hovered = ImGui::IsMouseHoveringRect(corner, end);
        if (here || hovered)
            ImGui::GetWindowDrawList()->AddRect(corner, end, toImGui(context.theme.accent), toPx(context, 4), 0,
                                                toPx(context, here ? 3 : 1.5));
        if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
            context.commands.push(command::Present{PresentAct::toScene, i});
    }
}

std::string minutes(double seconds)
{
    const auto whole = static_cast<long>(std::max(0.0, seconds));
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

/// How long the briefing has lasted, how long the scenes from here on are meant to take, and the time of day.
std::string timesOf(const PanelContext& context)
{
    const Presenting& presenting = *context.state.presenting;
    const std::string language = context.state.language();
    std::string words =
        presenting.clock + " · " + core::phraseWith("window.brief.elapsed", minutes(presenting.seconds), language);
    if (const auto left = secondsFrom(*presenting.briefing, presenting.current().scene))
        words += " · " + core::phraseWith("window.brief.left", minutes(*left), language);
    return words;
}

void drawNotes(const PanelContext& context)
{
    const Presenting& presenting = *context.state.presenting;
    const brief::Briefing& briefing = *presenting.briefing;
    const model::Story& story = briefing.telling.graph.story();
    const double width = context.area.width * kNotesShare;
    const PanelContext side = context.in({context.area.right() - width, context.area.y, width, context.area.height});
    const PanelWindow window(side, "##notes", context.theme.panel, 28, PanelWindow::Kind::above);
    textBlock(side, timesOf(side), {context.theme.text2, 15});
    space(side, 10);
    textBlock(side, presenting.scene().title, {context.theme.text1, 18, core::FontWeight::semibold});
    space(side, 12);
    const model::Text& notes = story[presenting.scene().stage.content.id].notes;
    textBlock(side, model::choose(notes, briefing.telling.language, story.languages).text,
              {context.theme.text1, presenting.notesPx});
    const std::size_t next = presenting.current().scene + 1;
    if (next >= briefing.scenes.size())
        return;
    space(side, 20);
    textBlock(side, core::phraseWith("window.brief.next", briefing.scenes[next].title, context.state.language()),
              {context.theme.text2, 15});
}

/// A bright spot where the mouse is, for those who look on.
void drawPointer(const PanelContext& context)
{
    const ImVec2 at = ImGui::GetMousePos();
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    ImDrawList* list = ImGui::GetForegroundDrawList();
    core::Colour glow = context.theme.bad;
    list->AddCircleFilled(at, toPx(context, kSpotPx), toImGui(core::faded(glow, 0.35)));
    list->AddCircleFilled(at, toPx(context, kSpotPx / 2), toImGui(glow));
}

void drawTyped(const PanelContext& context)
{
    const std::string words = context.state.presenting->typed;
    const TextLook look{context.theme.text1, 32, core::FontWeight::semibold};
    const auto right = static_cast<float>(context.area.right()) - toPx(context, 40);
    const ImVec2 at(right - textWidthPx(context, words, look), static_cast<float>(context.area.y) + toPx(context, 32));
    drawText(context, at, words, look);
}

} // namespace

void drawBriefing(const PanelContext& context, const BriefingPictures& pictures)
{
    const Presenting& presenting = *context.state.presenting;
    {
        const PanelWindow window(context, "##briefing", context.theme.ground, 0);
        const double scale = context.area.height / brief::kSlideHeight;
        if (presenting.blank != Blank::none) {
            drawBlank(context, presenting.blank);
        } else if (presenting.grid) {
            drawGrid(context, pictures.scenes);
        } else {
            ImGui::InvisibleButton("slide",
                                   {static_cast<float>(context.area.width), static_cast<float>(context.area.height)});
            paintAt(context, pictures.slide, {context.area.x, context.area.y}, scale);
            clickOnSlide(context, pictures.slide, scale);
        }
        if (!presenting.typed.empty())
            drawTyped(context);
    }
    if (presenting.notes)
        drawNotes(context);
    if (presenting.pointer)
        drawPointer(context);
}

} // namespace fabula::ui
