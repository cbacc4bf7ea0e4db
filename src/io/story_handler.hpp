#pragma once

#include "io/finding_sink.hpp"
#include "io/json_text.hpp"
#include "io/keys_seen.hpp"
#include "io/read_limits.hpp"
#include "io/story_draft.hpp"
#include "io/story_fields.hpp"
#include "io/value_reader.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// Reads a story into a draft, as a parser meets its parts one after the other. It knows by a stack of frames which
/// object or list it is in, and by the tables of story_fields.hpp what may stand there; what may not becomes a finding,
/// and reading goes on. Values under unknown keys are stepped over. The stack is kMostDepth deep; past it brackets are
/// only counted.
class StoryHandler
{
public:
    /// All arguments must outlive the handler.
    StoryHandler(std::string_view text, StoryDraft& draft, FindingSink& sink)
        : text_(text), draft_(draft), sink_(sink), lines_(text)
    {
    }
    void setLimits(const ReadLimits& limits) { limits_ = limits; }

    /// What the parser meets, at which offset of the text; whether to go on. Strings need not last.
    bool scalar(const Token& token);
    bool openObject(std::size_t offset);
    bool key(std::string_view key, std::size_t offset);
    bool closeObject() { return close(); }
    bool openList(std::size_t offset);
    bool closeList() { return close(); }

    /// A limit was passed and reading was given up there.
    bool gaveUp() const { return gaveUp_; }
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
        std::string_view key;         ///< that key (cut where very long), in the text or in `keptKey`
        std::string keptKey;
        std::size_t keyOffset = 0;
        std::size_t nextField = 0; ///< where to look for the next key: mostly they stand in the order of the table
        std::size_t offset = 0;
        std::size_t count = 0;  ///< list elements begun
        std::uint64_t seen = 0; ///< bits of the known keys
        KeysSeen others;        ///< the unknown keys and languages
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
    Expected expected();
    void take(const Token& token, const Expected& expected);
    void takeReference(const Token& token, const Expected& expected);
    void takeWord(const Token& token, const Expected& expected);
    void takeTextEntry(const Token& token);
    void takePlainText(const Token& token, const Expected& expected);
    bool takeKept(const Token& token, const Expected& expected);
    bool openExpected(const Token& token, const Expected& expected);
    bool openElement(List list, std::size_t offset);
    void keepPlace(const Token& token, const Expected& expected);
    bool tooManyEntries(const Token& token, const Expected& expected);
    void openListExpected(const Token& token, const Expected& expected);
    bool close();
    void finishObject(const Frame& frame);
    void finishList(const Frame& frame);
    void finishText(const Frame& frame);
    Frame* push(Frame::Kind kind, const Token& token, Shape shape);
    void knownKey(Frame& frame, std::string_view key);
    void otherKey(Frame& frame, std::string_view key, std::size_t offset);
    void hintAtKey(const Frame& frame, std::string_view key, std::size_t offset);
    bool inText(std::string_view word) const;
    bool tooLong(const Token& token);
    core::Message nameOfNext() const;
    std::string pointerTo(std::size_t depth) const;
    void report(const FindingKind& kind, std::size_t offset, core::Message sentence);
    void report(const ValueProblem& problem, std::size_t offset);

    std::string_view text_;
    StoryDraft& draft_;
    FindingSink& sink_;
    ReadLimits limits_;
    LineCounter lines_;
    std::array<Frame, kMostDepth> frames_;
    std::size_t depth_ = 0;
    std::size_t tooDeep_ = 0; ///< brackets open past the deepest frame
    bool gaveUp_ = false;
    bool keyIsOpen_ = false; ///< a key was read, but not yet its value
    bool saidTooDeep_ = false;
    std::size_t entries_ = 0;              ///< of all lists within elements
    model::TextPacker packer_;             ///< of the text that is open
    std::vector<core::CompactText> terms_; ///< of the list of terms that is open
};

} // namespace fabula::io
