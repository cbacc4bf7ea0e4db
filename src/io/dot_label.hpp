#pragma once

#include <string>
#include <string_view>

namespace fabula::io {

/// What the escapes of a label stand for.
struct DotNames
{
    std::string_view node;  ///< \N
    std::string_view graph; ///< \G
    std::string_view from;  ///< \T
    std::string_view to;    ///< \H
};

/// The plain text of a string of DOT (its "escString"): \n, \l and \r are line breaks, \\ is a backslash, names are put
/// in, and XML's entities are resolved. Linear.
std::string dotPlainText(std::string_view escaped, const DotNames& names);

/// The plain text of a record's label, "{<port> a | b}": its fields one a line.
std::string dotRecordText(std::string_view label, const DotNames& names);

/// The plain text of an HTML-like label, its lines, cells and rules as line breaks; if it is no XML, without its tags.
std::string dotHtmlText(std::string_view html);

/// The string of DOT that has this plain text, in its quotes: what dotPlainText undoes, and Graphviz in a label.
std::string dotQuoted(std::string_view text);

} // namespace fabula::io
