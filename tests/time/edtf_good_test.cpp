#include "time/edtf.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::time {
namespace {

struct GoodDate
{
    const char* text;
    const char* earliest; ///< without the ".000Z"
    const char* latest;   ///< the last second, without the ".999Z"
    Precision precision;
};

std::string withoutFraction(const std::string& iso)
{
    return iso == ".." ? iso : iso.substr(0, iso.size() - 5);
}

void expectAll(const std::vector<GoodDate>& dates)
{
    for (const GoodDate& expected : dates) {
        const auto date = parseEdtf(expected.text);
        ASSERT_TRUE(date.ok()) << expected.text << ": " << core::english(date.error().message);
        EXPECT_EQ(date->text(), expected.text);
        EXPECT_EQ(withoutFraction(toIso(date->span().begin)), expected.earliest) << expected.text;
        EXPECT_EQ(withoutFraction(toIso(date->span().end, -1)), expected.latest) << expected.text;
        EXPECT_EQ(date->precision(), expected.precision) << expected.text;
    }
}

TEST(EdtfLevel0, CalendarDatesCoverTheirDayMonthOrYear)
{
    expectAll({
        {"2025-01-20", "2025-01-20T00:00:00", "2025-01-20T23:59:59", Precision::day},
        {"2024-02-29", "2024-02-29T00:00:00", "2024-02-29T23:59:59", Precision::day},
        {"2025-01", "2025-01-01T00:00:00", "2025-01-31T23:59:59", Precision::month},
        {"2025-12", "2025-12-01T00:00:00", "2025-12-31T23:59:59", Precision::month},
        {"2025", "2025-01-01T00:00:00", "2025-12-31T23:59:59", Precision::year},
        {"0000", "0000-01-01T00:00:00", "0000-12-31T23:59:59", Precision::year},
        {"9999-12-31", "9999-12-31T00:00:00", "9999-12-31T23:59:59", Precision::day},
    });
}

TEST(EdtfLevel0, TimesOfDayAreReadInTheirZoneAndPlacedInUtc)
{
    expectAll({
        {"2025-08-14T09:30:15Z", "2025-08-14T09:30:15", "2025-08-14T09:30:15", Precision::second},
        {"2025-08-14T09:30:15", "2025-08-14T09:30:15", "2025-08-14T09:30:15", Precision::second},
        {"2025-01-01T00:30:00+01:00", "2024-12-31T23:30:00", "2024-12-31T23:30:00", Precision::second},
        {"2025-08-14T09:30:15-05", "2025-08-14T14:30:15", "2025-08-14T14:30:15", Precision::second},
        {"2025-08-14T09:30:15+05:45", "2025-08-14T03:45:15", "2025-08-14T03:45:15", Precision::second},
        {"2025-08-14T09:30", "2025-08-14T09:30:00", "2025-08-14T09:30:59", Precision::minute},
        {"2025-08-14T09Z", "2025-08-14T09:00:00", "2025-08-14T09:59:59", Precision::hour},
        {"-0043-03-15T12:00:00Z", "-000043-03-15T12:00:00", "-000043-03-15T12:00:00", Precision::second},
    });
}

TEST(EdtfLevel0, IntervalsRunFromTheFirstBeginToTheLastEnd)
{
    expectAll({
        {"1964/2008", "1964-01-01T00:00:00", "2008-12-31T23:59:59", Precision::interval},
        {"2004-06/2006-08", "2004-06-01T00:00:00", "2006-08-31T23:59:59", Precision::interval},
        {"2004-02-01/2005-02-08", "2004-02-01T00:00:00", "2005-02-08T23:59:59", Precision::interval},
        {"2005/2006-02", "2005-01-01T00:00:00", "2006-02-28T23:59:59", Precision::interval},
        {"2004-06-15/2004-06", "2004-06-15T00:00:00", "2004-06-30T23:59:59", Precision::interval},
        {"2025-08-14/2025-08-14", "2025-08-14T00:00:00", "2025-08-14T23:59:59", Precision::interval},
        {"-0100/0100", "-000100-01-01T00:00:00", "0100-12-31T23:59:59", Precision::interval},
    });
}

TEST(EdtfLevel1, OpenAndUnknownEndsAreOpen)
{
    expectAll({
        {"1985-04-12/..", "1985-04-12T00:00:00", "..", Precision::interval},
        {"1985/", "1985-01-01T00:00:00", "..", Precision::interval},
        {"../1985-04", "..", "1985-04-30T23:59:59", Precision::interval},
        {"/1985-04-12", "..", "1985-04-12T23:59:59", Precision::interval},
        {"../..", "..", "..", Precision::interval},
        {"../", "..", "..", Precision::interval},
        {"/..", "..", "..", Precision::interval},
    });
}

TEST(EdtfLevel1, QualifiersDoNotWidenTheSpan)
{
    expectAll({
        {"1984?", "1984-01-01T00:00:00", "1984-12-31T23:59:59", Precision::year},
        {"2004-06~", "2004-06-01T00:00:00", "2004-06-30T23:59:59", Precision::month},
        {"2004-06-11%", "2004-06-11T00:00:00", "2004-06-11T23:59:59", Precision::day},
        {"1984~/2004-06", "1984-01-01T00:00:00", "2004-06-30T23:59:59", Precision::interval},
        {"2004-06-11%/2004-06~", "2004-06-11T00:00:00", "2004-06-30T23:59:59", Precision::interval},
    });
}

TEST(EdtfLevel1, UnspecifiedDigitsCoverEverythingTheyMayMean)
{
    expectAll({
        {"201X", "2010-01-01T00:00:00", "2019-12-31T23:59:59", Precision::decade},
        {"20XX", "2000-01-01T00:00:00", "2099-12-31T23:59:59", Precision::century},
        {"1XXX", "1000-01-01T00:00:00", "1999-12-31T23:59:59", Precision::millennium},
        {"XXXX", "0000-01-01T00:00:00", "9999-12-31T23:59:59", Precision::unknown},
        {"2004-XX", "2004-01-01T00:00:00", "2004-12-31T23:59:59", Precision::year},
        {"1985-04-XX", "1985-04-01T00:00:00", "1985-04-30T23:59:59", Precision::month},
        {"1985-XX-XX", "1985-01-01T00:00:00", "1985-12-31T23:59:59", Precision::year},
        {"-004X", "-000049-01-01T00:00:00", "-000040-12-31T23:59:59", Precision::decade},
        {"-000X", "-000009-01-01T00:00:00", "-000001-12-31T23:59:59", Precision::decade},
    });
}

TEST(EdtfLevel1, LongAndNegativeYears)
{
    expectAll({
        {"Y170000002", "+170000002-01-01T00:00:00", "+170000002-12-31T23:59:59", Precision::year},
        {"Y-170000002", "-170000002-01-01T00:00:00", "-170000002-12-31T23:59:59", Precision::year},
        {"Y1000000000", "+1000000000-01-01T00:00:00", "+1000000000-12-31T23:59:59", Precision::year},
        {"Y-1000000000", "-1000000000-01-01T00:00:00", "-1000000000-12-31T23:59:59", Precision::year},
        {"-0044-03-15", "-000044-03-15T00:00:00", "-000044-03-15T23:59:59", Precision::day},
        {"-9999", "-009999-01-01T00:00:00", "-009999-12-31T23:59:59", Precision::year},
        {"-0004-02-29", "-000004-02-29T00:00:00", "-000004-02-29T23:59:59", Precision::day},
    });
}

TEST(EdtfSeasons, TwentyOneToTwentyEightAreNorthern)
{
    expectAll({
        {"2025-21", "2025-03-01T00:00:00", "2025-05-31T23:59:59", Precision::season},
        {"2025-22", "2025-06-01T00:00:00", "2025-08-31T23:59:59", Precision::season},
        {"2025-23", "2025-09-01T00:00:00", "2025-11-30T23:59:59", Precision::season},
        {"2025-24", "2025-12-01T00:00:00", "2026-02-28T23:59:59", Precision::season},
        {"2025-25", "2025-03-01T00:00:00", "2025-05-31T23:59:59", Precision::season},
        {"2025-26", "2025-06-01T00:00:00", "2025-08-31T23:59:59", Precision::season},
        {"2025-27", "2025-09-01T00:00:00", "2025-11-30T23:59:59", Precision::season},
        {"2023-28", "2023-12-01T00:00:00", "2024-02-29T23:59:59", Precision::season},
        {"20XX-21", "2000-03-01T00:00:00", "2099-05-31T23:59:59", Precision::century},
    });
}

TEST(EdtfSeasons, TwentyNineToThirtyTwoAreSouthern)
{
    expectAll({
        {"2025-29", "2025-09-01T00:00:00", "2025-11-30T23:59:59", Precision::season},
        {"2025-30", "2025-12-01T00:00:00", "2026-02-28T23:59:59", Precision::season},
        {"2025-31", "2025-03-01T00:00:00", "2025-05-31T23:59:59", Precision::season},
        {"2025-32", "2025-06-01T00:00:00", "2025-08-31T23:59:59", Precision::season},
    });
}

TEST(EdtfSeasons, QuartersThirdsAndHalvesDivideTheYear)
{
    expectAll({
        {"2025-33", "2025-01-01T00:00:00", "2025-03-31T23:59:59", Precision::quarter},
        {"2025-34", "2025-04-01T00:00:00", "2025-06-30T23:59:59", Precision::quarter},
        {"2025-35", "2025-07-01T00:00:00", "2025-09-30T23:59:59", Precision::quarter},
        {"2025-36", "2025-10-01T00:00:00", "2025-12-31T23:59:59", Precision::quarter},
        {"2025-37", "2025-01-01T00:00:00", "2025-04-30T23:59:59", Precision::third},
        {"2025-38", "2025-05-01T00:00:00", "2025-08-31T23:59:59", Precision::third},
        {"2025-39", "2025-09-01T00:00:00", "2025-12-31T23:59:59", Precision::third},
        {"2025-40", "2025-01-01T00:00:00", "2025-06-30T23:59:59", Precision::half},
        {"2025-41~", "2025-07-01T00:00:00", "2025-12-31T23:59:59", Precision::half},
    });
}

TEST(EdtfLevel2, ExponentialYearsAndSignificantDigits)
{
    expectAll({
        {"Y-17E7", "-170000000-01-01T00:00:00", "-170000000-12-31T23:59:59", Precision::year},
        {"Y1E9", "+1000000000-01-01T00:00:00", "+1000000000-12-31T23:59:59", Precision::year},
        {"1950S2", "1900-01-01T00:00:00", "1999-12-31T23:59:59", Precision::century},
        {"1950S3", "1950-01-01T00:00:00", "1959-12-31T23:59:59", Precision::decade},
        {"1950S4", "1950-01-01T00:00:00", "1950-12-31T23:59:59", Precision::year},
        {"-0050S3", "-000059-01-01T00:00:00", "-000050-12-31T23:59:59", Precision::decade},
        {"Y171010000S3", "+171000000-01-01T00:00:00", "+171999999-12-31T23:59:59", Precision::millennium},
        {"Y3388E2S3", "+338000-01-01T00:00:00", "+338999-12-31T23:59:59", Precision::millennium},
    });
}

TEST(EdtfLevel2, UnspecifiedDigitsAnywhere)
{
    expectAll({
        {"156X-12-25", "1560-12-25T00:00:00", "1569-12-25T23:59:59", Precision::decade},
        {"15XX-12-25", "1500-12-25T00:00:00", "1599-12-25T23:59:59", Precision::century},
        {"XXXX-12-XX", "0000-12-01T00:00:00", "9999-12-31T23:59:59", Precision::unknown},
        {"1XXX-XX", "1000-01-01T00:00:00", "1999-12-31T23:59:59", Precision::millennium},
        {"1984-1X", "1984-10-01T00:00:00", "1984-12-31T23:59:59", Precision::year},
        {"1985-0X-2X", "1985-01-20T00:00:00", "1985-09-29T23:59:59", Precision::year},
        {"2004-XX-31", "2004-01-31T00:00:00", "2004-12-31T23:59:59", Precision::year},
        {"20XX-02-29", "2000-02-29T00:00:00", "2096-02-29T23:59:59", Precision::century},
        {"19X5", "1905-01-01T00:00:00", "1995-12-31T23:59:59", Precision::century},
    });
}

TEST(EdtfLevel2, SetsRunFromTheirEarliestToTheirLatestMember)
{
    expectAll({
        {"[1667,1668,1670..1672]", "1667-01-01T00:00:00", "1672-12-31T23:59:59", Precision::set},
        {"[1672,1667]", "1667-01-01T00:00:00", "1672-12-31T23:59:59", Precision::set},
        {"[..1760-12-03]", "..", "1760-12-03T23:59:59", Precision::set},
        {"[1760-12..]", "1760-12-01T00:00:00", "..", Precision::set},
        {"[1760-01,1760-02,1760-12..]", "1760-01-01T00:00:00", "..", Precision::set},
        {"{1960,1961-12}", "1960-01-01T00:00:00", "1961-12-31T23:59:59", Precision::set},
        {"{..1984}", "..", "1984-12-31T23:59:59", Precision::set},
        {"{2025-21~}", "2025-03-01T00:00:00", "2025-05-31T23:59:59", Precision::set},
    });
}

struct QualifiedDate
{
    const char* text;
    bool approximate;
    bool uncertain;
};

TEST(EdtfQualifiers, CountAnywhereInTheText)
{
    for (const auto& [text, approximate, uncertain] : std::vector<QualifiedDate>{
             {"2025-08-14", false, false},
             {"2025-08~", true, false},
             {"2025-05?", false, true},
             {"2025%", true, true},
             {"2004-06~-11", true, false},
             {"2004?-06-11", false, true},
             {"?2004-06-~11", true, true},
             {"2004-%06", true, true},
             {"~2004", true, false},
             {"2004-06-11/2004-07~", true, false},
             {"?1984/2004", false, true},
             {"[1667,1668?]", false, true},
             {"{..1984~}", true, false},
             {"1950S2~", true, false},
             {"Y-17E7?", false, true},
             {"2025-21~", true, false},
         }) {
        const auto date = parseEdtf(text);
        ASSERT_TRUE(date.ok()) << text << ": " << core::english(date.error().message);
        EXPECT_EQ(date->approximate(), approximate) << text;
        EXPECT_EQ(date->uncertain(), uncertain) << text;
        EXPECT_EQ(date->text(), text);
    }
}

TEST(Edtf, TheDefaultIsTheUnknownDate)
{
    const Edtf unknown;
    EXPECT_FALSE(unknown.known());
    EXPECT_TRUE(unknown.text().empty());
    EXPECT_TRUE(unknown.span().openBegin());
    EXPECT_TRUE(unknown.span().openEnd());
    EXPECT_TRUE(parseEdtf("2025")->known());
    EXPECT_FALSE(parseEdtf("XXXX")->known());
}

TEST(Edtf, takesEightBytesAndSaysTheSameFromAnArena)
{
    EXPECT_EQ(sizeof(Edtf), 8u);
    core::TextArena arena;
    EXPECT_EQ(Edtf().keptIn(arena), Edtf());
    EXPECT_EQ(arena.bytesTaken(), 0u);
    const Edtf own = *parseEdtf("2025-01~/2025-08-14?");
    const Edtf kept = own.keptIn(arena);
    Edtf copy = kept;
    EXPECT_EQ(copy, own);
    EXPECT_EQ(copy.text().data(), kept.text().data());
    EXPECT_EQ(kept.span(), own.span());
    EXPECT_EQ(kept.precision(), Precision::interval);
    EXPECT_TRUE(kept.softBegin() && kept.softEnd() && kept.approximate() && kept.uncertain());
    copy = own;
    EXPECT_NE(copy.text().data(), own.text().data());
    copy = Edtf();
    EXPECT_FALSE(copy.known());
    EXPECT_EQ(copy.span(), Span());
}

} // namespace
} // namespace fabula::time
