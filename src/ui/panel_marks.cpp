#include "scene/marks.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace fabula::ui {
namespace {

constexpr double kPillPadding = 7;
constexpr std::size_t kFieldBytes = 1001;

TextLook pillLook(core::Colour ink)
{
    return {ink, 11.5, core::FontWeight::semibold};
}

int countArrow(ImGuiInputTextCallbackData* data)
{
    int& moved = *static_cast<int*>(data->UserData);
    moved += data->EventKey == ImGuiKey_UpArrow ? -1 : data->EventKey == ImGuiKey_DownArrow ? 1 : 0;
    return 0;
}

void pushFieldLook(const PanelContext& context, const FieldShape& shape)
{
    const float padY = std::max(0.0F, (toPx(context, shape.height) - ImGui::GetFontSize()) / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, padY));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_NavCursor, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_Text, toImGuiVec(context.theme.text1));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, toImGuiVec(context.theme.text3));
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, toImGuiVec(core::faded(context.theme.accent, 0.4)));
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, toImGuiVec(context.theme.accent));
}

void popFieldLook()
{
    ImGui::PopStyleColor(6);
    ImGui::PopStyleVar(2);
}

} // namespace

float pillWidthPx(const PanelContext& context, std::string_view words)
{
    return textWidthPx(context, words, pillLook({})) + toPx(context, 2 * kPillPadding);
}

float pill(const PanelContext& context, ImVec2 right, std::string_view words, core::Colour ground, core::Colour ink)
{
    const float wide = pillWidthPx(context, words);
    const float high = lineHeightPx(context, pillLook(ink)) + toPx(context, 3);
    const ImVec2 corner{right.x - wide, right.y};
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {right.x, right.y + high}, toImGui(ground), toPx(context, 5));
    drawText(context, {corner.x + toPx(context, kPillPadding), corner.y + toPx(context, 1.5)}, words, pillLook(ink));
    return wide;
}

float keyCaps(const PanelContext& context, ImVec2 right, std::string_view keys)
{
    const TextLook look{context.theme.text2, 11.5, core::FontWeight::medium};
    const float high = toPx(context, 20);
    float x = right.x;
    while (!keys.empty()) {
        const std::size_t at = keys.rfind(' ');
        const std::string_view chord = at == std::string_view::npos ? keys : keys.substr(at + 1);
        keys = at == std::string_view::npos ? std::string_view{} : keys.substr(0, at);
        const std::string words = keyWords(chord, context.state.language());
        const float wide = std::max(high, textWidthPx(context, words, look) + toPx(context, 12));
        const ImVec2 corner{x - wide, right.y};
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(corner, {x, right.y + high}, toImGui(core::faded(context.theme.line, 0.55)),
                            toPx(context, 4));
        draw->AddRect(corner, {x, right.y + high}, toImGui(context.theme.line), toPx(context, 4));
        const float inset = (wide - textWidthPx(context, words, look)) / 2;
        drawText(context, {corner.x + inset, corner.y + (high - lineHeightPx(context, look)) / 2}, words, look);
        x -= wide + toPx(context, 4);
    }
    return right.x - x;
}

void linkSample(const PanelContext& context, ImVec2 at, double widthPx, model::LinkKind kind, model::Basis basis)
{
    const scene::LinkMark mark = scene::markOf(kind);
    const auto thick = static_cast<float>(context.px(scene::linkWidth(basis)));
    const ImU32 colour = toImGui(context.theme.link(kind));
    const double dash = mark.dash > 0 ? context.px(mark.dash) : widthPx;
    const double gap = mark.dash > 0 ? context.px(mark.gap) : 0;
    for (double x = 0; x < widthPx; x += dash + gap) {
        const double end = std::min(widthPx, x + dash);
        ImGui::GetWindowDrawList()->AddLine({at.x + static_cast<float>(x), at.y},
                                            {at.x + static_cast<float>(end), at.y}, colour, thick);
    }
}

FieldEvents textField(const PanelContext& context, const char* id, const FieldShape& shape, std::string_view hint,
                      std::string& text)
{
    FieldEvents events;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 far{corner.x + static_cast<float>(shape.widthPx), corner.y + toPx(context, shape.height)};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const core::Colour ground = core::mixed(context.theme.raised, context.theme.ground, context.theme.dark ? 0.0 : 0.2);
    draw->AddRectFilled(corner, far, toImGui(ground), toPx(context, 6));

    const FontScope font(context.fonts, core::FontWeight::regular, context.px(13));
    const float inner = static_cast<float>(shape.widthPx) - toPx(context, shape.leftInset + shape.rightInset);
    const std::string shownHint = cutText(context, hint, {context.theme.text3, 13}, inner);
    std::array<char, kFieldBytes> buffer{};
    std::memcpy(buffer.data(), text.data(), std::min(text.size(), buffer.size() - 1));
    pushFieldLook(context, shape);
    ImGui::SetCursorScreenPos({corner.x + toPx(context, shape.leftInset), corner.y});
    ImGui::SetNextItemWidth(std::max(1.0F, inner));
    if (shape.takeKeyboard)
        ImGui::SetKeyboardFocusHere();
    const ImGuiInputTextFlags flags = shape.arrows ? ImGuiInputTextFlags_CallbackHistory : ImGuiInputTextFlags_None;
    ImGui::InputTextWithHint(id, shownHint.c_str(), buffer.data(), buffer.size(), flags,
                             shape.arrows ? &countArrow : nullptr, &events.moved);
    popFieldLook();

    events.active = ImGui::IsItemActive();
    const bool left = ImGui::IsItemDeactivated();
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    events.submitted = enter && (events.active || left);
    // Esc gives back what stood there at first, which nobody typed.
    if (text != buffer.data() && !ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        text = buffer.data();
        events.edited = true;
    }
    draw->AddRect(corner, far, toImGui(events.active ? context.theme.accent : context.theme.line), toPx(context, 6));
    ImGui::SetCursorScreenPos({corner.x, far.y});
    return events;
}

} // namespace fabula::ui
