#include "io/story_draft.hpp"

#include "core/promise.hpp"

#include <algorithm>

namespace fabula::io {

List targetOf(ReferenceKey key)
{
    switch (key) {
    case ReferenceKey::lane:
    case ReferenceKey::actors:
        return List::actors;
    case ReferenceKey::relays:
    case ReferenceKey::cited:
        return List::sources;
    case ReferenceKey::none:
    case ReferenceKey::from:
    case ReferenceKey::to:
    case ReferenceKey::show:
    case ReferenceKey::focus:
    case ReferenceKey::reveal:
    case ReferenceKey::why:
    case ReferenceKey::effects:
    case ReferenceKey::path:
    case ReferenceKey::without:
    case ReferenceKey::sourcesOf:
    case ReferenceKey::pinned:
        break;
    }
    return List::events;
}

std::span<const Reference> StoryDraft::Elements::referencesOf(std::size_t index) const
{
    const std::size_t first = firstReference[index];
    const std::size_t last = index + 1 < firstReference.size() ? firstReference[index + 1] : references.size();
    return std::span(references).subspan(first, last - first);
}

std::vector<model::StoryPlaces::Mark>& StoryDraft::marks(List list)
{
    switch (list) {
    case List::actors:
        return places.actors;
    case List::sources:
        return places.sources;
    case List::events:
        return places.events;
    case List::links:
        return places.links;
    case List::scenes:
        break;
    }
    return places.scenes;
}

const std::vector<model::StoryPlaces::Mark>& StoryDraft::marks(List list) const
{
    return const_cast<StoryDraft*>(this)->marks(list);
}

void StoryDraft::begin(List list, std::uint64_t offset, model::StoryPlaces::Mark mark)
{
    current_ = list;
    Elements& elements = (*this)[list];
    if (elements.offsets.size() == elements.offsets.capacity())
        makeRoom(list, offset);
    elements.offsets.push_back(offset);
    elements.ids.push_back(kNoSymbol);
    elements.firstReference.push_back(static_cast<std::uint32_t>(elements.references.size()));
    marks(list).push_back(mark);
    switch (list) {
    case List::actors:
        story.actors.emplace_back();
        break;
    case List::sources:
        story.sources.emplace_back();
        break;
    case List::events:
        story.events.emplace_back();
        break;
    case List::links:
        story.links.emplace_back();
        break;
    case List::scenes:
        story.scenes.emplace_back();
        break;
    }
}

void StoryDraft::dropLast(List list)
{
    settleReferences();
    Elements& elements = (*this)[list];
    if (elements.offsets.empty())
        return;
    elements.offsets.pop_back();
    elements.ids.pop_back();
    elements.references.resize(elements.firstReference.back());
    elements.firstReference.pop_back();
    marks(list).pop_back();
    switch (list) {
    case List::actors:
        story.actors.pop_back();
        break;
    case List::sources:
        story.sources.pop_back();
        break;
    case List::events:
        story.events.pop_back();
        break;
    case List::links:
        story.links.pop_back();
        break;
    case List::scenes:
        story.scenes.pop_back();
        break;
    }
}

// As many as there will be if the rest of the text goes on like this; no more than four times what there is, for a text
// may begin with a million empty ones. What is reserved but not used costs no memory.
void StoryDraft::makeRoom(List list, std::uint64_t offset)
{
    constexpr std::size_t kFewest = 64;
    Elements& elements = (*this)[list];
    const std::size_t count = elements.offsets.size();
    std::size_t wanted = kFewest;
    if (count > 0) {
        const std::size_t each = (offset - elements.offsets.front()) / count + 1;
        const std::size_t rest = (textBytes_ - offset) / each;
        wanted = std::min(count + rest + rest / 64 + kFewest, 4 * count);
        elements.references.reserve(elements.references.size() / count * wanted + wanted);
    }
    elements.offsets.reserve(wanted);
    elements.ids.reserve(wanted);
    elements.firstReference.reserve(wanted);
    marks(list).reserve(wanted);
    if (list == List::events)
        story.events.reserve(wanted);
    else if (list == List::links)
        story.links.reserve(wanted);
}

const core::CompactText& StoryDraft::setId(std::string_view id)
{
    const std::uint32_t symbol = symbols.add(id);
    (*this)[current_].ids.back() = symbol;
    return symbols.text(symbol);
}

const time::Edtf& StoryDraft::date(std::string_view text)
{
    const std::uint32_t symbol = dateSymbols_.add(text);
    if (symbol == dates_.size()) {
        const core::Result<time::Edtf> parsed = time::parseEdtf(text);
        dates_.push_back(parsed ? parsed->keptIn(*arena) : time::Edtf());
    }
    return dates_[symbol];
}

void StoryDraft::refer(ReferenceKey key, const WrittenReference& written, bool lasts)
{
    Elements& elements = (*this)[current_];
    FABULA_PROMISE(!elements.offsets.empty(), "a reference was read outside of any element");
    Reference reference;
    reference.offset = static_cast<std::uint32_t>(written.offset - elements.offsets.back());
    reference.group = static_cast<std::uint32_t>(written.group);
    reference.entry = static_cast<std::uint32_t>(written.entry);
    reference.key = key;
    if (!lasts)
        reference.symbol = symbols.add(written.id);
    elements.references.push_back(reference);
    if (!lasts)
        return;
    if (referred_ - settled_ == kMostWaiting)
        settle(waiting_[settled_++ % kMostWaiting]);
    waiting_[referred_ % kMostWaiting] = {written.id, symbols.fetchSlot(written.id),
                                          static_cast<std::uint32_t>(elements.references.size() - 1), current_};
    ++referred_;
    if (referred_ - settled_ > kMostWaiting / 2)
        symbols.fetchWord(waiting_[(referred_ - kMostWaiting / 2) % kMostWaiting].hash);
}

void StoryDraft::settleReferences()
{
    while (settled_ < referred_)
        settle(waiting_[settled_++ % kMostWaiting]);
}

void StoryDraft::settle(const Waiting& waiting)
{
    (*this)[waiting.list].references[waiting.index].symbol = symbols.add(waiting.id, waiting.hash);
}

} // namespace fabula::io
