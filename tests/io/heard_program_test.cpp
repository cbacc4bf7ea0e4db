#include "io/heard_program.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::io {
namespace {

TEST(HeardProgram, isHeardToItsEnd)
{
    const auto all = allHeardFrom({"sh", {"-c", "head -c 3000000 /dev/zero; printf end; echo no >&2"}});
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(all.value(), std::string(3'000'000, '\0') + "end");
}

TEST(HeardProgram, getsItsArgumentsAndItsEnvironmentAndNothingToRead)
{
    const std::string odd = "a \"b\" $(c) 'd' \\ ; e\n*";
    const auto all = allHeardFrom({"sh",
                                   {"-c", R"(cat; printf '%s|%s|%s' "$1" "$X" "${HOME-none}")", "sh", odd},
                                   std::vector<std::string>{"X=y z"}});
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(all.value(), odd + "|y z|none");
}

TEST(HeardProgram, tellsWhyItFailed)
{
    const auto sentence = [](const char* script) {
        const auto all = allHeardFrom({"sh", {"-c", script}});
        return all.ok() ? "fine" : core::english(all.error().message);
    };
    EXPECT_EQ(sentence("echo half; echo first >&2; echo 'no room' >&2; exit 3"), "sh says: no room");
    EXPECT_EQ(sentence("printf 'hint\\nfatal: not this\\n\\n\\ttry that\\n' >&2; exit 128"), "sh says: not this");
    EXPECT_EQ(sentence("echo 'it is not fatal: no' >&2; exit 1"), "sh says: it is not fatal: no");
    EXPECT_EQ(sentence("exit 4"), "sh ended too early, with 4");
    EXPECT_EQ(sentence("kill -9 $$"), "sh was ended by signal 9");
}

TEST(HeardProgram, saysThatThereIsNone)
{
    const auto program = HeardProgram::start({"no-such-program-here", {}});
    ASSERT_FALSE(program.ok());
    EXPECT_EQ(program.error().code, "program.missing");
}

TEST(HeardProgram, isEndedWhenNobodyListensAnyMore)
{
    auto endless = HeardProgram::start({"yes", {}});
    ASSERT_TRUE(endless.ok());
    ASSERT_TRUE(endless->hear().ok());
    EXPECT_FALSE(endless->finish().ok());
    const auto silent = HeardProgram::start({"sleep", {"600"}});
    EXPECT_TRUE(silent.ok()); // the test would last as long
}

} // namespace
} // namespace fabula::io
