#pragma once

#include <string>
#include <string_view>

namespace fabula::core {

/// Whether an address may be opened or become a link: http or https in any case, with a host, printable ASCII without
/// blanks (RFC 3986; other letters are written as %XX), at most 2,000 bytes. What a story file says may otherwise run
/// scripts or open files on a reader's machine. The one test for all places, so that what is checked, shown, pressed
/// and printed agree.
bool isWebAddress(std::string_view address);

/// The same address with its scheme in small letters, as programs that look at it expect. Only for web addresses.
std::string withSmallScheme(std::string_view address);

/// The address as an URI reference: what RFC 3986 forbids in one is written as %XX, so that no format in which it is
/// written takes a part of it for its own signs.
std::string asUri(std::string_view address);

/// The host of a web address without user, "www." and what follows; empty for any other.
std::string webHost(std::string_view address);

} // namespace fabula::core
