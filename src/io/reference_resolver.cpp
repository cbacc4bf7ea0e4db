#include "io/reference_resolver.hpp"

#include "io/suggestion.hpp"

#include <utility>
#include <vector>

namespace fabula::io {
namespace {

constexpr std::uint32_t kNone = StoryDraft::kNoSymbol;
// How many ids misspelt ones are compared with in one file; bounds the time that a file full of them can take.
constexpr std::size_t kMostGuesses = 500'000;

// Four sentences and not one with a gap, for nouns of other languages have genders.
core::Message takenBy(List list, const std::string& id, std::size_t line)
{
    switch (list) {
    case List::actors:
        return core::message("the id {} is taken by the actor in line {}; give this one another", id, line);
    case List::sources:
        return core::message("the id {} is taken by the source in line {}; give this one another", id, line);
    case List::scenes:
        return core::message("the id {} is taken by the scene in line {}; give this one another", id, line);
    case List::events:
    case List::links:
        break;
    }
    return core::message("the id {} is taken by the event in line {}; give this one another", id, line);
}

core::Message nobodyHas(List list, const std::string& id)
{
    if (list == List::actors)
        return core::message("no actor has the id {}", id);
    return list == List::sources ? core::message("no source has the id {}", id)
                                 : core::message("no event has the id {}", id);
}

core::Message nounOf(List list)
{
    switch (list) {
    case List::actors:
        return core::message("actor");
    case List::sources:
        return core::message("source");
    case List::scenes:
        return core::message("scene");
    case List::events:
    case List::links:
        break;
    }
    return core::message("event");
}

bool isAsked(ReferenceKey key)
{
    return key == ReferenceKey::why || key == ReferenceKey::effects || key == ReferenceKey::path ||
           key == ReferenceKey::without || key == ReferenceKey::sourcesOf;
}

} // namespace

ReferenceResolver::ReferenceResolver(StoryDraft& draft, DraftReporter& reporter)
    : draft_(draft), reporter_(reporter), guessesLeft_(kMostGuesses)
{
}

void ReferenceResolver::resolve()
{
    for (const List list : {List::actors, List::sources, List::events, List::scenes})
        indexIds(list);
    for (std::size_t i = 0; i < draft_.story.sources.size() && !reporter_.cancelled(); ++i)
        resolveSource(i);
    for (std::size_t i = 0; i < draft_.story.events.size() && !reporter_.cancelled(); ++i)
        resolveEvent(i);
    for (std::size_t i = 0; i < draft_.story.links.size() && !reporter_.cancelled(); ++i)
        resolveLink(i);
    for (std::size_t i = 0; i < draft_.story.scenes.size() && !reporter_.cancelled(); ++i)
        resolveScene(i);
}

void ReferenceResolver::indexIds(List list)
{
    std::vector<std::uint32_t>& indexOf = draft_[list].indexOf;
    indexOf.assign(draft_.symbols.size(), kNone);
    const std::vector<std::uint32_t>& ids = draft_[list].ids;
    for (std::size_t i = 0; i < ids.size() && !reporter_.cancelled(); ++i) {
        if (ids[i] == kNone)
            continue;
        std::uint32_t& index = indexOf[ids[i]];
        if (index == kNone) {
            index = static_cast<std::uint32_t>(i);
            continue;
        }
        reporter_.addOnMember(finding::kRepeatedId, list, i, "id",
                              takenBy(list, inQuotes(draft_.symbols.word(ids[i])), reporter_.lineOf(list, index)));
    }
}

void ReferenceResolver::resolveSource(std::size_t index)
{
    for (const Reference& reference : draft_[List::sources].referencesOf(index)) {
        const std::uint32_t source = target(List::sources, index, reference);
        if (source != kNone)
            draft_.story.sources[index].relays = model::SourceId(source);
    }
}

void ReferenceResolver::resolveEvent(std::size_t index)
{
    model::Event& event = draft_.story.events[index];
    actors_.clear();
    for (const Reference& reference : draft_[List::events].referencesOf(index)) {
        const std::uint32_t found = target(List::events, index, reference);
        if (found == kNone)
            continue;
        if (reference.key == ReferenceKey::lane)
            event.lane = model::ActorId(found);
        else if (reference.key == ReferenceKey::actors)
            actors_.emplace_back(found);
        else
            event.sources.inPlace()[reference.group].source = model::SourceId(found);
    }
    event.actors = {actors_, *draft_.arena};
    if (!event.lane.valid() && !actors_.empty())
        event.lane = actors_.front();
}

void ReferenceResolver::resolveLink(std::size_t index)
{
    model::Link& link = draft_.story.links[index];
    for (const Reference& reference : draft_[List::links].referencesOf(index)) {
        const std::uint32_t found = target(List::links, index, reference);
        if (found == kNone)
            continue;
        if (reference.key == ReferenceKey::from)
            link.from = model::EventId(found);
        else if (reference.key == ReferenceKey::to)
            link.to = model::EventId(found);
        else
            link.sources.inPlace()[reference.group].source = model::SourceId(found);
    }
}

void ReferenceResolver::resolveScene(std::size_t index)
{
    model::Scene& scene = draft_.story.scenes[index];
    for (const Reference& reference : draft_[List::scenes].referencesOf(index)) {
        const std::uint32_t found = target(List::scenes, index, reference);
        if (found == kNone)
            continue;
        if (reference.key == ReferenceKey::show)
            scene.show.push_back(model::EventId(found));
        else if (reference.key == ReferenceKey::focus)
            scene.focus.push_back(model::EventId(found));
        else if (reference.key == ReferenceKey::reveal)
            scene.reveal[reference.group].push_back(model::EventId(found));
        else if (reference.key == ReferenceKey::pinned)
            scene.callouts[reference.group].event = model::EventId(found);
        else if (scene.ask && reference.entry <= 1)
            (reference.entry == 0 ? scene.ask->subject : scene.ask->goal) = model::EventId(found);
    }
    settleQuestion(index);
    settleCallouts(index);
}

// A question without the events it needs is none.
void ReferenceResolver::settleQuestion(std::size_t index)
{
    std::optional<model::SceneQuestion>& ask = draft_.story.scenes[index].ask;
    if (!ask)
        return;
    std::size_t named = 0;
    bool unknown = false;
    for (const Reference& reference : draft_[List::scenes].referencesOf(index)) {
        if (!isAsked(reference.key))
            continue;
        ++named;
        unknown = unknown || draft_[List::events].indexOf[reference.symbol] == kNone;
    }
    const bool whole =
        ask->ask == model::Ask::pivots || ask->ask == model::Ask::mainline || ask->ask == model::Ask::contradictions;
    const std::size_t wanted = whole ? 0 : ask->ask == model::Ask::path ? 2 : 1;
    if (named != wanted)
        reporter_.addOnMember(finding::kNoSingleQuestion, List::scenes, index, "ask",
                              core::message("`path` leads from one event to another; name two, the answer is not lit"));
    if (named != wanted || unknown)
        ask.reset();
}

void ReferenceResolver::settleCallouts(std::size_t index)
{
    std::vector<model::Callout>& callouts = draft_.story.scenes[index].callouts;
    std::vector<bool> pinned(callouts.size(), false);
    for (const Reference& reference : draft_[List::scenes].referencesOf(index)) {
        if (reference.key == ReferenceKey::pinned)
            pinned[reference.group] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < callouts.size(); ++i) {
        if (pinned[i] == callouts[i].day.known())
            reporter_.addOnMember(finding::kLooseCallout, List::scenes, index, "callouts",
                                  core::message("a callout is pinned to an `event` or to a `day`; name one of the two, "
                                                "it is left out"));
        else if (callouts[i].event.valid() || callouts[i].day.known())
            std::swap(callouts[kept++], callouts[i]);
    }
    callouts.resize(kept);
}

std::uint32_t ReferenceResolver::target(List list, std::size_t index, const Reference& reference)
{
    const std::uint32_t found = draft_[targetOf(reference.key)].indexOf[reference.symbol];
    if (found != kNone)
        return found;
    // A scene can do without an event that is gone; nothing else can do without what it refers to.
    const FindingKind& kind = list == List::scenes ? finding::kSceneShowsUnknown : finding::kUnknownReference;
    core::Message sentence = reporter_.full() ? core::Message() : sentenceFor(reference);
    if (list == List::scenes)
        sentence = core::message("left out of the scene: {}", sentence);
    reporter_.addOnReference(kind, list, index, reference, std::move(sentence));
    return kNone;
}

core::Message ReferenceResolver::sentenceFor(const Reference& reference)
{
    const List wanted = targetOf(reference.key);
    const core::Message nobody = nobodyHas(wanted, inQuotes(draft_.symbols.word(reference.symbol)));
    const char* names = kListNames[static_cast<std::size_t>(wanted)];
    for (const List other : {List::actors, List::sources, List::events, List::scenes}) {
        if (draft_[other].indexOf[reference.symbol] != kNone)
            return core::message("{}, which is that of a {}; name one of `{}`", nobody, nounOf(other), names);
    }
    const std::string guess = bestGuess(reference.symbol, wanted);
    return guess.empty() ? core::message("{}; add it to `{}`", nobody, names) : didYouMean(nobody, guess);
}

std::string ReferenceResolver::bestGuess(std::uint32_t symbol, List list)
{
    const std::vector<std::uint32_t>& ids = draft_[list].ids;
    if (ids.size() > guessesLeft_)
        return {};
    guessesLeft_ -= ids.size();
    BestGuess guess(draft_.symbols.word(symbol));
    for (const std::uint32_t id : ids) {
        if (id != kNone)
            guess.consider(draft_.symbols.word(id));
    }
    return guess.word();
}

} // namespace fabula::io
