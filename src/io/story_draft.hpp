#pragma once

#include "core/symbol_table.hpp"
#include "core/text_arena.hpp"
#include "model/story.hpp"
#include "model/story_places.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fabula::io {

/// The five lists of a story file.
enum class List : std::uint8_t { actors, sources, events, links, scenes };
inline constexpr std::size_t kLists = 5;
inline constexpr std::array<const char*, kLists> kListNames{"actors", "sources", "events", "links", "scenes"};

/// The keys whose values name things by id.
enum class ReferenceKey : std::uint8_t {
    none,
    relays,
    lane,
    actors,
    cited,
    from,
    to,
    show,
    focus,
    reveal,
    why, ///< the keys of a scene's question
    effects,
    path,
    without,
    sourcesOf,
    pinned, ///< of a callout
};
/// The list that such a key refers to.
List targetOf(ReferenceKey key);

/// One id that something was referred to by, kept until all ids are known.
struct Reference
{
    std::uint32_t symbol = 0;
    std::uint32_t offset = 0; ///< in bytes from the start of the element that refers; at most 4 GiB, as the file
    std::uint32_t group = 0;  ///< which list of `reveal`, which citation, which callout, as the file counts them
    std::uint32_t entry = 0;  ///< its place in the innermost list it stands in, as the file counts
    ReferenceKey key = ReferenceKey::none;
};

/// A reference as it is met: `offset` is that in the file, the rest as in Reference.
struct WrittenReference
{
    std::string_view id;
    std::uint64_t offset = 0;
    std::size_t group = 0;
    std::size_t entry = 0;
};

/// A story while it is read: values are in place, references are still symbols. Texts go straight into the arena that
/// the story keeps, what recurs but once.
class StoryDraft
{
public:
    static constexpr std::uint32_t kNoSymbol = 0xFFFFFFFFu;

    /// Of a text of so many bytes, from which it guesses how many elements there will be.
    explicit StoryDraft(std::size_t textBytes) : textBytes_(textBytes) {}

    /// One list's elements, blank ones included for what is no object, so that indexes are those of the file: where
    /// they start, their ids as symbols (kNoSymbol where there is none), and the references they make, in the order of
    /// the file.
    struct Elements
    {
        std::vector<std::uint64_t> offsets;
        std::vector<std::uint32_t> ids;
        std::vector<Reference> references;
        std::vector<std::uint32_t> firstReference;
        /// The index of the element with the id that this symbol is, or kNoSymbol; filled by ReferenceResolver.
        std::vector<std::uint32_t> indexOf;

        std::span<const Reference> referencesOf(std::size_t index) const;
    };

    std::shared_ptr<core::TextArena> arena = std::make_shared<core::TextArena>();
    /// Ids lie close together, for they are compared with each other by the million.
    std::shared_ptr<core::TextArena> idArena = std::make_shared<core::TextArena>();
    model::Story story;
    model::StoryPlaces places;
    core::SymbolTable symbols{*idArena}; ///< ids
    core::SymbolTable terms{*arena};     ///< kinds and tags
    std::array<Elements, kLists> lists;
    /// The list of citations that is being read, of an event or a link.
    std::vector<model::Citation> citations;
    /// Some text that was written as a plain string came before the story's languages.
    bool languageCameLate = false;

    Elements& operator[](List list) { return lists[static_cast<std::size_t>(list)]; }
    const Elements& operator[](List list) const { return lists[static_cast<std::size_t>(list)]; }
    std::vector<model::StoryPlaces::Mark>& marks(List list);
    const std::vector<model::StoryPlaces::Mark>& marks(List list) const;

    /// Begins one more element of `list` at `offset`; everything set afterwards belongs to it.
    void begin(List list, std::uint64_t offset, model::StoryPlaces::Mark mark);
    /// Forgets the element of `list` that was begun last; there may be none.
    void dropLast(List list);
    /// Gives the element that was begun last its id, and returns it as the arena has it.
    const core::CompactText& setId(std::string_view id);
    /// The date that this text is, borrowed from the arena; the unknown one if it is none.
    const time::Edtf& date(std::string_view text);
    /// Notes that the element that was begun last refers to something. An id that `lasts` until `settleReferences` gets
    /// its symbol some time later.
    void refer(ReferenceKey key, const WrittenReference& written, bool lasts);
    /// Gives all references their symbols that have none yet.
    void settleReferences();

private:
    void makeRoom(List list, std::uint64_t offset);

    /// A reference on the way to its symbol.
    struct Waiting
    {
        std::string_view id;
        std::uint64_t hash = 0;
        std::uint32_t index = 0; ///< among the references of `list`
        List list = List::actors;
    };
    static constexpr std::size_t kMostWaiting = 16;

    void settle(const Waiting& waiting);

    List current_ = List::actors;
    std::size_t textBytes_;
    std::array<Waiting, kMostWaiting> waiting_; ///< a ring
    std::size_t referred_ = 0;                  ///< references that came into the ring
    std::size_t settled_ = 0;                   ///< those that left it
    core::TextArena dateTexts_;                 ///< gone with the draft, for the dates have their texts with them
    core::SymbolTable dateSymbols_{dateTexts_};
    std::vector<time::Edtf> dates_;
};

} // namespace fabula::io
