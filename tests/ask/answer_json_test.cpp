#include "ask/answer_json.hpp"
#include "question_story.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fabula::ask {
namespace {

using Json = nlohmann::json;

Json written(const graph::Scope& scope, const Question& question, const time::Edtf& asOf = {})
{
    return Json::parse(answerJson(scope, question, answer(scope, question), asOf, "A sentence."));
}

std::vector<std::string> keys(const Json& json)
{
    std::vector<std::string> found;
    for (const auto& [key, value] : json.items())
        found.push_back(key);
    return found;
}

/// Two claims that contradict each other, a late event, a link that others imply, a source and one that repeats it.
class AnswerJson : public ::testing::Test
{
protected:
    AnswerJson()
    {
        a = maker.titled("a", "A");
        b = maker.titled("b", "B");
        c = maker.titled("c", "C");
        first = maker.source("first", "First");
        const SourceId relay = maker.source("relay", "Relay", first);
        maker.cite(a, relay);
        maker.cite(b, relay);
        maker.sure(a, b, LinkKind::causes);
        maker.sure(b, c, LinkKind::causes, std::nullopt);
        maker.sure(a, c, LinkKind::causes);
        maker.sure(b, c, LinkKind::contradicts);
    }

    Json answerOf(const Question& question) const { return written(maker.scope(), question)["answer"]; }

    QuestionStory maker;
    EventId a;
    EventId b;
    EventId c;
    SourceId first;
};

TEST_F(AnswerJson, saysWhatWasAsked)
{
    const Json json = written(maker.scope(), {Ask::why, c, {}});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"answer", "asOf", "question", "sentence"}));
    EXPECT_EQ(json["question"], "why");
    EXPECT_EQ(json["asOf"], nullptr);
    EXPECT_EQ(json["sentence"], "A sentence.");
    EXPECT_EQ(written(maker.scope(), {Ask::why, c, {}}, graph::date("2025-03"))["asOf"], "2025-03");
}

TEST_F(AnswerJson, ofWhyAndEffects)
{
    const Json json = answerOf({Ask::why, c, {}});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"event", "links", "loops", "steps"}));
    EXPECT_EQ(json["event"], "c");
    ASSERT_EQ(json["steps"].size(), 2u);
    EXPECT_EQ(json["steps"][0], Json::parse(R"({"event": "a", "layer": 1, "length": 1,
        "link": {"from": "a", "to": "c", "kind": "causes", "confidence": "likely"},
        "weakest": {"from": "a", "to": "c", "kind": "causes", "confidence": "likely"}})"));
    EXPECT_EQ(json["steps"][1]["link"]["confidence"], nullptr);
    EXPECT_EQ(json["links"].size(), 3u);
    EXPECT_EQ(answerOf({Ask::effects, a, {}})["steps"].size(), 2u);
}

TEST_F(AnswerJson, ofPaths)
{
    const Json json = answerOf({Ask::path, a, c});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"chains", "cutShort", "from", "join", "loops", "meeting", "to"}));
    EXPECT_EQ(json["join"], "chain");
    EXPECT_EQ(json["meeting"], nullptr);
    EXPECT_EQ(json["chains"][0]["events"], Json({"a", "c"}));
    EXPECT_EQ(json["chains"][1]["events"], Json({"a", "b", "c"}));
    EXPECT_EQ(json["chains"][1]["weakest"]["from"], "b");
    EXPECT_EQ(answerOf({Ask::path, c, a})["join"], "backwards");
}

TEST_F(AnswerJson, ofRemovals)
{
    const Json event = answerOf({Ask::without, a, {}});
    EXPECT_EQ(keys(event), (std::vector<std::string>{"fallen", "gone", "goneLinks", "goneSources", "loops", "removed",
                                                     "standing", "untouched", "weakened"}));
    EXPECT_EQ(event["removed"], "a");
    EXPECT_EQ(event["fallen"][0], Json::parse(R"({"event": "b", "layer": 1, "lost": 1, "kept": 0})"));
    EXPECT_EQ(answerOf({Ask::without, LinkId(std::size_t{0}), {}})["removed"]["to"], "b");
    const Json source = answerOf({Ask::without, first, {}});
    EXPECT_EQ(source["removed"], "first");
    EXPECT_EQ(source["gone"], Json({"a", "b"}));
    EXPECT_EQ(source["goneSources"], Json({"first", "relay"}));
}

TEST_F(AnswerJson, ofPivotsAndTheMainline)
{
    const Json pivots = answerOf({Ask::pivots, {}, {}});
    EXPECT_EQ(keys(pivots), (std::vector<std::string>{"events", "loops", "pivots", "sampled"}));
    EXPECT_EQ(keys(pivots["pivots"][0]),
              (std::vector<std::string>{"articulation", "betweenness", "dominated", "event"}));
    EXPECT_EQ(pivots["pivots"][0]["event"], "a");
    const Json mainline = answerOf({Ask::mainline, {}, {}});
    EXPECT_EQ(keys(mainline), (std::vector<std::string>{"loops", "strands"}));
    EXPECT_EQ(keys(mainline["strands"][0]), (std::vector<std::string>{"events", "links", "weight"}));
}

TEST_F(AnswerJson, ofContradictionsSourcesAndImpliedLinks)
{
    const Json pairs = answerOf({Ask::contradictions, {}, {}})["contradictions"];
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs[0]["kind"], "claims");
    EXPECT_EQ(pairs[0]["first"], Json::parse(R"({"event": "b", "sources": ["relay"]})"));
    EXPECT_EQ(pairs[0]["link"]["kind"], "contradicts");
    const Json sources = answerOf({Ask::sources, a, {}});
    EXPECT_EQ(sources, Json::parse(R"({"claim": "a", "carriers": ["relay"], "independent": 1,
        "origins": [{"source": "first", "cited": false, "relays": ["relay"]}], "eventsOnIt": ["b"], "linksOnIt": []})"));
    const Json implied = answerOf({Ask::implied, {}, {}})["implied"];
    ASSERT_EQ(implied.size(), 1u);
    EXPECT_EQ(implied[0]["way"], Json({"a", "b", "c"}));
    EXPECT_EQ(implied[0]["link"]["to"], "c");
}

TEST_F(AnswerJson, isAlwaysValidUtf8)
{
    maker.story.events[a.index()].id = "a\xFF";
    const std::string text =
        answerJson(maker.scope(), {Ask::why, c, {}}, answer(maker.scope(), {Ask::why, c, {}}), {}, "broken \xC3");
    EXPECT_TRUE(Json::accept(text));
    EXPECT_NE(text.find("\xEF\xBF\xBD"), std::string::npos);
    EXPECT_EQ(text.back(), '\n');
}

} // namespace
} // namespace fabula::ask
