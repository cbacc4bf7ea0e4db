#include "io/import_ids.hpp"

#include "io/foreign_text.hpp"
#include "io/value_reader.hpp"

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

namespace fabula::io {
namespace {

constexpr std::size_t kLongest = 60;

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "Ångström" becomes "Angstrom", "Пекин" "Pekin"; the text itself where ICU lacks the rules.
std::string inLatinLetters(std::string_view text)
{
    // Made once, for it takes milliseconds.
    static const std::unique_ptr<const icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    if (rules == nullptr)
        return std::string(text);
    icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    rules->transliterate(letters);
    std::string latin;
    letters.toUTF8String(latin);
    return latin;
}

} // namespace

std::string nearestId(std::string_view name)
{
    constexpr std::size_t kEnough = 4 * kLongest; // bytes that can make as many letters
    const std::string_view start = name.substr(0, kEnough);
    std::string id;
    for (const char c : lowered(isAscii(start) ? std::string(start) : inLatinLetters(start))) {
        if (id.size() == kLongest)
            break;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += c;
        else if (c != '\'' && !id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id;
}

void IdMaker::keep(std::string_view name)
{
    if (name.size() <= ReadLimits().textBytes && isId(name))
        kept_.emplace(name);
}

std::string IdMaker::idFor(std::string_view name)
{
    if (const auto kept = kept_.find(std::string(name)); kept != kept_.end() && given_.insert(*kept).second)
        return *kept;
    std::string base = nearestId(name);
    if (base.empty())
        base = ifNothing_;
    const auto free = [&](const std::string& id) { return kept_.count(id) == 0 && given_.count(id) == 0; };
    std::string id = base;
    std::size_t& number = next_.try_emplace(base, 2).first->second;
    while (!free(id))
        id = base + '-' + std::to_string(number++);
    given_.insert(id);
    return id;
}

} // namespace fabula::io
