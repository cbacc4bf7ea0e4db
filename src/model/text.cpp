#include "model/text.hpp"

#include "core/language_tag.hpp"

namespace fabula::model {
namespace {

using core::isWithin;
using core::parentTag;
using core::sameTag;

// The entry that serves a reader of `language`: the same tag, else its nearest parent, else a regional variant of it.
std::optional<Text::Entry> serving(const Text& text, std::string_view language)
{
    for (std::string_view tag = language; !tag.empty(); tag = parentTag(tag)) {
        for (const Text::Entry& entry : text) {
            if (sameTag(entry.language, tag))
                return entry;
        }
    }
    for (const Text::Entry& entry : text) {
        if (isWithin(entry.language, language))
            return entry;
    }
    return std::nullopt;
}

constexpr unsigned kSevenBits = 0x7F;
constexpr unsigned kMore = 0x80;

void appendSize(std::string& bytes, std::size_t size)
{
    for (; size > kSevenBits; size >>= 7)
        bytes += static_cast<char>(size | kMore);
    bytes += static_cast<char>(size);
}

// Takes the size that `bytes` begins with off it.
std::size_t takeSize(std::string_view& bytes)
{
    std::size_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        size |= static_cast<std::size_t>(byte & kSevenBits) << shift;
        if ((byte & kMore) == 0)
            return size;
    }
}

} // namespace

void Text::Iterator::read()
{
    if (rest_.empty())
        return;
    std::string_view bytes = rest_;
    const std::size_t tag = takeSize(bytes);
    const std::size_t words = takeSize(bytes);
    entry_ = {bytes.substr(0, tag), bytes.substr(tag, words)};
    size_ = rest_.size() - bytes.size() + tag + words;
}

Text::Text(std::initializer_list<Entry> entries) : Text(std::vector<Entry>(entries))
{
}

Text::Text(const std::vector<Entry>& entries)
{
    if (entries.empty())
        return;
    TextPacker packer;
    packer.begin(false);
    for (const Entry& entry : entries)
        packer.add(entry.language, entry.text);
    *this = packer.take();
}

Text Text::plainIn(std::string_view language, std::string_view text)
{
    TextPacker packer;
    packer.begin(true);
    packer.add(language, text);
    return packer.take();
}

std::optional<std::string_view> Text::in(std::string_view language) const
{
    for (const Entry& entry : *this) {
        if (sameTag(entry.language, language))
            return entry.text;
    }
    return std::nullopt;
}

void Text::add(std::string_view language, std::string_view text)
{
    TextPacker packer;
    packer.begin(plain());
    for (const Entry& entry : *this)
        packer.add(entry.language, entry.text);
    packer.add(language, text);
    *this = packer.take();
}

void Text::replace(std::size_t index, std::string_view text)
{
    TextPacker packer;
    packer.begin(plain());
    std::size_t at = 0;
    for (const Entry& entry : *this)
        packer.add(entry.language, at++ == index ? text : entry.text);
    *this = packer.take();
}

void Text::setPlain(bool plain)
{
    if (empty())
        return;
    std::string bytes = packed_.string();
    bytes.front() = plain ? kPlain : kTold;
    packed_ = bytes;
}

void TextPacker::add(std::string_view language, std::string_view text)
{
    appendSize(bytes_, language.size());
    appendSize(bytes_, text.size());
    bytes_.append(language).append(text);
}

Text TextPacker::take(core::TextArena& arena) const
{
    Text text;
    if (bytes_.size() > 1)
        text.packed_ = core::CompactText(bytes_, arena);
    return text;
}

Text TextPacker::take() const
{
    Text text;
    if (bytes_.size() > 1)
        text.packed_ = core::CompactText(bytes_);
    return text;
}

TextChoice choose(const Text& text, std::string_view language, const std::vector<std::string>& order)
{
    if (const std::optional<Text::Entry> entry = serving(text, language))
        return {entry->text, entry->language, false};
    for (const std::string& next : order) {
        if (const std::optional<Text::Entry> entry = serving(text, next))
            return {entry->text, entry->language, true};
    }
    if (text.empty())
        return {};
    return {text.front().text, text.front().language, true};
}

} // namespace fabula::model
