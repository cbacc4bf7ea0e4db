#include "io/story_sax.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace fabula::io {

StorySax::StorySax(std::string_view text, const WatchedText& position, StoryHandler& handler)
    : text_(text), position_(position), handler_(handler)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        lastEnd_ = kByteOrderMark.size();
}

bool StorySax::null()
{
    return scalar(begin(Token::Kind::null));
}

bool StorySax::boolean(bool flag)
{
    Token token = begin(Token::Kind::flag);
    token.flag = flag;
    return scalar(token);
}

bool StorySax::number_integer(number_integer_t number)
{
    Token token = begin(Token::Kind::integer);
    token.integer = number;
    token.number = static_cast<double>(number);
    return scalar(token);
}

bool StorySax::number_unsigned(number_unsigned_t number)
{
    constexpr number_unsigned_t kMost = std::numeric_limits<std::int64_t>::max();
    Token token = begin(Token::Kind::integer);
    token.integer = static_cast<std::int64_t>(std::min(number, kMost));
    token.number = static_cast<double>(number);
    return scalar(token);
}

bool StorySax::number_float(number_float_t number, const string_t&)
{
    Token token = begin(Token::Kind::number);
    token.number = number;
    return scalar(token);
}

bool StorySax::string(string_t& text)
{
    Token token = begin(Token::Kind::string);
    token.text = text;
    return scalar(token);
}

bool StorySax::binary(binary_t&)
{
    return true; // JSON text has none
}

bool StorySax::start_object(std::size_t)
{
    return handler_.openObject(bracket());
}

bool StorySax::start_array(std::size_t)
{
    return handler_.openList(bracket());
}

bool StorySax::end_object()
{
    bracket();
    return handler_.closeObject();
}

bool StorySax::end_array()
{
    bracket();
    return handler_.closeList();
}

bool StorySax::key(string_t& key)
{
    const std::size_t offset = skipSeparators(text_, lastEnd_);
    lastEnd_ = position_.offset();
    return handler_.key(key, offset);
}

bool StorySax::parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error)
{
    syntaxError_ = error.what();
    constexpr int kNumberOverflow = 406; // nlohmann's number for it
    numberTooLarge_ = error.id == kNumberOverflow;
    return false;
}

Token StorySax::begin(Token::Kind kind) const
{
    Token token;
    token.kind = kind;
    token.offset = skipSeparators(text_, lastEnd_);
    return token;
}

std::size_t StorySax::bracket()
{
    const std::size_t offset = skipSeparators(text_, lastEnd_);
    lastEnd_ = offset + 1;
    return offset;
}

bool StorySax::scalar(const Token& token)
{
    lastEnd_ = token.kind == Token::Kind::string ? position_.offset() : endOfScalar(text_, token.offset);
    return handler_.scalar(token);
}

} // namespace fabula::io
