#include "model/story_diff.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace fabula::model {
namespace {

/// Which things of the two versions are the same; by index, not valid() for what the other version lacks.
template <class Id>
struct Matching
{
    std::vector<Id> toAfter;  ///< for each of the old story
    std::vector<Id> toBefore; ///< for each of the new one

    Matching(std::size_t before, std::size_t after) : toAfter(before), toBefore(after) {}

    void pair(Id before, Id after)
    {
        toAfter[before.index()] = after;
        toBefore[after.index()] = before;
    }
};

template <class Key, class Id>
using Keyed = std::vector<std::pair<Key, Id>>;

/// Matches what has equal keys; of several with the same one the first with the first, and so on.
template <class Key, class Id>
void pairEqual(Keyed<Key, Id> before, Keyed<Key, Id> after, Matching<Id>& matching)
{
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    auto old = before.begin();
    auto fresh = after.begin();
    while (old != before.end() && fresh != after.end()) {
        if (old->first < fresh->first)
            ++old;
        else if (fresh->first < old->first)
            ++fresh;
        else
            matching.pair((old++)->second, (fresh++)->second);
    }
}

template <class Id, class Thing>
Matching<Id> matchedById(const std::vector<Thing>& before, const std::vector<Thing>& after)
{
    const auto keyed = [](const std::vector<Thing>& things) {
        Keyed<std::string_view, Id> ids;
        ids.reserve(things.size());
        for (std::size_t i = 0; i < things.size(); ++i)
            ids.emplace_back(things[i].id, Id(i));
        return ids;
    };
    Matching<Id> matching(before.size(), after.size());
    pairEqual(keyed(before), keyed(after), matching);
    return matching;
}

/// Finds which links are the same once that is known of the events.
class LinkMatcher
{
public:
    LinkMatcher(const Story& before, const Story& after, const Matching<EventId>& events)
        : before_(before), after_(after), events_(events), matching_(before.links.size(), after.links.size())
    {
    }

    Matching<LinkId> matched()
    {
        pairBy([](const Link& link) {
            const bool turned = link.kind == LinkKind::contradicts && link.to < link.from; // it has no direction
            return std::tuple(turned ? link.to : link.from, turned ? link.from : link.to, link.kind);
        });
        pairBy([](const Link& link) { return std::pair(link.from, link.to); });
        return std::move(matching_);
    }

private:
    template <class KeyOf>
    void pairBy(KeyOf keyOf)
    {
        Keyed<decltype(keyOf(Link())), LinkId> before;
        Keyed<decltype(keyOf(Link())), LinkId> after;
        for (std::size_t i = 0; i < before_.links.size(); ++i) {
            Link link;
            link.from = events_.toAfter[before_.links[i].from.index()];
            link.to = events_.toAfter[before_.links[i].to.index()];
            link.kind = before_.links[i].kind;
            if (!matching_.toAfter[i].valid() && link.from.valid() && link.to.valid())
                before.emplace_back(keyOf(link), LinkId(i));
        }
        for (std::size_t i = 0; i < after_.links.size(); ++i) {
            if (!matching_.toBefore[i].valid())
                after.emplace_back(keyOf(after_.links[i]), LinkId(i));
        }
        pairEqual(std::move(before), std::move(after), matching_);
    }

    const Story& before_;
    const Story& after_;
    const Matching<EventId>& events_;
    Matching<LinkId> matching_;
};

/// Whether two lists hold the same, whatever the order and however often.
template <class Items>
bool sameSet(const Items& a, const Items& b)
{
    if (a == b)
        return true;
    const auto asSet = [](const Items& list) {
        std::vector<typename Items::value_type> items(list.begin(), list.end());
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        return items;
    };
    return asSet(a) == asSet(b);
}

bool sameTexts(const Text& a, const Text& b)
{
    if (std::equal(a.begin(), a.end(), b.begin(), b.end()))
        return true;
    const auto byLanguage = [](const Text& text) {
        std::vector<std::pair<std::string, std::string_view>> entries;
        for (const Text::Entry& entry : text) {
            std::string tag(entry.language);
            std::transform(tag.begin(), tag.end(), tag.begin(), core::asciiLower);
            entries.emplace_back(std::move(tag), entry.text);
        }
        return entries;
    };
    return sameSet(byLanguage(a), byLanguage(b));
}

/// The fields in which two things differ.
class Differences
{
public:
    void unless(bool same, DiffField field)
    {
        if (!same)
            fields_.push_back(field);
    }
    std::vector<DiffField> take() { return std::move(fields_); }

private:
    std::vector<DiffField> fields_;
};

class Comparison
{
public:
    Comparison(const Story& before, const Story& after)
        : before_(before), after_(after), events_(matchedById<EventId>(before.events, after.events)),
          sources_(matchedById<SourceId>(before.sources, after.sources)),
          actors_(matchedById<ActorId>(before.actors, after.actors))
    {
    }

