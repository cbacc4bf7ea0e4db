#pragma once

#include "model/story.hpp"
#include "time/instant.hpp"

namespace fabula::model {

/// When the public could first know of the event (knowledge time, against the valid time of `when`): the earliest
/// moment of `reported`; where that is missing the earliest publication among its sources; else the latest moment of
/// `when`. The beginning of time if none of them is dated.
time::Instant knownSince(const Story& story, EventId id);

} // namespace fabula::model
