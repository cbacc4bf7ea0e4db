// The part of StoryHandler that opens and closes objects and lists and takes their values.
#include "io/story_handler.hpp"
#include "io/suggestion.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace fabula::io {
namespace {

bool isText(Shape shape)
{
    return shape == Shape::text || shape == Shape::title;
}

// The list of the story that an element of this shape stands in.
std::optional<List> listOf(Shape element)
{
    switch (element) {
    case Shape::actor:
        return List::actors;
    case Shape::source:
        return List::sources;
    case Shape::event:
        return List::events;
    case Shape::link:
        return List::links;
    case Shape::scene:
        return List::scenes;
    default:
        return std::nullopt;
    }
}

// What its elements are called together.
core::Message thingsOf(List list)
{
    switch (list) {
    case List::actors:
        return core::message("actors");
    case List::sources:
        return core::message("sources");
    case List::events:
        return core::message("events");
    case List::links:
        return core::message("links");
    case List::scenes:
        break;
    }
    return core::message("scenes");
}

std::string questionNames()
{
    std::string names;
    for (const Field& field : fieldsOf(Shape::question))
        names += (names.empty() ? "`" : ", `") + std::string(field.key) + '`';
    return names;
}

} // namespace

void StoryHandler::take(const Token& token, const Expected& expected)
{
    if (tooLong(token)) {
        keepPlace(token, expected);
        return;
    }
    if (expected.shape == Shape::story) {
        report(finding::kNotAStory, token.offset,
               core::message("a story file holds one JSON object, beginning with `{{`"));
    } else if (expected.shape == Shape::textEntry) {
        takeTextEntry(token);
    } else if (token.kind == Token::Kind::string && isText(expected.shape)) {
        Token plain = token;
        takePlainText(plain, expected);
    } else if (token.kind == Token::Kind::string &&
               (expected.shape == Shape::reference || expected.shape == Shape::citation)) {
        takeReference(token, expected);
    } else if ((expected.shape == Shape::languageTag || expected.shape == Shape::word) &&
               top().kind == Frame::Kind::list) {
        takeWord(token, expected);
    } else {
        if (auto problem = readValue(token, expected.shape, expected.target)) {
            report(*problem, token.offset);
            keepPlace(token, expected);
        } else if (expected.shape == Shape::id && expected.target != &draft_.story.id) {
            draft_.setId(*static_cast<std::string*>(expected.target));
        }
    }
}

// An element of a list of strings.
void StoryHandler::takeWord(const Token& token, const Expected& expected)
{
    auto& words = *static_cast<std::vector<std::string>*>(expected.target);
    std::string word;
    if (auto problem = readValue(token, expected.shape, &word))
        report(*problem, token.offset);
    else
        words.push_back(std::move(word));
}

void StoryHandler::takeReference(const Token& token, const Expected& expected)
{
    std::size_t group = 0;
    if (expected.shape == Shape::citation)
        draft_.citations->emplace_back();
    if (expected.reference == ReferenceKey::cited)
        group = draft_.citations->size() - 1;
    else if (expected.reference == ReferenceKey::reveal)
        group = draft_.story.scenes.back().reveal.size() - 1;
    else if (expected.reference == ReferenceKey::pinned)
        group = draft_.story.scenes.back().callouts.size() - 1;
    const std::size_t entry = top().kind == Frame::Kind::list ? top().count - 1 : 0;
    draft_.refer(expected.reference, {*token.text, token.offset, group, entry});
}

void StoryHandler::takePlainText(Token& token, const Expected& expected)
{
    auto& text = *static_cast<model::Text*>(expected.target);
    if (expected.shape == Shape::title && isBlank(*token.text)) {
        report(finding::kEmptyTitle, token.offset, core::message("{} is empty; nothing could be shown", nameOfNext()));
        return;
    }
    text.plain = true;
    text.entries.push_back({std::string(), std::move(*token.text)}); // the language is filled in when it is known
}

void StoryHandler::takeTextEntry(Token token)
{
    Frame& frame = top();
    if (token.kind != Token::Kind::string) {
        report(wrongType(token, Shape::textEntry), token.offset);
        return;
    }
    if (frame.shape == Shape::title && isBlank(*token.text)) {
        report(finding::kEmptyTitle, token.offset,
               core::message("the text in `{}` is empty; write one or leave the language out", frame.key));
        return;
    }
    static_cast<model::Text*>(frame.target)->entries.push_back({frame.key, std::move(*token.text)});
}

bool StoryHandler::openObject(const Token& token, const Expected& expected)
{
    switch (expected.shape) {
    case Shape::unknown:
        push(Frame::Kind::skippedObject, token, Shape::unknown);
        return true;
    case Shape::story:
    case Shape::actor:
    case Shape::source:
    case Shape::event:
    case Shape::link:
    case Shape::scene:
    case Shape::citation:
    case Shape::question:
    case Shape::callout:
        break;
    case Shape::text:
    case Shape::title:
        push(Frame::Kind::text, token, expected.shape)->target = expected.target;
        return true;
    default:
        report(wrongType(token, expected.shape), token.offset);
        keepPlace(token, expected);
        push(Frame::Kind::skippedObject, token, Shape::unknown);
        return true;
    }
    bool go = true;
    if (const auto list = listOf(expected.shape))
        go = openElement(*list, token.offset);
    else if (expected.shape == Shape::citation)
        draft_.citations->emplace_back();
    else if (expected.shape == Shape::callout)
        draft_.story.scenes.back().callouts.emplace_back();
    push(Frame::Kind::object, token, expected.shape);
    return go;
}

