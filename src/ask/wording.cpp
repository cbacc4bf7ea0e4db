#include "ask/wording.hpp"

#include "graph/event_date.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace fabula::ask {
namespace {

/// Quotation marks within others are single ones.
std::string withSingleQuotes(std::string text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kMarks{{{"“", "‘"}, {"”", "’"}, {"„", "‚"}}};
    for (const auto& [doubled, single] : kMarks) {
        for (std::size_t at = text.find(doubled); at != std::string::npos; at = text.find(doubled, at))
            text.replace(at, doubled.size(), single);
    }
    return text;
}

} // namespace

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
    const std::string words = this->number(number);
    gaps.emplace_back("n", words);
    return core::phraseFilled(std::string(key) + (number == 1 ? ".one" : ".other"), gaps, language_);
}

std::string Wording::number(std::size_t number) const
{
    constexpr std::size_t kFirstWord = 2;
    constexpr std::size_t kLastWord = 12;
    std::string digits = std::to_string(number);
    return number < kFirstWord || number > kLastWord ? digits : say("ask.number." + digits);
}

std::string Wording::amounts(std::size_t events, std::size_t links) const
{
    std::vector<std::string> amounts;
    if (events > 0)
        amounts.push_back(count("ask.events", events));
    if (links > 0)
        amounts.push_back(count("ask.links", links));
    return list(amounts);
}

std::string Wording::title(EventId event) const
{
    const model::TextChoice choice = model::choose(story()[event].title, language_, story().languages);
    return choice.text.empty() ? story()[event].id.string() : std::string(choice.text);
}

std::string Wording::quoted(EventId event) const
{
    return say("ask.quoted", {{"what", withSingleQuotes(title(event))}});
}

std::string Wording::publisher(SourceId source) const
{
    return model::publisherOf(story()[source]);
}

std::string Wording::report(SourceId source) const
{
    const std::string name = publisher(source);
    const std::string date = published(source);
    const auto& sources = story().sources;
    const auto sameName = std::count_if(sources.begin(), sources.end(), [&](const model::Source& other) {
        return other.publisher == story()[source].publisher;
    });
    return sameName > 1 && !date.empty() ? say("ask.report", {{"source", name}, {"date", date}}) : name;
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

std::string Wording::clause(std::string_view form, LinkId link, graph::Way way, const std::string& list) const
{
    const std::string base = way == graph::Way::causes ? "ask.why." : "ask.effects.";
    const std::string_view term = hedge(link);
    const std::string what = term.empty() ? list : say("ask.hedged." + std::string(term), {{"list", list}});
    return say(base + std::string(form) + '.' + std::string(model::name(story()[link].kind)), {{"list", what}});
}

std::string_view Wording::hedge(LinkId link) const
{
    const auto& stated = story()[link].confidence;
    return scope_.strength(link) < graph::strengthOf(std::nullopt) && stated.has_value() ? model::name(*stated)
                                                                                         : std::string_view();
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

Row Wording::row(LinkId link) const
{
    return {story()[link].to, link, 0, {}, arrow(link), confidence(story()[link].confidence)};
}

void Wording::addRest(Section& section, std::size_t all) const
{
    if (all > kMostRows)
        section.rows.push_back({{}, {}, 0, {}, count("ask.others", all - kMostRows), {}});
}

std::string Wording::publishers(std::span<const model::Citation> citations) const
{
    std::vector<std::string> names;
    for (const model::Citation& citation : citations) {
        if (scope_.has(citation.source))
            names.push_back(publisher(citation.source));
    }
    return list(eachOnce(std::move(names)));
}

std::string Wording::strengthWords(std::span<const LinkId> links, Links which) const
{
    if (links.empty())
        return {};
    const std::string base = which == Links::chain ? "ask.chain." : "ask.";
    const auto strength = [this](LinkId link) { return scope_.strength(link); };
    const LinkId weakest =
        *std::min_element(links.begin(), links.end(), [&](LinkId a, LinkId b) { return strength(a) < strength(b); });
    const auto asWeak = static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [&](LinkId link) { return strength(link) == strength(weakest); }));
    const auto& stated = story()[weakest].confidence;
    const std::string term(stated.has_value() ? model::name(*stated) : "none");
    const std::string is = say("ask.is." + term);
    if (links.size() == 1)
        return say(base + "only-link", {{"is", is}});
    if (asWeak == links.size())
        return say(base + "each-link", {{"is", is}});
    if (asWeak == 1)
        return say(base + "weakest",
                   {{"from", quoted(story()[weakest].from)}, {"to", quoted(story()[weakest].to)}, {"is", is}});
    return say(base + "weakest-of",
               {{"all", number(links.size())}, {"n", number(asWeak)}, {"are", say("ask.are." + term)}});
}

std::string Wording::readingWords(std::span<const LinkId> links) const
{
    std::vector<LinkId> readings;
    std::copy_if(links.begin(), links.end(), std::back_inserter(readings),
                 [this](LinkId link) { return story()[link].basis == model::Basis::inferred; });
    if (readings.empty())
        return {};
    const model::Link& first = story()[readings.front()];
    const std::string from = quoted(first.from);
    const std::string to = quoted(first.to);
    return count("ask.reading", readings.size(), {{"from", from}, {"to", to}});
}

std::string Wording::originWords(std::span<const LinkId> links, Links which) const
{
    SourceId origin;
    SourceId first;
    bool several = false;
    for (const LinkId link : links) {
        for (const SourceId source : graph::carriers(scope_, link)) {
            const SourceId found = scope_.graph().originOf(source);
            if (origin.valid() && found != origin)
                return {};
            several = several || (first.valid() && source != first);
            origin = found;
            first = source;
        }
    }
    if (!origin.valid())
        return {};
    const std::string base = which == Links::chain ? "ask.chain." : "ask.";
    return say(base + (several || first != origin ? "one-origin" : "one-source"), {{"source", report(origin)}});
}

std::string Wording::loopWords(const std::vector<std::vector<EventId>>& loops, std::string_view key) const
{
    constexpr std::size_t kMostLoops = 3;
    std::string words;
    for (std::size_t i = 0; i < std::min(loops.size(), kMostLoops); ++i)
        words += (words.empty() ? "" : " ") + say(key, {{"events", list(loops[i])}});
    return words;
}

std::vector<std::string> eachOnce(std::vector<std::string> names)
{
    std::set<std::string> met;
    std::erase_if(names, [&](const std::string& name) { return !met.insert(name).second; });
    return names;
}

std::string joined(std::initializer_list<std::string> sentences)
{
    std::string text;
    for (const std::string& sentence : sentences) {
        if (sentence.empty())
            continue;
        text += text.empty() ? "" : " ";
        const std::size_t begin = text.size();
        text += sentence;
        // A number in words may come first; in no language that we have does it begin with another letter.
        if (text[begin] >= 'a' && text[begin] <= 'z')
            text[begin] = static_cast<char>(text[begin] - 'a' + 'A');
    }
    return text;
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
        std::string operator()(SourceId source) const { return wording.report(source); }
    };
    std::string subject = std::visit(Words{wording}, question.subject);
    if (question.ask == Ask::path)
        subject = wording.quoted(std::get<EventId>(question.subject));
    const std::string goal = question.goal.valid() ? wording.quoted(question.goal) : std::string();
    const bool source = std::holds_alternative<SourceId>(question.subject);
    return wording.say("ask.title." + std::string(name(question.ask)) + (source ? "-source" : ""),
                       {{"what", subject}, {"goal", goal}});
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
