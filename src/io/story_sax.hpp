#pragma once

#include "io/json_text.hpp"
#include "io/story_handler.hpp"
#include "io/watched_text.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::io {

/// Hands what nlohmann's parser finds in a text to a StoryHandler. The parser tells no places: they are found again
/// from where the token before ended.
class StorySax
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    /// All arguments must outlive it; `position` is what the parser reads `text` through.
    StorySax(std::string_view text, const WatchedText& position, StoryHandler& handler);

    bool null();
    bool boolean(bool flag);
    bool number_integer(number_integer_t number);
    bool number_unsigned(number_unsigned_t number);
    bool number_float(number_float_t number, const string_t& written);
    bool string(string_t& text);
    bool binary(binary_t& bytes);
    bool start_object(std::size_t elements);
    bool key(string_t& key);
    bool end_object();
    bool start_array(std::size_t elements);
    bool end_array();
    bool parse_error(std::size_t position, const std::string& lastToken, const nlohmann::json::exception& error);

    /// What the parser said when it gave up; empty if it did not.
    const std::string& syntaxError() const { return syntaxError_; }
    bool numberTooLarge() const { return numberTooLarge_; }
    /// Where the last good token ended.
    std::size_t lastEnd() const { return lastEnd_; }

private:
    Token begin(Token::Kind kind) const;
    std::size_t bracket();
    bool scalar(const Token& token);

    std::string_view text_;
    const WatchedText& position_;
    StoryHandler& handler_;
    std::size_t lastEnd_ = 0;
    std::string syntaxError_;
    bool numberTooLarge_ = false;
};

} // namespace fabula::io
