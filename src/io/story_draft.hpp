#pragma once

#include "core/symbol_table.hpp"
#include "model/story.hpp"
#include "model/story_places.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
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

/// A story while it is read: values are in place, references are still symbols.
class StoryDraft
{
public:
    static constexpr std::uint32_t kNoSymbol = 0xFFFFFFFFu;

    /// One list's elements, blank ones included for what is no object, so that indexes are those of the file: where
    /// they start, their ids as symbols (kNoSymbol where there is none), and the references they make, in the order of
    /// the file.
    struct Elements
    {
        std::vector<std::uint64_t> offsets;
        std::vector<std::uint32_t> ids;
        std::vector<Reference> references;
        std::vector<std::size_t> firstReference;
        /// The index of the element with the id that this symbol is, or kNoSymbol; filled by ReferenceResolver.
        std::vector<std::uint32_t> indexOf;

        std::span<const Reference> referencesOf(std::size_t index) const;
    };

    model::Story story;
    model::StoryPlaces places;
    core::SymbolTable symbols;
    std::array<Elements, kLists> lists;
    /// The list of citations that is being read, of an event or a link.
    std::vector<model::Citation>* citations = nullptr;

    Elements& operator[](List list) { return lists[static_cast<std::size_t>(list)]; }
    const Elements& operator[](List list) const { return lists[static_cast<std::size_t>(list)]; }
    std::vector<model::StoryPlaces::Mark>& marks(List list);
    const std::vector<model::StoryPlaces::Mark>& marks(List list) const;

    /// Begins one more element of `list` at `offset`; everything set afterwards belongs to it.
    void begin(List list, std::uint64_t offset, model::StoryPlaces::Mark mark);
    /// Forgets the element of `list` that was begun last; there may be none.
    void dropLast(List list);
    /// Gives the element that was begun last its id.
    void setId(std::string_view id);
    /// Notes that the element that was begun last refers to something.
    void refer(ReferenceKey key, const WrittenReference& written);

private:
    List current_ = List::actors;
};

} // namespace fabula::io
