#pragma once

#include "core/result.hpp"
#include "time/instant.hpp"

#include <string>
#include <string_view>

namespace fabula::time {

/// How finely a date was given; an interval or a set takes its own value.
enum class Precision {
    second,
    minute,
    hour,
    day,
    month,
    season,
    quarter,
    third,
    half,
    year,
    decade,
    century,
    millennium,
    interval,
    set,
    unknown,
};

/// A date in EDTF (Extended Date/Time Format, ISO 8601-2:2019): levels 0 and 1 whole, of level 2 seasons 25–41, sets,
/// per-component qualifiers, unspecified digits anywhere, significant digits and exponential years; years from -10^9 to
/// 10^9. A plain value that prints back exactly as it was written.
/// Years are astronomical, as in ISO 8601: 0000 is 1 BC, -0043 is 44 BC. Seasons 21–28 are the northern ones (spring is
/// March – May, winter December – February of the next year), 29–32 the southern, 33–36 quarters, 37–39 thirds, 40–41
/// halves. A time of day without a zone is UTC.
/// A default-made one is the unknown date: its text is empty and its span open at both ends.
class Edtf
{
public:
    /// The text that was parsed, to the letter.
    const std::string& text() const { return text_; }
    /// From the earliest instant it may mean to (excluding) the latest; an open or unknown end is open. A day is from
    /// 00:00 UTC to 00:00 of the next. "~" does not widen it, since nobody wrote by how much: show `approximate()`.
    Span span() const { return span_; }
    Precision precision() const { return precision_; }
    /// False for the default and for "XXXX", whose year nobody knows.
    bool known() const { return precision_ != Precision::unknown; }
    /// "~" or "%" anywhere in it: about that time.
    bool approximate() const { return approximate_; }
    /// "?" or "%" anywhere in it: the source itself is unsure.
    bool uncertain() const { return uncertain_; }
    /// Whether "~", "?" or "%" stands at what gives the earliest, and the latest instant: of an interval they tell its
    /// ends apart, else both are alike.
    bool softBegin() const { return softBegin_; }
    bool softEnd() const { return softEnd_; }

    friend bool operator==(const Edtf& a, const Edtf& b) { return a.text_ == b.text_; }

private:
    friend core::Result<Edtf> parseEdtf(std::string_view text);

    std::string text_;
    Span span_;
    Precision precision_ = Precision::unknown;
    bool approximate_ = false;
    bool uncertain_ = false;
    bool softBegin_ = false;
    bool softEnd_ = false;
};

/// Reads one EDTF text. An error has code "edtf", the column (from 1, in bytes) in `where.column`, and a sentence that
/// says what was expected there. Cost linear in the text.
core::Result<Edtf> parseEdtf(std::string_view text);

/// The day, month or year (`precision`) in which the instant lies, in UTC; of years beyond four digits only the year.
Edtf dateAround(Instant instant, Precision precision = Precision::day);

/// Orders by earliest, then latest instant, then text: a total order, for sorting.
bool earlier(const Edtf& a, const Edtf& b);

} // namespace fabula::time