// Begins an element; false if there are more than one file may have, which ends the reading.
bool StoryHandler::openElement(List list, std::size_t offset)
{
    // A file of nothing but errors is read on to count them, but need not fill the memory.
    if (sink_.hopeless())
        draft_.dropLast(list);
    draft_.begin(list, offset, lines_.at(offset));
    const std::size_t most = list == List::events  ? limits_.events
                             : list == List::links ? limits_.links
                                                   : limits_.others;
    if (draft_.marks(list).size() <= most)
        return true;
    const FindingKind& kind = list == List::events  ? finding::kTooManyEvents
                              : list == List::links ? finding::kTooManyLinks
                                                    : finding::kTooManyOthers;
    report(kind, offset, core::message("more than {} {} in one file; split the story", most, thingsOf(list)));
    gaveUp_ = true;
    return false;
}

// What can't be read still takes a place in its list, so that the pointers to what follows hold.
void StoryHandler::keepPlace(const Token& token, const Expected& expected)
{
    if (const auto list = listOf(expected.shape))
        openElement(*list, token.offset);
    else if (expected.shape == Shape::citation)
        draft_.citations->emplace_back();
    else if (expected.shape == Shape::callout)
        draft_.story.scenes.back().callouts.emplace_back();
    else if (expected.shape == Shape::references && expected.reference == ReferenceKey::reveal)
        draft_.story.scenes.back().reveal.emplace_back();
}

bool StoryHandler::tooManyEntries(const Token& token, const Expected& expected)
{
    const bool entry =
        expected.shape != Shape::unknown && depth_ > 0 && top().kind == Frame::Kind::list && !listOf(expected.shape);
    if (!entry || ++entries_ <= limits_.entries)
        return false;
    report(finding::kTooManyEntries, token.offset,
           core::message("more than {} entries in the lists within elements; split the story", limits_.entries));
    gaveUp_ = true;
    return true;
}

void StoryHandler::openList(const Token& token, const Expected& expected)
{
    const Shape element = elementOf(expected.shape);
    if (element == Shape::unknown) {
        if (expected.shape == Shape::story) {
            report(finding::kNotAStory, token.offset,
                   core::message("a story file holds one JSON object, beginning with `{{`, not a list"));
        } else if (expected.shape != Shape::unknown) {
            report(wrongType(token, expected.shape), token.offset);
            keepPlace(token, expected);
        }
        push(Frame::Kind::skippedList, token, Shape::unknown);
        return;
    }
    if (expected.shape == Shape::references && expected.reference == ReferenceKey::reveal)
        draft_.story.scenes.back().reveal.emplace_back();
    if (expected.shape == Shape::citations)
        draft_.citations = static_cast<std::vector<model::Citation>*>(expected.target);
    Frame* frame = push(Frame::Kind::list, token, expected.shape);
    frame->element = element;
    frame->target = expected.target;
    frame->reference = expected.reference;
}

StoryHandler::Frame* StoryHandler::push(Frame::Kind kind, const Token& token, Shape shape)
{
    if (depth_ == kMostDepth) {
        ++tooDeep_;
        if (!saidTooDeep_)
            report(finding::kTooDeep, token.offset,
                   core::message("brackets nest deeper than {}; flatten this value", kMostDepth));
        saidTooDeep_ = true;
        return &top();
    }
    Frame& frame = frames_[depth_++];
    frame.kind = kind;
    frame.shape = shape;
    frame.element = Shape::unknown;
    frame.reference = ReferenceKey::none;
    frame.target = nullptr;
    frame.field = nullptr;
    frame.key.clear();
    frame.offset = token.offset;
    frame.count = 0;
    frame.seen = 0;
    if (!frame.others.empty())
        frame.others.clear();
    return &frame;
}

void StoryHandler::pop()
{
    if (tooDeep_ > 0) {
        --tooDeep_;
        return;
    }
    --depth_;
    const Frame& frame = frames_[depth_];
    if (frame.kind == Frame::Kind::object)
        closeObject(frame);
    else if (frame.kind == Frame::Kind::list)
        closeList(frame);
    else if (frame.kind == Frame::Kind::text)
        closeText(frame);
}

void StoryHandler::closeObject(const Frame& frame)
{
    const std::span<const Field> fields = fieldsOf(frame.shape);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool seen = (frame.seen >> i & 1) != 0;
        if (fields[i].required && !seen)
            report(finding::kMissingKey, frame.offset,
                   core::message("the key `{}` is missing; add it to this object", fields[i].key));
    }
    if (frame.shape != Shape::question)
        return;
    if (std::popcount(frame.seen) == 1)
        draft_.story.scenes.back().ask = {static_cast<model::Ask>(std::countr_zero(frame.seen)), {}, {}};
    else
        report(finding::kNoSingleQuestion, frame.offset,
               core::message("a scene asks one question of {}; the answer is not lit", questionNames()));
}

void StoryHandler::closeList(const Frame& frame)
{
    if (frame.shape == Shape::languageTags && frame.count == 0)
        report(finding::kNoLanguages, frame.offset,
               core::message("`languages` is empty; name the story's languages, or leave the key out"));
}

void StoryHandler::closeText(const Frame& frame)
{
    if (frame.shape == Shape::title && frame.others.empty())
        report(finding::kEmptyTitle, frame.offset, core::message("{} is empty; nothing could be shown", nameOfNext()));
}

} // namespace fabula::io
