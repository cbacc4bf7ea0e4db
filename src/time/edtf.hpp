#pragma once

#include "core/result.hpp"
#include "core/text_arena.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace fabula::time {

/// How finely a date was given; an interval or a set takes its own value.
enum class Precision : std::uint8_t {
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
///
/// It takes 8 bytes; what it says lies behind them, its own or borrowed from an arena. As with core::CompactText a
/// borrowed one costs nothing to copy and must not outlive the arena.
class Edtf
{
public:
    Edtf() = default;
    Edtf(const Edtf& other) : bits_(other.owned() ? other.cloned() : other.bits_) {}
    Edtf(Edtf&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
    Edtf& operator=(const Edtf& other);
    Edtf& operator=(Edtf&& other) noexcept
    {
        std::swap(bits_, other.bits_);
        return *this;
    }
    ~Edtf()
    {
        if (owned())
            free();
    }
    /// The same date, borrowed from `arena`.
    Edtf keptIn(core::TextArena& arena) const;

    /// The text that was parsed, to the letter; valid as long as this one.
    std::string_view text() const
    {
        if (bits_ == 0)
            return {};
        return {reinterpret_cast<const char*>(&said() + 1), said().textSize};
    }
    /// From the earliest instant it may mean to (excluding) the latest; an open or unknown end is open. A day is from
    /// 00:00 UTC to 00:00 of the next. "~" does not widen it, since nobody wrote by how much: show `approximate()`.
    Span span() const { return said().span; }
    Precision precision() const { return said().precision; }
    /// False for the default and for "XXXX", whose year nobody knows.
    bool known() const { return precision() != Precision::unknown; }
    /// "~" or "%" anywhere in it: about that time.
    bool approximate() const { return said().approximate; }
    /// "?" or "%" anywhere in it: the source itself is unsure.
    bool uncertain() const { return said().uncertain; }
    /// Whether "~", "?" or "%" stands at what gives the earliest, and the latest instant: of an interval they tell its
    /// ends apart, else both are alike.
    bool softBegin() const { return said().softBegin; }
    bool softEnd() const { return said().softEnd; }

    friend bool operator==(const Edtf& a, const Edtf& b) { return a.bits_ == b.bits_ || a.text() == b.text(); }

private:
    friend core::Result<Edtf> parseEdtf(std::string_view text);

    /// What a date says; its text follows.
    struct Said
    {
        Span span;
        std::uint32_t textSize = 0;
        Precision precision = Precision::unknown;
        bool approximate : 1 = false;
        bool uncertain : 1 = false;
        bool softBegin : 1 = false;
        bool softEnd : 1 = false;
    };
    static constexpr std::uintptr_t kOwned = 1; ///< the lowest bit of a pointer to something aligned
    static const Said kUnknown;

    Edtf(const Said& said, std::string_view text);
    bool owned() const { return (bits_ & kOwned) != 0; }
    const Said& said() const { return bits_ == 0 ? kUnknown : *reinterpret_cast<const Said*>(bits_ & ~kOwned); }
    std::uintptr_t cloned() const;
    void free();
    static std::uintptr_t write(const Said& said, std::string_view text, void* place);

    std::uintptr_t bits_ = 0; ///< the address of a Said, and the mark of an owned one; 0 is the unknown date
};

/// Reads one EDTF text. An error has code "edtf", the column (from 1, in bytes) in `where.column`, and a sentence that
/// says what was expected there. Cost linear in the text.
core::Result<Edtf> parseEdtf(std::string_view text);

/// The day, month or year (`precision`) in which the instant lies, in UTC; of years beyond four digits only the year.
Edtf dateAround(Instant instant, Precision precision = Precision::day);

/// Orders by earliest, then latest instant, then text: a total order, for sorting.
bool earlier(const Edtf& a, const Edtf& b);

} // namespace fabula::time
