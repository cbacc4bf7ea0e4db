#pragma once

#include <string_view>
#include <vector>

namespace fabula::core {

/// One language of assets/i18n as it stood when the program was built.
struct PhraseFile
{
    std::string_view language;
    std::string_view json;     ///< LANGUAGE.json
    std::string_view messages; ///< messages.LANGUAGE.json, or an empty object where there is none
};

/// Written by src/phrases.cmake; "en" first.
std::vector<PhraseFile> phraseFiles();

} // namespace fabula::core
