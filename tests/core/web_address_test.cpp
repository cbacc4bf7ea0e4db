#include "core/web_address.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::core {
namespace {

TEST(WebAddress, isHttpWithAHostInPlainLetters)
{
    for (const char* good : {"https://example.org", "http://example.org/a?b=c&d='e'", "HTTPS://EXAMPLE.ORG/",
                             "Http://user@example.org:80/", "https://xn--exmple-cua.org/K%C3%B6ln"})
        EXPECT_TRUE(isWebAddress(good)) << good;
    for (const char* bad :
         {"", "https://", "https:/x", "http:///x", "https://?q", "https://me@/x", "javascript:alert(1)",
          "file:///etc/passwd", "ftp://x.org", "https://a b", "https://x\n", "https://ex\u00E4mple.org",
          "https://e.org/K\u00F6ln", " https://x.org", "data:text/html,x", "HTTPS", "https://x\x7F"})
        EXPECT_FALSE(isWebAddress(bad)) << bad;
    EXPECT_FALSE(isWebAddress("https://x.org/" + std::string(5'000, 'a')));
}

TEST(WebAddress, opensWithASmallScheme)
{
    EXPECT_EQ(withSmallScheme("HTTPS://Example.ORG/A"), "https://Example.ORG/A");
    EXPECT_EQ(withSmallScheme("http://x"), "http://x");
}

TEST(WebAddress, isWrittenWithoutTheSignsOfAnyFormat)
{
    EXPECT_EQ(asUri("http://x.org/><img\"'\\{}|^`#a#b"), "http://x.org/%3E%3Cimg%22'%5C%7B%7D%7C%5E%60#a%23b");
    EXPECT_EQ(asUri("https://e.org/K%C3%B6ln%zz"), "https://e.org/K%C3%B6ln%25zz");
}

TEST(WebAddress, namesTheHostThatIsOpened)
{
    EXPECT_EQ(webHost("https://www.reuters.com/a/b"), "reuters.com");
    EXPECT_EQ(webHost("HTTPS://example.org"), "example.org");
    EXPECT_EQ(webHost("http://bank.example@evil.example/x"), "evil.example");
    EXPECT_EQ(webHost("javascript:alert(1)"), "");
    EXPECT_EQ(webHost("https://a b"), "");
}

} // namespace
} // namespace fabula::core
