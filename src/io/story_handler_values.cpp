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
    const bool isString = token.kind == Token::Kind::string;
    if (expected.shape == Shape::story) {
        report(finding::kNotAStory, token.offset,
               core::message("a story file holds one JSON object, beginning with `{{`"));
    } else if (expected.shape == Shape::textEntry) {
        takeTextEntry(token);
    } else if (isString && isText(expected.shape)) {
        takePlainText(token, expected);
    } else if (isString && (expected.shape == Shape::reference || expected.shape == Shape::citation)) {
        takeReference(token, expected);
    } else if (isString && takeKept(token, expected)) {
        return;
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

// What the story borrows from the arena; false if this is something else.
bool StoryHandler::takeKept(const Token& token, const Expected& expected)
{
    switch (expected.shape) {
    case Shape::eventId:
        if (auto problem = readValue(token, Shape::id, nullptr)) {
            report(*problem, token.offset);
            *static_cast<core::CompactText*>(expected.target) = {token.text, *draft_.arena};
        } else {
            *static_cast<core::CompactText*>(expected.target) = draft_.setId(token.text);
        }
        return true;
    case Shape::eventDate: {
        const time::Edtf& date = draft_.date(token.text);
        *static_cast<time::Edtf*>(expected.target) = date;
        if (!date.text().empty())
            return true;
        if (auto problem = readValue(token, Shape::date, expected.target))
            report(*problem, token.offset);
        return true;
    }
    case Shape::term: {
        const core::CompactText& term = draft_.terms.text(draft_.terms.add(token.text));
        if (top().kind == Frame::Kind::list)
            terms_.push_back(term);
        else
            *static_cast<core::CompactText*>(expected.target) = term;
        return true;
    }
    case Shape::note:
        *static_cast<core::CompactText*>(expected.target) = {token.text, *draft_.arena};
        return true;
    default:
        return false;
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
        draft_.citations.emplace_back();
    if (expected.reference == ReferenceKey::cited)
        group = draft_.citations.size() - 1;
    else if (expected.reference == ReferenceKey::reveal)
        group = draft_.story.scenes.back().reveal.size() - 1;
    else if (expected.reference == ReferenceKey::pinned)
        group = draft_.story.scenes.back().callouts.size() - 1;
    const std::size_t entry = top().kind == Frame::Kind::list ? top().count - 1 : 0;
    draft_.refer(expected.reference, {token.text, token.offset, group, entry}, inText(token.text));
}

void StoryHandler::takePlainText(const Token& token, const Expected& expected)
{
    if (expected.shape == Shape::title && isBlank(token.text)) {
        report(finding::kEmptyTitle, token.offset, core::message("{} is empty; nothing could be shown", nameOfNext()));
        return;
    }
    const std::vector<std::string>& languages = draft_.story.languages;
    draft_.languageCameLate = draft_.languageCameLate || languages.empty();
    packer_.begin(true);
    packer_.add(languages.empty() ? std::string_view() : languages.front(), token.text);
    *static_cast<model::Text*>(expected.target) = packer_.take(*draft_.arena);
}

void StoryHandler::takeTextEntry(const Token& token)
{
    const Frame& frame = top();
    if (token.kind != Token::Kind::string) {
        report(wrongType(token, Shape::textEntry), token.offset);
        return;
    }
    if (frame.shape == Shape::title && isBlank(token.text)) {
        report(finding::kEmptyTitle, token.offset,
               core::message("the text in `{}` is empty; write one or leave the language out", frame.key));
        return;
    }
    packer_.add(frame.key, token.text);
}

bool StoryHandler::openExpected(const Token& token, const Expected& expected)
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
        packer_.begin(false);
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
        draft_.citations.emplace_back();
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
        draft_.citations.emplace_back();
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

void StoryHandler::openListExpected(const Token& token, const Expected& expected)
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
        draft_.citations.clear();
    terms_.clear();
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
    frame.key = {};
    frame.nextField = 0;
    frame.offset = token.offset;
    frame.count = 0;
    frame.seen = 0;
    frame.others.clear();
    return &frame;
}

bool StoryHandler::close()
{
    if (tooDeep_ > 0) {
        --tooDeep_;
        return true;
    }
    --depth_;
    const Frame& frame = frames_[depth_];
    if (frame.kind == Frame::Kind::object)
        finishObject(frame);
    else if (frame.kind == Frame::Kind::list)
        finishList(frame);
    else if (frame.kind == Frame::Kind::text)
        finishText(frame);
    return true;
}

void StoryHandler::finishObject(const Frame& frame)
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

void StoryHandler::finishList(const Frame& frame)
{
    if (frame.shape == Shape::languageTags && frame.count == 0)
        report(finding::kNoLanguages, frame.offset,
               core::message("`languages` is empty; name the story's languages, or leave the key out"));
    else if (frame.shape == Shape::citations)
        *static_cast<core::CompactList<model::Citation>*>(frame.target) = {draft_.citations, *draft_.arena};
    else if (frame.shape == Shape::terms)
        *static_cast<core::CompactList<core::CompactText>*>(frame.target) = {terms_, *draft_.arena};
}

void StoryHandler::finishText(const Frame& frame)
{
    *static_cast<model::Text*>(frame.target) = packer_.take(*draft_.arena);
    if (frame.shape == Shape::title && frame.others.empty())
        report(finding::kEmptyTitle, frame.offset, core::message("{} is empty; nothing could be shown", nameOfNext()));
}

} // namespace fabula::io
