#include "core/phrases.hpp"

#include "core/language_tag.hpp"
#include "core/phrase_data.hpp"
#include "core/promise.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace fabula::core {
namespace {

using Phrases = std::map<std::string, std::string, std::less<>>;

struct Catalogue
{
    std::vector<std::string> languages;
    std::vector<Phrases> phrases;  ///< parallel to `languages`
    std::vector<Phrases> messages; ///< the same, by English pattern

    Catalogue()
    {
        for (const PhraseFile& file : phraseFiles()) {
            languages.emplace_back(file.language);
            phrases.push_back(nlohmann::json::parse(file.json).get<Phrases>());
            messages.push_back(nlohmann::json::parse(file.messages).get<Phrases>());
        }
    }

    const Phrases* in(std::string_view language) const { return among(phrases, language); }

    const Phrases* among(const std::vector<Phrases>& all, std::string_view language) const
    {
        const std::string_view primary = primarySubtag(language);
        for (std::size_t i = 0; i < languages.size(); ++i) {
            if (sameTag(languages[i], primary))
                return &all[i];
        }
        return nullptr;
    }
};

const Catalogue& catalogue()
{
    static const Catalogue theOne;
    return theOne;
}

/// The text of the gap whose name stands between braces, or null.
const std::string_view* textOf(const Gaps& gaps, std::string_view name)
{
    const auto found = std::find_if(gaps.begin(), gaps.end(), [&](const auto& gap) { return gap.first == name; });
    return found == gaps.end() ? nullptr : &found->second;
}

std::string filled(std::string_view text, const Gaps& gaps)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        result += text.substr(0, open);
        if (close == std::string_view::npos)
            return result + std::string(open == close ? "" : text.substr(open));
        const std::string_view* by = textOf(gaps, text.substr(open + 1, close - open - 1));
        result += by != nullptr ? *by : text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    return result;
}

} // namespace

std::string_view phrase(std::string_view key, std::string_view language)
{
    const Phrases* phrases = catalogue().in(language);
    if (phrases == nullptr)
        phrases = catalogue().in("en");
    const auto found = phrases->find(key);
    FABULA_PROMISE(found != phrases->end(), "no words for '" + std::string(key) + "' in assets/i18n");
    return found->second;
}

std::string countPhrase(std::string_view key, std::size_t number, std::string_view language)
{
    const std::string form = std::string(key) + (number == 1 ? ".one" : ".other");
    return filled(phrase(form, language), {{"n", std::to_string(number)}});
}

std::string phraseFilled(std::string_view key, const Gaps& gaps, std::string_view language)
{
    return filled(phrase(key, language), gaps);
}

std::string phraseWith(std::string_view key, std::string_view what, std::string_view language)
{
    return phraseFilled(key, {{"what", what}}, language);
}

std::string_view patternIn(std::string_view language, std::string_view pattern)
{
    const Phrases* messages = catalogue().among(catalogue().messages, language);
    if (messages == nullptr)
        return pattern;
    const auto found = messages->find(pattern);
    return found == messages->end() ? pattern : std::string_view(found->second);
}

const std::vector<std::string>& phraseLanguages()
{
    return catalogue().languages;
}

std::vector<std::string> phraseKeys(std::string_view language)
{
    std::vector<std::string> keys;
    if (const Phrases* phrases = catalogue().in(language)) {
        for (const auto& [key, text] : *phrases)
            keys.push_back(key);
    }
    return keys;
}

} // namespace fabula::core
