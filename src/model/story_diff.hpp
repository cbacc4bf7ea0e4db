#pragma once

#include "model/story.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fabula::model {

/// A member of an event, a link, a source or an actor that may differ between two versions of a story.
enum class DiffField : std::uint8_t {
    title,
    summary,
    when,
    span,
    planned,
    reported,
    kind,
    lane,
    actors,
    importance,
    basis,
    confidence,
    sources,
    tags,
    label,
    publisher,
    url,
    published,
    language,
    grade,
    relays,
    name,
    about,
    aliases,
};

inline constexpr std::array<std::string_view, 24> kDiffFieldNames{
    "title",  "summary",    "when",     "span",       "planned", "reported", "kind",  "lane",
    "actors", "importance", "basis",    "confidence", "sources", "tags",     "label", "publisher",
    "url",    "published",  "language", "grade",      "relays",  "name",     "about", "aliases"};

/// Its key in story files.
constexpr std::string_view name(DiffField field)
{
    return kDiffFieldNames[static_cast<std::size_t>(field)];
}

/// One thing that both versions have, but not alike.
template <class Id>
struct Change
{
    Id before;                     ///< in the old story
    Id after;                      ///< in the new one
    std::vector<DiffField> fields; ///< at least one, in the order of story files

    friend bool operator==(const Change&, const Change&) = default;
};

/// What changed in one list of a story. What stands in neither of the three is alike in both versions.
template <class Id>
struct ListDiff
{
    std::vector<Id> added;           ///< only in the new story; in its order
    std::vector<Change<Id>> changed; ///< in the order of the new story
    std::vector<Id> withdrawn;       ///< only in the old story; in its order

    bool empty() const { return added.empty() && changed.empty() && withdrawn.empty(); }
    friend bool operator==(const ListDiff&, const ListDiff&) = default;
};

/// What changed between two versions of a story. Its ids are indexes into the one story or the other, as said at each.
struct StoryDiff
{
    ListDiff<EventId> events;
    ListDiff<LinkId> links;
    ListDiff<SourceId> sources;
    ListDiff<ActorId> actors;

    bool empty() const { return events.empty() && links.empty() && sources.empty() && actors.empty(); }
    friend bool operator==(const StoryDiff&, const StoryDiff&) = default;
};

/// Compares two versions of a story by what they say, not by where or how it is written.
///
/// Events, sources and actors are matched by their text ids, which are who they are: one that got another id is
/// withdrawn under the old and new under the other, however alike the two are, and so are all links of such an event.
/// A link is matched by its two events and its kind (`contradicts` in either direction), several alike in their order;
/// of those left over, one between the same two events in the same direction is a link whose kind changed.
///
/// Dates are compared as written in EDTF, texts language by language, references by the text ids of what they name.
/// The order of lists says nothing, but an event's first actor gives it its lane where none is written. The story's own
/// title and languages, and its scenes, are no part of this.
///
/// Both stories were loaded without errors other than causal loops. O(n log n) in the sizes of both.
StoryDiff storyDiff(const Story& before, const Story& after);

} // namespace fabula::model
