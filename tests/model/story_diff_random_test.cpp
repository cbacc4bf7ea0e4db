#include "../support/story_maker.hpp"
#include "model/story_diff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace fabula::model {
namespace {

/// A difference as lines such as "+ event event-7", "- link event-3>event-9" and "~ event event-5 title". No two links
/// of these stories join the same two events.
using Log = std::set<std::string>;

std::string nameOf(const Story& story, EventId id)
{
    return "event " + story[id].id;
}
std::string nameOf(const Story& story, SourceId id)
{
    return "source " + story[id].id;
}
std::string nameOf(const Story& story, ActorId id)
{
    return "actor " + story[id].id;
}
std::string nameOf(const Story& story, LinkId id)
{
    const auto [from, to] = std::minmax(story[story[id].from].id, story[story[id].to].id);
    return "link " + from + '>' + to;
}

template <class Id>
void note(Log& log, const Story& before, const Story& after, const ListDiff<Id>& diff)
{
    EXPECT_TRUE(std::is_sorted(diff.added.begin(), diff.added.end()));
    EXPECT_TRUE(std::is_sorted(diff.withdrawn.begin(), diff.withdrawn.end()));
    EXPECT_TRUE(std::is_sorted(diff.changed.begin(), diff.changed.end(),
                               [](const auto& a, const auto& b) { return a.after < b.after; }));
    for (const Id id : diff.added)
        log.insert("+ " + nameOf(after, id));
    for (const Id id : diff.withdrawn)
        log.insert("- " + nameOf(before, id));
    for (const Change<Id>& change : diff.changed) {
        EXPECT_EQ(nameOf(before, change.before), nameOf(after, change.after));
        for (const DiffField field : change.fields)
            log.insert("~ " + nameOf(after, change.after) + ' ' + std::string(name(field)));
    }
}

Log logOf(const Story& before, const Story& after)
{
    const StoryDiff diff = storyDiff(before, after);
    Log log;
    note(log, before, after, diff.events);
    note(log, before, after, diff.links);
    note(log, before, after, diff.sources);
    note(log, before, after, diff.actors);
    return log;
}

/// Makes a story, then another of it by random edits that it notes down.
class RandomEdits
{
public:
    explicit RandomEdits(std::uint32_t seed) : random_(seed)
    {
        story_ = *test::makeStory({.events = 40, .links = 60, .seed = seed});
        for (std::size_t i = 0; i < 12; ++i)
            addSource();
        dropParallelLinks();
        for (Event& event : story_.events) {
            for (std::size_t n = below(3); n > 0; --n)
                event.sources.push_back({anySource(), oneIn(2) ? "page 1" : ""});
        }
        log_ = {};
    }

    const Story& story() const { return story_; }
    const Log& log() const { return log_; }

