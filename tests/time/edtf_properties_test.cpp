#include "time/edtf.hpp"
#include "time/words.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace fabula::time {
namespace {

constexpr int kTexts = 200'000;

constexpr std::array kSeeds{
    "2025-08-14",
    "2025-08~",
    "-0043-03-15",
    "2025-06/..",
    "../2025-08-14",
    "202X",
    "19XX-12-25",
    "1XXX-XX",
    "?2004-06-~11",
    "[1667,1668,1670..1672]",
    "{..1983-12-31,1984-10-10..1984-11-01}",
    "Y-17E7",
    "Y3388E2S3",
    "1950S2",
    "2025-08-14T09:30:00+01:00",
    "2004-06-11%/2004-06~",
    "2025-24",
    "2025-41/2026-33",
    "[1760-12..]",
    "XXXX-02-29",
};

class RandomTexts
{
public:
    /// Any bytes; bytes of the grammar; or a good text with some bytes changed, dropped or doubled.
    std::string next()
    {
        const unsigned kind = below(8);
        if (kind == 0)
            return fromBytes(12, [this] { return static_cast<char>(below(256)); });
        if (kind <= 2)
            return fromBytes(16, [this] { return kAlphabet[below(static_cast<unsigned>(kAlphabet.size()))]; });
        std::string text = kSeeds[below(kSeeds.size())];
        for (unsigned changes = below(3); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(static_cast<unsigned>(text.size()));
            const char letter = kAlphabet[below(static_cast<unsigned>(kAlphabet.size()))];
            switch (below(3)) {
            case 0:
                text[at] = letter;
                break;
            case 1:
                text.erase(at, 1);
                break;
            default:
                text.insert(at, 1, letter);
            }
        }
        return text;
    }

    unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

private:
    template <class Letter>
    std::string fromBytes(unsigned longest, Letter letter)
    {
        std::string text(below(longest + 1), ' ');
        for (char& c : text)
            c = letter();
        return text;
    }

