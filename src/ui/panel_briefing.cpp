#include "ui/panel_briefing.hpp"

#include "core/phrases.hpp"
#include "ui/canvas_painter.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr double kNotesShare = 0.36;    ///< of the window's width
constexpr double kPresenterShare = 0.4; ///< of the presenter's window that has the notes
constexpr double kSlideShare = 0.66;    ///< of its height that has the slide
constexpr double kPresenterMargin = 20;
constexpr double kGridGap = 20;
constexpr double kGridMargin = 48;
constexpr double kSpotPx = 13;

void paintAt(const PanelContext& context, const scene::DisplayList& picture, core::Point corner, double scale)
{
    paint(picture, {corner, scale, ImGui::GetIO().DisplayFramebufferScale.x}, *ImGui::GetWindowDrawList(),
          context.fonts);
}

/// The picture in a place of its shape, cut at its edges.
void paintIn(const PanelContext& context, const scene::DisplayList& picture, const core::Rect& place)
{
    ImGui::GetWindowDrawList()->PushClipRect({static_cast<float>(place.x), static_cast<float>(place.y)},
                                             {static_cast<float>(place.right()), static_cast<float>(place.bottom())},
                                             true);
    paintAt(context, picture, {place.x, place.y}, place.height / picture.size.height);
    ImGui::GetWindowDrawList()->PopClipRect();
}

void clickOnSlide(const PanelContext& context, const scene::DisplayList& slide, core::Point corner, double scale)
{
    if (!ImGui::IsItemHovered())
        return;
    const ImVec2 mouse = ImGui::GetMousePos();
    const scene::Subject at = scene::subjectAt(slide, {(mouse.x - corner.x) / scale, (mouse.y - corner.y) / scale});
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
        paintIn(context, scenes[i], box);
        const bool here = context.state.presenting->current().scene == i;
        const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(corner, end);
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

/// Fills the context's area.
void drawNotes(const PanelContext& context)
{
    const Presenting& presenting = *context.state.presenting;
    const brief::Briefing& briefing = *presenting.briefing;
    const model::Story& story = briefing.telling.graph.story();
    const PanelWindow window(context, "##notes", context.theme.panel, 28, PanelWindow::Kind::above);
    textBlock(context, timesOf(context), {context.theme.text2, 15});
    space(context, 10);
    textBlock(context, presenting.scene().title, {context.theme.text1, 18, core::FontWeight::semibold});
    space(context, 12);
    const model::Text& notes = story[presenting.scene().stage.content.id].notes;
    textBlock(context, model::choose(notes, briefing.telling.language, story.languages).text,
              {context.theme.text1, presenting.notesPx});
    const std::size_t next = presenting.current().scene + 1;
    if (next >= briefing.scenes.size())
        return;
    space(context, 20);
    textBlock(context, core::phraseWith("window.brief.next", briefing.scenes[next].title, context.state.language()),
              {context.theme.text2, 15});
}

/// A bright spot, for those who look on.
void drawPointer(const PanelContext& context, ImVec2 at)
{
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const core::Colour glow = context.theme.bad;
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
        core::Rect place = context.area;
        if (presenting.notes && pictures.slide.size.width > 0) { // beside the notes, whole
            const core::Size size = pictures.slide.size;
            place.width *= 1 - kNotesShare;
            const double share = std::min(place.width / size.width, place.height / size.height);
            place = {place.x + (place.width - size.width * share) / 2, place.centre().y - size.height * share / 2,
                     size.width * share, size.height * share};
        }
        const double scale = place.height / brief::kSlideHeight;
        if (presenting.blank != Blank::none) {
            drawBlank(context, presenting.blank);
        } else if (presenting.grid) {
            drawGrid(context, pictures.scenes);
        } else {
            ImGui::SetCursorScreenPos({static_cast<float>(place.x), static_cast<float>(place.y)});
            ImGui::InvisibleButton("slide", {static_cast<float>(place.width), static_cast<float>(place.height)});
            paintIn(context, pictures.slide, place);
            clickOnSlide(context, pictures.slide, {place.x, place.y}, scale);
        }
        if (!presenting.typed.empty())
            drawTyped(context);
    }
    if (presenting.notes) {
        const double width = context.area.width * kNotesShare;
        drawNotes(context.in({context.area.right() - width, context.area.y, width, context.area.height}));
    }
    if (presenting.pointer) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_None);
        drawPointer(context, ImGui::GetMousePos());
    }
}

core::Rect slideOfPresenter(const core::Rect& area, double scale, core::Size slide)
{
    const double margin = kPresenterMargin * scale;
    const double width = area.width * (1 - kPresenterShare) - 1.5 * margin;
    const double most = area.height * kSlideShare - 2 * margin;
    const double share = std::max(0.01, std::min(width / slide.width, most / slide.height));
    return {area.x + margin, area.y + margin, slide.width * share, slide.height * share};
}

void drawPresenter(const PanelContext& context, const BriefingPictures& pictures)
{
    const core::Rect& area = context.area;
    const core::Rect slide = slideOfPresenter(area, context.scale, pictures.slide.size);
    {
        const PanelWindow window(context, "##presenter", context.theme.ground, 0);
        if (context.state.presenting->grid)
            return drawGrid(context, pictures.scenes);
        ImGui::SetCursorScreenPos({static_cast<float>(slide.x), static_cast<float>(slide.y)});
        ImGui::InvisibleButton("slide", {static_cast<float>(slide.width), static_cast<float>(slide.height)});
        const double scale = slide.height / pictures.slide.size.height;
        clickOnSlide(context, pictures.slide, {slide.x, slide.y}, scale);
        paintIn(context, pictures.slide, slide);
        if (!pictures.next.items.empty()) {
            const double top = slide.bottom() + context.px(kPresenterMargin);
            const double high = area.bottom() - context.px(kPresenterMargin) - top;
            const double wide = high * pictures.next.size.width / pictures.next.size.height;
            if (high > 0)
                paintIn(context, pictures.next, {slide.x, top, wide, high});
        }
        if (!context.state.presenting->typed.empty())
            drawTyped(context);
    }
    const double left = area.x + area.width * (1 - kPresenterShare);
    drawNotes(context.in({left, area.y, area.right() - left, area.height}));
}

void drawAudience(const PanelContext& context, const scene::DisplayList& picture, std::optional<core::Point> pointer)
{
    const PanelWindow window(context, "##audience", context.theme.ground, 0);
    const Presenting& presenting = *context.state.presenting;
    if (presenting.blank != Blank::none && !presenting.away)
        return drawBlank(context, presenting.blank);
    if (!(picture.size.width > 0) || !(picture.size.height > 0))
        return;
    const double scale = std::min(context.area.width / picture.size.width, context.area.height / picture.size.height);
    const core::Rect place{context.area.centre().x - picture.size.width * scale / 2,
                           context.area.centre().y - picture.size.height * scale / 2, picture.size.width * scale,
                           picture.size.height * scale};
    paintIn(context, picture, place);
    if (pointer)
        drawPointer(context, {static_cast<float>(place.x + pointer->x * scale),
                              static_cast<float>(place.y + pointer->y * scale)});
}

} // namespace fabula::ui
