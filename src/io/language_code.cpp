#include "io/language_code.hpp"

#include <unicode/uloc.h>

namespace fabula::io {

std::string languageCode(std::string_view tag)
{
    const std::string code = uloc_getISO3Language(std::string(tag).c_str());
    return code.empty() ? "und" : code;
}

} // namespace fabula::io
