#pragma once

#include "core/progress.hpp"
#include "io/value_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fabula::io {

/// A quick walk through JSON that is as it should be, several times faster than a parser that looks at each byte by
/// itself. At the first thing that is wrong, or that few files have, it gives up without a word: the text then goes to
/// nlohmann's parser, which says what is wrong with it. What it takes is taken there too, and means the same (a test
/// holds the two together).
///
/// Strings come as they lie in the text, or unescaped in a buffer that lasts until the next one.
class JsonScan
{
public:
    enum class End {
        whole,
        stopped,   ///< the handler said so
        cancelled, ///< the progress said so
        unsure,    ///< the parser must be asked
    };

    /// `progress` may be null; it is told how many bytes are done, and asked, at times.
    JsonScan(std::string_view text, core::Progress* progress);

    /// The handler has openObject(offset), key(word, offset), closeObject(), openList(offset), closeList() and
    /// scalar(Token), each of which returns whether to go on.
    template <class Handler>
    End run(Handler& handler)
    {
        if (!value(handler))
            return end_;
        while (!open_.empty()) {
            if (at_ >= watchAt_ && !watched())
                return End::cancelled;
            if (!step(handler))
                return end_;
        }
        skipSpace();
        return at_ == stop_ && watched() ? End::whole : cancelled_ ? End::cancelled : End::unsure;
    }

private:
    static constexpr char kObject = '}';
    static constexpr char kList = ']';

    // What comes next within the innermost object or list: its end, or one more of what it holds. No recursion, for a
    // text may open any number of brackets.
    template <class Handler>
    bool step(Handler& handler)
    {
        skipSpace();
        const char closing = open_.back();
        const char next = peek();
        if (next == closing) {
            ++at_;
            open_.pop_back();
            justOpened_ = false;
            return toldTo(closing == kObject ? handler.closeObject() : handler.closeList());
        }
        if (!justOpened_) {
            if (next != ',')
                return false;
            ++at_;
        }
        justOpened_ = false;
        return closing == kObject ? member(handler) : value(handler);
    }

    template <class Handler>
    bool member(Handler& handler)
    {
        skipSpace();
        const std::size_t offset = here();
        std::string_view key;
        if (peek() != '"' || !readString(key))
            return false;
        if (!toldTo(handler.key(key, offset)))
            return false;
        skipSpace();
        if (peek() != ':')
            return false;
        ++at_;
        return value(handler);
    }

    template <class Handler>
    bool value(Handler& handler)
    {
        skipSpace();
        Token token;
        token.offset = here();
        const char first = peek();
        if (first != '{' && first != '[')
            return readScalar(token) && toldTo(handler.scalar(token));
        ++at_;
        open_ += first == '{' ? kObject : kList;
        justOpened_ = true;
        return toldTo(first == '{' ? handler.openObject(token.offset) : handler.openList(token.offset));
    }

    bool toldTo(bool goOn)
    {
        if (!goOn)
            end_ = End::stopped;
        return goOn;
    }

    std::size_t here() const { return static_cast<std::size_t>(at_ - text_.data()); }
    /// The end reads as NUL, which JSON has nowhere.
    char peek() const { return at_ != stop_ ? *at_ : '\0'; }
    void skipSpace()
    {
        while (at_ != stop_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t'))
            ++at_;
    }
    bool watched();
    bool readScalar(Token& token);
    bool readString(std::string_view& string);
    bool readEscaped(const char* start, std::string_view& string);
    bool readEscape();
    bool readUnit(std::uint32_t& unit);
    bool readNumber(Token& token);
    bool readFraction(const char* start, Token& token);
    bool readWord(std::string_view word);
    const char* plainEnd(const char* at) const;

    std::string_view text_;
    const char* at_;
    const char* stop_;
    const char* watchAt_; ///< where to look at the progress next
    core::Progress* progress_;
    std::string open_;   ///< what closes the objects and lists that are open
    std::string buffer_; ///< of the last string with escapes
    End end_ = End::unsure;
    bool justOpened_ = false;
    bool cancelled_ = false;
};

} // namespace fabula::io
