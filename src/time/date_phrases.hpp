#pragma once

#include "time/calendar_phrases.hpp"
#include "time/edtf_tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fabula::time {

/// Words for one date without its qualifiers; `rounded` where "about" belongs to it all the same.
Phrase datePhrase(const CalendarPhrases& calendar, const EdtfDate& date);

/// The same with its qualifiers: "about August 2025", "11 June 2004 (year approximate)".
std::string qualifiedWords(const CalendarPhrases& calendar, const EdtfDate& date);

/// `pattern` ("before {0}") around the date, with its qualifiers where the language puts them.
std::string preposed(const CalendarPhrases& calendar, std::string_view pattern, const EdtfDate& date);

/// "10–11 August 2025", "January – March 2025": two dates that share their year, month or era and say it once. Nothing
/// where they can't.
std::optional<std::string> collapsedRange(const CalendarPhrases& calendar, const EdtfDate& from, const EdtfDate& to);

/// As `words(Span, …)`.
std::string spanWords(const CalendarPhrases& calendar, Span span);
/// "between 25 and 27 June 2025" for whole days, in a pattern that takes a first and a last day.
std::string betweenWords(const CalendarPhrases& calendar, Span days, std::string_view pattern);

} // namespace fabula::time
