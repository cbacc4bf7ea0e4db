#include "io/fed_program.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::io {
namespace {

TEST(FedProgram, getsAllItIsFedAndGivesItsFile)
{
    auto program = FedProgram::start("dd", {"of=" + std::string(FedProgram::kOutput), "status=none"});
    ASSERT_TRUE(program.ok());
    const std::string part(std::size_t{3} << 20, 'f');
    ASSERT_TRUE(program->feed(part).ok());
    ASSERT_TRUE(program->feed("end").ok());
    const auto made = program->finish();
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(*made, part + "end");
}

TEST(FedProgram, passesArgumentsAsTheyAre)
{
    const std::string odd = "a \"b\" $(c) 'd' \\ ; e\n*";
    auto program = FedProgram::start("sh", {"-c", R"(printf %s "$1" >/proc/self/fd/3)", "sh", odd});
    ASSERT_TRUE(program.ok());
    const auto made = program->finish();
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(*made, odd);
}

TEST(FedProgram, failsWhereItWroteNothing)
{
    auto program = FedProgram::start("sh", {"-c", "exit 0"});
    ASSERT_TRUE(program);
    const auto content = program->finish();
    ASSERT_FALSE(content);
    EXPECT_NE(core::english(content.error().message).find("wrote nothing"), std::string::npos);
}

TEST(FedProgram, saysThatThereIsNone)
{
    const auto program = FedProgram::start("no-such-program-here", {});
    ASSERT_FALSE(program.ok());
    EXPECT_EQ(program.error().code, "program.missing");
}

TEST(FedProgram, tellsTheLastLineOfOneThatEndsEarly)
{
    auto program = FedProgram::start("sh", {"-c", "echo first >&2; echo 'no room' >&2; exit 3"});
    ASSERT_TRUE(program.ok());
    core::Result<void> fed = program->feed("x");
    for (int i = 0; fed.ok() && i < 1000; ++i) // until the program is gone the system takes some of it
        fed = program->feed(std::string(std::size_t{1} << 16, 'x'));
    ASSERT_FALSE(fed.ok());
    EXPECT_EQ(fed.error().code, "program.failed");
    EXPECT_EQ(core::english(fed.error().message), "sh says: no room");
}

TEST(FedProgram, tellsTheStatusOfOneThatSaysNothing)
{
    auto silent = FedProgram::start("sh", {"-c", "exit 3"});
    ASSERT_TRUE(silent.ok());
    EXPECT_EQ(core::english(silent->finish().error().message), "sh ended too early, with 3");
    auto killed = FedProgram::start("sh", {"-c", "kill -9 $$"});
    ASSERT_TRUE(killed.ok());
    EXPECT_EQ(core::english(killed->finish().error().message), "sh was ended by signal 9");
}

TEST(FedProgram, isEndedWhenNobodyWantsItAnyMore)
{
    const auto program = FedProgram::start("sleep", {"600"});
    EXPECT_TRUE(program.ok()); // the test would last as long
}

} // namespace
} // namespace fabula::io
