#include "ui/panel_commands.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_memory.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/searching.hpp"

#include <algorithm>
#include <sstream>

namespace fabula::ui {
namespace {

constexpr double kRowHeight = 34;
constexpr std::size_t kMostEvents = 30;

/// A line of the palette: a command or an event.
struct Choice
{
    const NamedCommand* command = nullptr;
    core::EventId event;
};

bool hasAllWords(const std::string& text, const std::string& query)
{
    std::istringstream words(query);
    std::string word;
    while (words >> word) {
        if (text.find(word) == std::string::npos)
            return false;
    }
    return true;
}

std::vector<Choice> choicesFor(const PanelContext& context, const std::string& typed)
{
    std::vector<Choice> choices;
    const std::string query = model::searchForm(typed);
    for (const NamedCommand& named : namedCommands()) {
        if (named.phrase != "window.palette.open" && hasAllWords(model::searchForm(say(context, named.phrase)), query))
            choices.push_back({&named, {}});
    }
    // In a large story looking takes longer than a frame has; the search field does it beside the window.
    const ShownStory& story = context.state.story;
    if (typed.empty() || !story.graph || story.search == nullptr || isLarge(story.graph->story()))
        return choices;
    std::vector<core::EventId> events = story.search->find(typed);
    events.resize(std::min(events.size(), kMostEvents));
    for (const core::EventId event : events)
        choices.push_back({nullptr, event});
    return choices;
}

void run(const PanelContext& context, const Choice& choice)
{
    context.commands.push(command::Back{});
    if (choice.command != nullptr)
        context.commands.push(choice.command->make(context));
    else
        context.commands.push(command::Select{choice.event, true});
}

void drawChoice(const PanelContext& context, const Choice& choice, ImVec2 corner)
{
    const float wide = ImGui::GetContentRegionAvail().x;
    const TextLook name{context.theme.text1, 13};
    const TextLook quiet{context.theme.text3, 12};
    const float y = corner.y + (toPx(context, kRowHeight) - lineHeightPx(context, name)) / 2;
    if (choice.command != nullptr) {
        const float caps = keyCaps(context, {corner.x + wide, corner.y + toPx(context, 7)}, choice.command->keys);
        drawText(context, {corner.x, y},
                 cutText(context, say(context, choice.command->phrase), name, wide - caps - toPx(context, 12)), name);
        return;
    }
    const std::string date = cutText(context, shortDate(context, choice.event), quiet, wide * 0.4);
    const float dateWidth = textWidthPx(context, date, quiet);
    ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + toPx(context, 5), corner.y + toPx(context, kRowHeight / 2)},
                                                toPx(context, 4), toImGui(eventColour(context, choice.event)));
    drawText(context, {corner.x + wide - dateWidth, y}, date, quiet);
    const float indent = toPx(context, 18);
    drawText(context, {corner.x + indent, y},
             cutText(context, titleOf(context, choice.event), name, wide - dateWidth - indent - toPx(context, 16)),
             name);
}

void drawChoices(const PanelContext& context, const std::vector<Choice>& choices, int lit, bool follow)
{
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool current = static_cast<int>(i) == lit;
        ImGui::PushID(static_cast<int>(i));
        const bool pressed = row(
            context, "##choice", context.px(kRowHeight),
            [&](ImVec2 corner) { drawChoice(context, choices[i], corner); }, current);
        if (current && follow)
            ImGui::SetScrollHereY();
        ImGui::PopID();
        if (pressed)
            run(context, choices[i]);
    }
}

} // namespace

void drawPalette(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 580;
    shape.maxHeight = 520;
    const OverlayWindow window(context, "##palette", "", shape);
    const bool appearing = ImGui::IsWindowAppearing();
    std::string typed = appearing ? std::string() : recalledText("typed");
    FieldShape field;
    field.widthPx = ImGui::GetContentRegionAvail().x;
    field.height = 36;
    field.takeKeyboard = appearing;
    field.arrows = true;
    const FieldEvents events = textField(context, "##command", field, say(context, "window.palette"), typed);
    keepText("typed", typed);

    const std::vector<Choice> choices = choicesFor(context, typed);
    const int last = static_cast<int>(choices.size()) - 1;
    const int before = appearing || events.edited ? 0 : recalledNumber("lit");
    const int lit = std::clamp(before + events.moved, 0, std::max(0, last));
    keepNumber("lit", lit);
    space(context, 10);
    if (choices.empty()) {
        textLine(context, say(context, "window.search.none"), {context.theme.text3, 13});
        return;
    }
    {
        const double wanted = context.px(kRowHeight) * static_cast<double>(choices.size());
        const ListArea list(context, "##choices", ImGui::GetContentRegionAvail().x,
                            std::min(wanted, window.heightLeftPx()));
        drawChoices(context, choices, lit, events.moved != 0);
    }
    if (events.submitted)
        run(context, choices[static_cast<std::size_t>(lit)]);
}

} // namespace fabula::ui
