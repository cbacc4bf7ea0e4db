#include "io/replace_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

class ReplaceFile : public testing::Test
{
protected:
    ReplaceFile()
    {
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    ~ReplaceFile() override { fs::remove_all(folder); }

    static std::string textOf(const fs::path& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    fs::path folder = fs::path(testing::TempDir()) / "fabula-replace";
};

TEST_F(ReplaceFile, aNewFileHasTheRightsThatTheUserGivesNewFiles)
{
    const mode_t before = ::umask(0027);
    EXPECT_FALSE(replaceFile(folder / "a", "1"));
    ::umask(before);
    EXPECT_EQ(fs::status(folder / "a").permissions(), fs::perms(0640));
    EXPECT_FALSE(replaceFile(folder / "a", "2"));
    EXPECT_EQ(fs::status(folder / "a").permissions(), fs::perms(0640)) << "the old rights stay";
    EXPECT_EQ(textOf(folder / "a"), "2");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);
}

TEST_F(ReplaceFile, linksStayLinks)
{
    fs::create_directories(folder / "far");
    fs::create_symlink("far/b", folder / "a");
    fs::create_symlink(folder / "a", folder / "again");
    EXPECT_FALSE(replaceFile(folder / "again", "not there yet"));
    EXPECT_EQ(textOf(folder / "far" / "b"), "not there yet");
    EXPECT_FALSE(replaceFile(folder / "a", "there"));
    EXPECT_EQ(textOf(folder / "far" / "b"), "there");
    EXPECT_TRUE(fs::is_symlink(folder / "a"));
    EXPECT_TRUE(fs::is_symlink(folder / "again"));
    fs::create_symlink("round", folder / "round");
    EXPECT_TRUE(replaceFile(folder / "round", "x"));
}

TEST_F(ReplaceFile, namesMayBeAsLongAsTheSystemAllows)
{
    const std::string longest(255, 'n');
    EXPECT_FALSE(replaceFile(folder / longest, "x"));
    EXPECT_EQ(textOf(folder / longest), "x");
    EXPECT_EQ(replaceFile(folder / (longest + "n"), "x").value(), ENAMETOOLONG);
}

TEST_F(ReplaceFile, devicesAreWrittenToAndFoldersAreNot)
{
    EXPECT_FALSE(replaceFile("/dev/null", "x"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(replaceFile(folder, "x").value(), EISDIR);
    EXPECT_EQ(replaceFile(folder / "no" / "a", "x").value(), ENOENT);
}

} // namespace
} // namespace fabula::io
