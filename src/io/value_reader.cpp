#include "io/value_reader.hpp"

#include "core/ascii.hpp"
#include "core/web_address.hpp"
#include "io/suggestion.hpp"
#include "time/edtf.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::io {
namespace {

using Problem = std::optional<ValueProblem>;

const core::Message kValue; ///< holds the place of what the value is called

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isLetter(char c)
{
    return isLower(core::asciiLower(c));
}

core::Message describe(Token::Kind kind)
{
    switch (kind) {
    case Token::Kind::flag:
        return core::message("true or false");
    case Token::Kind::integer:
    case Token::Kind::number:
        return core::message("a number");
    case Token::Kind::string:
        return core::message("a string");
    case Token::Kind::list:
        return core::message("a list");
    case Token::Kind::object:
    case Token::Kind::null:
        break;
    }
    return core::message("an object");
}

// The nearest thing to `id` that is one, for the hint.
std::string asId(std::string_view id)
{
    std::string made;
    for (const char c : id) {
        const char l = core::asciiLower(c);
        if (isLower(l) || isDigit(l))
            made += l;
        else if (!made.empty() && made.back() != '-')
            made += '-';
    }
    while (!made.empty() && made.back() == '-')
        made.pop_back();
    return made;
}

Problem readId(std::string_view id)
{
    if (isId(id))
        return std::nullopt;
    if (id.empty())
        return ValueProblem{
            finding::kBadId,
            core::message("{} must consist of a-z, 0-9 and -, and begin with no -, but is empty", kValue)};
    return ValueProblem{
        finding::kBadId,
        core::message("{} must consist of a-z, 0-9 and -, and begin with no -, but is {}", kValue, inQuotes(id)), 0,
        false, id.size() <= 60 ? asId(id) : std::string()};
}

Problem readGrade(std::string_view grade)
{
    if (grade.size() == 2 && grade[0] >= 'A' && grade[0] <= 'F' && grade[1] >= '1' && grade[1] <= '6')
        return std::nullopt;
    return ValueProblem{finding::kBadGrade,
                        core::message("{} must be a NATO Admiralty code, A to F and 1 to 6 as in `B2`, but is {}",
                                      kValue, inQuotes(grade))};
}

Problem readDate(std::string_view text, time::Edtf& date)
{
    core::Result<time::Edtf> parsed = time::parseEdtf(text);
    if (parsed) {
        date = std::move(parsed.value());
        return std::nullopt;
    }
    // Column 1 is the first byte behind the opening quote.
    const std::size_t column = std::min<std::size_t>(parsed.error().where.column, text.size() + 1);
    return ValueProblem{finding::kBadDate, core::message("{} is no date in EDTF: {}", kValue, parsed.error().message),
                        column};
}

template <class Term>
Problem readTerm(std::string_view word, Shape shape, Term& term)
{
    const std::span<const std::string_view> names = termsOf(shape);
    const auto found = std::find(names.begin(), names.end(), word);
    if (found != names.end()) {
        term = static_cast<Term>(found - names.begin());
        return std::nullopt;
    }
    std::string allButLast;
    for (const std::string_view name : names.first(names.size() - 1))
        allButLast += fmt::format("{}`{}`", allButLast.empty() ? "" : ", ", name);
    return ValueProblem{
        finding::kUnknownTerm,
        core::message("{} must be {} or `{}`, but is {}", kValue, allButLast, names.back(), inQuotes(word)), 0, false,
        nearest(word, names)};
}

Problem readString(std::string_view text, Shape shape, void* target)
{
    Problem problem;
    switch (shape) {
    case Shape::id:
        problem = readId(text);
        break;
    case Shape::grade:
        problem = readGrade(text);
        break;
    case Shape::languageTag:
        if (!isLanguageTag(text))
            problem = badLanguageTag(text);
        break;
    case Shape::url:
        if (!core::isWebAddress(text))
            problem = ValueProblem{
                finding::kBadUrl,
                core::message(
                    "{} must be a web address to be opened: https:// or http://, a host, and only ASCII without spaces "
                    "(other letters as %XX), at most 2,000 bytes; but is {}",
                    kValue, inQuotes(text))};
        break;
    case Shape::date:
        return readDate(text, *static_cast<time::Edtf*>(target));
    case Shape::basis:
        return readTerm(text, shape, *static_cast<model::Basis*>(target));
    case Shape::linkKind:
        return readTerm(text, shape, *static_cast<model::LinkKind*>(target));
    case Shape::view:
        return readTerm(text, shape, *static_cast<model::SceneView*>(target));
    case Shape::confidence:
        return readTerm(text, shape, static_cast<std::optional<model::Confidence>*>(target)->emplace());
    default:
        break;
    }
    if (target != nullptr)
        *static_cast<std::string*>(target) = text;
    return problem;
}

bool isWhole(const Token& token)
{
    return token.kind == Token::Kind::integer || std::floor(token.number) == token.number;
}

Problem readNumber(const Token& token, Shape shape, void* target)
{
    if (shape == Shape::seconds) {
        constexpr double kMostSeconds = 86'400; // a day: nobody looks at a slide for longer
        if (!(token.number > 0.0 && token.number <= kMostSeconds))
            return ValueProblem{finding::kNumberOutOfRange,
                                core::message("{} must be more than 0 and at most 86400", kValue)};
        *static_cast<std::optional<double>*>(target) = token.number;
        return std::nullopt;
    }
    if (shape == Shape::version) {
        if (token.number == 1.0)
            return std::nullopt;
        return ValueProblem{
            finding::kUnknownVersion,
            core::message("this program reads version 1 of the story format, not version {}; a newer one may read it",
                          fmt::format("{:g}", token.number)),
            0, true};
    }
    if (!isWhole(token) || token.number < 1.0 || token.number > 5.0)
        return ValueProblem{finding::kNumberOutOfRange, core::message("{} must be a whole number from 1 to 5", kValue)};
    *static_cast<int*>(target) = static_cast<int>(token.number);
    return std::nullopt;
}

bool takesString(Shape shape)
{
    switch (shape) {
    case Shape::word:
    case Shape::id:
    case Shape::languageTag:
    case Shape::grade:
    case Shape::url:
    case Shape::date:
    case Shape::basis:
    case Shape::confidence:
    case Shape::linkKind:
    case Shape::view:
        return true;
    default:
        return false;
    }
}

} // namespace

