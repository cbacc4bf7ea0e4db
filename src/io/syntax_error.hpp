#pragma once

#include "io/finding_kinds.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::io {

/// Why a text is no JSON, and where.
struct SyntaxProblem
{
    FindingKind kind;
    std::size_t offset = 0;
    core::Message sentence;
};

/// What the parser knew when it gave up.
struct ParserState
{
    std::size_t lastEnd = 0;      ///< where the last good token ended
    std::size_t taken = 0;        ///< how many bytes it had read, the bad one included
    bool numberTooLarge = false;  ///< a number past what a double can hold
    bool finished = false;        ///< the value of the file was whole
    std::size_t openedInLine = 0; ///< the innermost open object or list, 0 if there is none
    std::string_view said;        ///< its own words
};

/// Says in our words why the parser gave up on `text`: what is there, and what to do.
SyntaxProblem explainSyntax(std::string_view text, const ParserState& parser);

} // namespace fabula::io
