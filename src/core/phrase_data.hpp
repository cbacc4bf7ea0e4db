#pragma once

#include <string_view>
#include <vector>

namespace fabula::core {

/// One file of assets/i18n as it stood when the program was built.
struct PhraseFile
{
    std::string_view language;
    std::string_view json;
};

/// Written by src/phrases.cmake; "en" first.
std::vector<PhraseFile> phraseFiles();

} // namespace fabula::core
