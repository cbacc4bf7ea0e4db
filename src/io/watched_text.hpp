#pragma once

#include "core/progress.hpp"

#include <cstddef>
#include <iterator>
#include <string_view>

namespace fabula::io {

/// A text that is read byte by byte by a parser, while we see how far it has come and can stop it. What is asked at
/// every byte is one comparison; progress and cancelling are looked at once in 64 KiB.
class WatchedText
{
public:
    WatchedText(std::string_view text, core::Progress* progress);

    /// How many bytes were taken.
    std::size_t offset() const { return static_cast<std::size_t>(at_ - text_.data()); }
    bool cancelled() const { return cancelled_; }

    char front() const { return *at_; }
    void next() { ++at_; }
    /// Nothing is left, or the reading was cancelled.
    bool finished() { return at_ == stop_ && atStop(); }

private:
    bool atStop();

    std::string_view text_;
    const char* at_;
    const char* stop_; ///< where to look at the progress next
    core::Progress* progress_;
    bool cancelled_ = false;
};

/// The input iterator over a WatchedText; one without a text is the end of every text.
class WatchedIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    WatchedIterator() = default;
    explicit WatchedIterator(WatchedText& text) : text_(&text) {}

    char operator*() const { return text_->front(); }
    WatchedIterator& operator++()
    {
        text_->next();
        return *this;
    }
    void operator++(int) { text_->next(); }
    friend bool operator==(const WatchedIterator& a, const WatchedIterator& b)
    {
        return a.text_ == b.text_ || (a.text_ != nullptr ? a : b).text_->finished();
    }

private:
    WatchedText* text_ = nullptr;
};

} // namespace fabula::io
