#pragma once

#include <string>
#include <string_view>

namespace fabula::paint {

/// The attributes of Cairo's link tag for a web address, escaped.
std::string pdfLinkAttributes(std::string_view address);

/// Text fit for an XML element or a quoted attribute: the five special characters escaped, characters that XML 1.0
/// forbids left out.
std::string xmlEscaped(std::string_view utf8);

} // namespace fabula::paint
