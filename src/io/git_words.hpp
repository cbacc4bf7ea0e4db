#pragma once

#include "time/edtf.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// The date of a commit: the exact second, in the author's own time where EDTF can write that zone, else in UTC; of
/// years past 9999 the year alone, since EDTF has no more of those. Nothing if git could not read it, or for years past
/// 10^9. The arguments are as in GitCommit.
std::optional<time::Edtf> gitDate(std::string_view seconds, std::string_view rawDate);

/// The names of the tags among the decorations of a commit, as git writes them with `--decorate=full`.
std::vector<std::string_view> gitTags(std::string_view decorations);

/// The text without e-mail addresses, which are personal data: `<a@example.org>` goes whole, "…" stands for one that
/// stands alone. What only looks like one (an icon@2x.png) goes as well. Linear.
std::string withoutMailAddresses(std::string_view text);

/// The name under which an author is told of; of one that is an e-mail address the part before its "@".
std::string nameWithoutMailAddress(std::string_view name);

/// The address of the web at which a remote repository stands, without user, password, query and fragment, which may
/// let strangers in; empty for any other kind of address.
std::string publicAddress(std::string_view remote);

} // namespace fabula::io
