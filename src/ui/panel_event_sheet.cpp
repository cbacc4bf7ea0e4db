#include "core/phrases.hpp"
#include "scene/marks.hpp"
#include "time/words.hpp"
#include "ui/panel_answer.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <array>

namespace fabula::ui {
namespace {

TextLook factLook(const PanelContext& context)
{
    return {context.theme.text2, 13};
}

void fact(const PanelContext& context, std::string_view words)
{
    textBlock(context, words, factLook(context));
    space(context, 2);
}

/// The lane's actor first, then the others as far as the line goes, each in the colour of its lane.
void drawActorLine(const PanelContext& context, const model::Event& event)
{
    std::vector<core::ActorId> actors;
    if (event.lane.valid())
        actors.push_back(event.lane);
    for (const core::ActorId actor : event.actors) {
        if (std::find(actors.begin(), actors.end(), actor) == actors.end())
            actors.push_back(actor);
    }
    if (actors.empty())
        return;
    constexpr std::size_t kMost = 2;
    actors.resize(std::min(actors.size(), kMost));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    TextLook look{context.theme.text3, 11.5, core::FontWeight::semibold};
    float x = 0;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const std::string name =
            capitals(chosenText(context, storyOf(context)[actors[i]].name).text, context.state.language());
        const std::string words = (i > 0 ? "· " : "") + name;
        const double estimate = textWidthPx(context, words, look) * 1.12;
        if (i > 0 && x + estimate > room)
            break;
        look.colour = readable(actorColour(context, actors[i]), context.theme.panel, context.theme.text1);
        x += drawCapitals(context, {corner.x + x, corner.y},
                          i == 0 ? cutText(context, words, look, room * 0.88) : words, look);
        x += toPx(context, 4);
    }
    ImGui::Dummy({std::max(1.0F, std::min(x, room)), lineHeightPx(context, look)});
    space(context, 6);
}

/// A bound that came from another event: what it is, and the event, which a press leads to.
void drawBound(const PanelContext& context, const char* key, time::Instant bound, core::EventId from)
{
    const std::string language = context.state.language();
    const std::string words = core::phraseWith(key, dayWords(bound, language), language);
    const TextLook look = factLook(context);
    const TextLook cause{context.theme.text1, 13, core::FontWeight::medium};
    const float indent = toPx(context, 12);
    const double wide = ImGui::GetContentRegionAvail().x - indent;
    const std::vector<std::string> lines = wrapText(context, titleOf(context, from), cause, wide, 2);
    const float pitch = toPx(context, 18);
    const double high = context.px(8) + static_cast<double>(pitch) * static_cast<double>(1 + lines.size());
    const bool pressed = row(context, key, high, [&](ImVec2 corner) {
        ImGui::GetWindowDrawList()->AddRectFilled(
            {corner.x, corner.y + toPx(context, 5)},
            {corner.x + toPx(context, 2), corner.y + static_cast<float>(high) - toPx(context, 5)},
            toImGui(eventColour(context, from)));
        float y = corner.y + toPx(context, 4);
        drawText(context, {corner.x + indent, y}, cutText(context, words, look, wide), look);
        for (const std::string& line : lines) {
            y += pitch;
            drawText(context, {corner.x + indent, y}, line, cause);
        }
    });
    if (pressed)
        context.commands.push(command::Select{from, true});
}

void drawDerived(const PanelContext& context, const graph::Bracket& bracket)
{
    if (bracket.conflict) {
        textBlock(context, say(context, "window.conflict"), {context.theme.bad, 13, core::FontWeight::medium});
        if (bracket.against.valid()) {
            ImGui::PushID("against");
            eventRows(context, {bracket.against});
            ImGui::PopID();
        }
    }
    if (!bracket.narrowed())
        return;
    space(context, 4);
    textBlock(context, say(context, "window.narrowed.heading"), {context.theme.text3, 12});
    space(context, 2);
    if (bracket.earliestFrom.valid())
        drawBound(context, "window.not-before", bracket.derived.begin, bracket.earliestFrom);
    if (bracket.latestFrom.valid())
        drawBound(context, "window.not-after", {bracket.derived.end.seconds - 1}, bracket.latestFrom);
}

void drawDates(const PanelContext& context, core::EventId id)
{
    const std::string language = context.state.language();
    const model::Event& event = storyOf(context)[id];
    const graph::Bracket bracket = context.state.knownGraph().bracket(id);
    std::string when = event.when.known() ? sentenceStart(event.lasting ? time::words(event.when, language)
                                                                        : time::wordsOfMoment(event.when, language),
                                                          language)
                                          : sentenceStart(say(context, "date.not-reported"), language);
    if (event.lasting)
        when += " · " + std::string(say(context, "window.lasting"));
    fact(context, when);
    if (event.planned.known())
        fact(context, core::phraseWith("window.planned", time::words(event.planned, language), language));
    if (event.reported.known())
        fact(context, core::phraseWith("window.reported", time::words(event.reported, language), language));
    drawDerived(context, bracket);
}

void drawSummary(const PanelContext& context, const model::Event& event)
{
    const model::TextChoice summary = chosenText(context, event.summary);
    if (!summary.text.empty()) {
        space(context, 10);
        textBlock(context, summary.text, {context.theme.text1, 14}, 1.45);
    }
    const model::TextChoice title = chosenText(context, event.title);
    if (summary.fallback || title.fallback) {
        space(context, 4);
        const std::string tag(title.fallback ? title.language : summary.language);
        textBlock(context, core::phraseWith("window.fallback", languageName(tag), context.state.language()),
                  {context.theme.text3, 12});
    }
}

void drawActorChips(const PanelContext& context, const model::Event& event)
{
    if (event.actors.empty())
        return;
    space(context, 14);
    for (const core::ActorId actor : event.actors) {
        const model::Actor& who = storyOf(context)[actor];
        const std::set<std::string>& chosen = context.state.filter[model::Facet::actor];
        const bool on = chosen.count(who.id) > 0;
        ImGui::PushID(static_cast<int>(actor.index()));
        if (chip(context, "##actor", chosenText(context, who.name).text, actorColour(context, actor), on)) {
            model::StoryFilter filter = context.state.filter;
            if (on)
                filter[model::Facet::actor].erase(who.id);
            else
                filter[model::Facet::actor].insert(who.id);
            context.commands.push(command::SetFilter{filter});
        }
        ImGui::PopID();
    }
    endChips(context);
}

/// The outline that stands for the basis on every card, and what it means.
void drawBasis(const PanelContext& context, model::Basis basis)
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float high = toPx(context, 14);
    const float wide = toPx(context, 22);
    const float top = corner.y + toPx(context, 2);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const scene::StrokeRect outline =
        scene::basisOutline(context.theme, {corner.x, top, wide, high}, context.px(3), basis);
    const ImU32 colour = toImGui(outline.colour);
    if (outline.dash > 0) {
        const float dash = toPx(context, 3);
        for (float x = 0; x < wide; x += 2 * dash) {
            const float end = std::min(wide, x + dash);
            draw->AddLine({corner.x + x, top}, {corner.x + end, top}, colour);
            draw->AddLine({corner.x + x, top + high}, {corner.x + end, top + high}, colour);
        }
        draw->AddLine({corner.x, top}, {corner.x, top + high}, colour);
        draw->AddLine({corner.x + wide, top}, {corner.x + wide, top + high}, colour);
    } else {
        draw->AddRectFilled({corner.x, top}, {corner.x + wide, top + high}, toImGui(context.theme.cardFill),
                            toPx(context, 3));
        draw->AddRect({corner.x, top}, {corner.x + wide, top + high}, colour, toPx(context, 3), 0,
                      basis == model::Basis::official ? toPx(context, 1.5) : 1.0F);
    }
    ImGui::Dummy({1, toPx(context, 1)});
    ImGui::Indent(wide + toPx(context, 10));
    textBlock(context, say(context, "basis." + std::string(name(basis)) + ".long"), {context.theme.text1, 13});
    ImGui::Unindent(wide + toPx(context, 10));
}

