#include "io/foreign_date.hpp"

#include "io/foreign_text.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace fabula::io {
namespace {

using Date = std::optional<time::Edtf>;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::size_t kLongest = 200; // no date is longer, sets of them aside

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Date edtf(std::string_view text)
{
    core::Result<time::Edtf> parsed = time::parseEdtf(text);
    return parsed && parsed->known() ? Date(*parsed) : std::nullopt;
}

Date day(std::string_view year, int month, int dayOfMonth)
{
    if (!isDigits(year) || year.size() != 4)
        return std::nullopt;
    return edtf(fmt::format("{}-{:02}-{:02}", year, month, dayOfMonth));
}

// The parts between any of `marks`, which all must be there as parts.
std::vector<std::string_view> parts(std::string_view text, std::string_view marks)
{
    std::vector<std::string_view> found;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(marks, start), text.size());
        if (end > start)
            found.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return found;
}

// ISO 8601 with what EDTF does not have: fractions of a second, a space for the T, +0100, and no hyphens at all.
Date isoDate(std::string_view text)
{
    if (text.size() == 8 && isDigits(text))
        return day(text.substr(0, 4), number(text.substr(4, 2)), number(text.substr(6, 2)));
    if (text.size() < 16 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' '))
        return std::nullopt;
    std::string moment(text);
    moment[10] = 'T';
    if (const std::size_t dot = moment.find_first_of(".,", 19); dot == 19) {
        const std::size_t end = std::min(moment.find_first_not_of("0123456789", dot + 1), moment.size());
        moment.erase(dot, end - dot);
    }
    const std::size_t zone = moment.find_first_of("+-Z ", 16);
    if (zone != std::string::npos && moment.size() == zone + 5 && isDigits(std::string_view(moment).substr(zone + 1)))
        moment.insert(zone + 3, ":");
    if (moment.size() == 16)
        moment += ":00";
    else if (zone == 16)
        moment.insert(16, ":00");
    return edtf(moment);
}

// 14.8.2025, 2025/8/14, 8/14/2025.
Date dateInNumbers(std::string_view text)
{
    const std::size_t mark = text.find_first_of("./");
    if (mark == std::string_view::npos)
        return std::nullopt;
    const char kind = text[mark];
    const std::vector<std::string_view> three = parts(text, text.substr(mark, 1));
    if (three.size() != 3 || !isDigits(three[0]) || !isDigits(three[1]) || !isDigits(three[2]) || three[1].size() > 2)
        return std::nullopt;
    const int first = number(three[0]);
    const int second = number(three[1]);
    if (three[0].size() == 4 && three[2].size() <= 2)
        return day(three[0], second, number(three[2]));
    if (three[0].size() > 2)
        return std::nullopt;
    if (kind == '.')
        return day(three[2], second, first);
    // Slashes stand between day and month in some countries and between month and day in others.
    if (first > 12 || first == second)
        return day(three[2], second, first);
    return second > 12 ? day(three[2], first, second) : std::nullopt;
}

int monthNamed(std::string_view word)
{
    const std::string lower = lowered(word);
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (lower.size() >= 3 && kMonths[i].starts_with(lower))
            return static_cast<int>(i) + 1;
    }
    return lower == "sept" ? 9 : 0;
}

// 14 August 2025, Aug 14, 2025, August 2025.
Date dateInWords(std::string_view text)
{
    const std::vector<std::string_view> words = parts(text, " ,.\t");
    if (words.size() < 2 || words.size() > 3)
        return std::nullopt;
    const std::string_view year = words.back();
    if (!isDigits(year) || year.size() != 4)
        return std::nullopt;
    if (words.size() == 2) {
        const int month = monthNamed(words[0]);
        return month > 0 ? edtf(fmt::format("{}-{:02}", year, month)) : std::nullopt;
    }
    const bool dayFirst = isDigits(words[0]);
    const std::string_view dayOfMonth = words[dayFirst ? 0 : 1];
    const int month = monthNamed(words[dayFirst ? 1 : 0]);
    if (month == 0 || !isDigits(dayOfMonth) || dayOfMonth.size() > 2)
        return std::nullopt;
    return day(year, month, number(dayOfMonth));
}

// Numbers as tables hold them: 1985, 1985.0, and 800 where the column is one of years.
Date yearAsNumber(std::string_view text, bool yearsOnly)
{
    if (const std::size_t dot = text.find('.');
        dot != std::string_view::npos && text.find_first_not_of('0', dot + 1) == std::string_view::npos)
        text = text.substr(0, dot);
    if (!isDigits(text) || text.size() > 4 || (text.size() < 4 && !yearsOnly))
        return std::nullopt;
    return edtf(fmt::format("{:04}", number(text)));
}

} // namespace

std::optional<time::Edtf> readForeignDate(std::string_view text, bool yearsOnly)
{
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    if (Date date = edtf(text))
        return date;
    if (text.size() > kLongest)
        return std::nullopt;
    if (Date date = isoDate(text))
        return date;
    if (Date date = yearAsNumber(text, yearsOnly))
        return date;
    if (Date date = dateInNumbers(text))
        return date;
    return dateInWords(text);
}

} // namespace fabula::io
