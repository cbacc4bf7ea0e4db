#pragma once

#include "graph/event_graph.hpp"
#include "model/story_diff.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::ask {

using core::EventId;

/// Two versions of a story and how they differ.
struct Comparison
{
    graph::EventGraph before;
    graph::EventGraph after;
    model::StoryDiff diff; ///< of their stories
};

/// O(n log n).
Comparison compared(const graph::EventGraph& before, const graph::EventGraph& after);

/// One thing that is new, changed or withdrawn.
struct ChangeRow
{
    enum class Thing { event, link, source, actor };

    std::string kind; ///< "event", "link", "source" or "actor"
    Thing thing = Thing::event;
    std::string words;                ///< the event's title, the ends of the link, the publisher, the name
    std::string detail;               ///< "14 Aug 2025 · reported · likely"; may be empty
    std::vector<std::string> changes; ///< what became what: "date: about August 2025 → 14 August 2025"
    EventId event; ///< in the story that model::revised makes: the event, or the effect of a link that is not withdrawn
};

struct ChangeSection
{
    std::string heading; ///< "New", "Changed" or "Withdrawn"
    model::Novelty novelty = model::Novelty::added;
    std::vector<ChangeRow> rows;
};

/// What changed between two versions of a story, in words.
struct ToldChanges
{
    std::string sentence; ///< "Since then: 2 new events, 1 changed; 3 new links."
    std::vector<ChangeSection> sections;
};

/// Puts the difference into the words of a language (those of assets/i18n; others get English), with the stories' texts
/// in it as far as they exist. A section tells at most 200 things of each kind and how many others there are. What is
/// withdrawn is told as the old story has it, all else as the new one does. Linear in what differs, but for the lists
/// within one thing, where it is O(n log n).
ToldChanges toldChanges(const Comparison& comparison, std::string_view language);

} // namespace fabula::ask