Problem readValue(const Token& token, Shape shape, void* target)
{
    const bool numeric = token.kind == Token::Kind::integer || token.kind == Token::Kind::number;
    const bool wantsNumber = shape == Shape::version || shape == Shape::importance || shape == Shape::seconds;
    if (token.kind == Token::Kind::string && takesString(shape))
        return readString(token.text, shape, target);
    if (numeric && wantsNumber)
        return readNumber(token, shape, target);
    if (token.kind == Token::Kind::flag && shape == Shape::flag) {
        *static_cast<bool*>(target) = token.flag;
        return std::nullopt;
    }
    if (token.kind == Token::Kind::flag && token.flag && shape == Shape::yes)
        return std::nullopt;
    return wrongType(token, shape);
}

ValueProblem wrongType(const Token& token, Shape shape)
{
    const core::Message wanted = io::describe(shape);
    if (token.kind == Token::Kind::null)
        return {finding::kWrongType,
                core::message("{} must be {}, not null; leave the key out where nothing is known", kValue, wanted)};
    return {finding::kWrongType, core::message("{} must be {}, not {}", kValue, wanted, describe(token.kind))};
}

core::Message sentenceOn(const ValueProblem& problem, const core::Message& subject)
{
    core::Message sentence = problem.sentence;
    if (!problem.whole)
        sentence.fillers.front() = subject;
    return didYouMean(std::move(sentence), problem.meant);
}

bool isLanguageTag(std::string_view tag)
{
    std::size_t start = 0;
    while (true) {
        const std::size_t end = std::min(tag.find('-', start), tag.size());
        const std::string_view subtag = tag.substr(start, end - start);
        const bool first = start == 0;
        const bool good =
            std::all_of(subtag.begin(), subtag.end(), [&](char c) { return isLetter(c) || (!first && isDigit(c)); });
        const std::size_t least = first && subtag != "x" && subtag != "i" ? 2 : 1;
        if (!good || subtag.size() < least || subtag.size() > 8)
            return false;
        if (end == tag.size())
            return true;
        start = end + 1;
    }
}

ValueProblem badLanguageTag(std::string_view tag)
{
    std::string hyphened(tag.substr(0, 60));
    std::replace(hyphened.begin(), hyphened.end(), '_', '-');
    const bool helps = hyphened != tag && isLanguageTag(hyphened);
    return {finding::kBadLanguageTag,
            core::message("{} is no language tag as `en` or `zh-Hant` are (BCP 47)", inQuotes(tag)), 0, true,
            helps ? hyphened : std::string()};
}

bool isId(std::string_view id)
{
    return !id.empty() && id.front() != '-' &&
           std::all_of(id.begin(), id.end(), [](char c) { return isLower(c) || isDigit(c) || c == '-'; });
}

bool isBlank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

} // namespace fabula::io
