#include "model/story_filter.hpp"
#include "model/story_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <tuple>

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

/// What a search must find, by looking at every text.
std::vector<EventId> lookedFor(const Story& story, const std::string& query)
{
    std::vector<std::string> words;
    std::istringstream stream(searchForm(query));
    for (std::string word; stream >> word;)
        words.push_back(word);
    std::vector<std::tuple<std::size_t, int, std::size_t>> hits;
    for (std::size_t i = 0; i < story.events.size() && !words.empty(); ++i) {
        const Event& event = story.events[i];
        const auto all = [](const Text& text) {
            std::string form;
            for (const Text::Entry& entry : text)
                form += searchForm(entry.text) + '\n';
            return form;
        };
        const std::string title = all(event.title);
        std::string rest = all(event.summary) + searchForm(event.id) + '\n' + searchForm(event.kind);
        for (const auto& tag : event.tags)
            rest += '\n' + searchForm(tag);
        for (const ActorId actor : event.actors) {
            rest += '\n' + all(story[actor].name);
            for (const auto& alias : story[actor].aliases)
                rest += '\n' + searchForm(alias);
        }
        for (const Citation& citation : event.sources)
            rest += '\n' + searchForm(story[citation.source].publisher) + '\n' + all(story[citation.source].title);
        std::size_t inTitle = 0;
        bool found = true;
        for (const std::string& word : words) {
            const bool there = title.find(word) != std::string::npos;
            inTitle += there ? 1 : 0;
            found = found && (there || rest.find(word) != std::string::npos);
        }
        if (found)
            hits.emplace_back(inTitle, event.importance, story.events.size() - i);
    }
    std::sort(hits.rbegin(), hits.rend());
    std::vector<EventId> events;
    for (const auto& hit : hits)
        events.emplace_back(story.events.size() - std::get<2>(hit));
    return events;
}

TEST(StorySearch, findsWhatALookAtEveryTextFinds)
{
    std::mt19937 random(7);
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    const std::vector<std::string> letters{"a", "b", "ab", "Ä", "ß", "信", "-", ",", " ", " ", "  ", "\n"};
    const auto text = [&](std::size_t most) {
        std::string made;
        for (std::size_t i = below(most); i > 0; --i)
            made += letters[below(letters.size())];
        return made;
    };
    for (int round = 0; round < 20; ++round) {
        Story story;
        story.languages = {"en"};
        for (int i = 0; i < 3; ++i) {
            story.actors.push_back({"x" + std::to_string(i), {{"en", text(6)}}, "", {}, {text(4)}});
            story.sources.push_back({"y" + std::to_string(i), text(6), {{"de", text(6)}}, "", {}, "", "", {}});
        }
        for (int i = 0; i < 200; ++i) {
            Event event = eventTitled("e" + std::to_string(i) + (i % 7 == 0 ? "-AB" : ""), text(9), text(5));
            event.summary = {{"en", text(20)}};
            event.importance = static_cast<int>(1 + below(5));
            event.kind = text(3);
            event.tags = {text(3), text(2)};
            event.actors = {ActorId(below(3)), ActorId(below(3))};
            event.sources = {{SourceId(below(3)), ""}};
            story.events.push_back(event);
        }
        const StorySearch search(story);
        for (const std::string& query : {std::string("a"), std::string("b a"), std::string("ab ss"), std::string("信"),
                                         std::string("e1"), std::string("1 b"), text(5), text(8), text(3)})
            EXPECT_EQ(search.find(query), lookedFor(story, query)) << '"' << query << '"';
    }
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
