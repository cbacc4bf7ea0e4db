#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::io {

/// One word or mark of a DOT text.
struct DotWord
{
    enum class Kind { end, word, html, edge, mark };
    Kind kind = Kind::end;
    std::size_t offset = 0;
    std::string text; ///< of words and HTML without their quotes or brackets; of a mark the one character
    bool quoted = false;
};

/// The words of a DOT text one after the other (the grammar is that of Graphviz, graphviz.org/doc/info/lang.html):
/// comments are skipped, quoted strings joined by + are one word.
class DotWords
{
public:
    explicit DotWords(std::string_view text) : text_(text) {}
    DotWord next();

private:
    void skipSpaceAndComments();
    void skipTo(std::string_view end);
    std::string quoted();
    std::string html();
    std::string bare();

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace fabula::io
