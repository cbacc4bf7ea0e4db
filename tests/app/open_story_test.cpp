// Stories with errors reach the graph as well, for what it finds: nothing in a file may break it.
#include "../support/german.hpp"
#include "app/open_story.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace fabula::app {
namespace {

using nlohmann::json;

class OpenStoryTest : public testing::Test
{
protected:
    ~OpenStoryTest() override { std::filesystem::remove(file); }

    OpenedStory open(const std::string& text) const
    {
        std::ofstream(file, std::ios::binary) << text;
        return openStory(file);
    }

    std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "fabula-open.json";
};

// Whether what is shown and what is wrong agree.
bool sane(const OpenedStory& opened)
{
    return opened.graph.has_value() == (opened.diagnostics.errors() == 0);
}

std::string pointersOf(const OpenedStory& opened, const std::string& code)
{
    std::string pointers;
    for (const core::Finding& finding : opened.diagnostics.findings()) {
        if (finding.code == code)
            pointers += finding.where.pointer + ' ';
    }
    return pointers;
}

const std::string kSmall = R"({"fabula":1,"id":"a","title":{"en":"x"},"languages":["en"],
"actors":[{"id":"who","name":"Who","aliases":["W"]}],
"sources":[{"id":"s","title":"S","grade":"B2"},{"id":"r","title":"R","relays":"s"}],
"events":[{"id":"e","title":"t","when":"2020","lane":"who","actors":["who"],"sources":["s",{"source":"r","at":"p. 1"}]},
{"id":"f","title":"u","when":"2019","importance":5,"tags":["core"],"span":true},{"id":"g","title":"v"}],
"links":[{"from":"e","to":"f","kind":"causes","sources":["s"],"label":"l"},
{"from":"f","to":"g","kind":"causes"},{"from":"g","to":"e","kind":"prompts"}],
"scenes":[{"id":"c","title":"d","view":"timeline","show":["e","f"],"focus":["e"],"reveal":[["e"],["f"]],"seconds":4}]})";

TEST_F(OpenStoryTest, linksBesideSomethingThatIsNoneNameNoEventThatIsNotThere)
{
    const OpenedStory opened =
        open(R"({"fabula":1,"id":"a","title":"x","events":[{"id":"e","title":"t"},{"id":"f","title":"u"}],)"
             R"("links":[5,{"from":"e","to":"f","kind":"causes"},{"to":"f","kind":"causes"},)"
             R"({"from":"e","to":"f","kind":"causes"},{"from":"e","to":"nobody","kind":"causes"}]})");
    EXPECT_TRUE(sane(opened));
    EXPECT_EQ(pointersOf(opened, "F202"), "/links/0 ");
    EXPECT_EQ(pointersOf(opened, "F203"), "/links/2 ");
    EXPECT_EQ(pointersOf(opened, "F302"), "/links/4/to ");
    EXPECT_EQ(pointersOf(opened, "F305"), "/links/3 ");
}

// Findings of the graph count elements as the file does, too.
TEST_F(OpenStoryTest, placesOfLoopsCountWhatCouldNotBeRead)
{
    const OpenedStory opened =
        open(R"({"fabula":1,"id":"a","title":"x","events":[null,{"id":"e","title":"t"},{"id":"f","title":"u"}],)"
             R"("links":["no",[],{"from":"e","to":"f","kind":"causes"},{"from":"f","to":"e","kind":"causes"}]})");
    EXPECT_EQ(pointersOf(opened, "F501"), "/links/3 ");
    EXPECT_EQ(pointersOf(opened, "F307"), "/events/1 /events/2 ");
}

TEST_F(OpenStoryTest, truncatedAtEveryByte)
{
    for (std::size_t size = 0; size < kSmall.size(); ++size) {
        const OpenedStory opened = open(kSmall.substr(0, size));
        ASSERT_TRUE(sane(opened)) << size;
        ASSERT_GT(opened.diagnostics.errors(), 0U) << size;
    }
    EXPECT_NE(pointersOf(open(kSmall), "F501"), "") << "the small story is to reach the graph";
}

