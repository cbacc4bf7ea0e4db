#include "core/phrases.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_widgets.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fabula::ui {
namespace {

constexpr double kIndent = 96; ///< of the words, right of what kind of thing it is

/// A row brings its event into view.
void drawChange(const PanelContext& context, const ask::ChangeRow& change, bool withdrawn)
{
    const TextLook kind{context.theme.text3, 12};
    const TextLook words{withdrawn ? context.theme.text2 : context.theme.text1, 13, core::FontWeight::medium};
    const TextLook quiet{context.theme.text2, 12};
    const double room = ImGui::GetContentRegionAvail().x - toPx(context, kIndent + 8);
    std::vector<std::string> details;
    const auto add = [&](const std::string& text) {
        for (std::string& line : wrapText(context, text, quiet, room, 3))
            details.push_back(std::move(line));
    };
    if (!change.detail.empty())
        add(change.detail);
    for (const std::string& field : change.changes)
        add(field);
    const std::vector<std::string> title = wrapText(context, change.words, words, room, 2);
    const float pitch = toPx(context, 18);
    const double high =
        context.px(12) + static_cast<double>(pitch) * static_cast<double>(title.size() + details.size());
    const bool pressed = row(context, "##change", high, [&](ImVec2 corner) {
        float y = corner.y + toPx(context, 6);
        drawText(context, {corner.x, y}, change.kind, kind);
        const float x = corner.x + toPx(context, kIndent);
        for (const std::string& line : title) {
            drawText(context, {x, y}, line, words);
            y += pitch;
        }
        for (const std::string& line : details) {
            drawText(context, {x, y}, line, quiet);
            y += pitch;
        }
    });
    if (!pressed || !change.event.valid())
        return;
    context.commands.push(command::Show{Panel::none});
    context.commands.push(command::Select{change.event, true});
}

void drawSections(const PanelContext& context, const ask::ToldChanges& told)
{
    int id = 0;
    for (std::size_t section = 0; section < told.sections.size(); ++section) {
        const ask::ChangeSection& its = told.sections[section];
        sectionHeading(context, its.heading);
        for (const ask::ChangeRow& change : its.rows) {
            ImGui::PushID(id++);
            drawChange(context, change, its.novelty == model::Novelty::withdrawn);
            ImGui::PopID();
        }
    }
}

} // namespace

void drawChanges(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 820;
    shape.maxHeight = 640;
    const OverlayWindow window(context, "##changes", say(context, "diff.since"), shape);
    const Since& since = context.state.story.since;
    const bool compared = since.comparison != nullptr;
    textBlock(context, compared ? since.path.string() : std::string(say(context, "window.compare.none")),
              {context.theme.text3, 12});
    space(context, 6);
    if (compared) {
        textBlock(context, since.told.sentence, {context.theme.text1, 14, core::FontWeight::medium});
        space(context, 4);
        const ListArea list = ListArea::fitting(context, "##list", ImGui::GetContentRegionAvail().x,
                                                window.heightLeftPx() - context.px(46));
        drawSections(context, since.told);
    }
    space(context, 14);
    if (button(context, "##compare", say(context, "window.compare"), !compared))
        context.commands.push(command::Show{Panel::compare});
    if (!compared)
        return;
    ImGui::SameLine(0, toPx(context, 10));
    if (button(context, "##end", say(context, "window.compare.end")))
        context.commands.push(command::CompareWith{});
}

} // namespace fabula::ui
