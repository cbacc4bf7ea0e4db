#pragma once

#include "core/compact_text.hpp"
#include "core/text_arena.hpp"

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::model {

/// One text in one or several languages, in the order of the file. A plain string of the file stands in the story's
/// first language. Empty where the story says nothing. Like core::CompactText, which it is underneath, it takes 8 bytes
/// and is replaced rather than changed: all its entries lie one behind the other.
class Text
{
public:
    /// Valid as long as the text.
    struct Entry
    {
        std::string_view language; ///< BCP 47 tag
        std::string_view text;     ///< UTF-8, at most 64 KiB
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    /// Walks over the entries, each of which is read where it lies.
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Entry;
        using difference_type = std::ptrdiff_t;
        using pointer = const Entry*;
        using reference = const Entry&;

        Iterator() = default;
        explicit Iterator(std::string_view rest) : rest_(rest) { read(); }
        const Entry& operator*() const { return entry_; }
        const Entry* operator->() const { return &entry_; }
        Iterator& operator++()
        {
            rest_.remove_prefix(size_);
            read();
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.rest_.size() == b.rest_.size(); }

    private:
        void read();

        std::string_view rest_; ///< from this entry on
        Entry entry_;
        std::size_t size_ = 0; ///< of this entry, in bytes of `rest_`
    };
    using const_iterator = Iterator;

    Text() = default;
    Text(std::initializer_list<Entry> entries);
    /// Of any range of entries; linear, where `add` is linear for each.
    explicit Text(const std::vector<Entry>& entries);
    /// As a plain string says it in the story's first language, which is `language`.
    static Text plainIn(std::string_view language, std::string_view text);

    bool empty() const { return packed_.empty(); }
    std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }
    Iterator begin() const { return Iterator(packedEntries()); }
    Iterator end() const { return {}; }
    /// There must be one.
    Entry front() const { return *begin(); }
    /// The text in exactly this language (without regard to case).
    std::optional<std::string_view> in(std::string_view language) const;

    /// Behind the others.
    void add(std::string_view language, std::string_view text);
    /// Puts other words into the entry at `index`.
    void replace(std::size_t index, std::string_view text);
    void clear() { packed_ = {}; }
    /// Written as a plain string rather than an object, so that it is saved as one. Never true of an empty text.
    bool plain() const { return !empty() && packed_.view().front() == kPlain; }
    void setPlain(bool plain);

    friend bool operator==(const Text&, const Text&) = default;

private:
    friend class TextPacker;
    static constexpr char kPlain = 'p';
    static constexpr char kTold = 't'; ///< one that is not plain

    std::string_view packedEntries() const { return empty() ? std::string_view() : packed_.view().substr(1); }

    /// Whether it is plain, then each entry: the lengths of its tag and its words, seven bits a byte and the lowest
    /// first, and these themselves.
    core::CompactText packed_;
};

/// Gathers the entries of one text after the other, as they are met in a file.
class TextPacker
{
public:
    void begin(bool plain) { bytes_.assign(1, plain ? Text::kPlain : Text::kTold); }
    void add(std::string_view language, std::string_view text);
    /// What was added since `begin`, borrowed from `arena`.
    Text take(core::TextArena& arena) const;
    Text take() const;

private:
    std::string bytes_;
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
