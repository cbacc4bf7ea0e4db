#pragma once

#include "time/edtf_tree.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::time {

/// A place in a text that remembers the first failure; reading goes on after one without further effect.
class EdtfCursor
{
public:
    explicit EdtfCursor(std::string_view text) : text_(text) {}

    std::size_t at() const { return at_; }
    bool atEnd() const { return at_ >= text_.size(); }
    /// NUL at the end.
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    void skip(std::size_t count = 1) { at_ += count; }
    bool take(char c);
    bool take(std::string_view word);

    bool failed() const { return failure_.has_value(); }
    void fail(core::Message expected) { failAt(at_, std::move(expected)); }
    /// Keeps the first failure only. `offset` counts from 0.
    void failAt(std::size_t offset, core::Message expected);
    /// Only after a failure.
    core::Error error() const { return *failure_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<core::Error> failure_;
};

/// Reads one date with its qualifiers and settles its bounds; fails through the cursor.
EdtfDate readEdtfDate(EdtfCursor& cursor);

/// What could still follow a date, for something else that stands there.
core::Message expectedAfter(const EdtfDate& date);

} // namespace fabula::time
