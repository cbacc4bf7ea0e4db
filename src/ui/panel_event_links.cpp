#include "brief/evidence.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "time/words.hpp"
#include "ui/panel_answer.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

constexpr double kSampleWidth = 17;
constexpr double kVerbIndent = 25;

/// A link as seen from the event on show.
struct LinkLine
{
    core::LinkId link;
    core::EventId other;
    std::string verb;
};

enum class Meaning { cause, effect, related, contradiction };

Meaning meaningOf(const model::Link& link, bool in)
{
    if (link.kind == model::LinkKind::contradicts)
        return Meaning::contradiction;
    if (!model::isCausal(link.kind))
        return Meaning::related;
    return in ? Meaning::cause : Meaning::effect;
}

/// The event's links of that meaning, as far as they are known on the day shown.
std::vector<LinkLine> linesOf(const PanelContext& context, core::EventId event, Meaning meaning)
{
    const graph::EventGraph& graph = *context.state.story.graph;
    const auto& known = context.state.asOf.known;
    std::vector<LinkLine> lines;
    for (const bool in : {true, false}) {
        for (const core::LinkId id : in ? graph.linksTo(event) : graph.linksFrom(event)) {
            const model::Link& link = graph.story()[id];
            if (meaningOf(link, in) != meaning || (known && !known->links[id.index()]))
                continue;
            // A contradiction has no direction.
            const bool inward = in && meaning != Meaning::contradiction;
            const std::string key = "link." + std::string(name(link.kind)) + (inward ? ".in" : ".out");
            lines.push_back({id, in ? link.from : link.to, std::string(say(context, key))});
        }
    }
    return lines;
}

/// What a reader must know of the claim itself: its name, that it is our reading, how sure it is.
std::string noteOf(const PanelContext& context, const model::Link& link)
{
    std::string note(chosenText(context, link.label).text);
    const auto add = [&](std::string_view words) { note += (note.empty() ? "" : " · ") + std::string(words); };
    if (link.basis == model::Basis::inferred)
        add(say(context, "basis.inferred"));
    if (link.confidence && *link.confidence < model::Confidence::likely)
        add(say(context, "confidence." + std::string(name(*link.confidence))));
    return note;
}

void drawLinkLine(const PanelContext& context, const LinkLine& line, float verbWidth)
{
    constexpr std::size_t kMostLines = 3;
    const model::Link& link = storyOf(context)[line.link];
    const core::Colour colour = context.theme.link(link.kind);
    const TextLook verb{readable(colour, context.theme.panel, context.theme.text1), 12.5, core::FontWeight::medium};
    const TextLook title{context.theme.text1, 13};
    const TextLook quiet{context.theme.text3, 12};
    const float titleX = toPx(context, kVerbIndent) + verbWidth + toPx(context, 10);
    const double room = ImGui::GetContentRegionAvail().x - titleX;
    const std::vector<std::string> lines = wrapText(context, titleOf(context, line.other), title, room, kMostLines);
    const std::string note = noteOf(context, link);
    const std::vector<std::string> notes = wrapText(context, note, quiet, room, 2);
    const float pitch = toPx(context, 17);
    const auto rows = static_cast<double>(lines.size() + notes.size());
    ImGui::PushID(static_cast<int>(line.link.index()));
    const bool pressed = row(context, "##link", context.px(7) + static_cast<double>(pitch) * rows, [&](ImVec2 corner) {
        float y = corner.y + toPx(context, 3.5);
        linkSample(context, {corner.x, y + pitch / 2}, context.px(kSampleWidth), link.kind, link.basis);
        drawText(context, {corner.x + toPx(context, kVerbIndent), y}, cutText(context, line.verb, verb, verbWidth),
                 verb);
        for (const std::string& words : lines) {
            drawText(context, {corner.x + titleX, y}, words, title);
            y += pitch;
        }
        for (const std::string& words : notes) {
            drawText(context, {corner.x + titleX, y}, words, quiet);
            y += pitch;
        }
    });
    tooltip(context, shortDate(context, line.other));
    ImGui::PopID();
    if (pressed)
        context.commands.push(command::Select{line.other, true});
}

void drawSection(const PanelContext& context, const char* heading, const std::vector<LinkLine>& lines)
{
    if (lines.empty())
        return;
    sectionHeading(context, say(context, heading));
    float verbWidth = 0;
    for (const LinkLine& line : lines)
        verbWidth = std::max(verbWidth, textWidthPx(context, line.verb, {{}, 12.5, core::FontWeight::medium}));
    verbWidth = std::min(verbWidth, ImGui::GetContentRegionAvail().x * 0.45F);
    ImGui::PushID(heading);
    for (const LinkLine& line : lines)
        drawLinkLine(context, line, verbWidth);
    ImGui::PopID();
}

/// One line of a source's card.
struct CardLine
{
    std::string words;
    TextLook look;
    float pitch;
};

