#include "io/story_draft.hpp"

#include "core/promise.hpp"

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
    elements.offsets.push_back(offset);
    elements.ids.push_back(kNoSymbol);
    elements.firstReference.push_back(elements.references.size());
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

void StoryDraft::setId(std::string_view id)
{
    (*this)[current_].ids.back() = symbols.add(id);
}

void StoryDraft::refer(ReferenceKey key, const WrittenReference& written)
{
    Elements& elements = (*this)[current_];
    FABULA_PROMISE(!elements.offsets.empty(), "a reference was read outside of any element");
    Reference reference;
    reference.symbol = symbols.add(written.id);
    reference.offset = static_cast<std::uint32_t>(written.offset - elements.offsets.back());
    reference.group = static_cast<std::uint32_t>(written.group);
    reference.entry = static_cast<std::uint32_t>(written.entry);
    reference.key = key;
    elements.references.push_back(reference);
}

} // namespace fabula::io
