#include "ui/panel_answer.hpp"

#include "core/phrases.hpp"
#include "time/words.hpp"
#include "ui/answering.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <array>

namespace fabula::ui {
namespace {

using ask::Ask;

constexpr double kPatience = 0.1; ///< seconds of working an answer out before it is shown

std::string nameOf(const PanelContext& context, Ask ask)
{
    return std::string(say(context, "ask.name." + std::string(name(ask))));
}

/// What the question is about, as the title over its answer.
std::string titleOf(const PanelContext& context, const Answered& answered)
{
    const ask::Question& question = answered.key.question;
    if (const auto* event = std::get_if<core::EventId>(&question.subject); event != nullptr && !question.goal.valid())
        return std::string(titleOf(context, *event));
    else if (event != nullptr)
        return std::string(titleOf(context, *event)) + " → " + std::string(titleOf(context, question.goal));
    return answered.told.heading;
}

/// A question asked before, and what a press on it does; `esc`: so does that key, and it is said.
void drawCrumb(const PanelContext& context, const ask::Question& question, const Command& leads, bool esc)
{
    const TextLook look{context.theme.text2, 12.5};
    const ImVec2 size{ImGui::GetContentRegionAvail().x, toPx(context, 24)};
    const Press press = pressArea("##crumb", size);
    const float reach = toPx(context, 6);
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(
            {press.corner.x - reach, press.corner.y}, {press.corner.x + size.x + reach, press.corner.y + size.y},
            toImGui(core::mixed(context.theme.panel, context.theme.line, 0.6)), toPx(context, 5));
    float room = size.x;
    if (esc)
        room -= keyCaps(context, {press.corner.x + size.x, press.corner.y + toPx(context, 2)}, "Esc");
    const std::string words = "‹ " + ask::questionWords(scopeOf(context.state), question, context.state.language());
    drawText(context, {press.corner.x, press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             cutText(context, words, look, room - toPx(context, 8)), look);
    if (press.pressed)
        context.commands.push(leads);
}

/// The questions asked before this one, each a press away.
void drawCrumbs(const PanelContext& context)
{
    constexpr std::size_t kMost = 3;
    const std::vector<ask::Question>& crumbs = context.state.asking.crumbs;
    const std::size_t before = crumbs.size() - 1;
    for (std::size_t i = before > kMost ? before - kMost : 0; i < before; ++i) {
        ImGui::PushID(static_cast<int>(i));
        drawCrumb(context, crumbs[i], command::ToCrumb{i}, false);
        ImGui::PopID();
    }
    if (before > 0)
        space(context, 12);
}

/// The cross that closes the answer, ending at `right`.
void drawClose(const PanelContext& context, ImVec2 right)
{
    const ImVec2 size{toPx(context, 22), toPx(context, 22)};
    ImGui::SetCursorScreenPos({right.x - size.x, right.y - toPx(context, 4)});
    const Press press = pressArea("##close", size);
    const TextLook look{press.hovered ? context.theme.text1 : context.theme.text3, 15};
    drawText(context,
             {press.corner.x + (size.x - textWidthPx(context, "×", look)) / 2, press.corner.y + toPx(context, 3)}, "×",
             look);
    tooltip(context, say(context, "window.back"));
    keyCaps(context, {press.corner.x - toPx(context, 2), press.corner.y + toPx(context, 1)}, "Esc");
    if (press.pressed)
        context.commands.push(command::Back{});
}

core::EventId eventOf(const PanelContext& context, const ask::Row& row)
{
    return row.event.valid() || !row.link.valid() ? row.event : storyOf(context)[row.link].to;
}

/// One line of the answer: how far away, by what link, which event, when and how sure.
void drawRow(const PanelContext& context, const ask::Row& told, std::size_t index)
{
    constexpr std::size_t kMostLines = 3;
    const TextLook number{context.theme.text3, 12};
    const TextLook title{context.theme.text1, 13, core::FontWeight::medium};
    const TextLook quiet{context.theme.text3, 12};
    const float indent = told.layer > 0 ? toPx(context, 22) : 0;
    const double wide = ImGui::GetContentRegionAvail().x - indent;
    const std::vector<std::string> titles = wrapText(context, told.words, title, wide, kMostLines);
    const std::vector<std::string> details = wrapText(context, told.detail, quiet, wide, kMostLines);
    const bool related = !told.relation.empty();
    const float pitch = toPx(context, 18);
    const auto lines = static_cast<double>(titles.size() + details.size() + (related ? 1 : 0));
    const core::EventId event = eventOf(context, told);
    const auto draw = [&](ImVec2 corner) {
        float y = corner.y + toPx(context, 5);
        if (told.layer > 0)
            drawText(context, {corner.x, y}, std::to_string(told.layer), number);
        const float x = corner.x + indent;
        if (related) {
            float at = x;
            core::Colour colour = context.theme.text2;
            if (told.link.valid()) {
                const model::Link& link = storyOf(context)[told.link];
                colour = readable(context.theme.link(link.kind), context.theme.panel, context.theme.text1);
                linkSample(context, {at, y + pitch / 2 - 1}, context.px(16), link.kind, link.basis);
                at += toPx(context, 23);
            }
            drawText(context, {at, y}, cutText(context, told.relation, {colour, 12.5}, wide),
                     {colour, 12.5, core::FontWeight::medium});
            y += pitch;
        }
        for (const std::string& line : titles) {
            drawText(context, {x, y}, line, title);
            y += pitch;
        }
        for (const std::string& line : details) {
            drawText(context, {x, y}, line, quiet);
            y += pitch;
        }
    };
    ImGui::PushID(static_cast<int>(index));
    const double high = context.px(10) + static_cast<double>(pitch) * lines;
    if (!event.valid()) {
        draw(ImGui::GetCursorScreenPos());
        ImGui::Dummy({1, static_cast<float>(high)});
    } else if (row(context, "##row", high, draw, event == context.state.selected)) {
        context.commands.push(command::Select{event, true});
    }
    ImGui::PopID();
}

void drawSections(const PanelContext& context, const ask::Told& told)
{
    for (std::size_t i = 0; i < told.sections.size(); ++i) {
        const ask::Section& section = told.sections[i];
        if (section.heading.empty())
            space(context, 14);
        else
            sectionHeading(context, section.heading);
        ImGui::PushID(static_cast<int>(i));
        for (std::size_t row = 0; row < section.rows.size(); ++row)
            drawRow(context, section.rows[row], row);
        ImGui::PopID();
    }
}

struct AskChoice
{
    Ask ask;
    const char* words;
    const char* key;
};

/// A button that asks, with its key; it previews the answer while the pointer or the keyboard is on it.
void askButton(const PanelContext& context, const AskChoice& choice, core::EventId event, float widthPx,
               std::optional<ask::Question>& pointedAt)
{
    const ask::Question question{choice.ask, event, {}};
    const char* words = choice.words;
    const char* key = choice.key;
    const TextLook look{context.theme.text1, 13, core::FontWeight::medium};
    const ImVec2 size{widthPx, toPx(context, 30)};
    ImGui::PushID(words);
    const Press press = pressArea("##ask", size);
    core::Colour fill = context.theme.raised;
    if (press.hovered)
        fill = core::mixed(fill, context.theme.text1, press.held ? 0.16 : 0.08);
    const ImVec2 far{press.corner.x + size.x, press.corner.y + size.y};
    ImGui::GetWindowDrawList()->AddRectFilled(press.corner, far, toImGui(fill), toPx(context, 6));
    ImGui::GetWindowDrawList()->AddRect(press.corner, far, toImGui(context.theme.line), toPx(context, 6));
    drawText(context, {press.corner.x + toPx(context, 12), press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             cutText(context, say(context, words), look, size.x - toPx(context, key[0] != '\0' ? 44 : 20)), look);
    if (key[0] != '\0')
        keyCaps(context, {far.x - toPx(context, 6), press.corner.y + toPx(context, 5)}, key);
    ImGui::PopID();
    if (press.hovered && question.ask != Ask::path)
        pointedAt = question;
    if (press.pressed && question.ask == Ask::path)
        context.commands.push(command::BeginPath{});
    else if (press.pressed)
        context.commands.push(command::PutQuestion{question});
}

void drawWorking(const PanelContext& context)
{
    const AskingState& asking = context.state.asking;
    if (asking.seconds < kPatience)
        return;
    textLine(context, say(context, "window.ask.working"), {context.theme.text2, 13});
    space(context, 8);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    const float high = toPx(context, 4);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(corner, {corner.x + wide, corner.y + high}, toImGui(context.theme.line), high / 2);
    draw->AddRectFilled(corner,
                        {corner.x + wide * static_cast<float>(std::clamp(asking.progress, 0.0, 1.0)), corner.y + high},
                        toImGui(context.theme.accent), high / 2);
    space(context, 14);
    if (button(context, "##stop", say(context, "window.cancel")))
        context.commands.push(command::Back{});
}

/// The questions that may be asked about an event, without the one that was.
void drawAskOn(const PanelContext& context, core::EventId event, std::optional<Ask> asked,
               std::optional<ask::Question>& pointedAt)
{
    constexpr std::array<AskChoice, 5> kChoices{{{Ask::why, "window.ask.why", "W"},
                                                 {Ask::effects, "window.ask.effects", "E"},
                                                 {Ask::without, "window.ask.without", "X"},
                                                 {Ask::path, "window.ask.path", "P"},
                                                 {Ask::sources, "window.ask.sources", ""}}};
    // Two in a row.
    const float gap = toPx(context, 6);
    const float wide = (ImGui::GetContentRegionAvail().x - gap) / 2;
    bool left = true;
    for (const AskChoice& choice : kChoices) {
        if (choice.ask == asked && choice.ask != Ask::path)
            continue;
        if (!left)
            ImGui::SameLine(0, gap);
        askButton(context, choice, event, wide, pointedAt);
        if (!left)
            space(context, 6);
        left = !left;
    }
}

} // namespace

bool showsAnswer(const AppState& state)
{
    return state.story.graph && !state.asking.crumbs.empty() && !state.asking.sheet && state.opened.empty();
}

void drawAnswer(const PanelContext& context)
{
    const AppState& state = context.state;
    drawCrumbs(context);
    if (!state.asking.answered || !(state.asking.answered->key.question == state.asking.crumbs.back())) {
        drawWorking(context);
        return;
    }
    const Answered& answered = *state.asking.answered;
    const TextLook kind{readable(context.theme.accent, context.theme.panel, context.theme.text1), 11.5,
                        core::FontWeight::semibold};
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    drawCapitals(context, corner, nameOf(context, answered.key.question.ask), kind);
    drawClose(context, {corner.x + ImGui::GetContentRegionAvail().x, corner.y});
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({1, lineHeightPx(context, kind)});
    space(context, 6);
    textBlock(context, titleOf(context, answered), {context.theme.text1, 20, core::FontWeight::bold}, 1.25);
    if (answered.key.day.known()) {
        space(context, 4);
        textBlock(context,
                  core::phraseWith("ask.as-of", time::words(answered.key.day, state.language()), state.language()),
                  {context.theme.text2, 13});
    }
    space(context, 10);
    textBlock(context, answered.told.sentence, {context.theme.text1, 14}, 1.45);
    drawSections(context, answered.told);
    std::optional<ask::Question> pointedAt;
    if (const auto* event = std::get_if<core::EventId>(&answered.key.question.subject)) {
        sectionHeading(context, say(context, "window.ask.on"));
        drawAskOn(context, *event, answered.key.question.ask, pointedAt);
    }
    settlePreview(context, pointedAt);
}

void drawEventQuestions(const PanelContext& context, core::EventId event)
{
    std::optional<ask::Question> pointedAt;
    space(context, 14);
    drawAskOn(context, event, std::nullopt, pointedAt);
    settlePreview(context, pointedAt);
}

void drawRestsOn(const PanelContext& context, core::EventId event)
{
    const auto& facts = context.state.facts;
    if (!facts || facts->event != event || facts->without.fallen.empty())
        return;
    sectionHeading(context, say(context, "window.rests-on"));
    textBlock(context,
              core::countPhrase("window.rests-on.count", facts->without.fallen.size(), context.state.language()),
              {context.theme.text1, 13});
}

void drawWayBack(const PanelContext& context)
{
    const std::vector<ask::Question>& crumbs = context.state.asking.crumbs;
    if (!crumbs.empty())
        drawCrumb(context, crumbs.back(), command::Back{}, true);
}

void drawOrigins(const PanelContext& context, core::EventId event)
{
    const auto& facts = context.state.facts;
    if (!facts || facts->event != event || facts->sources.carriers.size() < 2)
        return;
    const std::string language = context.state.language();
    const std::size_t origins = facts->sources.origins.size();
    std::string words;
    if (origins == 1) {
        const model::Source& origin = storyOf(context)[facts->sources.origins.front().source];
        words = core::phraseWith("window.one-origin", model::publisherOf(origin), language);
    } else if (origins == facts->sources.carriers.size()) {
        words = core::countPhrase("window.origins.all", origins, language);
    } else {
        const std::string carriers = std::to_string(facts->sources.carriers.size());
        const std::string independent = std::to_string(origins);
        words = core::phraseFilled("window.origins", {{"n", carriers}, {"origins", independent}}, language);
    }
    textBlock(context, words, {context.theme.text2, 13});
    space(context, 8);
}

void settlePreview(const PanelContext& context, const std::optional<ask::Question>& pointedAt)
{
    // While the end of a path is picked, the picture says what is previewed.
    if (!context.state.asking.pathFrom.valid() && !(pointedAt == context.state.asking.preview))
        context.commands.push(command::Preview{pointedAt});
}

} // namespace fabula::ui
