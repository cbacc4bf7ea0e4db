#include "../fuzz/mutations.hpp"
#include "io/json_scan.hpp"
#include "test_files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>

namespace fabula::io {
namespace {

using Kind = Token::Kind;

/// Writes down what it is told, by the scan or by nlohmann's parser. Bytes of the text are noted by the scan alone.
class Witness
{
public:
    explicit Witness(std::string_view text = {}) : text_(text) {}

    bool openObject(std::size_t offset) { return at(offset, '{') && note("{"); }
    bool closeObject() { return note("}"); }
    bool openList(std::size_t offset) { return at(offset, '[') && note("["); }
    bool closeList() { return note("]"); }
    bool key(std::string_view key, std::size_t offset) { return at(offset, '"') && note("key " + std::string(key)); }
    bool scalar(const Token& token)
    {
        EXPECT_EQ(text_[token.offset] == '"', token.kind == Kind::string);
        return value(token);
    }

    bool null() { return value({}); }
    bool boolean(bool flag)
    {
        Token token;
        token.kind = Kind::flag;
        token.flag = flag;
        return value(token);
    }
    bool number_integer(std::int64_t number) { return integer(number); }
    bool number_unsigned(std::uint64_t number) { return integer(static_cast<std::int64_t>(number)); }
    bool number_float(double number, const std::string&)
    {
        Token token;
        token.kind = Kind::number;
        token.number = number;
        return value(token);
    }
    bool string(std::string& text)
    {
        Token token;
        token.kind = Kind::string;
        token.text = text;
        return value(token);
    }
    bool binary(nlohmann::json::binary_t&) { return true; }
    bool start_object(std::size_t) { return note("{"); }
    bool key(std::string& key) { return note("key " + key); }
    bool end_object() { return note("}"); }
    bool start_array(std::size_t) { return note("["); }
    bool end_array() { return note("]"); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

    const std::string& told() const { return told_; }

private:
    bool at(std::size_t offset, char sign)
    {
        EXPECT_EQ(text_[offset], sign);
        return true;
    }
    bool integer(std::int64_t number)
    {
        Token token;
        token.kind = Kind::integer;
        token.integer = number;
        token.number = static_cast<double>(number);
        return value(token);
    }
    bool value(const Token& token)
    {
        std::array<char, 64> number{};
        std::snprintf(number.data(), number.size(), "%.17g", token.number);
        return note(std::to_string(static_cast<int>(token.kind)) + ' ' + std::string(token.text) + ' ' +
                    std::to_string(token.integer) + ' ' + number.data() + (token.flag ? " true" : ""));
    }
    bool note(const std::string& line)
    {
        told_ += line + '\n';
        return true;
    }

    std::string_view text_;
    std::string told_;
};

JsonScan::End scanned(std::string_view text, Witness& witness)
{
    return JsonScan(text, nullptr).run(witness);
}

// What the scan takes the parser must take too, and mean the same by it.
bool agrees(const std::string& text)
{
    Witness ours(text);
    if (scanned(text, ours) != JsonScan::End::whole)
        return true;
    Witness theirs;
    return nlohmann::json::sax_parse(text, &theirs) && ours.told() == theirs.told();
}

TEST(JsonScan, takesWhatStoriesAreMadeOf)
{
    for (const char* text :
         {"{}", " [ ] ", "\xEF\xBB\xBF{\"a\":1}", R"({"a": [1, -2, 0, -0, 999999999999999999], "b": {"c": null}})",
          R"([true, false, 45.5, -0.25, 1e3, 2E-2, 1.5e+7])", R"(["", "plain words of some length", "Grüße 第8号 😀"])",
          R"(["\"\\\/\b\f\n\r\t", "\u00fc \u7B2C \ud83D\uDE00 \u0000"])", "\t\r\n{ \"k\\n\" :\n\"v\" }\n", "\"alone\"",
          "7"}) {
        Witness witness(text);
        EXPECT_EQ(scanned(text, witness), JsonScan::End::whole) << text;
        EXPECT_TRUE(agrees(text)) << text;
    }
    const std::string story = shippedStory();
    Witness witness(story);
    EXPECT_EQ(scanned(story, witness), JsonScan::End::whole);
}

TEST(JsonScan, leavesToTheParserWhatIsNoJson)
{
    for (const char* text : {"",
                             "{",
                             "[1,]",
                             "[,1]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "[1 2]",
                             "[01]",
                             "[-]",
                             "[1.]",
                             "[.5]",
                             "[1e]",
                             "[+1]",
                             "[tru]",
                             "[nul",
                             "[\"a]",
                             "[\"\\x\"]",
                             "[\"\\u12\"]",
                             "[\"\\ud800\"]",
                             "[\"\\ud800\\u0041\"]",
                             "[\"\\udc00\"]",
                             "[\"a\nb\"]",
                             "[\"\xFF\"]",
                             "[\"\xC0\x80\"]",
                             "[\"\xED\xA0\x80\"]",
                             "[\"\xF4\x90\x80\x80\"]",
                             "[\"\xE2\x82\"]",
                             "[1]]",
                             "{}{}",
                             "]",
                             "[1e999]",
                             "/* */ {}",
                             "[\"\x7F\", \x01]"}) {
        Witness witness(text);
        EXPECT_EQ(scanned(text, witness), JsonScan::End::unsure) << text;
    }
    const std::string_view cut("[1]\0", 4);
    Witness witness(cut);
    EXPECT_EQ(scanned(cut, witness), JsonScan::End::unsure);
}

TEST(JsonScan, goesAsDeepAsTheTextDoes)
{
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    Witness witness(deep);
    EXPECT_EQ(scanned(deep, witness), JsonScan::End::whole);
}

TEST(JsonScan, meansWhatTheParserMeans)
{
    fuzz::Mutations mutations(20);
    const std::string story = shippedStory();
    for (int i = 0; i < 4000; ++i) {
        const std::size_t start = mutations.below(story.size() - 600);
        const std::string broken = mutations.ofBytes(story.substr(start, 600));
        // Pieces of a story are seldom JSON: what is cut off is taken from behind its first comma and put into a list.
        for (const std::string& text :
             {broken, "[{" + broken.substr(std::min(broken.find(',') + 1, broken.size())) + "}]",
              "[\"" + broken + "\"]"})
            ASSERT_TRUE(agrees(text)) << text;
    }
    for (int i = 0; i < 300; ++i)
        ASSERT_TRUE(agrees(mutations.ofValues(nlohmann::json::parse(story)).dump(-1, ' ', i % 2 == 0)));
}

TEST(JsonScan, canBeCancelled)
{
    core::Progress progress;
    progress.cancel = true;
    Witness witness("[1]");
    EXPECT_EQ(JsonScan("[1]", &progress).run(witness), JsonScan::End::cancelled);
}

} // namespace
} // namespace fabula::io