void addCardLines(const PanelContext& context, std::vector<CardLine>& lines, std::string_view words,
                  const TextLook& look, double widthPx)
{
    constexpr std::size_t kMostLines = 4;
    const float pitch = toPx(context, look.emPx + 5);
    for (std::string& line : wrapText(context, words, look, widthPx, kMostLines))
        lines.push_back({std::move(line), look, pitch});
}

std::vector<CardLine> cardLines(const PanelContext& context, const model::Citation& citation, double widthPx)
{
    const std::string language = context.state.language();
    const model::Source& source = storyOf(context)[citation.source];
    const TextLook strong{context.theme.text1, 13, core::FontWeight::semibold};
    const TextLook quiet{context.theme.text3, 12};
    std::vector<CardLine> lines;
    std::string head = source.publisher;
    if (source.published.known())
        head += (head.empty() ? "" : ", ") + time::words(source.published, language, time::WordLength::compact);
    const double beside = source.grade.empty() ? 0 : pillWidthPx(context, source.grade) + context.px(10);
    addCardLines(context, lines, head.empty() ? source.id : head, strong, widthPx - beside);
    addCardLines(context, lines, chosenText(context, source.title).text, {context.theme.text2, 12}, widthPx);
    std::string more;
    if (!citation.at.empty())
        more = core::phraseWith("window.at", citation.at, language);
    if (source.relays.valid())
        more += (more.empty() ? "" : " · ") +
                core::phraseWith("window.relays", model::publisherOf(storyOf(context)[source.relays]), language);
    addCardLines(context, lines, more, quiet, widthPx);
    const std::string host = core::webHost(source.url);
    if (!host.empty())
        addCardLines(context, lines, host + " ↗", quiet, widthPx);
    else if (!source.url.empty())
        addCardLines(context, lines, source.url, quiet, widthPx);
    return lines;
}

void drawSourceCard(const PanelContext& context, const model::Citation& citation)
{
    const model::Source& source = storyOf(context)[citation.source];
    const float wide = ImGui::GetContentRegionAvail().x;
    const float inset = toPx(context, 14);
    const std::vector<CardLine> lines = cardLines(context, citation, wide - 2 * inset);
    float high = 2 * toPx(context, 10);
    for (const CardLine& line : lines)
        high += line.pitch;
    const bool opens = !core::webHost(source.url).empty();
    Press press{ImGui::GetCursorScreenPos(), false, false, false};
    if (opens)
        press = pressArea("##card", {wide, high});
    else
        ImGui::Dummy({wide, high});
    const std::string grade = brief::gradeWords(source.grade, context.state.language());
    tooltip(context, grade.empty() ? "" : source.grade + ": " + grade);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 far{press.corner.x + wide, press.corner.y + high};
    const core::Colour fill =
        press.hovered ? core::mixed(context.theme.raised, context.theme.line, 0.45) : context.theme.raised;
    draw->AddRectFilled(press.corner, far, toImGui(fill), toPx(context, 8));
    if (!context.theme.dark || press.hovered)
        draw->AddRect(press.corner, far, toImGui(context.theme.line), toPx(context, 8));
    float y = press.corner.y + toPx(context, 10);
    for (const CardLine& line : lines) {
        drawText(context, {press.corner.x + inset, y}, line.words, line.look);
        y += line.pitch;
    }
    if (!source.grade.empty()) {
        const core::Colour ground =
            core::mixed(context.theme.raised, context.theme.accent, context.theme.dark ? 0.25 : 0.12);
        pill(context, {far.x - toPx(context, 12), press.corner.y + toPx(context, 9)}, source.grade, ground,
             readable(context.theme.accent, ground, context.theme.text1));
    }
    if (press.pressed)
        context.commands.push(command::OpenLink{source.url});
}

} // namespace

void drawLinkSections(const PanelContext& context, core::EventId event)
{
    drawSection(context, "window.why", linesOf(context, event, Meaning::cause));
    drawSection(context, "window.then", linesOf(context, event, Meaning::effect));
    drawSection(context, "window.related", linesOf(context, event, Meaning::related));
    drawSection(context, "window.contradicted-by", linesOf(context, event, Meaning::contradiction));
}

void drawSources(const PanelContext& context, core::EventId event)
{
    sectionHeading(context, say(context, "window.sources"));
    // As far as they were out on the day that is shown.
    const auto& cited = storyOf(context)[event].sources;
    std::vector<model::Citation> citations(cited.begin(), cited.end());
    if (const auto& known = context.state.asOf.known)
        std::erase_if(citations, [&](const model::Citation& each) { return !known->sources[each.source.index()]; });
    if (citations.empty())
        textLine(context, say(context, "window.no-source"), {context.theme.text3, 13});
    drawOrigins(context, event);
    for (std::size_t i = 0; i < citations.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        drawSourceCard(context, citations[i]);
        ImGui::PopID();
        space(context, 8);
    }
}

} // namespace fabula::ui
