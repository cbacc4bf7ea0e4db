#pragma once

#include "time/edtf.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fabula::time {

/// What an EDTF text says, part by part: what the parser makes, and what spans and words are made of. Not kept in
/// `Edtf`; a text is short enough to be read again when it must be worded.

/// "?" (uncertain), "~" (approximate), "%" (both).
struct Qualifier
{
    bool uncertain = false;
    bool approximate = false;

    bool any() const { return uncertain || approximate; }
    friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

/// Two or four digits, some of which may be "X" for unspecified.
struct DigitPattern
{
    std::array<char, 4> digits{};
    int size = 0;

    bool whole() const { return firstUnspecified() == size; }
    bool blank() const;
    /// Index of the first "X", `size` if there is none.
    int firstUnspecified() const;
    /// With 0, and with 9, for each "X".
    int lowest() const;
    int highest() const;
    bool matches(std::int64_t value) const;
};

/// Years are astronomical: 0 is 1 BC, -43 is 44 BC.
struct EdtfYear
{
    std::int64_t written = 0;  ///< as written; with 0 for each "X"
    std::int64_t earliest = 0; ///< what it may mean, both included
    std::int64_t latest = 0;
    DigitPattern digits;       ///< size 0 for the forms with "Y"
    int significantDigits = 0; ///< after "S", 0 where there is none
    bool exponential = false;

    bool exact() const { return earliest == latest; }
};

/// The time of day as written, and how far its zone is ahead of UTC. `minute` and `second` are -1 where not given.
struct EdtfClock
{
    int hour = 0;
    int minute = -1;
    int second = -1;
    int aheadMinutes = 0;
};

/// One date, without intervals and sets.
struct EdtfDate
{
    EdtfYear year;
    std::optional<DigitPattern> month; ///< 01–12
    int season = 0;                    ///< 21–41, 0 where there is none; then no month
    std::optional<DigitPattern> day;
    std::optional<EdtfClock> clock;
    Qualifier yearQualifier;
    Qualifier monthQualifier; ///< of the season too
    Qualifier dayQualifier;
    Span span;
    Precision precision = Precision::unknown;

    Qualifier anyQualifier() const;
};

/// One end of an interval: a date, ".." (open) or nothing (unknown).
struct EdtfEnd
{
    enum class Kind { date, open, unknown };
    Kind kind = Kind::unknown;
    EdtfDate date; ///< for Kind::date
};

/// A whole interval, and a member of a set, where a lone date has both ends equal.
struct EdtfInterval
{
    EdtfEnd from;
    EdtfEnd to;
};

struct EdtfSet
{
    bool all = false; ///< "{}": every member; "[]": one of them
    struct Member
    {
        EdtfInterval range;
        bool single = true;
    };
    std::vector<Member> members;
};

using EdtfTree = std::variant<EdtfDate, EdtfInterval, EdtfSet>;

/// Reads one text; errors as `parseEdtf`. Linear in the text.
core::Result<EdtfTree> parseEdtfTree(std::string_view text);

/// Whether year, month and day of `date` can be a day of the calendar; sets `span` and `precision` from its parts.
bool settleBounds(EdtfDate& date);

/// From the earliest begin to the latest end; open or unknown ends are open.
Span spanOf(const EdtfInterval& interval);
Span spanOf(const EdtfTree& tree);

} // namespace fabula::time