    static constexpr std::string_view kAlphabet = "0123456789012345678901XX--??~%//..,[]{}TZ+:YESy ";
    std::mt19937_64 random_{20261123};
};

TEST(EdtfProperties, AnyTextFailsInsideItselfOrPrintsBack)
{
    RandomTexts texts;
    int good = 0;
    for (int i = 0; i < kTexts; ++i) {
        const std::string text = texts.next();
        const auto date = parseEdtf(text);
        if (!date) {
            ASSERT_GE(date.error().where.column, 1u) << text;
            ASSERT_LE(date.error().where.column, text.size() + 1) << text;
            ASSERT_EQ(core::english(date.error().message).rfind("expected ", 0), 0u)
                << core::english(date.error().message);
            continue;
        }
        ++good;
        ASSERT_EQ(date->text(), text);
        ASSERT_FALSE(date->span().empty()) << text;
        const auto again = parseEdtf(date->text());
        ASSERT_EQ(again->span(), date->span()) << text;
    }
    EXPECT_GT(good, kTexts / 5);
    EXPECT_LT(good, kTexts);
}

TEST(EdtfProperties, EveryGoodDateHasWordsInEveryLanguage)
{
    RandomTexts texts;
    for (int i = 0; i < kTexts / 10; ++i) {
        const auto date = parseEdtf(texts.next());
        if (!date)
            continue;
        for (const char* language : {"en", "de"})
            for (const WordLength length : {WordLength::compact, WordLength::full}) {
                const std::string said = words(*date, language, length);
                ASSERT_FALSE(said.empty()) << date->text();
                ASSERT_EQ(said.find_first_of("{}"), std::string::npos) << date->text() << ": " << said;
                ASSERT_EQ(said.find("  "), std::string::npos) << date->text() << ": " << said;
                ASSERT_FALSE(words(date->span(), language, length).empty()) << date->text();
            }
    }
}

TEST(EdtfProperties, OrderIsTotal)
{
    RandomTexts texts;
    std::vector<Edtf> dates{Edtf{}};
    while (dates.size() < 70)
        if (const auto date = parseEdtf(texts.next()))
            dates.push_back(*date);
    for (const Edtf& a : dates)
        for (const Edtf& b : dates) {
            ASSERT_EQ(earlier(a, b) + earlier(b, a), a == b ? 0 : 1) << a.text() << " " << b.text();
            for (const Edtf& c : dates)
                if (earlier(a, b) && earlier(b, c)) {
                    ASSERT_TRUE(earlier(a, c)) << a.text() << " " << b.text() << " " << c.text();
                }
        }
}

TEST(EdtfProperties, OrderIsByEarliestThenLatestThenText)
{
    const auto date = [](const char* text) { return parseEdtf(text).value(); };
    EXPECT_TRUE(earlier(date("../2025"), date("Y-1000000000")));
    EXPECT_TRUE(earlier(date("-0043"), date("0001")));
    EXPECT_TRUE(earlier(date("2025-01-01"), date("2025-01")));
    EXPECT_TRUE(earlier(date("2025-01"), date("2025")));
    EXPECT_TRUE(earlier(date("2025-01"), date("2025-01?")));
    EXPECT_FALSE(earlier(date("2025"), date("2025")));
}

/// The first or last year of four digits that fits the pattern and has the day, looked for one by one; none: 0.
int scannedYear(const std::string& pattern, const std::string& monthAndDay, bool last)
{
    const bool negative = pattern[0] == '-';
    const std::string digits = pattern.substr(negative ? 1 : 0);
    int found = 0;
    for (int size = 1; size <= 9999; ++size) {
        const int year = negative ? -size : size;
        bool fits = monthAndDay != "-02-29" || daysInMonth(year, 2) == 29;
        for (int i = 3, rest = size; i >= 0; --i, rest /= 10)
            fits = fits && (digits[static_cast<std::size_t>(i)] == 'X' ||
                            digits[static_cast<std::size_t>(i)] - '0' == rest % 10);
        if (fits && (found == 0 || (last ? year > found : year < found)))
            found = year;
    }
    return found;
}

TEST(EdtfProperties, VagueYearsWithADayAreThoseThatAScanFinds)
{
    std::mt19937_64 random(29);
    for (int round = 0; round < 600; ++round) {
        std::string year = random() % 3 == 0 ? "-" : "";
        for (int i = 0; i < 4; ++i)
            year += random() % 2 == 0 ? 'X' : static_cast<char>('0' + random() % 10);
        // The year 0 would be "none" to the scan, and a negative one is none.
        if (year.find_first_not_of("-0X") == std::string::npos)
            year.back() = '4';
        for (const std::string day : {"-02-29", "-03-01"}) {
            const int first = scannedYear(year, day, false);
            const auto date = parseEdtf(year + day);
            ASSERT_EQ(date.ok(), first != 0) << year << day;
            if (!date)
                continue;
            const int month = day == "-02-29" ? 2 : 3;
            const int dayOfMonth = month == 2 ? 29 : 1;
            const auto begin = civilFromInstant(date->span().begin);
            EXPECT_EQ(date->span().begin, instantFromCivil({first, month, dayOfMonth})) << year << day << begin.year;
            EXPECT_EQ(date->span().end.seconds,
                      instantFromCivil({scannedYear(year, day, true), month, dayOfMonth}).seconds + 86'400)
                << year << day;
        }
    }
}

TEST(EdtfProperties, LeapDaysOfVagueYearsAreNotSearchedFor)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 50'000; ++i) {
        ASSERT_FALSE(parseEdtf("XXX1-02-29").ok());
        ASSERT_TRUE(parseEdtf("XX00-02-29").ok());
        ASSERT_TRUE(parseEdtf("-XX00-02-29").ok());
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << "a minute, by scanning all years";
}

TEST(EdtfProperties, ALongSetIsReadInLinearTime)
{
    std::string text = "[XXX4-02-29";
    for (int i = 0; i < 20'000; ++i)
        text += ",XXX4-02-29";
    text += "]";
    const auto date = parseEdtf(text);
    ASSERT_TRUE(date.ok());
    EXPECT_EQ(toIso(date->span().begin), "0004-02-29T00:00:00.000Z");
    EXPECT_EQ(toIso(date->span().end, -1), "9984-02-29T23:59:59.999Z");
}

} // namespace
} // namespace fabula::time