    void edit()
    {
        withdraw();
        for (std::size_t i = 0; i < story_.events.size(); ++i) {
            if (oneIn(4) && EventId(i) != gone_.event)
                editEvent(EventId(i));
        }
        for (std::size_t i = 0; i < story_.links.size(); ++i) {
            if (oneIn(4))
                editLink(LinkId(i));
        }
        for (std::size_t n = below(4); n > 0; --n)
            addEvent();
        for (std::size_t n = below(3); n > 0; --n)
            addSource();
        for (std::size_t n = below(8); n > 0; --n)
            addLink();
        shuffle();
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool oneIn(std::size_t bound) { return below(bound) == 0; }
    /// One of so many things, but not the one that is gone.
    template <class Id>
    Id anyBut(Id gone, std::size_t count)
    {
        Id id(below(count));
        while (id == gone)
            id = Id(below(count));
        return id;
    }
    EventId anyEvent() { return anyBut(gone_.event, story_.events.size()); }
    SourceId anySource() { return anyBut(gone_.source, story_.sources.size()); }
    ActorId anyActor() { return anyBut(gone_.actor, story_.actors.size()); }
    /// A word that stands nowhere yet.
    std::string fresh() { return "new-" + std::to_string(++words_); }

    template <class Id>
    void changed(Id id, DiffField field)
    {
        if (nameOf(story_, id) == nameOf(story_, gone_.event) || nameOf(story_, id) == nameOf(story_, gone_.source))
            return;
        log_.insert("~ " + nameOf(story_, id) + ' ' + std::string(name(field)));
    }

    void editEvent(EventId id)
    {
        Event& event = story_.events[id.index()];
        switch (below(7)) {
        case 0:
            event.title.replace(below(2), fresh());
            return changed(id, DiffField::title);
        case 1:
            event.when = *time::parseEdtf(std::to_string(3000 + ++words_));
            return changed(id, DiffField::when);
        case 2:
            event.importance = event.importance % 5 + 1;
            event.lasting = !event.lasting;
            changed(id, DiffField::span);
            return changed(id, DiffField::importance);
        case 3:
            event.tags.push_back(fresh());
            return changed(id, DiffField::tags);
        case 4:
            event.sources.push_back({anySource(), fresh()});
            return changed(id, DiffField::sources);
        case 5:
            event.basis = static_cast<Basis>((static_cast<int>(event.basis) + 1) % 3);
            return changed(id, DiffField::basis);
        default:
            return setLane(event, id);
        }
    }

    void setLane(Event& event, EventId id)
    {
        const ActorId lane = anyActor();
        if (lane != event.lane)
            changed(id, DiffField::lane);
        event.lane = lane;
    }

    void editLink(LinkId id)
    {
        Link& link = story_.links[id.index()];
        if (link.kind == LinkKind::contradicts && oneIn(2))
            return std::swap(link.from, link.to); // says the same
        if (oneIn(2)) {
            link.kind = static_cast<LinkKind>((static_cast<int>(link.kind) + 1) % kLinkKindNames.size());
            changed(id, DiffField::kind);
        } else {
            link.sources.push_back({anySource(), fresh()});
            changed(id, DiffField::sources);
        }
    }

    void addEvent()
    {
        Event event;
        event.id = fresh();
        event.title = story_.events.front().title;
        event.actors = {anyActor()};
        event.lane = event.actors.front();
        story_.events.push_back(event);
        log_.insert("+ event " + event.id);
    }

    void addSource()
    {
        Source source;
        source.id = fresh();
        source.publisher = "A paper";
        if (oneIn(3) && !story_.sources.empty())
            source.relays = anySource();
        story_.sources.push_back(source);
        log_.insert("+ source " + source.id);
    }

    void addLink()
    {
        Link link;
        link.from = anyEvent();
        link.to = anyEvent();
        if (link.from == link.to || !joined_.insert(std::minmax(link.from, link.to)).second)
            return;
        story_.links.push_back(link);
        log_.insert("+ " + nameOf(story_, LinkId(story_.links.size() - 1)));
    }

    void dropParallelLinks()
    {
        std::erase_if(story_.links,
                      [&](const Link& link) { return !joined_.insert(std::minmax(link.from, link.to)).second; });
    }

    /// Takes some of each list away, with what refers to it. What is gone stays in its place until shuffle().
    void withdraw()
    {
        gone_ = {anyEvent(), anySource(), anyActor()};
        log_ = {"- " + nameOf(story_, gone_.event), "- " + nameOf(story_, gone_.source),
                "- " + nameOf(story_, gone_.actor)};
        for (std::size_t i = story_.links.size(); i-- > 0;) {
            const Link& link = story_.links[i];
            if (link.from == gone_.event || link.to == gone_.event || oneIn(10)) {
                log_.insert("- " + nameOf(story_, LinkId(i)));
                story_.links.erase(story_.links.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        forget(gone_.source);
        forget(gone_.actor);
    }

    void forget(SourceId source)
    {
        const auto forgottenIn = [&](core::CompactList<Citation>& citations) {
            std::vector<Citation> left(citations.begin(), citations.end());
            const bool cited = std::erase_if(left, [&](const Citation& each) { return each.source == source; }) > 0;
            citations = left;
            return cited;
        };
        for (std::size_t i = 0; i < story_.events.size(); ++i) {
            if (forgottenIn(story_.events[i].sources))
                changed(EventId(i), DiffField::sources);
        }
        for (std::size_t i = 0; i < story_.links.size(); ++i) {
            if (forgottenIn(story_.links[i].sources))
                changed(LinkId(i), DiffField::sources);
        }
        for (std::size_t i = 0; i < story_.sources.size(); ++i) {
            if (story_.sources[i].relays != source)
                continue;
            story_.sources[i].relays = {};
            changed(SourceId(i), DiffField::relays);
        }
    }

    void forget(ActorId actor)
    {
        for (std::size_t i = 0; i < story_.events.size(); ++i) {
            Event& event = story_.events[i];
            std::vector<ActorId> left(event.actors.begin(), event.actors.end());
            const bool named = std::erase(left, actor) > 0;
            event.actors = left;
            if (named)
                changed(EventId(i), DiffField::actors);
            if (event.lane == actor)
                changed(EventId(i), DiffField::lane);
            if (event.lane == actor)
                event.lane = {};
        }
    }

    /// Puts the things in another order, without the one that is gone; where each stands then, by where it stood.
    template <class Id, class Thing>
    std::vector<Id> reordered(std::vector<Thing>& things, Id gone)
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < things.size(); ++i) {
            if (i != gone.index())
                order.push_back(i);
        }
        std::shuffle(order.begin(), order.end(), random_);
        std::vector<Id> places(things.size());
        std::vector<Thing> moved;
        for (const std::size_t from : order) {
            places[from] = Id(moved.size());
            moved.push_back(things[from]);
        }
        things = std::move(moved);
        return places;
    }

    void shuffle()
    {
        const std::vector<EventId> events = reordered(story_.events, gone_.event);
        const std::vector<SourceId> sources = reordered(story_.sources, gone_.source);
        const std::vector<ActorId> actors = reordered(story_.actors, gone_.actor);
        std::shuffle(story_.links.begin(), story_.links.end(), random_);
        const auto move = [&](core::CompactList<Citation>& citations) {
            for (Citation& citation : citations)
                citation.source = sources[citation.source.index()];
            std::shuffle(citations.begin(), citations.end(), random_);
        };
        for (Event& event : story_.events) {
            for (ActorId& actor : event.actors)
                actor = actors[actor.index()];
            if (event.lane.valid())
                event.lane = actors[event.lane.index()];
            move(event.sources);
            std::vector<Text::Entry> entries(event.title.begin(), event.title.end());
            std::shuffle(entries.begin(), entries.end(), random_);
            event.title = Text(entries);
        }
        for (Link& link : story_.links) {
            link.from = events[link.from.index()];
            link.to = events[link.to.index()];
            move(link.sources);
        }
        for (Source& source : story_.sources) {
            if (source.relays.valid())
                source.relays = sources[source.relays.index()];
        }
    }

    struct Gone
    {
        EventId event;
        SourceId source;
        ActorId actor;
    };

    std::mt19937 random_;
    Story story_;
    Log log_;
    std::set<std::pair<EventId, EventId>> joined_;
    Gone gone_;
    std::size_t words_ = 0;
};

/// The same the other way round.
Log inverse(const Log& log)
{
    Log inverse;
    for (const std::string& line : log)
        inverse.insert((line[0] == '+' ? '-' : line[0] == '-' ? '+' : line[0]) + line.substr(1));
    return inverse;
}

TEST(StoryDiffOfRandomEdits, isExactlyTheEditsAndBackwardsTheirInverse)
{
    std::size_t lines = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        RandomEdits edits(seed);
        const Story before = edits.story();
        edits.edit();
        ASSERT_EQ(logOf(before, edits.story()), edits.log()) << "seed " << seed;
        ASSERT_EQ(logOf(edits.story(), before), inverse(edits.log())) << "seed " << seed;
        lines += edits.log().size();
    }
    EXPECT_GT(lines, 4000u);
}

} // namespace
} // namespace fabula::model
