#pragma once

#include "core/symbol_table.hpp"
#include "core/text_arena.hpp"
#include "model/event_postings.hpp"
#include "model/story.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::model {

/// Text as search compares it: case folded, accents and width differences taken off (ICU NFKD and default case folding;
/// "ß" is "ss"), white space to single spaces.
std::string searchForm(std::string_view text);

/// Finds events as one types, over titles, summaries, actors with their aliases, sources, tags, kinds and ids, in all
/// languages. An index of words: a query looks for words that contain what was typed, not at the texts. Immutable;
/// built in time linear in the story's texts; takes about 2 bytes for each different word of each event.
class StorySearch
{
public:
    StorySearch() = default;
    /// Once `cancel` is set (it may be null) it ends early, and is of no use.
    explicit StorySearch(const Story& story, const std::atomic<bool>* cancel = nullptr);

    /// Events that contain every word of the query somewhere, best first: words in the title before words elsewhere,
    /// then by importance, then by id. Empty for an empty query. Linear in the different words of the story, and in
    /// how often those that fit stand in it.
    std::vector<EventId> find(std::string_view query) const;

private:
    class Words;
    class Builder;
    /// What many events share: an actor, a source, a tag, a kind; `list` are its events.
    struct Carried
    {
        std::uint32_t word = 0;
        std::uint32_t list = 0;
    };
    void markWord(std::string_view word, Words& found) const;

    std::vector<std::uint8_t> importance_; ///< by event
    std::shared_ptr<core::TextArena> wordTexts_ = std::make_shared<core::TextArena>();
    core::SymbolTable words_{*wordTexts_};
    /// Two lists for each word, in this order: events with it in the title, and in what else is theirs alone.
    EventPostings postings_;
    EventPostings carriers_;
    std::vector<Carried> carried_; ///< by word
    std::string ids_;              ///< of all events, one behind the other
    std::vector<std::uint32_t> idStarts_;
};

} // namespace fabula::model
