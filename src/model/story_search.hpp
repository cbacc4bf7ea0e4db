#pragma once

#include "model/story.hpp"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::model {

/// Text as search compares it: case folded, accents and width differences taken off (ICU NFKD and default case folding;
/// "ß" is "ss"), white space to single spaces.
std::string searchForm(std::string_view text);

/// Finds events as one types, over titles, summaries, actors with their aliases, sources, tags and ids, in all
/// languages. Immutable; built in time linear in the story's texts.
class StorySearch
{
public:
    StorySearch() = default;
    /// Once `cancel` is set (it may be null) it ends early, and is of no use.
    explicit StorySearch(const Story& story, const std::atomic<bool>* cancel = nullptr);

    /// Events that contain every word of the query somewhere, best first: words in the title before words elsewhere,
    /// then by importance, then by id. Empty for an empty query. Linear in the texts.
    std::vector<EventId> find(std::string_view query) const;

private:
    struct Entry
    {
        std::string title;
        std::string rest;
        int importance = 0;
    };
    std::vector<Entry> entries_; ///< by event index
};

} // namespace fabula::model
