#include "model/story_filter.hpp"
#include "model/story_search.hpp"

#include <gtest/gtest.h>

namespace fabula::model {
namespace {

Event eventTitled(const std::string& id, const std::string& en, const std::string& de)
{
    Event event;
    event.id = id;
    event.title = {{"en", en}, {"de", de}};
    return event;
}

Story sample()
{
    Story story;
    story.languages = {"en", "de"};
    story.actors = {{"miit", {{"en", "Ministry"}, {"zh", "工业和信息化部"}}, "state", {}, {"MIIT"}},
                    {"huawei", {{"en", "Huawei"}}, "company", {}, {}}};
    story.sources = {{"ft", "Financial Times", {}, "", {}, "en", "B2", {}}};
    story.events = {eventTitled("a", "Rules for purchases", "Regeln für Käufe"),
                    eventTitled("b", "Purchases explained", "Straße nach Süden"), eventTitled("c", "Other", "Anderes")};
    story.events[0].actors = {ActorId(0)};
    story.events[0].importance = 5;
    story.events[1].actors = {ActorId(0), ActorId(1)};
    story.events[1].tags = {"core"};
    story.events[2].summary = {{"en", "Nothing about purchases of chips"}};
    story.events[2].sources = {{SourceId(0), ""}};
    story.events[2].basis = Basis::official;
    return story;
}

std::vector<EventId> ids(std::initializer_list<std::size_t> indexes)
{
    std::vector<EventId> list;
    for (const std::size_t index : indexes)
        list.emplace_back(index);
    return list;
}

TEST(SearchForm, takesOffCaseAccentsAndWidth)
{
    EXPECT_EQ(searchForm("  KÄUFE\t\nStraße  "), "kaufe strasse");
    EXPECT_EQ(searchForm("Ｈ２０ Café"), "h20 cafe");
    EXPECT_EQ(searchForm(""), "");
}

TEST(StorySearch, findsInEveryLanguageAndField)
{
    const StorySearch search(sample());
    EXPECT_EQ(search.find("kaufe"), ids({0}));
    EXPECT_EQ(search.find("STRASSE"), ids({1}));
    EXPECT_EQ(search.find("miit"), ids({0, 1}));
    EXPECT_EQ(search.find("信息"), ids({0, 1}));
    EXPECT_EQ(search.find("financial"), ids({2}));
    EXPECT_EQ(search.find("core"), ids({1}));
    EXPECT_TRUE(search.find("   ").empty());
    EXPECT_TRUE(search.find("nowhere").empty());
}

TEST(StorySearch, needsEveryWordAndPutsTitlesFirst)
{
    const StorySearch search(sample());
    EXPECT_EQ(search.find("purchases"), ids({0, 1, 2})) << "title hits by importance, then the summary's";
    EXPECT_EQ(search.find("purchases chips"), ids({2}));
}

TEST(StoryFilter, choicesWithinAFacetAddAndFacetsNarrow)
{
    const Story story = sample();
    StoryFilter filter;
    EXPECT_TRUE(hiddenBy(filter, story).empty());
    filter[Facet::actor] = {"huawei"};
    EXPECT_EQ(hiddenBy(filter, story), (std::vector<bool>{true, false, true}));
    filter[Facet::actor] = {"huawei", "miit"};
    EXPECT_EQ(hiddenBy(filter, story), (std::vector<bool>{false, false, true}));
    filter[Facet::tag] = {"core"};
    EXPECT_EQ(hiddenBy(filter, story), (std::vector<bool>{true, false, true}));
}

TEST(StoryFilter, countsSayWhatAChoiceWouldLeave)
{
    const Story story = sample();
    StoryFilter filter;
    filter[Facet::actor] = {"huawei"};
    const auto actors = facetValues(filter, Facet::actor, story, "en");
    ASSERT_EQ(actors.size(), 2u);
    EXPECT_TRUE(actors[0].chosen) << "what is chosen stands first";
    EXPECT_EQ(actors[1].label, "Ministry");
    EXPECT_EQ(actors[1].events, 2u) << "a facet's own choice does not narrow its counts";
    const auto bases = facetValues(filter, Facet::basis, story, "de");
    ASSERT_EQ(bases.size(), 2u);
    EXPECT_EQ(bases[0].label, "berichtet");
    EXPECT_EQ(bases[0].events, 1u);
    EXPECT_EQ(bases[1].events, 0u);
}

} // namespace
} // namespace fabula::model
