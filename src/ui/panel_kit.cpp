#include "ui/panel_kit.hpp"

#include "core/phrases.hpp"
#include "ui/panel_memory.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr double kListOverhang = 8;
constexpr double kOverlayPadding = 20;

ImVec2 vec(double x, double y)
{
    return {static_cast<float>(x), static_cast<float>(y)};
}

void pushWindowLook(const PanelContext& context, core::Colour ground, ImVec2 padding)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, toPx(context, 8));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, toPx(context, 4));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, toImGuiVec(ground));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, toImGuiVec(context.theme.line));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, toImGuiVec(context.theme.text3));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, toImGuiVec(context.theme.text2));
    ImGui::PushStyleColor(ImGuiCol_NavCursor, toImGuiVec(context.theme.accent));
}

void popWindowLook()
{
    ImGui::PopStyleColor(7);
    ImGui::PopStyleVar(5);
}

/// Takes every click beside an overlay, so that nothing under it is pressed unawares.
void drawVeil(const PanelContext& context, bool dimmed)
{
    const core::Rect& area = context.area;
    ImGui::SetNextWindowPos(vec(area.x, area.y));
    ImGui::SetNextWindowSize(vec(area.width, area.height));
    const core::Colour veil = core::faded(context.theme.dark ? core::rgb(0x000000) : core::rgb(0x141A22),
                                          dimmed ? (context.theme.dark ? 0.45 : 0.22) : 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, toImGuiVec(veil));
    ImGui::Begin("##veil", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    if (ImGui::IsWindowAppearing())
        ImGui::SetWindowFocus();
    else if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        context.commands.push(command::Back{});
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

/// The title's row with the words that close.
void drawOverlayTitle(const PanelContext& context, std::string_view title, bool closes)
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    const TextLook look{context.theme.text1, 17, core::FontWeight::semibold};
    drawText(context, corner, cutText(context, title, look, wide - toPx(context, 110)), look);
    if (closes) {
        const std::string words = std::string(say(context, "window.close")) + "  Esc";
        const TextLook quiet{context.theme.text3, 12};
        const float wordsWidth = textWidthPx(context, words, quiet);
        ImGui::SetCursorScreenPos({corner.x + wide - wordsWidth, corner.y});
        const Press press = pressArea("##close", {wordsWidth, toPx(context, 20)});
        drawText(context, {press.corner.x, press.corner.y + toPx(context, 3)}, words,
                 {press.hovered ? context.theme.text1 : quiet.colour, quiet.emPx, quiet.weight});
        if (press.pressed)
            context.commands.push(command::Back{});
    }
    ImGui::SetCursorScreenPos({corner.x, corner.y + toPx(context, 20)});
    space(context, 14);
}

} // namespace

