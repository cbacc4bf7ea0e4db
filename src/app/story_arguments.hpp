#pragma once

#include "core/result.hpp"
#include "io/suggestion.hpp"
#include "model/story.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::app {

/// "; did you mean `r1-launch` or `r1-0528`?" of the ids that have the word as one of their parts; "" if none has.
std::string idsWithPart(const std::vector<std::string_view>& ids, std::string_view word);

/// What is said of an argument that names no thing of its kind ("scene"): with the nearest id of those that there are,
/// in one list or several, or those that have it as a part.
template <class... Things>
core::Error unknownId(const std::string& kind, const std::string& id, const Things&... things)
{
    io::BestGuess guess(id);
    std::vector<std::string_view> ids;
    const auto considerAll = [&](const auto& some) {
        for (const auto& thing : some) {
            guess.consider(thing.id);
            ids.push_back(thing.id);
        }
    };
    (considerAll(things), ...);
    const std::string none = "the story has no " + kind + ' ' + io::inQuotes(id);
    if (guess.word().empty())
        return {"argument", core::verbatim(none + idsWithPart(ids, id)), {}};
    return {"argument", io::didYouMean(core::verbatim(none), guess.word()), {}};
}

/// Says on standard error if the story is not told in the language, and which one stands in.
void warnOfLanguage(const model::Story& story, const std::string& language);

} // namespace fabula::app
