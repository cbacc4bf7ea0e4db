#include "time/words.hpp"

#include "core/phrases.hpp"
#include "time/date_phrases.hpp"

#include <cmath>

namespace fabula::time {
namespace {

using Kind = EdtfEnd::Kind;

std::string wordsOfRange(const CalendarPhrases& calendar, const EdtfDate& from, const EdtfDate& to)
{
    std::string first = qualifiedWords(calendar, from);
    const std::string last = qualifiedWords(calendar, to);
    if (first == last)
        return first;
    return collapsedRange(calendar, from, to).value_or(first + " – " + last);
}

std::string wordsOf(const CalendarPhrases& calendar, const EdtfInterval& interval)
{
    const auto& [from, to] = interval;
    const Phrasebook& book = calendar.book();
    if (from.kind == Kind::date && to.kind == Kind::date)
        return wordsOfRange(calendar, from.date, to.date);
    if (from.kind == Kind::open && to.kind == Kind::date)
        return preposed(calendar, book.before, to.date);
    if (from.kind == Kind::date && to.kind == Kind::open)
        return preposed(calendar, book.fromOn, from.date);
    if (from.kind == Kind::open && to.kind == Kind::open)
        return std::string(book.anyTime);
    const auto side = [&](const EdtfEnd& end, std::string_view unknown, std::string_view open) {
        if (end.kind == Kind::date)
            return qualifiedWords(calendar, end.date);
        return std::string(end.kind == Kind::open ? open : unknown);
    };
    return side(from, book.unknownBeginning, book.openBeginning) + " – " + side(to, book.unknownEnd, book.openEnd);
}

std::string wordsOf(const CalendarPhrases& calendar, const EdtfSet::Member& member, bool all)
{
    const auto& [from, to] = member.range;
    const Phrasebook& book = calendar.book();
    if (member.single)
        return qualifiedWords(calendar, from.date);
    if (from.kind == Kind::open)
        return filled(all ? book.andEarlier : book.orEarlier, qualifiedWords(calendar, to.date));
    if (to.kind == Kind::open)
        return filled(all ? book.andLater : book.orLater, qualifiedWords(calendar, from.date));
    return wordsOfRange(calendar, from.date, to.date);
}

std::string wordsOf(const CalendarPhrases& calendar, const EdtfSet& set)
{
    const Phrasebook& book = calendar.book();
    std::string list;
    for (std::size_t i = 0; i + 1 < set.members.size(); ++i)
        list += (i > 0 ? ", " : "") + wordsOf(calendar, set.members[i], set.all);
    std::string last = wordsOf(calendar, set.members.back(), set.all);
    if (list.empty())
        return last;
    return filled(set.all ? book.allOf : book.oneOf, filled(set.all ? book.lastAnd : book.lastOr, list, last));
}

std::string wordsOf(const CalendarPhrases& calendar, const EdtfTree& tree)
{
    if (const auto* date = std::get_if<EdtfDate>(&tree))
        return qualifiedWords(calendar, *date);
    if (const auto* interval = std::get_if<EdtfInterval>(&tree))
        return wordsOf(calendar, *interval);
    return wordsOf(calendar, std::get<EdtfSet>(tree));
}

/// "20 Jan" of "20 Jan 2025" before "about May 2025": a year at the end of both is said once.
std::string withoutYearOf(const std::string& from, const std::string& to)
{
    const std::size_t space = from.rfind(' ');
    if (space == std::string::npos || to.rfind(' ') == std::string::npos)
        return from;
    const std::string year = from.substr(space);
    const bool digits = year.size() > 1 && year.find_first_not_of("0123456789", 1) == std::string::npos;
    return digits && year == to.substr(to.rfind(' ')) ? from.substr(0, space) : from;
}

} // namespace

std::string words(const Edtf& date, std::string_view language, WordLength length)
{
    const CalendarPhrases calendar(language, length);
    const core::Result<EdtfTree> tree = parseEdtfTree(date.text());
    return tree ? wordsOf(calendar, *tree) : std::string(calendar.book().unknownDate);
}

std::string wordsOfMoment(const Edtf& date, std::string_view language, WordLength length)
{
    const CalendarPhrases calendar(language, length);
    const core::Result<EdtfTree> tree = parseEdtfTree(date.text());
    const auto* interval = tree ? std::get_if<EdtfInterval>(&*tree) : nullptr;
    if (interval == nullptr || interval->from.kind != Kind::date || interval->to.kind != Kind::date)
        return words(date, language, length);
    const Phrasebook& book = calendar.book();
    const std::string_view pattern = length == WordLength::full ? book.someTimeBetween : book.between;
    const bool days = interval->from.date.day && interval->to.date.day;
    if (days && collapsedRange(calendar, interval->from.date, interval->to.date))
        return betweenWords(calendar, {interval->from.date.span.begin, interval->to.date.span.end}, pattern);
    const std::string from = preposed(calendar, "{0}", interval->from.date);
    const std::string to = preposed(calendar, "{0}", interval->to.date);
    if (from == to)
        return words(date, language, length);
    const bool months = interval->from.date.month && interval->from.date.month->whole() && interval->to.date.month;
    return filled(pattern, months ? withoutYearOf(from, to) : from, to);
}

std::string words(Span span, std::string_view language, WordLength length)
{
    return spanWords(CalendarPhrases(language, length), span);
}

std::string lengthWords(Span span, std::string_view language)
{
    constexpr double kHour = 3600;
    constexpr double kDay = 24 * kHour;
    constexpr double kYear = 365.2425 * kDay;
    const double seconds = static_cast<double>(span.end.seconds) - static_cast<double>(span.begin.seconds);
    const auto count = [&](std::string_view key, double unit) {
        return core::countPhrase(key, static_cast<std::size_t>(std::llround(seconds / unit)), language);
    };
    if (seconds >= 2 * kYear)
        return count("length.years", kYear);
    if (seconds >= kYear / 6)
        return count("length.months", kYear / 12);
    if (seconds >= 2 * kDay)
        return count("length.days", kDay);
    return count("length.hours", kHour);
}

} // namespace fabula::time
