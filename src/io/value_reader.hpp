#pragma once

#include "io/finding_kinds.hpp"
#include "io/story_fields.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::io {

/// One JSON value as the parser hands it over; for lists and objects their opening bracket.
struct Token
{
    enum class Kind : std::uint8_t { null, flag, integer, number, string, list, object };
    Kind kind = Kind::null;
    std::size_t offset = 0;   ///< of its first byte in the file
    std::string_view text;    ///< of a string
    std::int64_t integer = 0; ///< of whole numbers, clamped to 64 bits
    double number = 0.0;
    bool flag = false;
};

/// Why a value can't be taken, and how many bytes into it the trouble starts.
struct ValueProblem
{
    FindingKind kind;
    /// What is wrong with it, as in "… must be more than 0"; the first gap waits for what the value is called.
    core::Message sentence;
    std::size_t shift = 0;
    bool whole = false;     ///< nothing waits: the sentence names the value itself
    std::string meant = {}; ///< the word that it is near to, or empty
};

/// The sentence for people; `subject` is what the value is called ("`when`", "each of `tags`").
core::Message sentenceOn(const ValueProblem& problem, const core::Message& subject);

/// Reads a scalar of the given shape into `target` (of the type named at the shape; null: only looks at it). The result
/// is a problem or nothing; with a warning the value was taken nevertheless. References, texts, lists, objects and what
/// is kept in the draft's arena are not read here.
std::optional<ValueProblem> readValue(const Token& token, Shape shape, void* target);

/// "… must be …, not a number"
ValueProblem wrongType(const Token& token, Shape shape);

/// Whether it has the form of a BCP 47 tag; the registry of languages is not asked.
bool isLanguageTag(std::string_view tag);
ValueProblem badLanguageTag(std::string_view tag);

/// Whether it is an id: [a-z0-9][a-z0-9-]*
bool isId(std::string_view id);

/// Whether there is nothing but white space in it.
bool isBlank(std::string_view text);

} // namespace fabula::io
