#include "ask/answer_json.hpp"
#include "ask/told.hpp"
#include "io/story_reader.hpp"
#include "model/knowledge.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace fabula::ask {
namespace {

graph::Scope shipped(const std::string& name)
{
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    EXPECT_NE(loaded.story, nullptr);
    return graph::Scope(graph::EventGraph(loaded.story));
}

/// The story as the public could know it on a day.
graph::Scope asOf(const graph::Scope& scope, const std::string& day)
{
    return {scope.graph(), model::knownBefore(scope.story(), time::parseEdtf(day)->span().end)};
}

EventId event(const graph::Scope& scope, const char* id)
{
    const EventId found = model::eventNamed(scope.story(), id);
    EXPECT_TRUE(found.valid()) << id;
    return found;
}

std::vector<std::string> ids(const graph::Scope& scope, const std::vector<EventId>& events)
{
    std::vector<std::string> found;
    for (const EventId each : events)
        found.emplace_back(scope.story()[each].id);
    return found;
}

std::string sentence(const graph::Scope& scope, const Question& question, const char* language = "en")
{
    return told(scope, question, answer(scope, question), language).sentence;
}

/// Every question about everything in the story.
std::vector<Question> allQuestions(const model::Story& story)
{
    std::vector<Question> questions;
    for (const Ask asked : {Ask::pivots, Ask::mainline, Ask::contradictions, Ask::implied})
        questions.push_back({asked, {}, {}});
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        for (const Ask asked : {Ask::why, Ask::effects, Ask::without, Ask::sources})
            questions.push_back({asked, EventId(i), {}});
        for (std::size_t goal = 0; goal < story.events.size(); ++goal)
            questions.push_back({Ask::path, EventId(i), EventId(goal)});
    }
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        questions.push_back({Ask::without, LinkId(i), {}});
        questions.push_back({Ask::sources, LinkId(i), {}});
    }
    for (std::size_t i = 0; i < story.sources.size(); ++i)
        questions.push_back({Ask::without, SourceId(i), {}});
    return questions;
}

/// What no sentence may have: an unfilled gap, a word missing, two marks in a row.
void checkSentence(const std::string& sentence)
{
    ASSERT_FALSE(sentence.empty());
    EXPECT_EQ(sentence.back(), '.') << sentence;
    for (const char* fault : {"{", "}", "  ", " .", " ,", "..", ",,", ": .", "“”", "„“", "()"})
        EXPECT_EQ(sentence.find(fault), std::string::npos) << '"' << fault << "\" in: " << sentence;
    EXPECT_FALSE(sentence.front() >= 'a' && sentence.front() <= 'z') << sentence;
}

TEST(Answers, areWholeSentencesAndSoundJsonForEveryQuestionOnEveryDay)
{
    for (const char* name : {"deepseek-r2", "rosetta-stone"}) {
        const graph::Scope whole = shipped(name);
        const std::vector<graph::Scope> scopes{whole, asOf(whole, "2025-06-30"), asOf(whole, "2025-02-01"),
                                               asOf(whole, "1800")};
        for (const graph::Scope& scope : scopes) {
            for (const Question& question : allQuestions(scope.story())) {
                const Answer found = answer(scope, question);
                for (const char* language : {"en", "de"})
                    checkSentence(told(scope, question, found, language).sentence);
                const auto json = nlohmann::json::parse(answerJson(scope, question, found, {}, "A sentence."));
                EXPECT_EQ(json["question"], std::string(ask::name(question.ask)));
            }
        }
    }
}

TEST(Answers, whyR2Slipped)
{
    const graph::Scope scope = shipped("deepseek-r2");
    const Question why{Ask::why, event(scope, "r2-slips"), {}};
    EXPECT_EQ(
        sentence(scope, why),
        "“May passes without R2” was caused by “Ascend training runs never finish”, which was caused by "
        "“Authorities encourage Ascend”, which was prompted by “R1 launched, open weights”, which was made "
        "possible by “V3 released, open weights”. Three of the four links are likely, the rest surer. All sources "
        "cited for it go back to one origin: Financial Times (14 Aug 2025). One claim on record speaks against "
        "this account: “Founder not satisfied with R2”, says The Information. One more is listed, but held "
        "unlikely.");
    EXPECT_EQ(
        sentence(scope, why, "de"),
        "„Der Mai vergeht ohne R2“ wurde durch „Training auf Ascend gelingt nie“ verursacht, dieses durch "
        "„Behörden legen Ascend nahe“ verursacht, dieses durch „R1 startet, offene Gewichte“ veranlasst, dieses "
        "durch „V3 erscheint, offene Gewichte“ ermöglicht. Drei der vier Verbindungen sind "
        "wahrscheinlich, der Rest ist sicherer. Alle Quellen dafür gehen auf einen Ursprung zurück: Financial Times "
        "(14. Aug. 2025). "
        "Eine verzeichnete Aussage spricht gegen diese Darstellung: „Gründer mit R2 nicht zufrieden“, so The "
        "Information. Eine weitere ist aufgeführt, gilt aber als unwahrscheinlich.");
}

