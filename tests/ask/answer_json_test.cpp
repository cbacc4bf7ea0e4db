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
        a_ = maker_.titled("a", "A");
        b_ = maker_.titled("b", "B");
        c_ = maker_.titled("c", "C");
        first_ = maker_.source("first", "First");
        const SourceId relay = maker_.source("relay", "Relay", first_);
        maker_.cite(a_, relay);
        maker_.cite(b_, relay);
        maker_.sure(a_, b_, LinkKind::causes);
        maker_.sure(b_, c_, LinkKind::causes, std::nullopt);
        maker_.sure(a_, c_, LinkKind::causes);
        maker_.sure(b_, c_, LinkKind::contradicts);
    }

    Json answerOf(const Question& question) const { return written(maker_.scope(), question)["answer"]; }

    QuestionStory maker_;
    EventId a_;
    EventId b_;
    EventId c_;
    SourceId first_;
};

TEST_F(AnswerJson, saysWhatWasAsked)
{
    const Json json = written(maker_.scope(), {Ask::why, c_, {}});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"answer", "asOf", "question", "sentence"}));
    EXPECT_EQ(json["question"], "why");
    EXPECT_EQ(json["asOf"], nullptr);
    EXPECT_EQ(json["sentence"], "A sentence.");
    EXPECT_EQ(written(maker_.scope(), {Ask::why, c_, {}}, graph::date("2025-03"))["asOf"], "2025-03");
}

TEST_F(AnswerJson, ofWhyAndEffects)
{
    const Json json = answerOf({Ask::why, c_, {}});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"event", "links", "loops", "steps"}));
    EXPECT_EQ(json["event"], "c");
    ASSERT_EQ(json["steps"].size(), 2u);
    EXPECT_EQ(json["steps"][0], Json::parse(R"({"event": "a", "layer": 1, "length": 1,
        "link": {"from": "a", "to": "c", "kind": "causes", "confidence": "likely"},
        "weakest": {"from": "a", "to": "c", "kind": "causes", "confidence": "likely"}})"));
    EXPECT_EQ(json["steps"][1]["link"]["confidence"], nullptr);
    EXPECT_EQ(json["links"].size(), 3u);
    EXPECT_EQ(answerOf({Ask::effects, a_, {}})["steps"].size(), 2u);
}

TEST_F(AnswerJson, ofPaths)
{
    const Json json = answerOf({Ask::path, a_, c_});
    EXPECT_EQ(keys(json), (std::vector<std::string>{"chains", "cutShort", "from", "join", "loops", "meeting", "to"}));
    EXPECT_EQ(json["join"], "chain");
    EXPECT_EQ(json["meeting"], nullptr);
    EXPECT_EQ(json["chains"][0]["events"], Json({"a", "c"}));
    EXPECT_EQ(json["chains"][1]["events"], Json({"a", "b", "c"}));
    EXPECT_EQ(json["chains"][1]["weakest"]["from"], "b");
    EXPECT_EQ(answerOf({Ask::path, c_, a_})["join"], "backwards");
}

TEST_F(AnswerJson, ofRemovals)
{
    const Json event = answerOf({Ask::without, a_, {}});
    EXPECT_EQ(keys(event), (std::vector<std::string>{"fallen", "gone", "goneLinks", "goneSources", "loops", "removed",
                                                     "standing", "untouched", "weakened"}));
    EXPECT_EQ(event["removed"], "a");
    EXPECT_EQ(event["fallen"][0], Json::parse(R"({"event": "b", "layer": 1, "lost": 1, "kept": 0})"));
    EXPECT_EQ(answerOf({Ask::without, LinkId(std::size_t{0}), {}})["removed"]["to"], "b");
    const Json source = answerOf({Ask::without, first_, {}});
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
    const Json sources = answerOf({Ask::sources, a_, {}});
    EXPECT_EQ(sources, Json::parse(R"({"claim": "a", "carriers": ["relay"], "independent": 1,
        "origins": [{"source": "first", "cited": false, "relays": ["relay"]}], "eventsOnIt": ["b"], "linksOnIt": []})"));
    const Json implied = answerOf({Ask::implied, {}, {}})["implied"];
    ASSERT_EQ(implied.size(), 1u);
    EXPECT_EQ(implied[0]["way"], Json({"a", "b", "c"}));
    EXPECT_EQ(implied[0]["link"]["to"], "c");
}

TEST_F(AnswerJson, isAlwaysValidUtf8)
{
    maker_.story.events[a_.index()].id = "a\xFF";
    const std::string text =
        answerJson(maker_.scope(), {Ask::why, c_, {}}, answer(maker_.scope(), {Ask::why, c_, {}}), {}, "broken \xC3");
    EXPECT_TRUE(Json::accept(text));
    EXPECT_NE(text.find("\xEF\xBF\xBD"), std::string::npos);
    EXPECT_EQ(text.back(), '\n');
}

} // namespace
} // namespace fabula::ask
