#include "core/symbol_table.hpp"
#include "io/findings_json.hpp"
#include "io/json_format.hpp"
#include "io/json_splice.hpp"
#include "io/json_text.hpp"
#include "io/story_fields.hpp"
#include "io/suggestion.hpp"
#include "test_files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace fabula::io {
namespace {

TEST(Suggestion, countsEdits)
{
    EXPECT_EQ(editDistance("kitten", "sitting", 9), 3u);
    EXPECT_EQ(editDistance("huawei-psuh", "huawei-push", 9), 1u) << "neighbours swapped";
    EXPECT_EQ(editDistance("", "abc", 9), 3u);
    EXPECT_EQ(editDistance("abc", "abc", 0), 0u);
    EXPECT_EQ(editDistance("abcdef", "uvwxyz", 2), 3u) << "gives up past the most";
}

TEST(Suggestion, takesTheNearestAndNothingFar)
{
    const std::vector<std::string_view> ids{"h20-orders", "h20-order", "r1-launch"};
    EXPECT_EQ(nearest("h20-odrer", ids), "h20-order");
    EXPECT_EQ(nearest("something-else", ids), "");
    const core::Message sentence = core::message("no event has the id {}", "`h20`");
    EXPECT_EQ(core::english(didYouMean(sentence, "")), "no event has the id `h20`");
    EXPECT_EQ(core::english(didYouMean(sentence, "h20-order")), "no event has the id `h20`; did you mean `h20-order`?");
}

TEST(Suggestion, quotesWhateverAFileHolds)
{
    EXPECT_EQ(inQuotes("a\nb"), "`a\\u000ab`");
    const std::string cut = inQuotes(std::string(59, 'x') + "üüü");
    EXPECT_EQ(cut, '`' + std::string(59, 'x') + "…`") << "not within a letter";
}

TEST(SymbolTable, givesEachWordOneNumber)
{
    core::TextArena arena;
    core::SymbolTable symbols(arena);
    for (std::uint32_t i = 0; i < 5000; ++i)
        ASSERT_EQ(symbols.add("word-" + std::to_string(i)), i);
    for (std::uint32_t i = 0; i < 5000; ++i)
        ASSERT_EQ(symbols.add("word-" + std::to_string(i)), i);
    EXPECT_EQ(symbols.size(), 5000u);
    EXPECT_EQ(symbols.word(4711), "word-4711");
    EXPECT_EQ(symbols.word(symbols.add("")), "");
}

TEST(LineCounter, knowsPlacesInAnyOrder)
{
    const std::string text = "ab\n\ncd\nefgh";
    LineCounter lines(text);
    const auto place = [&](std::size_t offset) {
        const auto mark = lines.at(offset);
        return std::pair(mark.line, mark.column);
    };
    EXPECT_EQ(place(8), std::pair(4u, 2u));
    EXPECT_EQ(place(0), std::pair(1u, 1u));
    EXPECT_EQ(place(5), std::pair(3u, 2u));
    EXPECT_EQ(place(3), std::pair(2u, 1u));
    EXPECT_EQ(place(99), std::pair(4u, 5u)) << "at most the end";
    EXPECT_EQ(LineCounter(text, 5, {3, 2}).at(7).line, 4u);
}

TEST(LineTable, knowsThePlacesThatCountingTells)
{
    std::string text;
    for (std::size_t i = 0; i < 3000; ++i)
        text += std::string(i % 7, 'x') + '\n';
    text += std::string(20'000, 'y');
    const LineTable table(text);
    LineCounter lines(text);
    for (std::size_t offset = 0; offset <= text.size() + 1; ++offset) {
        const model::StoryPlaces::Mark counted = lines.at(offset);
        ASSERT_EQ(table.at(offset).line, counted.line) << offset;
        ASSERT_EQ(table.at(offset).column, counted.column) << offset;
    }
    EXPECT_EQ(LineTable("").at(0).line, 1u);
}

TEST(JsonText, stepsOverValues)
{
    const std::string text = R"( {"a" : "}\"]", "b":[1,{"c":null}], "d" : -1.5e3})";
    EXPECT_EQ(endOfValue(text, 1), text.size());
    const auto value = [&](std::string_view key) {
        const auto at = memberValue(text, 1, key);
        return at ? text.substr(*at, endOfValue(text, *at) - *at) : std::string("-");
    };
    EXPECT_EQ(value("a"), R"("}\"]")");
    EXPECT_EQ(value("b"), R"([1,{"c":null}])");
    EXPECT_EQ(value("d"), "-1.5e3");
    EXPECT_EQ(value("c"), "-") << "of an inner object";
}

