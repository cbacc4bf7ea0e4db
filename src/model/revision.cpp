#include "model/revision.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

namespace fabula::model {
namespace {

/// Finds the things of an older version in the story that is made, by their text ids; those that it lacks are added.
template <class Id, class Thing>
class Matched
{
public:
    Matched(const std::vector<Thing>& before, std::vector<Thing>& made) : before_(before), made_(made)
    {
        for (std::size_t i = 0; i < made.size(); ++i)
            ids_.emplace(std::string_view(made[i].id), Id(i));
    }

    Id operator[](Id old)
    {
        if (!old.valid())
            return {};
        const Thing& thing = before_[old.index()];
        const auto [place, missing] = ids_.emplace(std::string_view(thing.id), Id(made_.size()));
        if (missing)
            made_.push_back(thing);
        return place->second;
    }

private:
    const std::vector<Thing>& before_;
    std::vector<Thing>& made_;
    std::unordered_map<std::string, Id> ids_;
};

class Revision
{
public:
    Revision(const Story& before, const Story& after)
        : before_(before), made_(after), actors_(before.actors, made_.actors), sources_(before.sources, made_.sources),
          events_(before.events, made_.events)
    {
        made_.arenas.insert(made_.arenas.end(), before.arenas.begin(), before.arenas.end());
    }

    void mark(const StoryDiff& diff)
    {
        for (const EventId event : diff.events.added)
            made_.events[event.index()].novelty = Novelty::added;
        for (const Change<EventId>& change : diff.events.changed)
            made_.events[change.after.index()].novelty = Novelty::changed;
        for (const LinkId link : diff.links.added)
            made_.links[link.index()].novelty = Novelty::added;
        for (const Change<LinkId>& change : diff.links.changed)
            made_.links[change.after.index()].novelty = Novelty::changed;
    }

    void addWithdrawn(const StoryDiff& diff)
    {
        for (const EventId id : diff.events.withdrawn) {
            Event& event = made_.events[events_[id].index()];
            event.novelty = Novelty::withdrawn;
            event.lane = actors_[event.lane];
            for (ActorId& actor : event.actors)
                actor = actors_[actor];
            renew(event.sources);
        }
        for (const LinkId id : diff.links.withdrawn) {
            Link link = before_[id];
            link.novelty = Novelty::withdrawn;
            link.from = events_[link.from];
            link.to = events_[link.to];
            renew(link.sources);
            made_.links.push_back(std::move(link));
        }
    }

    Story take() { return std::move(made_); }

private:
    void renew(core::CompactList<Citation>& citations)
    {
        for (Citation& citation : citations)
            citation.source = source(citation.source);
    }

    /// With what it relays, which the story may lack as well.
    SourceId source(SourceId old)
    {
        std::size_t count = made_.sources.size();
        const SourceId first = sources_[old];
        for (SourceId its = first; made_.sources.size() > count;) {
            ++count;
            old = before_[old].relays;
            const SourceId origin = sources_[old];
            made_.sources[its.index()].relays = origin;
            its = origin;
        }
        return first;
    }

    const Story& before_;
    Story made_;
    Matched<ActorId, Actor> actors_;
    Matched<SourceId, Source> sources_;
    Matched<EventId, Event> events_;
};

template <class Thing>
bool isWithdrawn(const Thing& thing)
{
    return thing.novelty == Novelty::withdrawn;
}

template <class Thing>
std::size_t left(const std::vector<Thing>& things)
{
    return static_cast<std::size_t>(std::count_if(things.begin(), things.end(), std::not_fn(isWithdrawn<Thing>)));
}

} // namespace

Story revised(const Story& before, const Story& after, const StoryDiff& diff)
{
    Revision revision(before, after);
    revision.mark(diff);
    revision.addWithdrawn(diff);
    return revision.take();
}

std::size_t eventsLeft(const Story& story)
{
    return left(story.events);
}

std::size_t linksLeft(const Story& story)
{
    return left(story.links);
}

bool holdsWithdrawn(const Story& story)
{
    return std::any_of(story.events.begin(), story.events.end(), isWithdrawn<Event>) ||
           std::any_of(story.links.begin(), story.links.end(), isWithdrawn<Link>);
}

Story withoutWithdrawnLinks(Story story)
{
    std::erase_if(story.links, isWithdrawn<Link>);
    return story;
}

} // namespace fabula::model
