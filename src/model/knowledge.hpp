#pragma once

#include "model/story.hpp"
#include "time/instant.hpp"

#include <vector>

namespace fabula::model {

/// When the public could first know of the event (knowledge time, against the valid time of `when`): the earliest
/// moment of `reported`; where that is missing the earliest publication among its sources; else the latest moment of
/// `when`. The beginning of time if none of them is dated. The end of time if it was withdrawn: nobody knows it.
time::Instant knownSince(const Story& story, EventId id);

/// When the public could first know of the claim that a link makes: once it knows of both events and, where sources are
/// cited, the first of them was published. A source without a date holds nothing back. The end of time if it was
/// withdrawn.
time::Instant knownSince(const Story& story, LinkId id);

/// When the source was published; the beginning of time if nobody says.
time::Instant knownSince(const Story& story, SourceId id);

/// When the public could first know of each thing of a story, by index.
struct KnowledgeTimes
{
    std::vector<time::Instant> events;
    std::vector<time::Instant> links;
    std::vector<time::Instant> sources;
};

/// Linear.
KnowledgeTimes knowledgeTimes(const Story& story);

/// The days (their first moments, in UTC) on which some event, link or source becomes known, each once, in order. What
/// was always known, or never, makes no day. O(n log n).
std::vector<time::Instant> daysOfChange(const KnowledgeTimes& times);

/// What the public could know at one moment, by index.
struct Known
{
    std::vector<bool> events;
    std::vector<bool> links;
    std::vector<bool> sources;

    friend bool operator==(const Known&, const Known&) = default;
};

/// All that was known before `end` (the half-open end of a day: what became known on that day is known). Linear.
Known knownBefore(const KnowledgeTimes& times, time::Instant end);
Known knownBefore(const Story& story, time::Instant end);

} // namespace fabula::model
