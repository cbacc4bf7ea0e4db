#pragma once

#include "ask/question.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::ask {

/// One line of an answer: an event, with what it has to do with the question.
struct Row
{
    EventId event;         ///< not valid() in a line about a source or a claim alone
    LinkId link;           ///< the link that the line is about, if one
    std::size_t layer = 0; ///< how many links away, for those that are
    std::string relation;  ///< "caused by"; may be empty
    std::string words;     ///< the event's title, the source's name
    std::string detail;    ///< "May 2025 · likely"
};

/// Lines under a heading ("Against this"), which may be empty for the first.
struct Section
{
    std::string heading;
    std::vector<Row> rows;
};

/// An answer in words: what the panel shows and the command line prints.
struct Told
{
    std::string heading;  ///< the question: "Why: May passes without R2"
    std::string sentence; ///< the answer in a few whole sentences
    std::vector<Section> sections;
};

/// The answer to the question in the words of a language (those of assets/i18n; others get English), with the story's
/// texts in it as far as they exist. Linear in the answer.
Told told(const graph::Scope& scope, const Question& question, const Answer& answer, std::string_view language);

/// The question alone in words, as in the heading.
std::string questionWords(const graph::Scope& scope, const Question& question, std::string_view language);

} // namespace fabula::ask
