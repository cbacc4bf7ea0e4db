#include "ui/panel_signs.hpp"

#include "layout/event_badges.hpp"
#include "scene/marks.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

namespace fabula::ui {
namespace {

constexpr double kSample = 30;
constexpr double kPitch = 23;

/// A sample drawn in the row whose left end, at half its height, is given; and what it means.
struct Sign
{
    std::function<void(ImVec2)> draw;
    std::string words;
};

ImU32 ink(core::Colour colour)
{
    return toImGui(colour);
}

void drawLine(const PanelContext& context, ImVec2 at, model::LinkKind kind)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = ink(context.theme.link(kind));
    const scene::LinkMark mark = scene::markOf(kind);
    const float thick = toPx(context, 1.75);
    const float end = at.x + toPx(context, kSample);
    const float tip = mark.head == scene::LinkHead::filled ? end - toPx(context, 7) : end;
    const float dash = mark.dash > 0 ? toPx(context, mark.dash) : tip - at.x;
    for (float x = at.x; x < tip; x += dash + std::max(1.0F, toPx(context, mark.gap)))
        draw->AddLine({x, at.y}, {std::min(x + dash, tip), at.y}, colour, thick);
    const float half = toPx(context, 4.5);
    const float base = end - toPx(context, 8);
    if (mark.head == scene::LinkHead::filled)
        draw->AddTriangleFilled({base, at.y - half}, {end, at.y}, {base, at.y + half}, colour);
    if (mark.head == scene::LinkHead::open) {
        draw->AddLine({base, at.y - half}, {end, at.y}, colour, thick);
        draw->AddLine({base, at.y + half}, {end, at.y}, colour, thick);
    }
    if (mark.head == scene::LinkHead::bar)
        draw->AddLine({end, at.y - half}, {end, at.y + half}, colour, toPx(context, 2.5));
}

void drawOutline(const PanelContext& context, ImVec2 at, model::Basis basis)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 corner{at.x, at.y - toPx(context, 7)};
    const ImVec2 far{at.x + toPx(context, kSample), at.y + toPx(context, 7)};
    const scene::StrokeRect outline = scene::basisOutline(context.theme, {}, 0, basis);
    draw->AddRectFilled(corner, far, ink(context.theme.cardFill), toPx(context, 3));
    if (outline.dash <= 0) {
        draw->AddRect(corner, far, ink(outline.colour), toPx(context, 3));
        return;
    }
    const float dash = toPx(context, outline.dash);
    for (float x = corner.x; x < far.x; x += dash + toPx(context, outline.dashGap))
        for (const float y : {corner.y, far.y})
            draw->AddLine({x, y}, {std::min(x + dash, far.x), y}, ink(outline.colour));
    for (const float x : {corner.x, far.x})
        draw->AddLine({x, corner.y + dash / 2}, {x, far.y - dash / 2}, ink(outline.colour));
}

/// A full dot is an actor's own word, a paler one a report, an empty one our reading.
void drawDot(const PanelContext& context, ImVec2 at, model::Basis basis)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const core::Colour lane = context.theme.lane(0);
    const ImVec2 centre{at.x + toPx(context, kSample / 2), at.y};
    const double filling = basis == model::Basis::official ? 1 : basis == model::Basis::reported ? 0.55 : 0;
    draw->AddCircleFilled(centre, toPx(context, 4), ink(core::mixed(context.theme.ground, lane, filling)));
    draw->AddCircle(centre, toPx(context, 3.5), ink(lane), 0, toPx(context, 1.5));
}

void drawBar(const PanelContext& context, ImVec2 at, layout::BarKind kind)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const core::Colour lane = context.theme.lane(0);
    const float half = toPx(context, 2.5);
    const float end = at.x + toPx(context, kSample);
    const float middle = (at.x + end) / 2;
    const ImU32 clear = ink(core::faded(lane, 0));
    const ImU32 full = ink(lane);
    if (kind == layout::BarKind::lasting) {
        draw->AddRectFilled({at.x, at.y - half}, {end, at.y + half}, full, half);
    } else if (kind == layout::BarKind::vague) {
        draw->AddRectFilledMultiColor({at.x, at.y - half}, {middle, at.y + half}, clear, full, full, clear);
        draw->AddRectFilledMultiColor({middle, at.y - half}, {end, at.y + half}, full, clear, clear, full);
    } else if (kind == layout::BarKind::derived) {
        for (float x = at.x; x + 2 * half <= end; x += toPx(context, 5))
            draw->AddLine({x, at.y + half}, {x + 2 * half, at.y - half}, full, toPx(context, 1.5));
    } else {
        draw->AddCircleFilled({middle, at.y}, half, full);
    }
}

/// Two sheets, the front one whole: as on the cards.
void drawSourceMark(const PanelContext& context, ImVec2 at)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float one = toPx(context, 1);
    const ImU32 behind = ink(core::faded(context.theme.text2, 0.55));
    draw->AddRectFilled(at, {at.x + 5 * one, at.y + one}, behind);
    draw->AddRectFilled({at.x, at.y + one}, {at.x + one, at.y + 8 * one}, behind);
    const ImVec2 page{at.x + 2 * one, at.y + 2 * one};
    const std::array<ImVec2, 5> corners{{page,
                                         {page.x + 3.5F * one, page.y},
                                         {page.x + 6 * one, page.y + 2.5F * one},
                                         {page.x + 6 * one, page.y + 8 * one},
                                         {page.x, page.y + 8 * one}}};
    draw->AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()), ink(context.theme.text2));
}

