#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::fuzz {

/// Changes texts at random, the same on every machine (std::mt19937_64 and no distributions, which may differ).
class Mutations
{
public:
    explicit Mutations(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound); }

    /// Bytes changed, pieces taken out, doubled, exchanged or put in: mostly no JSON any more.
    std::string ofBytes(std::string text)
    {
        static constexpr std::string_view kPieces[] = {"{",   "}",        "[",    "]",     ",",    ":",
                                                       "\"",  "null",     "true", "1e999", "-0.0", "\\u0",
                                                       "\\n", "\"id\":1", "\xFF", "0"};
        for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(text.size());
            const std::size_t length = 1 + below(40);
            switch (below(5)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(below(text.size()), text.substr(at, length));
                break;
            case 3:
                text.insert(at, kPieces[below(std::size(kPieces))]);
                break;
            default:
                text.resize(at);
            }
        }
        return text;
    }

    /// Values exchanged, taken out, doubled or made another type: JSON still, but mostly no story any more.
    nlohmann::json ofValues(nlohmann::json whole)
    {
        for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
            nlohmann::json other = chosen(whole);
            nlohmann::json& place = chosen(whole);
            if (below(4) == 0)
                place = oddValue();
            else if (below(3) == 0 && place.is_array() && !place.empty())
                place.erase(below(place.size()));
            else if (below(2) == 0 && place.is_array())
                place.insert(place.begin() + static_cast<std::ptrdiff_t>(below(place.size() + 1)), std::move(other));
            else
                place = std::move(other);
        }
        return whole;
    }

private:
    /// Some value in it, deep ones as likely as shallow ones.
    nlohmann::json& chosen(nlohmann::json& whole)
    {
        nlohmann::json* at = &whole;
        while (at->is_structured() && !at->empty() && (at == &whole || below(4) != 0))
            at = &*std::next(at->begin(), static_cast<std::ptrdiff_t>(below(at->size())));
        return *at;
    }

    nlohmann::json oddValue()
    {
        switch (below(8)) {
        case 0:
            return nullptr;
        case 1:
            return false;
        case 2:
            return -1;
        case 3:
            return 1e300;
        case 4:
            return "";
        case 5:
            return nlohmann::json::array();
        case 6:
            return nlohmann::json::object();
        default:
            return std::string(below(300), 'x');
        }
    }

    std::mt19937_64 random_;
};

} // namespace fabula::fuzz
