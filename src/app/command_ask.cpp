#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_story.hpp"
#include "app/story_arguments.hpp"
#include "ask/answer_json.hpp"
#include "ask/told.hpp"
#include "core/phrases.hpp"
#include "time/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fabula::app {
namespace {

using ask::Ask;
using ask::Question;
using core::EventId;
using core::LinkId;

/// How many ids a question takes.
struct IdCounts
{
    std::size_t least;
    std::size_t most;
};

constexpr IdCounts idCounts(Ask ask)
{
    switch (ask) {
    case Ask::why:
    case Ask::effects:
        return {1, 1};
    case Ask::path:
        return {2, 2};
    case Ask::without:
    case Ask::sources:
        return {1, 2};
    default:
        return {0, 0};
    }
}

core::Result<EventId> eventArgument(const model::Story& story, const std::string& id)
{
    const EventId event = model::eventNamed(story, id);
    if (!event.valid())
        return unknownId("event", id, story.events);
    return event;
}

/// The link between two events: of several the first in the story, a causal one if there is one.
core::Result<LinkId> linkArgument(const graph::EventGraph& graph, EventId from, EventId to)
{
    const model::Story& story = graph.story();
    LinkId found;
    for (const LinkId id : graph.linksFrom(from)) {
        if (story[id].to == to &&
            (!found.valid() || (model::isCausal(story[id].kind) && !model::isCausal(story[found].kind))))
            found = id;
    }
    if (!found.valid())
        return core::Error{"argument",
                           core::verbatim(fmt::format("no link leads from {} to {}", io::inQuotes(story[from].id),
                                                      io::inQuotes(story[to].id))),
                           {}};
    return found;
}

/// An event or, where sources may be asked about and no event has the id, a source.
core::Result<ask::Subject> subjectArgument(const model::Story& story, const std::string& id, bool sourceToo)
{
    if (const EventId event = model::eventNamed(story, id); event.valid())
        return ask::Subject(event);
    const core::SourceId source = model::sourceNamed(story, id);
    if (source.valid() && sourceToo)
        return ask::Subject(source);
    core::Error error = sourceToo ? unknownId("event or source", id, story.events, story.sources)
                                  : unknownId("event", id, story.events);
    if (source.valid())
        error.message = core::verbatim(fmt::format("{}; it is a source: ask \"without {}\" for what rests on it",
                                                   core::english(error.message), id));
    return error;
}

core::Result<Question> questionAsked(const graph::EventGraph& graph, Ask ask, const std::vector<std::string>& ids)
{
    Question question{ask, {}, {}};
    if (ids.empty())
        return question;
    const core::Result<ask::Subject> subject =
        subjectArgument(graph.story(), ids[0], ask == Ask::without && ids.size() == 1);
    if (!subject)
        return subject.error();
    question.subject = *subject;
    if (ids.size() == 1)
        return question;
    const core::Result<EventId> second = eventArgument(graph.story(), ids[1]);
    if (!second)
        return second.error();
    if (ask == Ask::path) {
        question.goal = *second;
        return question;
    }
    const core::Result<LinkId> link = linkArgument(graph, std::get<EventId>(*subject), *second);
    if (!link)
        return link.error();
    question.subject = *link;
    return question;
}

/// The number of characters, near enough to the width in a terminal to align by.
std::size_t columns(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width - std::min(width, columns(text)), ' ');
}

void printSection(const ask::Section& section)
{
    std::size_t relations = 0;
    std::size_t words = 0;
    for (const ask::Row& row : section.rows) {
        relations = std::max(relations, columns(row.relation));
        words = std::max(words, columns(row.words));
    }
    printText("\n");
    if (!section.heading.empty())
        printText(section.heading + '\n');
    for (const ask::Row& row : section.rows) {
        const std::string layer = row.layer > 0 ? std::to_string(row.layer) : std::string();
        printText(fmt::format("  {:>2}  {}{}{}  {}\n", layer, padded(row.relation, relations),
                              relations > 0 ? "  " : "", padded(row.words, words), row.detail));
    }
}

void printTold(const ask::Told& told, const std::string& asOf)
{
    printText(fmt::format("{}{}\n\n{}\n", told.heading, asOf.empty() ? "" : " · " + asOf, told.sentence));
    for (const ask::Section& section : told.sections)
        printSection(section);
}

} // namespace

int askStory(const AskOptions& options)
{
    const auto named = std::find(ask::kAskNames.begin(), ask::kAskNames.end(), options.question);
    const auto asked = static_cast<Ask>(named - ask::kAskNames.begin());
    const IdCounts counts = idCounts(asked);
    if (options.ids.size() < counts.least || options.ids.size() > counts.most) {
        printError(fmt::format("\"{}\" takes {} {}, not {}", options.question,
                               counts.least == counts.most ? std::to_string(counts.most) : "one or two",
                               counts.most == 1 ? "id" : "ids", options.ids.size()));
        return exitWrongUsage;
    }
    const OpenedStory opened = openStory(options.story);
    printFindings(opened.diagnostics);
    const std::optional<graph::EventGraph>& graph = opened.graph ? opened.graph : opened.loopedGraph;
    if (!graph)
        return exitInputErrors;
    const model::Story& story = graph->story();
    const core::Result<Question> question = questionAsked(*graph, asked, options.ids);
    if (!question) {
        printError(core::english(question.error().message));
        return exitWrongUsage;
    }
    const std::string language = options.language.empty() ? story.languages.front() : options.language;
    warnOfLanguage(story, language);
    const graph::Scope scope = options.asOf.known()
                                   ? graph::Scope(*graph, model::knownBefore(story, options.asOf.span().end))
                                   : graph::Scope(*graph);
    const ask::Answer answer = ask::answer(scope, *question);
    const ask::Told told = ask::told(scope, *question, answer, language);
    if (options.json) {
        fmt::print("{}", ask::answerJson(scope, *question, answer, options.asOf, told.sentence));
        return exitFine;
    }
    const std::string asOf = options.asOf.known()
                                 ? core::phraseWith("ask.as-of", time::words(options.asOf, language), language)
                                 : std::string();
    printTold(told, asOf);
    return exitFine;
}

} // namespace fabula::app
