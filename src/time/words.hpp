#pragma once

#include "time/edtf.hpp"

#include <string>
#include <string_view>

namespace fabula::time {

/// How long the words for a date may be: "20 Jan 2025" on cards, "20 January 2025" in text.
enum class WordLength { compact, full };

/// The words for a date in a language (BCP 47 tag; "en" and "de" are worded by us, any other takes English words with
/// that language's month names): "spring 2025" / "Frühjahr 2025", "about August 2025", "before 14 August 2025",
/// "2020s", "15 March 44 BC", "January – March 2025". Starts in lower case where the language would. Never empty: the
/// unknown date is "date unknown" / "Datum unbekannt".
std::string words(const Edtf& date, std::string_view language, WordLength length = WordLength::full);

/// The words for the date of what happened at one moment: of an interval with two ends, that it lies somewhere inside
/// ("some time between February and 14 August 2025"), since "February – 14 August 2025" would say that it lasted. As
/// `words` for any other date.
std::string wordsOfMoment(const Edtf& date, std::string_view language, WordLength length = WordLength::full);

/// The words for a span that was derived rather than written: "between 20 January and 14 August 2025", "before …",
/// "after …", to the day (years where it is longer than ten years).
std::string words(Span span, std::string_view language, WordLength length = WordLength::full);

/// How long a span is, in the largest unit of which it has at least two: "14 months", "3 Tage"; rounded. The span is
/// closed at both ends.
std::string lengthWords(Span span, std::string_view language);

} // namespace fabula::time
