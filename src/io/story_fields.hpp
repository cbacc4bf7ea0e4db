#pragma once

#include "core/message.hpp"
#include "io/story_draft.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace fabula::io {

/// What a value of the story file must look like, and so what it is read into (given behind each).
enum class Shape : std::uint8_t {
    unknown,      ///< anything; not read
    version,      ///< the number of the format, int
    word,         ///< any string, std::string
    term,         ///< any string, many times the same, core::CompactText in the draft's arena
    note,         ///< any string, core::CompactText in the draft's arena
    id,           ///< [a-z0-9][a-z0-9-]*, std::string
    eventId,      ///< the same, core::CompactText in the draft's arena
    languageTag,  ///< BCP 47, std::string
    grade,        ///< A1 to F6, std::string
    url,          ///< std::string
    text,         ///< string or object of languages, model::Text
    title,        ///< a text that may not be empty, model::Text
    textEntry,    ///< one language of a text
    date,         ///< EDTF, time::Edtf
    eventDate,    ///< EDTF, time::Edtf in the draft's arena
    flag,         ///< bool
    importance,   ///< 1 to 5, int
    seconds,      ///< more than 0, std::optional<double>
    basis,        ///< model::Basis
    confidence,   ///< std::optional<model::Confidence>
    linkKind,     ///< model::LinkKind
    view,         ///< model::SceneView
    reference,    ///< an id of another thing
    words,        ///< list of `word`, std::vector<std::string>
    terms,        ///< list of `term`, core::CompactList<core::CompactText>
    languageTags, ///< list of `languageTag`, std::vector<std::string>
    references,   ///< list of `reference`
    reveal,       ///< list of `references`
    citations,    ///< list of `citation`, core::CompactList<model::Citation>
    citation,     ///< an id, or an object with it
    yes,          ///< true
    question,     ///< object with one question, std::optional<model::SceneQuestion>
    callouts,     ///< list of `callout`, std::vector<model::Callout>
    callout,      ///< object
    story,
    actors, ///< the lists, and their elements
    sources,
    events,
    links,
    scenes,
    actor,
    source,
    event,
    link,
    scene,
};

/// A key that the program knows, in one kind of object.
struct Field
{
    std::string_view key;
    Shape shape = Shape::unknown;
    bool required = false;
    /// Gives the place in the draft that the value goes to, of the type named at the shape; null where it goes nowhere.
    void* (*target)(StoryDraft&) = nullptr;
    ReferenceKey reference = ReferenceKey::none;
};

/// The keys of the object that has this shape (story, actor, source, event, link, scene, citation, question, callout);
/// none for others.
std::span<const Field> fieldsOf(Shape object);

/// What the elements of a list of this shape look like; `unknown` if it is no list.
Shape elementOf(Shape list);

/// The names a closed word of this shape may take (basis, confidence, linkKind, view); none for others.
std::span<const std::string_view> termsOf(Shape shape);

/// "a string", "a list of ids" … for sentences.
core::Message describe(Shape shape);

} // namespace fabula::io
