#include "io/dot_words.hpp"

#include <algorithm>

namespace fabula::io {
namespace {

bool isBare(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

DotWord DotWords::next()
{
    skipSpaceAndComments();
    DotWord word;
    word.offset = std::min(at_, text_.size());
    if (at_ >= text_.size())
        return word;
    const char c = text_[at_];
    const char following = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    word.kind = DotWord::Kind::word;
    if (c == '"') {
        word.text = quoted();
        word.quoted = true;
    } else if (c == '<') {
        word.kind = DotWord::Kind::html;
        word.text = html();
    } else if (c == '-' && (following == '>' || following == '-')) {
        word.kind = DotWord::Kind::edge;
        at_ += 2;
    } else if (isBare(c) || (c == '-' && isBare(following))) {
        word.text = bare();
    } else {
        word.kind = DotWord::Kind::mark;
        word.text = c;
        ++at_;
    }
    return word;
}

void DotWords::skipSpaceAndComments()
{
    constexpr std::string_view kSpaces = " \t\r\n\f\v";
    while (at_ < text_.size()) {
        const std::string_view rest = text_.substr(at_, 2);
        const bool lineStarts = at_ == 0 || text_[at_ - 1] == '\n';
        if (rest == "/*")
            skipTo("*/");
        else if (rest == "//" || (lineStarts && rest.front() == '#'))
            skipTo("\n");
        else if (kSpaces.find(rest.front()) != std::string_view::npos)
            ++at_;
        else
            return;
    }
}

void DotWords::skipTo(std::string_view end)
{
    // Past the two signs that open a comment: those of "/*/" don't end it.
    const std::size_t found = text_.find(end, at_ + end.size());
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
}

std::string DotWords::quoted()
{
    std::string word;
    while (true) {
        ++at_; // the opening quote
        while (at_ < text_.size() && text_[at_] != '"') {
            const bool escape = text_[at_] == '\\' && at_ + 1 < text_.size();
            const char following = escape ? text_[at_ + 1] : ' ';
            // Only \" and a line broken by \ are undone here; \\ stays as it is, which keeps its second half from
            // hiding a quote.
            if (escape && following == '\\')
                word += text_.substr(at_, 2);
            else if (escape && following == '"')
                word += '"';
            else if (!escape || following != '\n')
                word += text_[at_];
            at_ += escape && (following == '"' || following == '\\' || following == '\n') ? 2 : 1;
        }
        ++at_;
        const std::size_t closed = at_;
        skipSpaceAndComments();
        if (at_ >= text_.size() || text_[at_] != '+') {
            at_ = closed;
            return word;
        }
        ++at_;
        skipSpaceAndComments();
        if (at_ >= text_.size() || text_[at_] != '"') {
            at_ = closed;
            return word;
        }
    }
}

std::string DotWords::html()
{
    const std::size_t start = ++at_;
    for (std::size_t depth = 1; at_ < text_.size(); ++at_) {
        if (text_[at_] == '<')
            ++depth;
        else if (text_[at_] == '>' && --depth == 0)
            break;
    }
    const std::size_t end = std::min(at_, text_.size());
    ++at_;
    return std::string(text_.substr(std::min(start, end), end - std::min(start, end)));
}

std::string DotWords::bare()
{
    const std::size_t start = at_++;
    while (at_ < text_.size() && isBare(text_[at_]))
        ++at_;
    return std::string(text_.substr(start, at_ - start));
}

} // namespace fabula::io
