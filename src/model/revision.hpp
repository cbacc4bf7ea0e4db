#pragma once

#include "model/story_diff.hpp"

namespace fabula::model {

/// A story with what an older version makes of it: its events and links are marked as new or changed, and behind them
/// stand, marked as withdrawn, those that only the older version has, with the actors and sources that they name and
/// the story has no longer. All ids of `after` stay what they were; the withdrawn events follow in the order of
/// `diff.events.withdrawn`, the links in that of `diff.links.withdrawn`.
///
/// What is withdrawn is known on no day (see knowledge.hpp), so that it takes part in no answer, but has its place in a
/// picture. Its links may close a causal loop with those of the story.
///
/// `diff` is `storyDiff(before, after)`. O(n log n).
Story revised(const Story& before, const Story& after, const StoryDiff& diff);

/// The withdrawn event at this place of the diff, in the revised story.
inline EventId withdrawnEvent(const Story& after, std::size_t place)
{
    return EventId(after.events.size() + place);
}

/// How many events and links the story has, those withdrawn not counted. Linear.
std::size_t eventsLeft(const Story& story);
std::size_t linksLeft(const Story& story);

/// Whether anything was withdrawn.
bool holdsWithdrawn(const Story& story);

/// The revised story without its withdrawn links: it has no causal loop that `after` has not.
Story withoutWithdrawnLinks(Story story);

} // namespace fabula::model
