#include "ask/wording.hpp"

#include "graph/event_date.hpp"

#include <algorithm>

namespace fabula::ask {

std::string Wording::say(std::string_view key) const
{
    return std::string(core::phrase(key, language_));
}

std::string Wording::say(std::string_view key, const core::Gaps& gaps) const
{
    return core::phraseFilled(key, gaps, language_);
}

std::string Wording::count(std::string_view key, std::size_t number, core::Gaps gaps) const
{
    const std::string digits = std::to_string(number);
    gaps.emplace_back("n", digits);
    return core::phraseFilled(std::string(key) + (number == 1 ? ".one" : ".other"), gaps, language_);
}

std::string Wording::title(EventId event) const
{
    const model::TextChoice choice = model::choose(story()[event].title, language_, story().languages);
    return choice.text.empty() ? story()[event].id : std::string(choice.text);
}

std::string Wording::quoted(EventId event) const
{
    return say("ask.quoted", {{"what", title(event)}});
}

std::string Wording::publisher(SourceId source) const
{
    const std::string& publisher = story()[source].publisher;
    return publisher.empty() ? story()[source].id : publisher;
}

std::string Wording::date(EventId event) const
{
    return graph::dateWords(scope_.graph(), event, language_);
}

std::string Wording::published(SourceId source) const
{
    const time::Edtf& date = story()[source].published;
    return date.known() ? time::words(date, language_, time::WordLength::compact) : std::string();
}

std::string Wording::planned(EventId event) const
{
    const std::string date = time::words(story()[event].planned, language_, time::WordLength::compact);
    return say("window.planned", {{"what", date}});
}

std::string Wording::label(LinkId link) const
{
    return std::string(model::choose(story()[link].label, language_, story().languages).text);
}

std::string Wording::confidence(const std::optional<model::Confidence>& confidence) const
{
    return say("confidence." + std::string(confidence.has_value() ? model::name(*confidence) : "none"));
}

std::string Wording::arrow(LinkId link) const
{
    return quoted(story()[link].from) + " → " + quoted(story()[link].to);
}

std::string Wording::verb(LinkId link, graph::Way way) const
{
    return say("link." + std::string(model::name(story()[link].kind)) + (way == graph::Way::causes ? ".in" : ".out"));
}

std::string Wording::list(const std::vector<std::string>& items, std::size_t most) const
{
    const std::size_t shown = items.size() > most ? most - 1 : items.size();
    if (items.empty())
        return {};
    std::string last = items.size() > shown ? count("ask.others", items.size() - shown) : items.back();
    const std::size_t before = items.size() > shown ? shown : shown - 1;
    if (before == 0)
        return last;
    std::string first = items.front();
    for (std::size_t i = 1; i < before; ++i)
        first += ", " + items[i];
    return say("ask.and", {{"first", first}, {"last", last}});
}

std::string Wording::list(std::span<const EventId> events, std::size_t most) const
{
    std::vector<std::string> titles;
    for (const EventId event : events)
        titles.push_back(quoted(event));
    return list(titles, most);
}

Row Wording::row(EventId event, std::string relation) const
{
    return {event, {}, 0, std::move(relation), title(event), date(event)};
}

std::string Wording::publishers(const std::vector<model::Citation>& citations) const
{
    std::vector<std::string> names;
    for (const model::Citation& citation : citations) {
        if (!scope_.has(citation.source))
            continue;
        std::string name = publisher(citation.source);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return list(names);
}

std::string Wording::strengthWords(std::span<const LinkId> links) const
{
    if (links.empty())
        return {};
    const auto strength = [this](LinkId link) { return scope_.strength(link); };
    const LinkId weakest =
        *std::min_element(links.begin(), links.end(), [&](LinkId a, LinkId b) { return strength(a) < strength(b); });
    const std::string words = confidence(story()[weakest].confidence);
    const bool even =
        std::all_of(links.begin(), links.end(), [&](LinkId link) { return strength(link) == strength(weakest); });
    if (!even)
        return say("ask.weakest", {{"link", arrow(weakest)}, {"confidence", words}});
    const bool stated = story()[weakest].confidence.has_value();
    const std::string key = stated ? "ask.each-link" : "ask.no-confidence";
    return links.size() == 1 ? say(key + ".one", {{"confidence", words}})
                             : say(key + ".other", {{"confidence", words}});
}

std::string Wording::originWords(std::span<const LinkId> links) const
{
    SourceId only;
    for (const LinkId link : links) {
        const graph::Sources found = graph::sources(scope_, link);
        for (const graph::Origin& origin : found.origins) {
            if (only.valid() && origin.source != only)
                return {};
            only = origin.source;
        }
    }
    return only.valid() ? say("ask.one-origin", {{"source", publisher(only)}}) : std::string();
}

std::string Wording::loopWords(const std::vector<std::vector<EventId>>& loops) const
{
    std::string words;
    for (const std::vector<EventId>& loop : loops)
        words += (words.empty() ? "" : " ") + say("ask.loop", {{"events", list(loop)}});
    return words;
}

std::string joined(std::initializer_list<std::string> sentences)
{
    std::string text;
    for (const std::string& sentence : sentences) {
        if (!sentence.empty())
            text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

Section against(const Wording& wording, std::span<const EventId> events)
{
    Section section{wording.say("ask.against"), {}};
    const graph::Scope& scope = wording.scope();
    const auto involved = [&](EventId event) { return std::find(events.begin(), events.end(), event) != events.end(); };
    for (const EventId event : events) {
        const auto add = [&](LinkId id, EventId other) {
            const model::Link& link = wording.story()[id];
            if (link.kind != model::LinkKind::contradicts || !scope.has(id) || involved(other))
                return;
            Row row = wording.row(other, wording.confidence(link.confidence));
            row.link = id;
            if (const std::string names = wording.publishers(wording.story()[other].sources); !names.empty())
                row.detail += " · " + names;
            if (const std::string label = wording.label(id); !label.empty())
                row.detail += " · " + label;
            section.rows.push_back(std::move(row));
        };
        for (const LinkId id : scope.graph().linksTo(event))
            add(id, wording.story()[id].from);
        for (const LinkId id : scope.graph().linksFrom(event))
            add(id, wording.story()[id].to);
    }
    return section;
}

std::string questionWords(const graph::Scope& scope, const Question& question, std::string_view language)
{
    const Wording wording(scope, language);
    struct Words
    {
        const Wording& wording;
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(EventId event) const { return wording.title(event); }
        std::string operator()(LinkId link) const { return wording.arrow(link); }
        std::string operator()(SourceId source) const { return wording.publisher(source); }
    };
    const std::string subject = std::visit(Words{wording}, question.subject);
    const std::string goal = question.goal.valid() ? wording.title(question.goal) : std::string();
    return wording.say("ask.title." + std::string(name(question.ask)), {{"what", subject}, {"goal", goal}});
}

Told told(const graph::Scope& scope, const Question& question, const Answer& answer, std::string_view language)
{
    const Wording wording(scope, language);
    const auto isKnown = [&](auto id) {
        if constexpr (std::is_same_v<decltype(id), std::monostate>)
            return true;
        else
            return scope.has(id);
    };
    if (!std::visit(isKnown, question.subject) || (question.goal.valid() && !scope.has(question.goal))) {
        return {questionWords(scope, question, language), wording.say("ask.not-yet-known"), {}};
    }
    struct Tell
    {
        const Wording& wording;
        Told operator()(const graph::Chains& chains) const { return tellChains(wording, chains); }
        Told operator()(const graph::Paths& paths) const { return tellPaths(wording, paths); }
        Told operator()(const graph::Removal& removal) const { return tellRemoval(wording, removal); }
        Told operator()(const graph::Pivots& pivots) const { return tellPivots(wording, pivots); }
        Told operator()(const graph::Mainline& mainline) const { return tellMainline(wording, mainline); }
        Told operator()(const Contradictions& found) const { return tellContradictions(wording, found); }
        Told operator()(const graph::Sources& sources) const { return tellSources(wording, sources); }
        Told operator()(const ImpliedLinks& implied) const { return tellImplied(wording, implied); }
    };
    Told words = std::visit(Tell{wording}, answer);
    words.heading = questionWords(scope, question, language);
    std::erase_if(words.sections, [](const Section& section) { return section.rows.empty(); });
    return words;
}

} // namespace fabula::ask
