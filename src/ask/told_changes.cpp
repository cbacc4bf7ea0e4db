#include "ask/told_changes.hpp"

#include "ask/field_words.hpp"
#include "model/revision.hpp"

#include <algorithm>

namespace fabula::ask {
namespace {

using model::ActorId;
using model::Novelty;

std::string joinedBy(const char* between, const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() || part.empty() ? "" : between) + part;
    return text;
}

/// The things of one version of a story, a row each.
class Rows
{
public:
    Rows(const Wording& wording, std::string_view language) : wording_(wording), language_(language) {}

    ChangeRow operator()(EventId id) const
    {
        const model::Event& event = wording_.story()[id];
        return {wording_.say("diff.event"),
                ChangeRow::Thing::event,
                wording_.title(id),
                joinedBy(" · ", {wording_.date(id), claim(event.basis, event.confidence)}),
                {},
                id};
    }

    ChangeRow operator()(LinkId id) const
    {
        const model::Link& link = wording_.story()[id];
        return {wording_.say("diff.link"),
                ChangeRow::Thing::link,
                wording_.arrow(id),
                joinedBy(" · ", {wording_.say("link." + std::string(model::name(link.kind))),
                                 claim(link.basis, link.confidence), wording_.label(id)}),
                {},
                link.to};
    }

    ChangeRow operator()(SourceId id) const
    {
        const model::Story& story = wording_.story();
        const model::TextChoice title = model::choose(story[id].title, language_, story.languages);
        return {wording_.say("diff.source"),
                ChangeRow::Thing::source,
                sourceName(wording_, id),
                std::string(title.text),
                {},
                {}};
    }

    ChangeRow operator()(ActorId id) const
    {
        const model::Story& story = wording_.story();
        const model::TextChoice about = model::choose(story[id].about, language_, story.languages);
        return {wording_.say("diff.actor"),
                ChangeRow::Thing::actor,
                actorName(story, id, language_),
                std::string(about.text),
                {},
                {}};
    }

    /// Adds a row for each of `things`, as `rowOf` makes it, and one that counts those for which there is no room.
    template <class Thing, class RowOf>
    void add(ChangeSection& section, const std::vector<Thing>& things, RowOf rowOf) const
    {
        for (std::size_t i = 0; i < std::min(things.size(), kMostRows); ++i)
            section.rows.push_back(rowOf(things[i]));
        if (things.size() > kMostRows)
            section.rows.push_back({section.rows.back().kind,
                                    section.rows.back().thing,
                                    wording_.count("ask.others", things.size() - kMostRows),
                                    {},
                                    {},
                                    {}});
    }

private:
    std::string claim(model::Basis basis, const std::optional<model::Confidence>& confidence) const
    {
        return joinedBy(" · ", {wording_.say("basis." + std::string(model::name(basis))),
                                confidence ? wording_.confidence(confidence) : std::string()});
    }

    const Wording& wording_;
    std::string language_;
};

/// "2 new events, 1 changed, 1 withdrawn"; empty if nothing of that kind differs.
template <class Id>
std::string counts(const model::ListDiff<Id>& list, const std::string& things, std::string_view language)
{
    std::vector<std::string> parts;
    const auto add = [&](const std::string& what, std::size_t number) {
        if (number == 0)
            return;
        const std::string digits = std::to_string(number);
        parts.push_back(parts.empty() ? core::countPhrase("diff." + what + '.' + things, number, language)
                                      : core::phraseFilled("diff.also-" + what, {{"n", digits}}, language));
    };
    add("new", list.added.size());
    add("changed", list.changed.size());
    add("withdrawn", list.withdrawn.size());
    return joinedBy(", ", parts);
}

std::string sentenceFor(const model::StoryDiff& diff, std::string_view language)
{
    if (diff.empty())
        return std::string(core::phrase("diff.nothing", language));
    const std::string list =
        joinedBy("; ", {counts(diff.events, "events", language), counts(diff.links, "links", language),
                        counts(diff.sources, "sources", language), counts(diff.actors, "actors", language)});
    return core::phraseFilled("diff.summary", {{"list", list}}, language);
}

} // namespace

Comparison compared(const graph::EventGraph& before, const graph::EventGraph& after)
{
    return {before, after, model::storyDiff(before.story(), after.story())};
}

ToldChanges toldChanges(const Comparison& comparison, std::string_view language)
{
    const model::StoryDiff& diff = comparison.diff;
    const graph::Scope before(comparison.before);
    const graph::Scope after(comparison.after);
    const Wording old(before, language);
    const Wording fresh(after, language);
    const Rows oldRows(old, language);
    const Rows freshRows(fresh, language);
    const FieldWords fields(old, fresh, language);
    const auto changed = [&](const auto& change) {
        ChangeRow row = freshRows(change.after);
        row.changes = fields.lines(change);
        return row;
    };
    const auto eachList = [&](auto visit) {
        visit(diff.events);
        visit(diff.links);
        visit(diff.sources);
        visit(diff.actors);
    };
    ToldChanges told{sentenceFor(diff, language),
                     {{fresh.say("diff.new"), Novelty::added, {}},
                      {fresh.say("diff.changed"), Novelty::changed, {}},
                      {fresh.say("diff.withdrawn"), Novelty::withdrawn, {}}}};
    eachList([&](const auto& list) {
        freshRows.add(told.sections[0], list.added, freshRows);
        freshRows.add(told.sections[1], list.changed, changed);
        oldRows.add(told.sections[2], list.withdrawn, oldRows);
    });
    std::size_t place = 0; // the events come first
    for (ChangeRow& row : told.sections[2].rows) {
        const bool event = place < std::min(diff.events.withdrawn.size(), kMostRows);
        row.event = event ? model::withdrawnEvent(comparison.after.story(), place++) : EventId{};
    }
    std::erase_if(told.sections, [](const ChangeSection& section) { return section.rows.empty(); });
    return told;
}

} // namespace fabula::ask
