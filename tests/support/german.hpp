#pragma once

#include "core/message.hpp"

#include <regex>
#include <string>

namespace fabula::test {

/// What is wrong with the German of a message: it is still English, or has a gap that nothing filled. Empty if nothing
/// is.
inline std::string germanFault(const core::Message& message)
{
    static const std::regex gap(R"(\{\d?\}|\{\{|\}\})");
    const std::string german = core::inLanguage(message, "de");
    if (german.empty() || german == core::english(message))
        return "not German: " + german;
    return std::regex_search(german, gap) ? "a gap is left: " + german : std::string();
}

} // namespace fabula::test