TEST(Answers, whatHangsOnThePush)
{
    const graph::Scope scope = shipped("deepseek-r2");
    const graph::Removal found = graph::without(scope, event(scope, "huawei-push"));
    std::vector<EventId> fallen;
    for (const graph::Loss& loss : found.fallen)
        fallen.push_back(loss.event);
    std::vector<std::string> names = ids(scope, fallen);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"ascend-training-fails", "back-to-nvidia", "ft-report",
                                               "huawei-engineers", "r2-slips"}));
    EXPECT_TRUE(found.weakened.empty());
    EXPECT_EQ(found.untouched, 32u);
}

TEST(Answers, howR1LedBackToNvidia)
{
    const graph::Scope scope = shipped("deepseek-r2");
    const graph::Paths found = graph::paths(scope, event(scope, "r1-launch"), event(scope, "back-to-nvidia"));
    ASSERT_EQ(found.chains.size(), 1u);
    EXPECT_EQ(ids(scope, found.chains[0].events),
              (std::vector<std::string>{"r1-launch", "huawei-push", "ascend-training-fails", "back-to-nvidia"}));
}

TEST(Answers, allRoadsLeadToOneStory)
{
    const graph::Scope scope = shipped("deepseek-r2");
    const graph::Sources found = graph::sources(scope, event(scope, "ascend-training-fails"));
    ASSERT_EQ(found.origins.size(), 1u);
    EXPECT_EQ(scope.story()[found.origins[0].source].id, "ft");
    EXPECT_EQ(found.carriers.size(), 3u);
    EXPECT_EQ(ids(scope, found.eventsOnIt), (std::vector<std::string>{"huawei-push", "huawei-engineers",
                                                                      "back-to-nvidia", "miit-justify", "ft-report"}));
}

TEST(Answers, whatContradictsWhat)
{
    const graph::Scope scope = shipped("deepseek-r2");
    std::vector<std::string> pairs;
    for (const graph::Contradiction& found : graph::contradictions(scope))
        pairs.emplace_back(scope.story()[found.first].id + " / " + scope.story()[found.second].id);
    EXPECT_EQ(pairs, (std::vector<std::string>{"liang-unsatisfied / ascend-training-fails", "r2-planned / r2-slips",
                                               "firms-urged-off-h20 / cac-stop", "h20-resumes / no-h20-sales",
                                               "pangu-ultra / ascend-training-fails"}));
}

TEST(Answers, whatMostDependsOn)
{
    const graph::Scope scope = shipped("deepseek-r2");
    const graph::Pivots found = graph::pivots(scope);
    ASSERT_GE(found.ranked.size(), 4u);
    const std::vector<std::pair<std::string, std::size_t>> expected{
        {"v3-release", 10}, {"r1-launch", 9}, {"huawei-push", 5}, {"ascend-training-fails", 4}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(scope.story()[found.ranked[i].event].id, expected[i].first);
        EXPECT_EQ(found.ranked[i].dominated, expected[i].second);
    }
}

TEST(Answers, beforeTheReportNobodyKnewWhy)
{
    const graph::Scope whole = shipped("deepseek-r2");
    const graph::Scope july = asOf(whole, "2025-07-01");
    const Question why{Ask::why, event(whole, "r2-slips"), {}};
    EXPECT_EQ(sentence(july, why), "No cause of “May passes without R2” is on record.");
    EXPECT_EQ(sentence(asOf(whole, "2025-06-01"), why), "By then the public could not know of it.");
    EXPECT_EQ(sentence(asOf(whole, "2025-06-01"), why, "de"),
              "Bis dahin konnte die Öffentlichkeit davon nichts wissen.");
    EXPECT_FALSE(graph::chains(asOf(whole, "2025-08-14"), event(whole, "r2-slips"), graph::Way::causes).steps.empty());
}

} // namespace
} // namespace fabula::ask
