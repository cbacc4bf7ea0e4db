#include "app/file_watch.hpp"
#include "app/file_watches.hpp"
#include "app/frame_places.hpp"
#include "app/story_loader.hpp"
#include "io/load_progress.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

namespace fabula::app {
namespace {

using namespace std::chrono_literals;

/// Counts calls from other threads and waits for the next one.
class Bell
{
public:
    void ring()
    {
        const std::lock_guard lock(mutex_);
        ++rung_;
        changed_.notify_all();
    }
    bool heard(std::chrono::milliseconds within)
    {
        std::unique_lock lock(mutex_);
        const bool did = changed_.wait_for(lock, within, [this] { return rung_ > heard_; });
        heard_ = rung_;
        return did;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int rung_ = 0;
    int heard_ = 0;
};

class FileWatchTest : public testing::Test
{
protected:
    FileWatchTest()
    {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        write(file, "one");
    }
    ~FileWatchTest() override { std::filesystem::remove_all(folder); }
    static void write(const std::filesystem::path& path, const char* text) { std::ofstream(path) << text; }

    std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "fabula-watch";
    std::filesystem::path file = folder / "story.json";
    Bell bell;
};

TEST_F(FileWatchTest, noticesWritingInPlaceAndRenaming)
{
    FileWatch watch(file, [this] { bell.ring(); });
    EXPECT_FALSE(watch.changed());
    write(file, "two");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(watch.changed()) << "each change is told once";
    write(folder / "story.json.tmp", "three");
    std::filesystem::rename(folder / "story.json.tmp", file);
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
}

TEST_F(FileWatchTest, doesNotHeedOtherFiles)
{
    FileWatch watch(file, [this] { bell.ring(); });
    write(folder / "other.json", "x");
    EXPECT_FALSE(bell.heard(400ms));
    EXPECT_FALSE(watch.changed());
}

TEST_F(FileWatchTest, tellsABurstOnce)
{
    FileWatch watch(file, [this] { bell.ring(); });
    for (int i = 0; i < 10; ++i)
        write(file, "again");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(bell.heard(300ms));
}

TEST_F(FileWatchTest, noticesWhatALinkLeadsTo)
{
    std::filesystem::create_directories(folder / "far" / "away");
    write(folder / "far" / "away" / "real.json", "one");
    std::filesystem::create_symlink("away/real.json", folder / "far" / "between.json");
    std::filesystem::create_symlink(folder / "far" / "between.json", folder / "link.json");
    FileWatch watch(folder / "link.json", [this] { bell.ring(); });
    write(folder / "far" / "away" / "real.json", "two");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    // Another file behind the link is another content, and from then on that is the one to watch.
    std::filesystem::create_symlink(file, folder / "new-link");
    std::filesystem::rename(folder / "new-link", folder / "link.json");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    write(file, "three");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    write(folder / "far" / "away" / "real.json", "four");
    EXPECT_FALSE(bell.heard(400ms));
}

TEST_F(FileWatchTest, findsTheFileAgainAfterItsFolderWasReplaced)
{
    const std::filesystem::path inner = folder / "inner";
    std::filesystem::create_directories(inner);
    write(inner / "story.json", "one");
    FileWatch watch(inner / "story.json", [this] { bell.ring(); });
    std::filesystem::rename(inner, folder / "aside");
    ASSERT_TRUE(bell.heard(5s));
    std::filesystem::create_directories(inner);
    write(inner / "story.json", "two");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
    std::this_thread::sleep_for(300ms);
    bell.heard(0ms);
    write(inner / "story.json", "three");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_TRUE(watch.changed());
}

TEST_F(FileWatchTest, severalFilesAreToldApart)
{
    const std::filesystem::path other = folder / "other.json";
    write(other, "one");
    FileWatches watches([this] { bell.ring(); });
    watches.watch({file, other, {}, file});
    write(other, "two");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_EQ(watches.changed(file), std::nullopt) << "while that one is loaded the other keeps its change";
    watches.watch({file, other});
    EXPECT_EQ(watches.changed({}), other);
    EXPECT_EQ(watches.changed({}), std::nullopt);
    watches.watch({file});
    write(other, "three");
    write(file, "three");
    ASSERT_TRUE(bell.heard(5s));
    EXPECT_EQ(watches.changed({}), file);
    EXPECT_EQ(watches.changed({}), std::nullopt);
}

std::optional<ui::LoadedFile> waitFor(StoryLoader& loader, Bell& bell)
{
    bell.heard(20s);
    return loader.take();
}

const std::string kShipped = std::string(FABULA_SOURCE_DIR) + "/data/stories/deepseek-r2.json";

TEST(StoryLoaderTest, readsAStoryInTheBackground)
{
    Bell bell;
    StoryLoader loader([&] { bell.ring(); });
    EXPECT_FALSE(loader.running());
    EXPECT_FALSE(loader.take().has_value());
    loader.begin(kShipped);
    EXPECT_TRUE(loader.running());
    const auto loaded = waitFor(loader, bell);
    ASSERT_TRUE(loaded.has_value());
    ASSERT_TRUE(loaded->graph.has_value());
    EXPECT_EQ(loaded->graph->story().id, "deepseek-r2");
    EXPECT_FALSE(loaded->search->find("huawei").empty());
    EXPECT_FALSE(loaded->cancelled);
    EXPECT_FALSE(loader.running());
}

TEST(StoryLoaderTest, itsProgressIsThatOfAllSteps)
{
    io::LoadProgress progress;
    EXPECT_EQ(progress.share(), 0);
    progress.total = 100;
    progress.done = 100;
    double before = progress.share();
    EXPECT_GT(before, 0.3);
    for (const io::LoadStep step :
         {io::LoadStep::checking, io::LoadStep::joining, io::LoadStep::indexing, io::LoadStep::finished}) {
        EXPECT_LT(before, 1) << "nothing is whole before the end";
        progress.step = step;
        EXPECT_GE(progress.share(), before);
        before = progress.share();
    }
    EXPECT_EQ(before, 1);
}

TEST(StoryLoaderTest, saysWhatIsWrongWithAFile)
{
    Bell bell;
    StoryLoader loader([&] { bell.ring(); });
    loader.begin("/nowhere/at/all.json");
    const auto loaded = waitFor(loader, bell);
    ASSERT_TRUE(loaded.has_value());
    EXPECT_FALSE(loaded->graph.has_value());
    EXPECT_GT(loaded->diagnostics.errors(), 0U);
}

TEST(StoryLoaderTest, aSecondLoadTakesThePlaceOfTheFirst)
{
    Bell bell;
    StoryLoader loader([&] { bell.ring(); });
    loader.begin("/nowhere/at/all.json");
    loader.begin(kShipped);
    std::optional<ui::LoadedFile> loaded;
    for (int i = 0; i < 100 && !loaded; ++i) {
        bell.heard(200ms);
        loaded = loader.take();
    }
    ASSERT_TRUE(loaded.has_value());
    EXPECT_EQ(loaded->path, kShipped);
    EXPECT_TRUE(loaded->graph.has_value());
    EXPECT_FALSE(loader.take().has_value());
}

TEST(StoryLoaderTest, canBeCancelledAndDroppedWhileItReads)
{
    const std::filesystem::path big = std::filesystem::path(testing::TempDir()) / "fabula-big.json";
    {
        std::ofstream out(big);
        out << R"({"fabula": 1, "id": "big", "events": [)";
        for (int i = 0; i < 200'000; ++i)
            out << (i == 0 ? "" : ",") << R"({"id": "e)" << i << R"(", "title": "An event", "when": "2020"})";
        out << "]}";
    }
    Bell bell;
    {
        StoryLoader loader([&] { bell.ring(); });
        loader.begin(big);
        loader.cancel();
        const auto loaded = waitFor(loader, bell);
        ASSERT_TRUE(loaded.has_value());
        EXPECT_TRUE(loaded->cancelled);
        EXPECT_FALSE(loaded->graph.has_value());
        loader.begin(big);
    }
    std::filesystem::remove(big);
}

TEST(FramePlacesTest, fillTheWindowWithoutOverlap)
{
    for (const core::Size size : {core::Size{1600, 900}, {1280, 720}, {3840, 2160}, {640, 400}}) {
        for (const double scale : {0.8, 1.0, 2.0}) {
            for (const bool inspector : {true, false}) {
                const FramePlaces places = placesIn(size, scale, inspector);
                const std::vector<core::Rect> parts{places.topBar, places.timeline, places.overview, places.inspector,
                                                    places.statusBar};
                double area = 0;
                for (std::size_t i = 0; i < parts.size(); ++i) {
                    area += parts[i].width * parts[i].height;
                    for (std::size_t k = i + 1; k < parts.size(); ++k)
                        EXPECT_TRUE(parts[i].empty() || parts[k].empty() || !parts[i].overlaps(parts[k])) << i << k;
                }
                EXPECT_DOUBLE_EQ(area, size.width * size.height);
                EXPECT_GT(places.timeline.width, 0);
                EXPECT_GT(places.timeline.height, 0);
            }
        }
    }
    EXPECT_TRUE(placesIn({640, 400}, 1, true).inspector.empty()) << "the timeline matters more";
    EXPECT_FALSE(placesIn({1280, 720}, 1, true).inspector.empty());
}

} // namespace
} // namespace fabula::app
