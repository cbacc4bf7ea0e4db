#include "ui/panel_kit.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr const char* kEllipsis = "…";
constexpr double kCapitalSpacing = 0.06; ///< em between small capitals

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

float widthOf(std::string_view text)
{
    return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x;
}

/// With the font already set.
std::string cutInFont(std::string_view text, float maxWidth)
{
    if (widthOf(text) <= maxWidth)
        return std::string(text);
    const char* end = text.data() + text.size();
    const char* rest = text.data();
    const float room = std::max(0.0F, maxWidth - widthOf(kEllipsis));
    ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), room, 0, text.data(), end, &rest);
    std::string cut(text.data(), rest);
    while (!cut.empty() && cut.back() == ' ')
        cut.pop_back();
    return cut + kEllipsis;
}

} // namespace

float textWidthPx(const PanelContext& context, std::string_view text, const TextLook& look)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    return widthOf(text);
}

float lineHeightPx(const PanelContext& context, const TextLook& look)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    return ImGui::GetFontSize();
}

std::string cutText(const PanelContext& context, std::string_view text, const TextLook& look, double maxWidthPx)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    return cutInFont(text, static_cast<float>(maxWidthPx));
}

std::vector<std::string> wrapText(const PanelContext& context, std::string_view text, const TextLook& look,
                                  double widthPx, std::size_t maxLines)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const auto width = static_cast<float>(std::max(1.0, widthPx));
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < maxLines) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (lines.size() + 1 == maxLines && (widthOf(line) > width || line.size() < text.size())) {
            lines.push_back(cutInFont(std::string(line) + (line.size() < text.size() ? kEllipsis : ""), width));
            return lines;
        }
        const char* end = line.data() + line.size();
        const char* stop = ImGui::GetFont()->CalcWordWrapPosition(ImGui::GetFontSize(), line.data(), end, width);
        std::size_t taken = static_cast<std::size_t>(stop - line.data());
        if (taken == 0 && !line.empty()) {
            taken = 1;
            while (taken < line.size() && isContinuation(line[taken]))
                ++taken;
        }
        lines.emplace_back(line.substr(0, taken));
        text.remove_prefix(taken);
        while (!text.empty() && text.front() == ' ')
            text.remove_prefix(1);
        if (!text.empty() && text.front() == '\n')
            text.remove_prefix(1);
    }
    return lines;
}

float drawText(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const char* end = text.data() + text.size();
    ImGui::GetWindowDrawList()->AddText({std::round(at.x), std::round(at.y)}, toImGui(look.colour), text.data(), end);
    return widthOf(text);
}

void textLine(const PanelContext& context, std::string_view text, const TextLook& look)
{
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = drawText(context, ImGui::GetCursorScreenPos(), cutText(context, text, look, room), look);
    ImGui::Dummy({std::clamp(width, 1.0F, std::max(1.0F, room)), lineHeightPx(context, look)});
}

void textBlock(const PanelContext& context, std::string_view text, const TextLook& look, double lineHeight)
{
    constexpr std::size_t kMostLines = 400;
    const float room = ImGui::GetContentRegionAvail().x;
    const auto pitch = static_cast<float>(std::round(context.px(look.emPx * lineHeight)));
    for (const std::string& line : wrapText(context, text, look, room, kMostLines)) {
        const float width = drawText(context, ImGui::GetCursorScreenPos(), line, look);
        ImGui::Dummy({std::clamp(width, 1.0F, std::max(1.0F, room)), pitch});
    }
}

float drawCapitals(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look)
{
    const FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const std::string capital = capitals(text, context.state.language());
    const auto gap = static_cast<float>(context.px(look.emPx * kCapitalSpacing));
    float x = std::round(at.x);
    for (std::size_t begin = 0; begin < capital.size();) {
        std::size_t end = begin + 1;
        while (end < capital.size() && isContinuation(capital[end]))
            ++end;
        const char* glyph = capital.data() + begin;
        const char* stop = capital.data() + end;
        ImGui::GetWindowDrawList()->AddText({std::round(x), std::round(at.y)}, toImGui(look.colour), glyph, stop);
        x += ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, glyph, stop).x + gap;
        begin = end;
    }
    return x - at.x;
}

void sectionHeading(const PanelContext& context, std::string_view text)
{
    const TextLook look{context.theme.text3, 11.5, core::FontWeight::semibold};
    space(context, 22);
    drawCapitals(context, ImGui::GetCursorScreenPos(), text, look);
    ImGui::Dummy({1, lineHeightPx(context, look)});
    space(context, 6);
}

} // namespace fabula::ui