void drawConfidence(const PanelContext& context, const std::optional<model::Confidence>& confidence)
{
    const TextLook look{confidence ? context.theme.text1 : context.theme.text3, 13, core::FontWeight::medium};
    const std::string key = confidence ? "confidence." + std::string(name(*confidence)) : "confidence.none";
    const std::string_view words = say(context, key);
    if (!confidence) {
        textLine(context, words, look);
        return;
    }
    constexpr std::size_t kTerms = model::kConfidenceNames.size();
    const std::size_t filled = static_cast<std::size_t>(*confidence) + 1;
    const float room = ImGui::GetContentRegionAvail().x;
    const float gap = toPx(context, 3);
    const float wide = toPx(context, 19);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < kTerms; ++i) {
        const float x = corner.x + static_cast<float>(i) * (wide + gap);
        ImGui::GetWindowDrawList()->AddRectFilled(
            {x, corner.y + toPx(context, 6)}, {x + wide, corner.y + toPx(context, 12)},
            toImGui(i < filled ? context.theme.good : context.theme.line), toPx(context, 3));
    }
    const float bars = static_cast<float>(kTerms) * (wide + gap) + toPx(context, 10);
    const bool beside = bars + textWidthPx(context, words, look) <= room;
    ImGui::Dummy({1, beside ? toPx(context, 1) : toPx(context, 18)});
    if (beside)
        ImGui::SetCursorScreenPos({corner.x + bars, corner.y});
    textLine(context, words, look);
}

} // namespace

void drawEventSheet(const PanelContext& context, core::EventId id)
{
    const model::Event& event = storyOf(context)[id];
    drawWayBack(context);
    drawActorLine(context, event);
    textBlock(context, titleOf(context, id), {context.theme.text1, 20, core::FontWeight::bold}, 1.25);
    space(context, 6);
    drawDates(context, id);
    drawSummary(context, event);
    drawActorChips(context, event);
    drawEventQuestions(context, id);
    drawLinkSections(context, id);
    drawSources(context, id);
    sectionHeading(context, say(context, "window.confidence"));
    drawBasis(context, event.basis);
    space(context, 8);
    drawConfidence(context, event.confidence);
    drawRestsOn(context, id);
}

} // namespace fabula::ui