/// Where a link is cut: its piece at one end, and the lane's colour of the other.
void drawCutLink(const PanelContext& context, ImVec2 at)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float end = at.x + toPx(context, kSample - 4);
    draw->AddLine(at, {end, at.y}, ink(context.theme.link(model::LinkKind::causes)), toPx(context, 1.75));
    draw->AddCircleFilled({end, at.y}, toPx(context, 3), ink(context.theme.lane(2)));
}

std::vector<Sign> lineSigns(const PanelContext& context)
{
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < context.theme.linkKinds.size(); ++i) {
        const auto kind = static_cast<model::LinkKind>(i);
        signs.push_back({[&context, kind](ImVec2 at) { drawLine(context, at, kind); },
                         std::string(say(context, "link." + std::string(name(kind))))});
    }
    return signs;
}

std::vector<Sign> eventSigns(const PanelContext& context)
{
    std::vector<Sign> signs;
    for (const auto basis : {model::Basis::official, model::Basis::reported, model::Basis::inferred}) {
        const std::string words(say(context, "basis." + std::string(name(basis)) + ".long"));
        signs.push_back({[&context, basis](ImVec2 at) {
                             drawOutline(context, at, basis);
                             drawDot(context, at, basis);
                         },
                         words});
    }
    return signs;
}

std::vector<Sign> otherSigns(const PanelContext& context)
{
    std::vector<Sign> signs;
    const std::array<std::pair<layout::BarKind, const char*>, 4> bars{
        {{layout::BarKind::point, "signs.bar.point"},
         {layout::BarKind::vague, "signs.bar.vague"},
         {layout::BarKind::lasting, "signs.bar.lasting"},
         {layout::BarKind::derived, "signs.bar.derived"}}};
    for (const auto& [kind, key] : bars)
        signs.push_back(
            {[&context, bar = kind](ImVec2 at) { drawBar(context, at, bar); }, std::string(say(context, key))});
    signs.push_back({[&context](ImVec2 at) {
                         const TextLook look{context.theme.link(model::LinkKind::contradicts), 13};
                         drawText(context, {at.x + toPx(context, kSample / 2 - 4), at.y - toPx(context, 9)},
                                  layout::kContradictionMark, look);
                     },
                     std::string(say(context, "signs.contradicted"))});
    signs.push_back({[&context](ImVec2 at) {
                         const TextLook look{context.theme.text2, 13};
                         drawSourceMark(context, {at.x + toPx(context, 5), at.y - toPx(context, 5)});
                         drawText(context, {at.x + toPx(context, 18), at.y - toPx(context, 9)}, "2", look);
                     },
                     std::string(say(context, "signs.sources"))});
    signs.push_back({[&context](ImVec2 at) { drawCutLink(context, at); }, std::string(say(context, "signs.cut"))});
    return signs;
}

void drawColumn(const PanelContext& context, const std::vector<Sign>& signs, float wide)
{
    const TextLook look{context.theme.text1, 13};
    const float indent = toPx(context, kSample + 12);
    for (const Sign& sign : signs) {
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const std::vector<std::string> lines = wrapText(context, sign.words, look, wide - indent, 2);
        const float pitch = toPx(context, 18);
        sign.draw({corner.x, corner.y + toPx(context, kPitch / 2)});
        float y = corner.y + toPx(context, 3);
        for (const std::string& line : lines) {
            drawText(context, {corner.x + indent, y}, line, look);
            y += pitch;
        }
        const float rows = static_cast<float>(std::max<std::size_t>(lines.size(), 1) - 1);
        ImGui::Dummy({wide, toPx(context, kPitch) + rows * pitch});
    }
}

} // namespace

void drawSigns(const PanelContext& context, float widePx, int columns)
{
    const TextLook head{context.theme.text3, 11.5, core::FontWeight::semibold};
    drawCapitals(context, ImGui::GetCursorScreenPos(), say(context, "window.signs"), head);
    ImGui::Dummy({widePx, lineHeightPx(context, head)});
    space(context, 4);
    std::vector<Sign> left = lineSigns(context);
    std::vector<Sign> right = otherSigns(context);
    for (Sign& sign : eventSigns(context))
        left.push_back(std::move(sign));
    const float top = ImGui::GetCursorScreenPos().y;
    const float x = ImGui::GetCursorScreenPos().x;
    drawColumn(context, left, widePx);
    if (columns > 1) {
        const float under = ImGui::GetCursorScreenPos().y;
        ImGui::SetCursorScreenPos({x + widePx + toPx(context, 40), top});
        ImGui::BeginGroup();
        drawColumn(context, right, widePx);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({x, std::max(under, ImGui::GetCursorScreenPos().y)});
    } else {
        drawColumn(context, right, widePx);
    }
    ImGui::Dummy({widePx, 1});
}

} // namespace fabula::ui