TEST_F(OpenStoryTest, wrongTypesEverywhere)
{
    const json whole = json::parse(kSmall);
    std::vector<std::string> pointers;
    const json flat = whole.flatten();
    for (const auto& [pointer, value] : flat.items()) {
        for (std::string at = pointer; !at.empty(); at = at.substr(0, at.rfind('/')))
            pointers.push_back(at);
    }
    std::sort(pointers.begin(), pointers.end());
    pointers.erase(std::unique(pointers.begin(), pointers.end()), pointers.end());
    for (const char* other : {"null", "5", "\"e\"", "\"-\"", "[]", "{}", "[5]", "[[]]", "[{}]", "{\"en\":5}", "true"}) {
        for (const std::string& pointer : pointers) {
            json changed = whole;
            changed[json::json_pointer(pointer)] = json::parse(other);
            ASSERT_TRUE(sane(open(changed.dump()))) << pointer << ' ' << other;
        }
    }
}

// Elements that are missing or too many, beside whole ones.
TEST_F(OpenStoryTest, wrongElementsInEveryList)
{
    const json whole = json::parse(kSmall);
    for (const char* list : {"/actors", "/sources", "/events", "/links", "/scenes", "/events/0/sources",
                             "/events/0/actors", "/links/0/sources", "/scenes/0/reveal", "/scenes/0/reveal/0"}) {
        for (const char* other : {"null", "5", "\"e\"", "[]", "{}", "[5]", "[[]]", "{\"id\":5}", "true"}) {
            for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
                json changed = whole;
                json& elements = changed[json::json_pointer(list)];
                elements.insert(elements.begin() + static_cast<std::ptrdiff_t>(std::min(place, elements.size())),
                                json::parse(other));
                ASSERT_TRUE(sane(open(changed.dump()))) << list << ' ' << other;
            }
        }
    }
}

// The limit for the addresses of a process stands in for a full memory.
#ifndef __SANITIZE_ADDRESS__
TEST_F(OpenStoryTest, aStoryThatDoesNotFitTheMemoryIsAFinding)
{
    {
        std::ofstream out(file);
        out << R"({"fabula":1,"id":"a","title":"x","events":[{"id":"e","title":"t"})";
        for (int i = 0; i < 200'000; ++i)
            out << R"(,{"id":"e)" << i << R"(","title":"t"})";
        out << "]}";
    }
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    const auto openInLittleMemory = [this] {
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const rlim_t most = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + (rlim_t{20} << 20);
        const struct rlimit little
        {
            most, most
        };
        ::setrlimit(RLIMIT_AS, &little);
        const OpenedStory opened = openStory(file);
        const auto& findings = opened.diagnostics.findings();
        const bool said = findings.size() == 1 && findings[0].code == "F007" && !opened.graph;
        std::_Exit(said ? 0 : 1);
    };
    EXPECT_EXIT(openInLittleMemory(), testing::ExitedWithCode(0), "");
}
#endif

// With those of the graph; tests/io sees to those of files that need lower limits.
TEST_F(OpenStoryTest, everythingSaidOfABadFileIsSaidInGermanToo)
{
    std::size_t findings = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(FABULA_SOURCE_DIR) + "/tests/io/bad")) {
        if (entry.path().extension() != ".json")
            continue;
        const OpenedStory opened = openStory(entry.path());
        for (const core::Finding& finding : opened.diagnostics.findings()) {
            EXPECT_EQ(test::germanFault(finding.sentence), "") << core::toString(finding);
            ++findings;
        }
    }
    EXPECT_GT(findings, 80U);
    for (const char* nothing : {"/no/such/story.json", "/"})
        EXPECT_EQ(test::germanFault(openStory(nothing).diagnostics.findings().front().sentence), "") << nothing;
    EXPECT_EQ(test::germanFault(noMemoryFor("a.json").findings().front().sentence), "");
}

TEST_F(OpenStoryTest, aCancelledLoadIsNotJoined)
{
    io::LoadProgress progress;
    progress.cancel = true;
    const OpenedStory opened = openStory(std::string(FABULA_SOURCE_DIR) + "/data/stories/deepseek-r2.json", &progress);
    EXPECT_FALSE(opened.graph);
    EXPECT_EQ(progress.step.load(), io::LoadStep::reading);
}

} // namespace
} // namespace fabula::app
