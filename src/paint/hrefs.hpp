#pragma once

#include <string>
#include <string_view>

namespace fabula::paint {

/// Whether an address may become a link: http or https, with a host, printable ASCII without blanks, at most 2,000
/// bytes. What a story file says may otherwise run scripts or open files on a reader's machine.
bool isWebAddress(std::string_view address);

/// The attributes of Cairo's link tag for a web address, escaped.
std::string pdfLinkAttributes(std::string_view address);

/// Text fit for an XML element or a quoted attribute: the five special characters escaped, characters that XML 1.0
/// forbids left out.
std::string xmlEscaped(std::string_view utf8);

} // namespace fabula::paint
