#pragma once

#include <string>
#include <string_view>

namespace fabula::io {

/// The three letters of ISO 639-2/T for the language of a BCP 47 tag: "deu" for "de-AT"; "und" for one without any.
std::string languageCode(std::string_view tag);

} // namespace fabula::io
