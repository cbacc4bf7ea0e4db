// Thousands of broken stories and dates, the same ones each time: an answer for every one, never a crash.
#include "graph/graph_findings.hpp"
#include "io/safe_file.hpp"
#include "io/story_reader.hpp"
#include "mutations.hpp"
#include "time/edtf.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace fabula::fuzz {
namespace {

using nlohmann::json;

constexpr int kStoriesOfBytes = 1'500;
constexpr int kStoriesOfValues = 1'500;
constexpr int kDates = 40'000;

std::vector<json> shippedStories()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(FABULA_SOURCE_DIR) + "/data/stories")) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end()); // the order of a folder is any
    std::vector<json> stories;
    for (const auto& file : files)
        stories.push_back(json::parse(io::readFile(file).value()));
    return stories;
}

// The story without most of its events, so that more of them can be tried; references to the others are errors.
json small(json whole, Mutations& mutations)
{
    for (const char* list : {"events", "links", "sources", "scenes", "actors"}) {
        while (whole.contains(list) && whole[list].size() > 12)
            whole[list].erase(mutations.below(whole[list].size()));
    }
    return whole;
}

// Whether reader and graph keep their promises on the text; false ends the test with the text as its message.
bool sane(const std::string& text)
{
    io::LoadedStory loaded = io::readStory(text, "fuzz");
    core::Diagnostics& found = loaded.diagnostics;
    bool good = (loaded.story == nullptr) == (found.errors() > 0);
    good = good && found.findings().size() <= core::Diagnostics::kMost;
    for (const core::Finding& finding : found.findings())
        good = good && finding.code.size() == 4 && !finding.sentence.empty();
    if (const auto& story = loaded.story != nullptr ? loaded.story : loaded.draft; story != nullptr)
        graph::addGraphFindings(graph::EventGraph(story), loaded.places, found);
    return good;
}

TEST(Fuzz, storiesWithOtherBytes)
{
    const std::vector<json> stories = shippedStories();
    ASSERT_FALSE(stories.empty());
    Mutations mutations(20261124);
    for (int round = 0; round < kStoriesOfBytes; ++round) {
        const json story = small(stories[mutations.below(stories.size())], mutations);
        const std::string text = mutations.ofBytes(story.dump(static_cast<int>(mutations.below(3)) - 1));
        ASSERT_TRUE(sane(text)) << round << '\n' << text;
    }
}

TEST(Fuzz, storiesWithOtherValues)
{
    const std::vector<json> stories = shippedStories();
    Mutations mutations(4711);
    int toGraph = 0;
    for (int round = 0; round < kStoriesOfValues; ++round) {
        const json story = mutations.ofValues(small(stories[mutations.below(stories.size())], mutations));
        const std::string text = story.dump();
        ASSERT_TRUE(sane(text)) << round << '\n' << text;
        toGraph += io::readStory(text, "").draft != nullptr ? 1 : 0;
    }
    EXPECT_GT(toGraph, kStoriesOfValues / 4) << "too few get as far as the graph";
}

TEST(Fuzz, datesFromStories)
{
    std::vector<std::string> dates;
    for (const json& story : shippedStories()) {
        for (const json& event : story.at("events")) {
            for (const char* key : {"when", "planned", "reported"}) {
                if (event.contains(key))
                    dates.push_back(event.at(key));
            }
        }
    }
    ASSERT_FALSE(dates.empty());
    Mutations mutations(29);
    for (int round = 0; round < kDates; ++round) {
        std::string text = mutations.ofBytes(dates[mutations.below(dates.size())]);
        if (mutations.below(2) == 0)
            text += mutations.ofBytes(dates[mutations.below(dates.size())]);
        const auto date = time::parseEdtf(text);
        if (date)
            ASSERT_FALSE(date->span().empty()) << text;
        else
            ASSERT_TRUE(date.error().where.column >= 1 && date.error().where.column <= text.size() + 1) << text;
    }
}

} // namespace
} // namespace fabula::fuzz
