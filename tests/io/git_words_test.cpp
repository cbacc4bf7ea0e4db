#include "io/git_words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::io {
namespace {

std::string date(const std::string& seconds, const std::string& zone)
{
    const auto read = gitDate(seconds, seconds + ' ' + zone);
    return read ? std::string(read->text()) : "none";
}

TEST(GitDate, isTheSecondInTheAuthorsOwnTime)
{
    EXPECT_EQ(date("1763639600", "+0100"), "2025-11-20T12:53:20+01:00");
    EXPECT_EQ(date("1763639600", "-0930"), "2025-11-20T02:23:20-09:30");
    EXPECT_EQ(date("1763639600", "+0000"), "2025-11-20T11:53:20Z");
    EXPECT_EQ(date("1763639600", "-0000"), "2025-11-20T11:53:20Z");
    EXPECT_EQ(date("0", "+0000"), "1970-01-01T00:00:00Z");
    EXPECT_EQ(gitDate("1763639600", "1763639600 +0545")->span().begin.seconds, 1763639600);
}

TEST(GitDate, isInUtcWhereTheZoneIsNone)
{
    for (const char* zone : {"", "+2400", "+0060", "+5130", "+100", "+01000", "CET", "+0a00", "0100"})
        EXPECT_EQ(date("1763639600", zone), "2025-11-20T11:53:20Z") << zone;
    EXPECT_EQ(gitDate("1763639600", "")->text(), "2025-11-20T11:53:20Z");
}

TEST(GitDate, reachesOverAllTheYearsThatGitMayName)
{
    EXPECT_EQ(date("-1", "+0000"), "1969-12-31T23:59:59Z");
    EXPECT_EQ(date("-2208988800", "+0000"), "1900-01-01T00:00:00Z");
    EXPECT_EQ(date("253402300799", "+0000"), "9999-12-31T23:59:59Z");
    EXPECT_EQ(date("253402300799", "+0100"), "9999-12-31T23:59:59Z"); // there it is 10000 already
    EXPECT_EQ(date("253402300800", "+0000"), "Y10000");
    EXPECT_EQ(date("253402300800", "-0100"), "9999-12-31T23:00:00-01:00");
    EXPECT_EQ(date("31556889864403199", "+0000"), "none");
    EXPECT_EQ(date("31000000000000000", "+0000").substr(0, 1), "Y");
    EXPECT_EQ(date("-62167219201", "+0000"), "-0001");
    for (const char* absurd : {"", "x", "1x", "1.5", "9223372036854775807", "-9223372036854775808",
                               "18446744073709551615", "99999999999999999999999"})
        EXPECT_EQ(date(absurd, "+0000"), "none") << absurd;
}

TEST(GitTags, areThoseOfTheDecorations)
{
    using Names = std::vector<std::string_view>;
    EXPECT_EQ(gitTags(""), Names());
    EXPECT_EQ(gitTags("HEAD -> refs/heads/main, tag: refs/tags/v1.0, refs/remotes/origin/main"), Names{"v1.0"});
    EXPECT_EQ(gitTags("tag: refs/tags/a/b, tag: refs/tags/c,d"), (Names{"a/b", "c,d"}));
    EXPECT_EQ(gitTags(", , tag: refs/tags/"), Names{""});
}

TEST(MailAddresses, go)
{
    EXPECT_EQ(withoutMailAddresses(""), "");
    EXPECT_EQ(withoutMailAddresses("Signed-off-by: A B <a.b+c@example.org>\nnext"), "Signed-off-by: A B\nnext");
    EXPECT_EQ(withoutMailAddresses("<a@(none)>"), "");
    EXPECT_EQ(withoutMailAddresses("ask a.b@example.org."), "ask ….");
    EXPECT_EQ(withoutMailAddresses("(a@b.example.org), 'c@d.io' mailto:e@f.de?x"), "(…), '…' mailto:…?x");
    EXPECT_EQ(withoutMailAddresses("https://user:word@example.org/x"), "https://user:…/x");
    EXPECT_EQ(withoutMailAddresses("联系a@b.com谢谢"), "联系…谢谢");
    EXPECT_EQ(withoutMailAddresses("<a@b.org> <c@d.org> <e@f.org>"), "");
}

TEST(MailAddresses, areNotEverythingWithAnAt)
{
    for (const char* text : {"@", "@@", "<@>", "a@", "@b", "a @ b", "@Override", "left-pad@1.3.0", "trunk@1234",
                             "HEAD@{1}", "user@host", "a@b.", "a@.b", "Vec<@NotNull>", "a@b-c"})
        EXPECT_EQ(withoutMailAddresses(text), text);
}

TEST(MailAddresses, goInLinearTime)
{
    std::string text;
    for (int i = 0; i < 300'000; ++i)
        text += "@a<";
    EXPECT_EQ(withoutMailAddresses(text), text);
    const std::string run(1'000'000, 'a');
    EXPECT_EQ(withoutMailAddresses(run + '@' + run + '@' + run), run + '@' + run + '@' + run);
}

TEST(MailAddresses, areNoNames)
{
    EXPECT_EQ(nameWithoutMailAddress("Jane Doe"), "Jane Doe");
    EXPECT_EQ(nameWithoutMailAddress("jane@example.org"), "jane");
    EXPECT_EQ(nameWithoutMailAddress("root@localhost"), "root");
    EXPECT_EQ(nameWithoutMailAddress("Jane <jane@example.org>"), "Jane");
    EXPECT_EQ(nameWithoutMailAddress("@jane"), "@jane");
}

TEST(PublicAddress, letsNobodyIn)
{
    EXPECT_EQ(publicAddress("https://example.org/a/b.git"), "https://example.org/a/b.git");
    EXPECT_EQ(publicAddress("https://user:word@example.org/a"), "https://example.org/a");
    EXPECT_EQ(publicAddress("https://user:w@rd@example.org/a@b"), "https://example.org/a@b");
    EXPECT_EQ(publicAddress("HTTPS://token@example.org/a?key=1#x"), "https://example.org/a");
    EXPECT_EQ(publicAddress("http://example.org:8080/a"), "http://example.org:8080/a");
    for (const char* other : {"", "git@example.org:a/b.git", "ssh://git@example.org/a", "file:///a", "/a", "../a",
                              "https://", "https://user@", "://", "https://a b/", "javascript://x"})
        EXPECT_EQ(publicAddress(other), "") << other;
}

} // namespace
} // namespace fabula::io
