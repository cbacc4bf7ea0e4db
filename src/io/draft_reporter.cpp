#include "io/draft_reporter.hpp"

#include <algorithm>
#include <utility>

namespace fabula::io {
namespace {

const char* keyName(ReferenceKey key)
{
    switch (key) {
    case ReferenceKey::relays:
        return "relays";
    case ReferenceKey::lane:
        return "lane";
    case ReferenceKey::actors:
        return "actors";
    case ReferenceKey::cited:
        return "sources";
    case ReferenceKey::from:
        return "from";
    case ReferenceKey::to:
        return "to";
    case ReferenceKey::show:
        return "show";
    case ReferenceKey::focus:
        return "focus";
    case ReferenceKey::reveal:
        return "reveal";
    case ReferenceKey::why:
        return "ask/why";
    case ReferenceKey::effects:
        return "ask/effects";
    case ReferenceKey::path:
        return "ask/path";
    case ReferenceKey::without:
        return "ask/without";
    case ReferenceKey::sourcesOf:
        return "ask/sources";
    case ReferenceKey::pinned:
        return "callouts";
    case ReferenceKey::none:
        break;
    }
    return "";
}

bool isListed(ReferenceKey key)
{
    return key == ReferenceKey::actors || key == ReferenceKey::show || key == ReferenceKey::focus ||
           key == ReferenceKey::reveal || key == ReferenceKey::path;
}

// Whether the string at `offset` is the value of a member, rather than an element of a list.
bool isMemberValue(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", offset - 1);
    return before != std::string_view::npos && text[before] == ':';
}

} // namespace

void DraftReporter::add(const FindingKind& kind, List list, std::size_t index, core::Message sentence)
{
    addAt(kind, {list, index, draft_[list].offsets[index], {}}, std::move(sentence));
}

void DraftReporter::addOnMember(const FindingKind& kind, List list, std::size_t index, std::string_view key,
                                core::Message sentence)
{
    const std::size_t element = draft_[list].offsets[index];
    const auto value = full() ? std::nullopt : memberValue(text_, element, key);
    if (value)
        addAt(kind, {list, index, *value, '/' + std::string(key)}, std::move(sentence));
    else
        add(kind, list, index, std::move(sentence));
}

void DraftReporter::addOnReference(const FindingKind& kind, List list, std::size_t index, const Reference& reference,
                                   core::Message sentence)
{
    std::string subPointer = full() ? std::string() : pointerOf(list, index, reference);
    addAt(kind, {list, index, draft_[list].offsets[index] + reference.offset, std::move(subPointer)},
          std::move(sentence));
}

void DraftReporter::addOnStory(const FindingKind& kind, std::string_view key, core::Message sentence)
{
    if (full()) {
        sink_.add(kind, {}, {}, {});
        return;
    }
    const std::size_t story = text_.find('{');
    const auto value = story == std::string_view::npos ? std::nullopt : memberValue(text_, story, key);
    LineCounter lines(text_);
    sink_.add(kind, lines.at(value.value_or(0)), value ? '/' + std::string(key) : std::string(), std::move(sentence));
}

void DraftReporter::addAt(const FindingKind& kind, const Spot& spot, core::Message sentence)
{
    const std::size_t element = draft_[spot.list].offsets[spot.index];
    if (element >= text_.size() || text_[element] != '{')
        return;
    if (full()) {
        sink_.add(kind, {}, {}, {});
        return;
    }
    const char* name = kListNames[static_cast<std::size_t>(spot.list)];
    sink_.add(kind, markAt(spot), draft_.places.of(name, draft_.marks(spot.list), spot.index).pointer + spot.subPointer,
              std::move(sentence));
}

// Counts on from the finding before where that is nearer than the start of the element.
model::StoryPlaces::Mark DraftReporter::markAt(const Spot& spot)
{
    const std::size_t element = draft_[spot.list].offsets[spot.index];
    const std::size_t fromLast = std::max(spot.offset, lastOffset_) - std::min(spot.offset, lastOffset_);
    if (spot.offset - element < fromLast)
        lines_ = LineCounter(text_, element, draft_.marks(spot.list)[spot.index]);
    lastOffset_ = spot.offset;
    return lines_.at(spot.offset);
}

std::string DraftReporter::pointerOf(List list, std::size_t index, const Reference& reference) const
{
    std::string pointer = '/' + std::string(keyName(reference.key));
    if (reference.key == ReferenceKey::reveal || reference.key == ReferenceKey::cited ||
        reference.key == ReferenceKey::pinned)
        pointer += '/' + std::to_string(reference.group);
    if (reference.key == ReferenceKey::pinned)
        pointer += "/event";
    else if (isListed(reference.key))
        pointer += '/' + std::to_string(reference.entry);
    else if (reference.key == ReferenceKey::cited &&
             isMemberValue(text_, draft_[list].offsets[index] + reference.offset))
        pointer += "/source";
    return pointer;
}

} // namespace fabula::io
