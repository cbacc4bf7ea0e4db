#include "io/safe_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

class SafeFile : public testing::Test
{
protected:
    SafeFile()
    {
        std::string name = (fs::temp_directory_path() / "fabula-safe-file-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~SafeFile() override { fs::remove_all(folder); }

    std::size_t files() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }
    std::string codeOfReading(const fs::path& path) const
    {
        const auto result = readFile(path);
        return result.ok() ? "" : result.error().code;
    }

    fs::path folder;
};

TEST_F(SafeFile, writesAndReadsBytes)
{
    const std::string bytes("a\0b\r\n\xFF", 6);
    ASSERT_TRUE(writeFileSafely(folder / "a.json", bytes).ok());
    EXPECT_EQ(*readFile(folder / "a.json"), bytes);
    ASSERT_TRUE(writeFileSafely(folder / "a.json", "").ok());
    EXPECT_EQ(*readFile(folder / "a.json"), "");
    EXPECT_EQ(files(), 1u) << "nothing is left beside it";
}

TEST_F(SafeFile, keepsRightsAndLinks)
{
    ASSERT_TRUE(writeFileSafely(folder / "a.json", "1").ok());
    fs::permissions(folder / "a.json", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("a.json", folder / "b.json");
    ASSERT_TRUE(writeFileSafely(folder / "b.json", "2").ok());
    EXPECT_TRUE(fs::is_symlink(folder / "b.json"));
    EXPECT_EQ(*readFile(folder / "a.json"), "2");
    EXPECT_EQ(fs::status(folder / "a.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SafeFile, namesANearFile)
{
    ASSERT_TRUE(writeFileSafely(folder / "deepseek-r2.json", "1").ok());
    const auto result = readFile(folder / "deepsek-r2.json");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, "F001");
    EXPECT_NE(core::english(result.error().message).find("deepseek-r2.json"), std::string::npos)
        << core::english(result.error().message);
    EXPECT_EQ(codeOfReading(folder / "no-such-folder" / "a.json"), "F001");
    EXPECT_EQ(codeOfReading(folder / "deepseek-r2.json" / "a.json"), "F001") << "a file is no folder";
}

TEST_F(SafeFile, aFolderIsNoFile)
{
    EXPECT_EQ(codeOfReading(folder), "F002");
    EXPECT_EQ(writeFileSafely(folder, "x").error().code, "F002");
}

/// Root may do anything: while this lives it is nobody.
class NotRoot
{
public:
    NotRoot() : wasRoot_(::geteuid() == 0)
    {
        if (wasRoot_) {
            EXPECT_EQ(::seteuid(65534), 0);
        }
    }
    ~NotRoot()
    {
        if (wasRoot_) {
            EXPECT_EQ(::seteuid(0), 0);
        }
    }
    NotRoot(const NotRoot&) = delete;
    NotRoot& operator=(const NotRoot&) = delete;

private:
    bool wasRoot_;
};

TEST_F(SafeFile, saysWhenRightsAreMissing)
{
    ASSERT_TRUE(writeFileSafely(folder / "a.json", "1").ok());
    fs::permissions(folder / "a.json", fs::perms::none);
    fs::permissions(folder,
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    {
        const NotRoot rights;
        EXPECT_EQ(codeOfReading(folder / "a.json"), "F003");
        EXPECT_EQ(writeFileSafely(folder / "a.json", "2").error().code, "F003");
        EXPECT_EQ(writeFileSafely(folder / "b.json", "2").error().code, "F003");
    }
    fs::permissions(folder, fs::perms::owner_all);
}

// The limit for the size of a file stands in for a full disk.
TEST_F(SafeFile, keepsTheOldFileWhereThereIsNoRoom)
{
    ASSERT_TRUE(writeFileSafely(folder / "a.json", "old").ok());
    struct rlimit before
    {
    };
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small
    {
        4096, before.rlim_max
    };
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFileSafely(folder / "a.json", std::string(100'000, 'x'));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, "F006");
    EXPECT_EQ(*readFile(folder / "a.json"), "old");
    EXPECT_EQ(files(), 1U) << "nothing is left beside it";
}

TEST_F(SafeFile, oddFilesAreReadOrRefused)
{
    EXPECT_EQ(*readFile("/dev/null"), "");
    EXPECT_EQ(codeOfReading("/proc/self/mem"), "F004");
    EXPECT_FALSE(readFile("/proc/self/status")->empty()) << "a file that says it has no size";
    EXPECT_FALSE(writeFileSafely("/proc/fabula.json", "x").ok());
}

TEST_F(SafeFile, refusesMoreThanItMayHold)
{
    ASSERT_TRUE(writeFileSafely(folder / "a.json", "12345").ok());
    EXPECT_TRUE(readFile(folder / "a.json", 5).ok());
    EXPECT_EQ(readFile(folder / "a.json", 4).error().code, "F601");
}

} // namespace
} // namespace fabula::io
