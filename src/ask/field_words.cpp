#include "ask/field_words.hpp"

#include "time/words.hpp"

#include <algorithm>
#include <set>

namespace fabula::ask {
namespace {

using model::DiffField;

/// What takes more bytes than this is not told as it was and as it is.
constexpr std::size_t kMostShown = 160;

model::TextChoice chosen(const Wording& wording, const model::Text& text, std::string_view language)
{
    return model::choose(text, language, wording.story().languages);
}

/// The languages in which the one says something else than the other, those of `after` first.
std::vector<std::string> languagesApart(const model::Text& before, const model::Text& after)
{
    std::vector<std::string> languages;
    for (const model::Text::Entry& entry : after) {
        if (before.in(entry.language) != entry.text)
            languages.emplace_back(entry.language);
    }
    for (const model::Text::Entry& entry : before) {
        if (!after.in(entry.language))
            languages.emplace_back(entry.language);
    }
    return languages;
}

/// The words of `items` whose keys are not among those of `others`, each once, with a sign before them.
std::vector<std::string> without(const std::vector<std::pair<std::string, std::string>>& items,
                                 const std::vector<std::pair<std::string, std::string>>& others, const char* sign)
{
    std::set<std::string_view> met;
    for (const auto& [key, words] : others)
        met.insert(key);
    std::vector<std::string> left;
    for (const auto& [key, words] : items) {
        if (met.insert(key).second)
            left.push_back(sign + words);
    }
    return left;
}

} // namespace

std::string FieldWords::called(DiffField field) const
{
    return after_.say("diff.field." + std::string(model::name(field)));
}

std::string FieldWords::became(DiffField field, std::string_view before, std::string_view after) const
{
    const std::string what = called(field);
    if (before == after || std::max(before.size(), after.size()) > kMostShown) // two things of one name: another
        return after_.say("diff.altered", {{"what", what}});
    const auto orNone = [&](std::string_view value) {
        return value.empty() ? after_.say("diff.none") : std::string(value);
    };
    return what + ": " + orNone(before) + " → " + orNone(after);
}

std::string FieldWords::renamed(DiffField field, const model::Text& before, const model::Text& after) const
{
    const std::string_view was = chosen(before_, before, language_).text;
    const std::string_view is = chosen(after_, after, language_).text;
    if (was == is)
        return elsewhere(field, before, after);
    if (std::max(was.size(), is.size()) > kMostShown)
        return reworded(field, before, after);
    const auto quoted = [&](std::string_view text) {
        return text.empty() ? std::string() : after_.say("ask.quoted", {{"what", text}});
    };
    return became(field, quoted(was), quoted(is));
}

std::string FieldWords::reworded(DiffField field, const model::Text& before, const model::Text& after) const
{
    const std::string_view was = chosen(before_, before, language_).text;
    const std::string_view is = chosen(after_, after, language_).text;
    if (was == is)
        return elsewhere(field, before, after);
    const char* key = was.empty() ? "diff.text-added" : is.empty() ? "diff.text-removed" : "diff.text-reworded";
    return after_.say(key, {{"what", called(field)}});
}

std::string FieldWords::elsewhere(DiffField field, const model::Text& before, const model::Text& after) const
{
    std::string list;
    for (const std::string& language : languagesApart(before, after))
        list += (list.empty() ? "" : ", ") + language;
    return after_.say("diff.text-elsewhere", {{"what", called(field)}, {"list", list}});
}

std::string FieldWords::dates(DiffField field, const time::Edtf& before, const time::Edtf& after) const
{
    const auto words = [&](const time::Edtf& date) {
        return date.text().empty() ? std::string() : time::words(date, language_);
    };
    const std::string was = words(before);
    const std::string is = words(after);
    // Two ways to write what reads the same.
    return was == is ? became(field, before.text(), after.text()) : became(field, was, is);
}

std::string FieldWords::when(const model::Event& before, const model::Event& after) const
{
    const auto words = [&](const model::Event& event) {
        if (event.when.text().empty())
            return after_.say("diff.no-date");
        return event.lasting ? time::words(event.when, language_) : time::wordsOfMoment(event.when, language_);
    };
    const std::string was = words(before);
    const std::string is = words(after);
    return was == is ? became(DiffField::when, before.when.text(), after.when.text())
                     : became(DiffField::when, was, is);
}

FieldWords::Items FieldWords::told(Items items, const Items& others)
{
    for (auto& item : items) {
        const auto namesake = [&](const auto& other) {
            return other.second == item.second && other.first != item.first;
        };
        if (std::any_of(others.begin(), others.end(), namesake))
            item.second += " [" + item.first.substr(0, item.first.find(' ')) + ']';
    }
    return items;
}

std::string FieldWords::lists(DiffField field, const Items& before, const Items& after) const
{
    std::vector<std::string> items = without(told(after, before), before, "+ ");
    const std::vector<std::string> gone = without(told(before, after), after, "− ");
    items.insert(items.end(), gone.begin(), gone.end());
    const std::size_t shown = items.size() > Wording::kMostListed ? Wording::kMostListed - 1 : items.size();
    std::string list = called(field) + ": ";
    for (std::size_t i = 0; i < shown; ++i)
        list += (i == 0 ? "" : "; ") + items[i];
    return items.size() > shown ? list + "; " + after_.count("ask.others", items.size() - shown) : list;
}

template <class Words>
FieldWords::Items FieldWords::words(const Words& words)
{
    Items items;
    for (const std::string_view word : words)
        items.emplace_back(word, word);
    return items;
}

FieldWords::Items FieldWords::actors(const Wording& wording, std::span<const model::ActorId> actors) const
{
    Items items;
    for (const model::ActorId actor : actors)
        items.emplace_back(wording.story()[actor].id, actorName(wording.story(), actor, language_));
    return items;
}

FieldWords::Items FieldWords::citations(const Wording& wording, std::span<const model::Citation> citations) const
{
    Items items;
    for (const model::Citation& citation : citations) {
        std::string words = sourceName(wording, citation.source);
        if (!citation.at.empty())
            words += " (" + wording.say("window.at", {{"what", citation.at.string()}}) + ')';
        // No id has a space in it.
        items.emplace_back(wording.story()[citation.source].id + ' ' + citation.at, std::move(words));
    }
    return items;
}

std::string FieldWords::confidence(const std::optional<model::Confidence>& before,
                                   const std::optional<model::Confidence>& after) const
{
    return became(DiffField::confidence, after_.confidence(before), after_.confidence(after));
}

std::string FieldWords::basis(model::Basis before, model::Basis after) const
{
    const auto words = [&](model::Basis basis) { return after_.say("basis." + std::string(model::name(basis))); };
    return became(DiffField::basis, words(before), words(after));
}

std::string FieldWords::line(DiffField field, const model::Event& before, const model::Event& after) const
{
    const auto lane = [&](const Wording& wording, model::ActorId actor) {
        return actor.valid() ? actorName(wording.story(), actor, language_) : std::string();
    };
    const auto duration = [&](bool lasting) { return after_.say(lasting ? "diff.lasting" : "diff.moment"); };
    switch (field) {
    case DiffField::title:
        return renamed(field, before.title, after.title);
    case DiffField::summary:
        return reworded(field, before.summary, after.summary);
    case DiffField::when:
        return when(before, after);
    case DiffField::span:
        return became(field, duration(before.lasting), duration(after.lasting));
    case DiffField::planned:
        return dates(field, before.planned, after.planned);
    case DiffField::reported:
        return dates(field, before.reported, after.reported);
    case DiffField::kind:
        return became(field, before.kind, after.kind);
    case DiffField::lane:
        return became(field, lane(before_, before.lane), lane(after_, after.lane));
    case DiffField::actors:
        return lists(field, actors(before_, before.actors), actors(after_, after.actors));
    case DiffField::importance:
        return became(field, std::to_string(before.importance), std::to_string(after.importance));
    case DiffField::basis:
        return basis(before.basis, after.basis);
    case DiffField::confidence:
        return confidence(before.confidence, after.confidence);
    case DiffField::sources:
        return lists(field, citations(before_, before.sources), citations(after_, after.sources));
    default:
        return lists(field, words(before.tags), words(after.tags));
    }
}

std::string FieldWords::line(DiffField field, const model::Link& before, const model::Link& after) const
{
    const auto verb = [&](model::LinkKind kind) { return after_.say("link." + std::string(model::name(kind))); };
    switch (field) {
    case DiffField::kind:
        return became(field, verb(before.kind), verb(after.kind));
    case DiffField::basis:
        return basis(before.basis, after.basis);
    case DiffField::confidence:
        return confidence(before.confidence, after.confidence);
    case DiffField::sources:
        return lists(field, citations(before_, before.sources), citations(after_, after.sources));
    default:
        return renamed(field, before.label, after.label);
    }
}

std::string FieldWords::line(DiffField field, const model::Source& before, const model::Source& after) const
{
    const auto relays = [](const Wording& wording, SourceId source) {
        return source.valid() ? sourceName(wording, source) : std::string();
    };
    switch (field) {
    case DiffField::publisher:
        return became(field, before.publisher, after.publisher);
    case DiffField::title:
        return renamed(field, before.title, after.title);
    case DiffField::url:
        return became(field, before.url, after.url);
    case DiffField::published:
        return dates(field, before.published, after.published);
    case DiffField::language:
        return became(field, before.language, after.language);
    case DiffField::grade:
        return became(field, before.grade, after.grade);
    default:
        return became(field, relays(before_, before.relays), relays(after_, after.relays));
    }
}

std::string FieldWords::line(DiffField field, const model::Actor& before, const model::Actor& after) const
{
    switch (field) {
    case DiffField::name:
        return renamed(field, before.name, after.name);
    case DiffField::kind:
        return became(field, before.kind, after.kind);
    case DiffField::about:
        return reworded(field, before.about, after.about);
    default:
        return lists(field, words(before.aliases), words(after.aliases));
    }
}

std::string actorName(const model::Story& story, model::ActorId actor, std::string_view language)
{
    const model::TextChoice name = model::choose(story[actor].name, language, story.languages);
    return name.text.empty() ? story[actor].id : std::string(name.text);
}

std::string sourceName(const Wording& wording, SourceId source)
{
    const std::string date = wording.published(source);
    return wording.publisher(source) + (date.empty() ? "" : ", " + date);
}

} // namespace fabula::ask
