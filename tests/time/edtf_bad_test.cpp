#include "../support/german.hpp"
#include "time/edtf.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::time {
namespace {

struct BadDate
{
    std::string text;
    std::uint32_t column;
    const char* expected; ///< part of the sentence
};

void expectAll(const std::vector<BadDate>& dates)
{
    for (const BadDate& bad : dates) {
        const auto date = parseEdtf(bad.text);
        ASSERT_FALSE(date.ok()) << bad.text;
        EXPECT_EQ(date.error().code, "edtf");
        EXPECT_EQ(date.error().where.column, bad.column) << bad.text << ": " << core::english(date.error().message);
        EXPECT_NE(core::english(date.error().message).find(bad.expected), std::string::npos)
            << bad.text << ": " << core::english(date.error().message);
        EXPECT_EQ(test::germanFault(date.error().message), "") << bad.text;
    }
}

TEST(BadEdtf, SaysWhichPartOfADateIsMissingOrMalformed)
{
    expectAll({
        {"", 1, "expected a date"},
        {" 2025", 1, "expected a year of four digits"},
        {"2025 ", 5, "or the end"},
        {"202", 4, "expected a year of four digits"},
        {"20a5", 3, "expected a year of four digits"},
        {"20250814", 5, "expected \"-\""},
        {"2025-", 6, "expected a month of two digits"},
        {"2025-1", 7, "expected a month of two digits"},
        {"2025-08-", 9, "expected a day of two digits"},
        {"2025-08-1", 10, "expected a day of two digits"},
        {"2025-08-14x", 11, "expected \"T\""},
        {"2025-8-14", 7, "expected a month of two digits"},
        {"14.08.2025", 3, "expected a year of four digits"},
        {"-985", 5, "expected a year of four digits"},
        {"-0000", 2, "other than 0000"},
        {"yesterday", 1, "expected a year of four digits"},
        {"202x", 4, "expected a year of four digits"},
    });
}

TEST(BadEdtf, SaysTheRangeOfMonthsAndDays)
{
    expectAll({
        {"2025-00", 6, "expected a month from 01 to 12"},
        {"2025-13", 6, "expected a month from 01 to 12"},
        {"2025-20", 6, "or a season from 21 to 41"},
        {"2025-42", 6, "or a season from 21 to 41"},
        {"2025-2X", 6, "expected a month from 01 to 12"},
        {"2025-02-30", 9, "expected a day from 01 to 28"},
        {"2024-02-30", 9, "expected a day from 01 to 29"},
        {"1900-02-29", 9, "expected a day from 01 to 28"},
        {"2025-04-31", 9, "expected a day from 01 to 30"},
        {"2025-08-00", 9, "expected a day from 01 to 31"},
        {"2025-XX-32", 9, "expected a day from 01 to 31"},
        {"19X1-02-29", 9, "expected a day from 01 to 28"},
        {"XXXX-02-3X", 9, "expected a day from 01 to 29"},
        {"2025-?13", 7, "expected a month from 01 to 12"},
        {"2025-21-01", 8, "or the end"},
    });
}

TEST(BadEdtf, BoundsYearsAtABillion)
{
    expectAll({
        {"Y1000000001", 2, "from -1000000000 to 1000000000"},
        {"Y-1000000001", 2, "from -1000000000 to 1000000000"},
        {"Y17E8", 2, "from -1000000000 to 1000000000"},
        {"Y1E99999999999999999999", 2, "from -1000000000 to 1000000000"},
        {"Y99999999999999999999999999999999", 2, "from -1000000000 to 1000000000"},
        {"Y2025", 6, "at least five digits"},
        {"Y", 2, "expected the digits of a year"},
        {"Y-", 3, "expected the digits of a year"},
        {"Y17E", 5, "expected the digits of an exponent"},
        {"Y17000-06", 7, "or the end"},
        {"Y17000~-06", 8, "expected \"/\" or the end"},
        {"1950S", 6, "expected a number of significant digits"},
        {"1950S0", 6, "from 1 to 4"},
        {"1950S5", 6, "from 1 to 4"},
        {"1950S2-06", 7, "or the end"},
        {"195XS2", 5, "or the end"},
    });
}

TEST(BadEdtf, SaysWhatIsWrongWithATimeOfDay)
{
    expectAll({
        {"2025-08-14T", 12, "expected an hour from 00 to 23"},
        {"2025-08-14T24:00:00", 12, "expected an hour from 00 to 23"},
        {"2025-08-14T09:60", 15, "expected minutes from 00 to 59"},
        {"2025-08-14T09:30:61Z", 18, "expected seconds from 00 to 59"},
        {"2025-08-14T09:30:00+", 21, "expected hours of the time zone"},
        {"2025-08-14T09:30:00+24:00", 21, "expected hours of the time zone"},
        {"2025-08-14T09:30:00+01:6", 25, "expected minutes of the time zone"},
        {"2025-08-14T09:30:00ZZ", 21, "or the end"},
        {"2025-08-XXT09:30", 11, "expected no time of day"},
        {"2025-08?-14T09:30", 12, "expected no time of day"},
        {"2025-08T09:30", 8, "expected \"-\""},
        {"2025-08-14T09:30:00.5Z", 20, "expected a time zone"},
    });
}

TEST(BadEdtf, SaysWhatIsWrongWithAnInterval)
{
    expectAll({
        {"/", 2, "on one side"},
        {"..", 3, "expected \"/\""},
        {"../2025/", 8, "expected nothing more"},
        {"2025/2026/2027", 10, "expected nothing more"},
        {"2025-08-14/2025-08-13", 12, "not before the beginning"},
        {"2025/2024", 6, "not before the beginning"},
        {"2004-07/2004-06-30", 9, "not before the beginning"},
        {"2025-08-14T10:00/2025-08-14T09:00", 18, "not before the beginning"},
        {"2025/13", 8, "expected a year of four digits"},
        {"2025/2026-13", 11, "expected a month from 01 to 12"},
        {"2025/...", 8, "expected nothing more"},
    });
}

TEST(BadEdtf, SaysWhatIsWrongWithASet)
{
    expectAll({
        {"[", 2, "expected a year of four digits"},
        {"[]", 2, "expected a year of four digits"},
        {"[2025", 6, "\"]\" in the set"},
        {"{2025]", 6, "\"}\" in the set"},
        {"[2025,]", 7, "expected a year of four digits"},
        {"[2025, 2026]", 7, "expected a year of four digits"},
        {"[2025,..2026]", 7, "expected a year of four digits"},
        {"[2025..2024]", 8, "not before the beginning"},
        {"[2025]x", 7, "expected nothing more"},
        {"[2025/2026]", 6, "in the set"},
        {"[2025..,2026]", 8, "expected a year of four digits"},
    });
}

TEST(BadEdtf, BytesThatAreNoTextFailWhereTheyStand)
{
    expectAll({
        {std::string("2025\0", 5), 5, "or the end"},
        {std::string("\0", 1), 1, "expected a year of four digits"},
        {"2025\xFF", 5, "or the end"},
        {"2025–2026", 5, "or the end"},
        {"２０２５", 1, "expected a year of four digits"},
    });
}

} // namespace
} // namespace fabula::time