ImU32 toImGui(core::Colour colour)
{
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

ImVec4 toImGuiVec(core::Colour colour)
{
    return ImGui::ColorConvertU32ToFloat4(toImGui(colour));
}

float toPx(const PanelContext& context, double designPx)
{
    return static_cast<float>(std::round(context.px(designPx)));
}

std::string_view say(const PanelContext& context, std::string_view key)
{
    return core::phrase(key, context.state.language());
}

PanelWindow::PanelWindow(const PanelContext& context, const char* name, core::Colour ground, double padding, Kind kind)
{
    const core::Rect& area = context.area;
    ImGui::SetNextWindowPos(vec(area.x, area.y));
    ImGui::SetNextWindowSize(vec(area.width, area.height));
    pushWindowLook(context, ground, {toPx(context, padding), toPx(context, padding)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
    // Dear ImGui lays these under all others, the newest at the bottom.
    if (kind != Kind::above)
        flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (kind != Kind::fixed)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
}

PanelWindow::~PanelWindow()
{
    ImGui::End();
    ImGui::PopStyleVar(2);
    popWindowLook();
}

OverlayWindow::OverlayWindow(const PanelContext& context, const char* name, std::string_view title, const Shape& shape)
{
    drawVeil(context, !shape.atRight);
    const core::Rect& area = context.area;
    const double margin = context.px(16);
    const double wide = std::min(context.px(shape.width), area.width - 2 * margin);
    const double top = area.y + (shape.atRight ? context.px(50) : std::min(context.px(72), area.height * 0.1));
    const double tall = std::min(context.px(shape.maxHeight), area.bottom() - top - margin);
    const double left = shape.atRight ? area.right() - wide - margin : area.x + (area.width - wide) / 2;
    ImGui::SetNextWindowPos(vec(std::round(left), std::round(top)));
    ImGui::SetNextWindowSizeConstraints(vec(wide, 0), vec(wide, tall));
    pushWindowLook(context, context.theme.raised, {toPx(context, kOverlayPadding), toPx(context, 18)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, toPx(context, 10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    ImGui::PushStyleColor(ImGuiCol_Border, toImGuiVec(context.theme.line));
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize);
    if (ImGui::IsWindowAppearing())
        ImGui::SetWindowFocus();
    bottomPx_ = top + tall - context.px(18);
    if (!title.empty())
        drawOverlayTitle(context, title, shape.closes);
}

OverlayWindow::~OverlayWindow()
{
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    popWindowLook();
}

double OverlayWindow::heightLeftPx() const
{
    return bottomPx_ - ImGui::GetCursorScreenPos().y;
}

ListArea::ListArea(const PanelContext& context, const char* id, double widthPx, double heightPx)
{
    const float over = toPx(context, kListOverhang);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({corner.x - over, corner.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(over, 0));
    ImGui::BeginChild(id, vec(widthPx + 2 * over, std::max(1.0, heightPx)),
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
}

ListArea::ListArea(const PanelContext& context, Fitting fitting, double widthPx, double mostPx)
    : ListArea(context, fitting.name, widthPx,
               std::min(mostPx, static_cast<double>(recalledNumber(fitting.name, static_cast<int>(mostPx)))))
{
    fitted_ = fitting.name;
}

ListArea ListArea::fitting(const PanelContext& context, const char* id, double widthPx, double mostPx)
{
    return {context, Fitting{id}, widthPx, mostPx};
}

ListArea::~ListArea()
{
    const float high = ImGui::GetCursorPosY() + ImGui::GetScrollY() - ImGui::GetCursorStartPos().y;
    ImGui::EndChild();
    if (fitted_ != nullptr)
        keepNumber(fitted_, static_cast<int>(std::ceil(high)));
}

void space(const PanelContext& context, double height)
{
    ImGui::Dummy({1, toPx(context, height)});
}

void rule(const PanelContext& context)
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + wide, corner.y + 1}, toImGui(context.theme.line));
    ImGui::Dummy({wide, 1});
}

void tipAt(const PanelContext& context, const std::vector<std::string>& paragraphs, float x, TipRoom room)
{
    if (paragraphs.empty())
        return;
    // Drawn by hand: ImGui keeps a tooltip's window hidden in its first frame, and an idle window draws only one.
    const TextLook look{context.theme.text1, 12};
    std::vector<std::string> lines;
    for (const std::string& paragraph : paragraphs)
        for (std::string& line : wrapText(context, paragraph, look, context.px(320), 12))
            lines.push_back(std::move(line));
    const float pitch = lineHeightPx(context, look) + toPx(context, 2);
    const ImVec2 inset{toPx(context, 10), toPx(context, 7)};
    float wide = 0;
    for (const std::string& line : lines)
        wide = std::max(wide, textWidthPx(context, line, look));
    const ImVec2 size{wide + 2 * inset.x, pitch * static_cast<float>(lines.size()) + 2 * inset.y};
    const float under = room.below + toPx(context, 6);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 at{std::round(std::clamp(x, 0.0F, std::max(0.0F, screen.x - size.x - toPx(context, 8)))),
                    std::round(under + size.y > screen.y ? room.above - size.y - toPx(context, 6) : under)};
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    const ImVec2 far{at.x + size.x, at.y + size.y};
    draw->AddRectFilled(at, far, toImGui(context.theme.raised), toPx(context, 6));
    draw->AddRect(at, far, toImGui(context.theme.line), toPx(context, 6));
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    for (std::size_t i = 0; i < lines.size(); ++i)
        draw->AddText({at.x + inset.x, at.y + inset.y + pitch * static_cast<float>(i)}, toImGui(look.colour),
                      lines[i].data(), lines[i].data() + lines[i].size());
}

void tooltip(const PanelContext& context, std::string_view text)
{
    const bool byKeyboard = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    if (text.empty() || !(byKeyboard || ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)))
        return;
    const ImVec2 item = ImGui::GetItemRectMin();
    tipAt(context, {std::string(text)}, byKeyboard ? item.x : ImGui::GetIO().MousePos.x,
          {item.y, ImGui::GetItemRectMax().y});
}

} // namespace fabula::ui
