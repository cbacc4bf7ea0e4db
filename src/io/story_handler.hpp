#pragma once

#include "io/finding_sink.hpp"
#include "io/json_text.hpp"
#include "io/read_limits.hpp"
#include "io/story_draft.hpp"
#include "io/story_fields.hpp"
#include "io/value_reader.hpp"
#include "io/watched_text.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace fabula::io {

/// The SAX handler that reads a story into a draft. It knows by a stack of frames which object or list it is in, and by
/// the tables of story_fields.hpp what may stand there; what may not becomes a finding, and reading goes on. Values
/// under unknown keys are stepped over. The stack is kMostDepth deep; past it brackets are only counted.
class StoryHandler
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    /// All arguments must outlive the handler; `position` is what the parser reads `text` through.
    StoryHandler(std::string_view text, const WatchedText& position, StoryDraft& draft, FindingSink& sink);
    void setLimits(const ReadLimits& limits) { limits_ = limits; }

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
    /// A limit was passed and reading was given up there.
    bool gaveUp() const { return gaveUp_; }
    /// Where the last good token ended.
    std::size_t lastEnd() const { return lastEnd_; }
    /// Where the innermost object or list that is still open began.
    std::size_t innermostStart() const;
    /// Of the value that comes next if its key is known, else of the object or list that it stands in.
    std::string pointer() const { return pointerTo(depth_ == 0 || keyIsOpen_ ? depth_ : depth_ - 1); }
    bool open() const { return depth_ > 0; }

private:
    /// One object or list that is open.
    struct Frame
    {
        enum class Kind : std::uint8_t { object, list, text, skippedObject, skippedList };
        Kind kind = Kind::object;
        Shape shape = Shape::unknown;   ///< of itself
        Shape element = Shape::unknown; ///< of a list's elements
        ReferenceKey reference = ReferenceKey::none;
        void* target = nullptr;
        const Field* field = nullptr; ///< of the key that was read last, null if we don't know it
        std::string key;              ///< that key (cut where very long)
        std::size_t keyOffset = 0;
        std::size_t offset = 0;
        std::size_t count = 0;        ///< list elements begun
        std::uint64_t seen = 0;       ///< bits of the known keys
        std::set<std::string> others; ///< the unknown keys and languages
    };
    /// What may come next, and where it goes.
    struct Expected
    {
        Shape shape = Shape::unknown;
        void* target = nullptr;
        ReferenceKey reference = ReferenceKey::none;
    };

    const Frame& top() const { return frames_[depth_ - 1]; }
    Frame& top() { return frames_[depth_ - 1]; }
    Token begin(Token::Kind kind) const;
    Expected expected();
    bool scalar(const Token& token);
    void take(const Token& token, const Expected& expected);
    void takeReference(const Token& token, const Expected& expected);
    void takeWord(const Token& token, const Expected& expected);
    void takeTextEntry(Token token);
    void takePlainText(Token& token, const Expected& expected);
    bool openObject(const Token& token, const Expected& expected);
    bool openElement(List list, std::size_t offset);
    void keepPlace(const Token& token, const Expected& expected);
    bool tooManyEntries(const Token& token, const Expected& expected);
    void openList(const Token& token, const Expected& expected);
    void closeObject(const Frame& frame);
    void closeList(const Frame& frame);
    void closeText(const Frame& frame);
    Frame* push(Frame::Kind kind, const Token& token, Shape shape);
    void pop();
    void knownKey(Frame& frame, const std::string& key);
    void otherKey(Frame& frame, const std::string& key, std::size_t offset);
    void hintAtKey(const Frame& frame, const std::string& key, std::size_t offset);
    bool tooLong(const Token& token);
    core::Message nameOfNext() const;
    std::string pointerTo(std::size_t depth) const;
    void report(const FindingKind& kind, std::size_t offset, core::Message sentence);
    void report(const ValueProblem& problem, std::size_t offset);

    std::string_view text_;
    const WatchedText& position_;
    StoryDraft& draft_;
    FindingSink& sink_;
    ReadLimits limits_;
    LineCounter lines_;
    std::array<Frame, kMostDepth> frames_;
    std::size_t depth_ = 0;
    std::size_t tooDeep_ = 0; ///< brackets open past the deepest frame
    std::size_t lastEnd_ = 0;
    std::string syntaxError_;
    bool numberTooLarge_ = false;
    bool gaveUp_ = false;
    bool keyIsOpen_ = false; ///< a key was read, but not yet its value
    bool saidTooDeep_ = false;
    std::size_t entries_ = 0; ///< of all lists within elements
};

} // namespace fabula::io
