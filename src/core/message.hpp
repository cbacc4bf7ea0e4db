#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::core {

/// A sentence, or a phrase within one, before it is told in a language: an English pattern and what fills its gaps. It
/// is made where something is found, and worded where somebody reads it. A plain value that owns its texts.
struct Message
{
    std::string_view pattern;     ///< a literal, as `message` takes it; empty where `text` is all there is
    std::string text;             ///< the same in every language: a name, a number, what the system says
    std::vector<Message> fillers; ///< by gap

    Message() = default; // so that no text becomes one unless by the functions below
    bool empty() const { return pattern.empty() && text.empty(); }
};

/// Of the literal in a call of `message`, with the number of its gaps: each is "{}", in order, and a brace that stands
/// for itself is written twice. What is none of this, or has another number of them, does not compile.
template <std::size_t Gaps>
struct MessagePattern
{
    consteval MessagePattern(const char* literal) : words(literal)
    {
        std::size_t gaps = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] != '{' && words[i] != '}')
                continue;
            const char next = i + 1 < words.size() ? words[i + 1] : '\0';
            if (next != words[i] && (words[i] == '}' || next != '}'))
                throw "a lone brace in the pattern of a message";
            gaps += next != words[i] ? 1 : 0;
            ++i;
        }
        if (gaps != Gaps)
            throw "a message has more gaps than fillers, or less";
    }
    std::string_view words;
};

/// What is the same in every language.
Message verbatim(std::string_view text);
Message verbatim(char sign);
template <std::integral Number>
Message verbatim(Number number)
{
    return verbatim(std::string_view(std::to_string(number)));
}
inline Message verbatim(Message phrase)
{
    return phrase;
}

/// "{} stands twice in `{}`; keep one" with its two fillers: texts and numbers, which are put in as they are, or
/// messages, which are told in the same language. Every pattern has its German in assets/i18n/messages.de.json; a test
/// holds the two together.
template <class... Fillers>
Message message(MessagePattern<sizeof...(Fillers)> pattern, const Fillers&... fillers)
{
    Message made;
    made.pattern = pattern.words;
    made.fillers.reserve(sizeof...(Fillers));
    (made.fillers.push_back(verbatim(fillers)), ...);
    return made;
}

/// The message in a language, by the rules of `phrase` in core/phrases.hpp; a pattern that the language lacks is told
/// in English. Linear in the length of the result, with one look-up for each pattern.
std::string inLanguage(const Message& message, std::string_view language);

/// The same in English, as the command line prints everything.
std::string english(const Message& message);

} // namespace fabula::core
