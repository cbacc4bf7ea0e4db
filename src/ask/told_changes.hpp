#pragma once

#include "graph/scope.hpp"
#include "model/story_diff.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::ask {

/// One thing that is new, changed or withdrawn.
struct ChangeRow
{
    std::string kind;                 ///< "event", "link", "source" or "actor"
    std::string words;                ///< the event's title, the ends of the link, the publisher, the name
    std::string detail;               ///< "14 Aug 2025 · reported · likely"; may be empty
    std::vector<std::string> changes; ///< what became what: "date: about August 2025 → 14 August 2025"
};

struct ChangeSection
{
    std::string heading; ///< "New", "Changed" or "Withdrawn"
    std::vector<ChangeRow> rows;
};

/// What changed between two versions of a story, in words.
struct ToldChanges
{
    std::string sentence; ///< "Since then: 2 new events, 1 changed; 3 new links."
    std::vector<ChangeSection> sections;
};

/// Puts `diff`, made of the stories of the two scopes, which are whole, into the words of a language (those of
/// assets/i18n; others get English), with the stories' texts in it as far as they exist. A section tells at most 200
/// things of each kind and how many others there are. What is withdrawn is told as the old story has it, all else as
/// the new one does. Linear in what differs, but for the lists within one thing, where it is O(n log n).
ToldChanges toldChanges(const model::StoryDiff& diff, const graph::Scope& before, const graph::Scope& after,
                        std::string_view language);

} // namespace fabula::ask
