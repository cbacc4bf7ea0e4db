#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::core {

/// The words of pictures and of the window, from assets/i18n/LANGUAGE.json, which are built into the program so that a
/// picture never depends on where it is made. Tags are compared without case and by their
/// primary subtag ("de-AT" gets German); languages without a file of their own get English.
/// The returned view lives as long as the program. A key that no file has is a broken promise of our own code.
std::string_view phrase(std::string_view key, std::string_view language);

/// The same with "{n}" replaced by the number, from KEY.one or KEY.other as the number asks.
std::string countPhrase(std::string_view key, std::size_t number, std::string_view language);

/// What stands in a sentence's gaps: each "{name}" is replaced by the text beside the name.
using Gaps = std::vector<std::pair<std::string_view, std::string_view>>;

/// The same with its gaps filled. What is put in is not looked through for gaps again.
std::string phraseFilled(std::string_view key, const Gaps& gaps, std::string_view language);

/// The same for one gap, "{what}".
std::string phraseWith(std::string_view key, std::string_view what, std::string_view language);

/// What stands for the English pattern of a message (core/message.hpp) in that language, from
/// assets/i18n/messages.LANGUAGE.json; the pattern itself where nothing does.
std::string_view patternIn(std::string_view language, std::string_view pattern);

/// The languages that have a file, "en" first.
const std::vector<std::string>& phraseLanguages();

/// All keys of one language, sorted; empty if it has no file. For tests of completeness.
std::vector<std::string> phraseKeys(std::string_view language);

} // namespace fabula::core
