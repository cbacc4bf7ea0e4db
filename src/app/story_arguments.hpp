#pragma once

#include "core/result.hpp"
#include "io/suggestion.hpp"
#include "model/story.hpp"

#include <string>

namespace fabula::app {

/// What is said of an argument that names no thing of its kind ("scene"): with the nearest id of those that there are,
/// in one list or several.
template <class... Things>
core::Error unknownId(const std::string& kind, const std::string& id, const Things&... things)
{
    io::BestGuess guess(id);
    const auto considerAll = [&](const auto& some) {
        for (const auto& thing : some)
            guess.consider(thing.id);
    };
    (considerAll(things), ...);
    return {"argument", "the story has no " + kind + ' ' + io::inQuotes(id) + io::didYouMean(guess.word()), {}};
}

/// Says on standard error if the story is not told in the language, and which one stands in.
void warnOfLanguage(const model::Story& story, const std::string& language);

} // namespace fabula::app