TEST(JsonSplice, partsMakeUpTheWholeAgain)
{
    const std::string text = "{ \"a\" : 1 ,\n  \"b\":[ ] ,\t\"c\": {\"d\": [1, 2 ]}\n}";
    const JsonParts parts = takeApart(text);
    ASSERT_EQ(parts.parts.size(), 3u);
    EXPECT_EQ(putTogether(parts, {{0, {}, {}}, {1, {}, {}}, {2, {}, {}}}, {}, ""), text);
    EXPECT_EQ(putTogether(parts, {{0, {}, {}}, {2, {}, "7"}}, {}, ""), "{ \"a\" : 1 ,\t\"c\": 7\n}");
    EXPECT_EQ(putTogether(takeApart("[ ]"), {}, {}, ""), "[ ]");
    EXPECT_EQ(putTogether(takeApart("[]"), {{std::nullopt, {}, "1"}, {std::nullopt, {}, "2"}}, {"", 80}, ""), "[1, 2]");
}

TEST(JsonFormat, breaksWhatDoesNotFit)
{
    const auto value = nlohmann::ordered_json::parse(R"({"z":[1,2],"a":{"b":"äöü"}})");
    EXPECT_EQ(oneLine(value), R"({"z": [1, 2], "a": {"b": "äöü"}})");
    EXPECT_EQ(formatted(value, {"  ", 30}, "", 0), "{\n  \"z\": [1, 2],\n  \"a\": {\"b\": \"äöü\"}\n}");
}

TEST(FindingsJson, isJsonForScripts)
{
    const std::vector<core::Finding> findings{
        {"F302", core::Severity::error, {"a \xFF.json", 3, 4, "/links/0"}, core::verbatim("no \"x\"")}};
    const auto json = nlohmann::json::parse(findingsJson(findings));
    ASSERT_EQ(json.size(), 1u);
    EXPECT_EQ(json[0].at("code"), "F302");
    EXPECT_EQ(json[0].at("severity"), "error");
    EXPECT_EQ(json[0].at("line"), 3);
    EXPECT_EQ(json[0].at("column"), 4);
    EXPECT_EQ(json[0].at("pointer"), "/links/0");
    EXPECT_EQ(json[0].at("sentence"), "no \"x\"");
    EXPECT_EQ(findingsJson({}), "[]\n");
}

class Schema : public testing::Test
{
protected:
    nlohmann::json schema = nlohmann::json::parse(textOf(sourceDir() / "assets" / "schema" / "story.schema.json"));

    void expectSame(const nlohmann::json& object, Shape shape)
    {
        std::set<std::string> known;
        std::set<std::string> required;
        for (const Field& field : fieldsOf(shape)) {
            known.emplace(field.key);
            if (field.required)
                required.emplace(field.key);
        }
        std::set<std::string> published;
        for (const auto& [key, value] : object.at("properties").items())
            published.insert(key);
        EXPECT_EQ(known, published);
        EXPECT_EQ(required, object.at("required").get<std::set<std::string>>());
    }
    void expectSameTerms(const nlohmann::json& published, Shape shape)
    {
        const auto terms = termsOf(shape);
        EXPECT_EQ(std::vector<std::string>(terms.begin(), terms.end()),
                  published.at("enum").get<std::vector<std::string>>());
    }
};

TEST_F(Schema, hasTheKeysThatTheReaderKnows)
{
    expectSame(schema, Shape::story);
    expectSame(schema.at("$defs").at("actor"), Shape::actor);
    expectSame(schema.at("$defs").at("source"), Shape::source);
    expectSame(schema.at("$defs").at("event"), Shape::event);
    expectSame(schema.at("$defs").at("link"), Shape::link);
    expectSame(schema.at("$defs").at("scene"), Shape::scene);
    expectSame(schema.at("$defs").at("citation").at("anyOf").at(1), Shape::citation);
}

TEST_F(Schema, hasTheTermsThatTheReaderKnows)
{
    const auto& defs = schema.at("$defs");
    expectSameTerms(defs.at("basis"), Shape::basis);
    expectSameTerms(defs.at("confidence"), Shape::confidence);
    expectSameTerms(defs.at("link").at("properties").at("kind"), Shape::linkKind);
    expectSameTerms(defs.at("scene").at("properties").at("view"), Shape::view);
}

} // namespace
} // namespace fabula::io
