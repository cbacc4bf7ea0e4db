#include "core/diagnostics.hpp"
#include "core/phrases.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fabula::ui {
namespace {

constexpr std::size_t kMostShown = 500;

std::string placeWords(const core::Finding& finding)
{
    if (finding.where.line == 0)
        return {};
    return fmt::format("{}:{}", finding.where.line, finding.where.column);
}

/// A finding takes its line to the clipboard when it is pressed, as the command line prints it.
void drawFinding(const PanelContext& context, const core::Finding& finding)
{
    const bool error = finding.severity == core::Severity::error;
    const TextLook code{error ? context.theme.bad : context.theme.link(model::LinkKind::causes), 12,
                        core::FontWeight::semibold};
    const TextLook place{context.theme.text3, 12};
    const TextLook sentence{context.theme.text1, 13};
    const float indent = toPx(context, 104);
    const double room = ImGui::GetContentRegionAvail().x - indent;
    const std::string told = core::inLanguage(finding.sentence, context.state.language());
    const std::vector<std::string> lines = wrapText(context, told, sentence, room, 8);
    const float pitch = toPx(context, 18);
    const double high =
        context.px(12) + static_cast<double>(pitch) * static_cast<double>(std::max<std::size_t>(1, lines.size()));
    const bool pressed = row(context, "##finding", high, [&](ImVec2 corner) {
        float y = corner.y + toPx(context, 6);
        const float codeWidth = drawText(context, {corner.x, y}, finding.code, code);
        drawText(context, {corner.x + std::max(codeWidth + toPx(context, 8), toPx(context, 44)), y},
                 placeWords(finding), place);
        for (const std::string& line : lines) {
            drawText(context, {corner.x + indent, y}, line, sentence);
            y += pitch;
        }
    });
    tooltip(context, say(context, "window.findings.copy-one"));
    if (pressed)
        ImGui::SetClipboardText(core::toString(finding).c_str());
}

void copyAll(const core::Diagnostics& diagnostics)
{
    std::string all;
    for (const core::Finding& finding : diagnostics.findings())
        all += core::toString(finding) + "\n";
    ImGui::SetClipboardText(all.c_str());
}

const char* brokenWords(const ShownStory& story)
{
    const auto& found = story.diagnostics.findings();
    if (!found.empty() && found.front().code < "F1")
        return "window.broken.unread";
    if (!story.graph)
        return "window.broken.first";
    return story.path == story.checkedPath ? "window.broken" : "window.broken.other";
}

/// The file, what came of it, and every finding.
void drawFindingList(const PanelContext& context, const OverlayWindow& window)
{
    const ShownStory& story = context.state.story;
    const core::Diagnostics& found = story.diagnostics;
    textBlock(context, story.checkedPath.string(), {context.theme.text3, 12});
    if (story.broken) {
        space(context, 6);
        textBlock(context, say(context, brokenWords(story)), {context.theme.bad, 13, core::FontWeight::medium});
    }
    space(context, 10);
    if (found.findings().empty()) {
        textLine(context, say(context, "window.problems.none"), {context.theme.text2, 13});
        return;
    }
    const double foot = context.px(46);
    const std::size_t shown = std::min(found.findings().size(), kMostShown);
    {
        const ListArea list =
            ListArea::fitting(context, "##list", ImGui::GetContentRegionAvail().x, window.heightLeftPx() - foot);
        for (std::size_t i = 0; i < shown; ++i) {
            ImGui::PushID(static_cast<int>(i));
            drawFinding(context, found.findings()[i]);
            ImGui::PopID();
        }
    }
    space(context, 14);
    if (button(context, "##copy", say(context, "window.findings.copy")))
        copyAll(found);
    ImGui::SameLine(0, toPx(context, 10));
    if (button(context, "##reload", say(context, "window.reload")))
        context.commands.push(command::Reload{});
}

} // namespace

void drawFindings(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 820;
    shape.maxHeight = 600;
    const OverlayWindow window(context, "##findings", say(context, "window.findings"), shape);
    drawFindingList(context, window);
}

void drawNothingToShow(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 820;
    shape.maxHeight = 600;
    shape.closes = false;
    const OverlayWindow window(context, "##nothing", say(context, "window.findings"), shape);
    drawFindingList(context, window);
    ImGui::SameLine(0, toPx(context, 10));
    if (button(context, "##open", say(context, "window.open.story"), true))
        context.commands.push(command::Show{Panel::open});
}

} // namespace fabula::ui
