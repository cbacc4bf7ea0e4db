#pragma once

#include <string>
#include <string_view>

namespace fabula::paint {

/// The PDF with its language (BCP 47) told in the catalogue, for readers aloud: an incremental update (ISO 32000-1,
/// 7.5.6), as Cairo can't say it. The PDF itself if it is built otherwise than expected or the language is no tag.
std::string withLanguage(std::string pdf, std::string_view language);

} // namespace fabula::paint