    StoryDiff result() const
    {
        return {listDiff(events_), listDiff(LinkMatcher(before_, after_, events_).matched()), listDiff(sources_),
                listDiff(actors_)};
    }

private:
    template <class Id>
    ListDiff<Id> listDiff(const Matching<Id>& matching) const
    {
        ListDiff<Id> diff;
        for (std::size_t i = 0; i < matching.toBefore.size(); ++i) {
            const Id before = matching.toBefore[i];
            if (!before.valid()) {
                diff.added.push_back(Id(i));
                continue;
            }
            std::vector<DiffField> fields = changedFields(before_[before], after_[Id(i)]);
            if (!fields.empty())
                diff.changed.push_back({before, Id(i), std::move(fields)});
        }
        for (std::size_t i = 0; i < matching.toAfter.size(); ++i) {
            if (!matching.toAfter[i].valid())
                diff.withdrawn.push_back(Id(i));
        }
        return diff;
    }

    std::vector<DiffField> changedFields(const Event& before, const Event& after) const
    {
        Differences changed;
        changed.unless(sameTexts(before.title, after.title), DiffField::title);
        changed.unless(sameTexts(before.summary, after.summary), DiffField::summary);
        changed.unless(before.when == after.when, DiffField::when);
        changed.unless(before.lasting == after.lasting, DiffField::span);
        changed.unless(before.planned == after.planned, DiffField::planned);
        changed.unless(before.reported == after.reported, DiffField::reported);
        changed.unless(before.kind == after.kind, DiffField::kind);
        changed.unless(sameReference(before.lane, after.lane, actors_), DiffField::lane);
        changed.unless(sameActors(before.actors, after.actors), DiffField::actors);
        changed.unless(before.importance == after.importance, DiffField::importance);
        changed.unless(before.basis == after.basis, DiffField::basis);
        changed.unless(before.confidence == after.confidence, DiffField::confidence);
        changed.unless(sameCitations(before.sources, after.sources), DiffField::sources);
        changed.unless(sameSet(before.tags, after.tags), DiffField::tags);
        return changed.take();
    }

    std::vector<DiffField> changedFields(const Link& before, const Link& after) const
    {
        Differences changed;
        changed.unless(before.kind == after.kind, DiffField::kind);
        changed.unless(before.basis == after.basis, DiffField::basis);
        changed.unless(before.confidence == after.confidence, DiffField::confidence);
        changed.unless(sameCitations(before.sources, after.sources), DiffField::sources);
        changed.unless(sameTexts(before.label, after.label), DiffField::label);
        return changed.take();
    }

    std::vector<DiffField> changedFields(const Source& before, const Source& after) const
    {
        Differences changed;
        changed.unless(before.publisher == after.publisher, DiffField::publisher);
        changed.unless(sameTexts(before.title, after.title), DiffField::title);
        changed.unless(before.url == after.url, DiffField::url);
        changed.unless(before.published == after.published, DiffField::published);
        changed.unless(core::sameAscii(before.language, after.language), DiffField::language);
        changed.unless(sameReference(before.relays, after.relays, sources_), DiffField::relays);
        changed.unless(before.grade == after.grade, DiffField::grade);
        return changed.take();
    }

    std::vector<DiffField> changedFields(const Actor& before, const Actor& after) const
    {
        Differences changed;
        changed.unless(sameTexts(before.name, after.name), DiffField::name);
        changed.unless(before.kind == after.kind, DiffField::kind);
        changed.unless(sameTexts(before.about, after.about), DiffField::about);
        changed.unless(sameSet(before.aliases, after.aliases), DiffField::aliases);
        return changed.take();
    }

    template <class Id>
    static bool sameReference(Id before, Id after, const Matching<Id>& matching)
    {
        // What is gone from the new story is not the same as nothing.
        return before.valid() ? after.valid() && matching.toAfter[before.index()] == after : !after.valid();
    }

    bool sameActors(std::span<const ActorId> before, std::span<const ActorId> after) const
    {
        std::vector<ActorId> old;
        for (const ActorId actor : before)
            old.push_back(actors_.toAfter[actor.index()]);
        return sameSet(old, std::vector<ActorId>(after.begin(), after.end()));
    }

    bool sameCitations(std::span<const Citation> before, std::span<const Citation> after) const
    {
        std::vector<std::pair<SourceId, std::string_view>> old;
        std::vector<std::pair<SourceId, std::string_view>> fresh;
        for (const Citation& citation : before)
            old.emplace_back(sources_.toAfter[citation.source.index()], citation.at);
        for (const Citation& citation : after)
            fresh.emplace_back(citation.source, citation.at);
        return sameSet(old, fresh);
    }

    const Story& before_;
    const Story& after_;
    Matching<EventId> events_;
    Matching<SourceId> sources_;
    Matching<ActorId> actors_;
};

} // namespace

StoryDiff storyDiff(const Story& before, const Story& after)
{
    return Comparison(before, after).result();
}

} // namespace fabula::model
