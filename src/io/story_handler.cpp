#include "io/story_handler.hpp"

#include "io/suggestion.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::size_t kMostKeyBytes = 200; // of a key in a pointer; the format's own are far shorter

std::string_view cutKey(std::string_view key)
{
    return key.substr(0, kMostKeyBytes);
}

bool skips(Shape shape)
{
    return shape == Shape::unknown;
}

} // namespace

bool StoryHandler::openObject(std::size_t offset)
{
    Token token;
    token.kind = Token::Kind::object;
    token.offset = offset;
    keyIsOpen_ = false;
    if (depth_ == kMostDepth) {
        push(Frame::Kind::skippedObject, token, Shape::unknown);
        return true;
    }
    const Expected next = expected();
    return !tooManyEntries(token, next) && openExpected(token, next);
}

bool StoryHandler::openList(std::size_t offset)
{
    Token token;
    token.kind = Token::Kind::list;
    token.offset = offset;
    keyIsOpen_ = false;
    if (depth_ == kMostDepth) {
        push(Frame::Kind::skippedList, token, Shape::unknown);
        return true;
    }
    const Expected next = expected();
    if (tooManyEntries(token, next))
        return false;
    openListExpected(token, next);
    return !gaveUp_;
}

bool StoryHandler::key(std::string_view key, std::size_t offset)
{
    keyIsOpen_ = true;
    if (tooDeep_ > 0)
        return true;
    Frame& frame = top();
    frame.field = nullptr;
    frame.keyOffset = offset;
    frame.key = cutKey(key);
    if (!inText(key)) {
        frame.keptKey = frame.key;
        frame.key = frame.keptKey;
    }
    knownKey(frame, key);
    if (frame.field == nullptr)
        otherKey(frame, key, offset);
    return true;
}

std::size_t StoryHandler::innermostStart() const
{
    return depth_ == 0 ? 0 : frames_[depth_ - 1].offset;
}

bool StoryHandler::scalar(const Token& token)
{
    keyIsOpen_ = false;
    if (tooDeep_ > 0)
        return true;
    const Expected next = expected();
    if (tooManyEntries(token, next))
        return false;
    if (!skips(next.shape))
        take(token, next);
    return !gaveUp_;
}

// Whether it lies in the file, and so lasts.
bool StoryHandler::inText(std::string_view word) const
{
    const std::less_equal<const char*> notBehind;
    return notBehind(text_.data(), word.data()) && notBehind(word.data() + word.size(), text_.data() + text_.size());
}

StoryHandler::Expected StoryHandler::expected()
{
    if (depth_ == 0)
        return {Shape::story, nullptr, ReferenceKey::none};
    Frame& frame = top();
    switch (frame.kind) {
    case Frame::Kind::object:
        if (frame.field == nullptr)
            return {};
        return {frame.field->shape, frame.field->target != nullptr ? frame.field->target(draft_) : nullptr,
                frame.field->reference};
    case Frame::Kind::list:
        ++frame.count;
        return {frame.element, frame.target, frame.reference};
    case Frame::Kind::text:
        return {frame.key.empty() ? Shape::unknown : Shape::textEntry, frame.target, ReferenceKey::none};
    case Frame::Kind::skippedList:
        ++frame.count;
        return {};
    case Frame::Kind::skippedObject:
        break;
    }
    return {};
}

void StoryHandler::knownKey(Frame& frame, std::string_view key)
{
    if (frame.kind != Frame::Kind::object)
        return;
    const std::span<const Field> fields = fieldsOf(frame.shape);
    for (std::size_t tried = 0, i = frame.nextField; tried < fields.size(); ++tried, ++i) {
        if (i >= fields.size())
            i = 0;
        if (fields[i].key != key)
            continue;
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((frame.seen & bit) != 0) {
            report(finding::kRepeatedKey, frame.keyOffset,
                   core::message("the key {} stands twice in this object; keep one of them", inQuotes(key)));
            return;
        }
        frame.seen |= bit;
        frame.field = &fields[i];
        frame.nextField = i + 1;
        return;
    }
}

// Keys that we don't know are remembered only to find them again; a repeated known key comes here too, and is silent.
void StoryHandler::otherKey(Frame& frame, std::string_view key, std::size_t offset)
{
    const bool known =
        frame.kind == Frame::Kind::object && std::any_of(fieldsOf(frame.shape).begin(), fieldsOf(frame.shape).end(),
                                                         [&](const Field& field) { return field.key == key; });
    if (known)
        return;
    if (!frame.others.insert(key, inText(key))) {
        report(finding::kRepeatedKey, offset,
               core::message("the key {} stands twice in this object; keep one of them", inQuotes(key)));
        if (frame.kind == Frame::Kind::text)
            frame.key = {};
        return;
    }
    if (frame.kind == Frame::Kind::text && !isLanguageTag(key)) {
        report(badLanguageTag(key), offset);
        frame.key = {};
    } else if (frame.kind == Frame::Kind::object) {
        hintAtKey(frame, key, offset);
    }
}

void StoryHandler::hintAtKey(const Frame& frame, std::string_view key, std::size_t offset)
{
    if (sink_.full() || key.size() < 3)
        return;
    for (const Field& field : fieldsOf(frame.shape)) {
        if (editDistance(key, field.key, 1) <= 1) {
            report(finding::kMisspeltKey, offset,
                   didYouMean(core::message("the key {} is unknown and not read", inQuotes(key)), field.key));
            return;
        }
    }
}

bool StoryHandler::tooLong(const Token& token)
{
    if (token.kind != Token::Kind::string || token.text.size() <= limits_.textBytes)
        return false;
    report(finding::kTextTooLong, token.offset,
           core::message("this text has {} bytes; shorten it to {}", token.text.size(), limits_.textBytes));
    return true;
}

core::Message StoryHandler::nameOfNext() const
{
    const bool listed = depth_ > 0 && top().kind == Frame::Kind::list;
    for (std::size_t depth = depth_; depth > 0; --depth) {
        const Frame& frame = frames_[depth - 1];
        if (frame.kind == Frame::Kind::object || frame.kind == Frame::Kind::text)
            return listed ? core::message("each of {}", inQuotes(frame.key)) : core::verbatim(inQuotes(frame.key));
    }
    return core::message("the story");
}

std::string StoryHandler::pointerTo(std::size_t depth) const
{
    std::string pointer;
    for (std::size_t i = 0; i < depth; ++i) {
        const Frame& frame = frames_[i];
        pointer += '/';
        if (frame.kind == Frame::Kind::list || frame.kind == Frame::Kind::skippedList) {
            pointer += std::to_string(frame.count == 0 ? 0 : frame.count - 1);
            continue;
        }
        for (const char c : frame.key)
            pointer += c == '~' ? std::string("~0") : (c == '/' ? std::string("~1") : std::string(1, c));
    }
    return pointer;
}

void StoryHandler::report(const FindingKind& kind, std::size_t offset, core::Message sentence)
{
    if (sink_.full())
        sink_.add(kind, {}, {}, {});
    else
        sink_.add(kind, lines_.at(offset), pointerTo(depth_), std::move(sentence));
}

void StoryHandler::report(const ValueProblem& problem, std::size_t offset)
{
    report(problem.kind, offset + problem.shift, sink_.full() ? core::Message() : sentenceOn(problem, nameOfNext()));
}

} // namespace fabula::io
