#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::model {

/// One text in one or several languages, in the order of the file. A plain string of the file stands in the story's
/// first language. Empty where the story says nothing.
struct Text
{
    struct Entry
    {
        std::string language; ///< BCP 47 tag
        std::string text;     ///< UTF-8, at most 64 KiB
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::vector<Entry> entries;
    /// Written as a plain string rather than an object, so that it is saved as one.
    bool plain = false;

    bool empty() const { return entries.empty(); }
    /// The text in exactly this language (without regard to case), or null.
    const std::string* in(std::string_view language) const;
    friend bool operator==(const Text&, const Text&) = default;
};

/// What is shown for a text: the words and the language they are in.
struct TextChoice
{
    std::string_view text;
    std::string_view language;
    /// The wanted language was missing and another one stands in; the screen says so.
    bool fallback = false;
};

/// The text in `language`, else in the first of `order` that it has, else in whatever it has; empty words if it is
/// empty. "de-AT" is served by "de". The views live as long as `text`.
TextChoice choose(const Text& text, std::string_view language, const std::vector<std::string>& order);

} // namespace fabula::model
