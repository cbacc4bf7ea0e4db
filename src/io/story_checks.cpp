#include "io/story_checks.hpp"

#include "io/suggestion.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace fabula::io {
namespace {

// Whether it is plain at a glance that none of them names what another one does.
bool areFewAndDifferent(std::span<const Reference> references)
{
    constexpr std::size_t kFew = 8;
    if (references.size() > kFew)
        return false;
    for (std::size_t i = 1; i < references.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (references[i].symbol == references[j].symbol)
                return false;
        }
    }
    return true;
}

// Reports things that one key of an element names more than once.
void checkRepeated(const StoryDraft& draft, DraftReporter& reporter, List list, std::size_t index)
{
    const auto all = draft[list].referencesOf(index);
    if (areFewAndDifferent(all))
        return;
    std::vector<const Reference*> references;
    for (const Reference& reference : all) {
        if (reference.key == ReferenceKey::actors || reference.key == ReferenceKey::show ||
            reference.key == ReferenceKey::focus)
            references.push_back(&reference);
    }
    if (references.size() < 2)
        return;
    const auto rank = [](const Reference* r) { return std::tuple(r->key, r->symbol, r->offset); };
    std::sort(references.begin(), references.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
    std::vector<const Reference*> repeated;
    for (std::size_t i = 1; i < references.size(); ++i) {
        const bool again =
            references[i - 1]->key == references[i]->key && references[i - 1]->symbol == references[i]->symbol;
        if (again)
            repeated.push_back(references[i]);
    }
    // The reporter walks the text but once if it is asked in the order of the file.
    std::sort(repeated.begin(), repeated.end(), [](auto* a, auto* b) { return a->offset < b->offset; });
    for (const Reference* reference : repeated)
        reporter.addOnReference(finding::kRepeatedEntry, list, index, *reference,
                                reporter.full() ? core::Message()
                                                : core::message("{} stands twice in this list; keep one",
                                                                inQuotes(draft.symbols.word(reference->symbol))));
}

// Reports words that stand in a list more than once.
template <class Words>
void checkRepeatedWords(DraftReporter& reporter, List list, std::size_t index, const char* key, const Words& words)
{
    if (words.size() < 2)
        return;
    std::vector<std::string_view> sorted(words.begin(), words.end());
    std::sort(sorted.begin(), sorted.end());
    const auto repeated = std::adjacent_find(sorted.begin(), sorted.end());
    if (repeated != sorted.end())
        reporter.addOnMember(finding::kRepeatedEntry, list, index, key,
                             core::message("{} stands twice in `{}`; keep one", inQuotes(*repeated), key));
}

// Follows `relays` from each source once; a source met again on the same way closes a loop.
void checkRelays(const StoryDraft& draft, DraftReporter& reporter)
{
    const std::vector<model::Source>& sources = draft.story.sources;
    std::vector<std::size_t> visitedFrom(sources.size(), sources.size());
    for (std::size_t start = 0; start < sources.size(); ++start) {
        std::size_t at = start;
        while (visitedFrom[at] == sources.size() && sources[at].relays.valid()) {
            visitedFrom[at] = start;
            at = sources[at].relays.index();
        }
        if (visitedFrom[at] == start && sources[at].relays.valid())
            reporter.addOnMember(
                finding::kRelayLoop, List::sources, at, "relays",
                core::message("the source {} relays itself in the end; name the one it took the report from",
                              inQuotes(sources[at].id)));
    }
}

// Whether the event was still to come, or not yet known to anybody, at the end of `asOf`.
bool isLater(const model::Event& event, const time::Edtf& asOf)
{
    const time::Instant end = asOf.span().end;
    const bool happensLater = event.when.known() && event.when.span().begin >= end;
    const bool knownLater = event.reported.known() && event.reported.span().begin >= end;
    return happensLater || knownLater;
}

} // namespace

void checkStory(const StoryDraft& draft, DraftReporter& reporter)
{
    for (const auto& check : {checkTexts, checkSources, checkEvents, checkLinks, checkScenes}) {
        if (!reporter.cancelled())
            check(draft, reporter);
    }
}

void checkSources(const StoryDraft& draft, DraftReporter& reporter)
{
    const model::Story& story = draft.story;
    std::vector<bool> cited(story.sources.size(), false);
    const auto mark = [&](model::SourceId source) {
        if (source.valid())
            cited[source.index()] = true;
    };
    for (const model::Event& event : story.events) {
        for (const model::Citation& citation : event.sources)
            mark(citation.source);
    }
    for (const model::Link& link : story.links) {
        for (const model::Citation& citation : link.sources)
            mark(citation.source);
    }
    for (const model::Source& source : story.sources)
        mark(source.relays);
    for (std::size_t i = 0; i < cited.size(); ++i) {
        if (!cited[i])
            reporter.add(
                finding::kUncitedSource, List::sources, i,
                core::message("nothing cites the source {}; cite it or take it out", inQuotes(story.sources[i].id)));
    }
    checkRelays(draft, reporter);
}

void checkEvents(const StoryDraft& draft, DraftReporter& reporter)
{
    const model::Story& story = draft.story;
    std::vector<bool> used(story.actors.size(), false);
    for (std::size_t i = 0; i < story.events.size() && !reporter.cancelled(); ++i) {
        const model::Event& event = story.events[i];
        for (const model::ActorId actor : event.actors)
            used[actor.index()] = true;
        if (event.lane.valid())
            used[event.lane.index()] = true;
        if (event.sources.empty())
            reporter.add(
                finding::kEventWithoutSource, List::events, i,
                core::message("the event {} names no source; say in `sources` who reports it", inQuotes(event.id)));
        if (event.lane.valid() && std::find(event.actors.begin(), event.actors.end(), event.lane) == event.actors.end())
            reporter.addOnMember(finding::kForeignLane, List::events, i, "lane",
                                 core::message("the lane's actor {} is none of the event's `actors`; add it there",
                                               inQuotes(story[event.lane].id)));
        if (event.lasting && !event.when.known())
            reporter.addOnMember(finding::kSpanWithoutDate, List::events, i, "span",
                                 core::message("`span` says that the event lasted all of `when`, but there is no "
                                               "`when`; add it"));
        checkRepeated(draft, reporter, List::events, i);
        checkRepeatedWords(reporter, List::events, i, "tags", event.tags);
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        checkRepeatedWords(reporter, List::actors, i, "aliases", story.actors[i].aliases);
        if (!used[i])
            reporter.add(finding::kUnusedActor, List::actors, i,
                         core::message("no event has the actor {}; name it in one or take it out",
                                       inQuotes(story.actors[i].id)));
    }
}

namespace {

/// What a link says, and which one it is; in that order.
struct Claim
{
    model::EventId first;
    model::EventId second;
    model::LinkKind kind;
    std::uint32_t index;

    bool saysTheSameAs(const Claim& other) const
    {
        return first == other.first && second == other.second && kind == other.kind;
    }
    friend auto operator<=>(const Claim&, const Claim&) = default;
};

} // namespace

void checkLinks(const StoryDraft& draft, DraftReporter& reporter)
{
    const std::vector<model::Link>& links = draft.story.links;
    // A contradiction has no direction, so its ends are put in order.
    const auto claimOf = [&](std::size_t i) {
        const model::Link& link = links[i];
        const bool turned = link.kind == model::LinkKind::contradicts && link.to < link.from;
        return Claim{turned ? link.to : link.from, turned ? link.from : link.to, link.kind,
                     static_cast<std::uint32_t>(i)};
    };
    std::vector<Claim> sorted;
    sorted.reserve(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const model::Link& link = links[i];
        if (!link.from.valid() || !link.to.valid())
            continue;
        if (link.from == link.to)
            reporter.add(finding::kLinkToItself, List::links, i,
                         core::message("this link joins the event {} to itself; name two events",
                                       inQuotes(draft.story[link.from].id)));
        else
            sorted.push_back(claimOf(i));
    }
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i].saysTheSameAs(sorted[i - 1]))
            reporter.add(finding::kRepeatedLink, List::links, sorted[i].index,
                         core::message("the same link stands in line {}; keep one of them",
                                       reporter.lineOf(List::links, sorted[i - 1].index)));
    }
}

namespace {

/// Characters, near enough: bytes that begin one.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Whether an audience can take in what one scene shows and tells.
void checkSize(const StoryDraft& draft, DraftReporter& reporter, std::size_t index)
{
    constexpr std::size_t kMostShown = 60;
    constexpr std::size_t kMostCharacters = 600;
    const model::Scene& scene = draft.story.scenes[index];
    const bool answers = scene.show.empty() && scene.ask;
    const std::size_t shown = scene.show.empty() ? draft.story.events.size() : scene.show.size();
    if (!answers && shown > kMostShown)
        reporter.addOnMember(finding::kCrowdedScene, List::scenes, index, "show",
                             core::message("the scene shows {} events; name at most {} in `show`, or they are drawn "
                                           "small",
                                           shown, kMostShown));
    for (const model::Text::Entry& entry : scene.narration) {
        const std::size_t length = characters(entry.text);
        if (length > kMostCharacters)
            reporter.addOnMember(finding::kLongNarration, List::scenes, index, "narration",
                                 core::message("the narration has {} characters in {} and goes on over several slides; "
                                               "shorten it to {}",
                                               length, entry.language, kMostCharacters));
    }
}

/// Whether the scene's axis holds anything of what it shows.
void checkRange(const StoryDraft& draft, DraftReporter& reporter, std::size_t index)
{
    const model::Scene& scene = draft.story.scenes[index];
    const time::Span range = scene.range.span();
    const auto within = [&](model::EventId event) {
        const time::Edtf& when = draft.story[event].when;
        return !when.known() || (when.span().begin < range.end && range.begin < when.span().end);
    };
    if (scene.range.known() && !scene.show.empty() && std::none_of(scene.show.begin(), scene.show.end(), within))
        reporter.addOnMember(finding::kRangeWithoutEvents, List::scenes, index, "range",
                             core::message("no event of the scene is dated within {}; widen `range` or leave it out",
                                           scene.range.text()));
}

} // namespace

void checkScenes(const StoryDraft& draft, DraftReporter& reporter)
{
    const model::Story& story = draft.story;
    for (std::size_t i = 0; i < story.scenes.size() && !reporter.cancelled(); ++i) {
        const model::Scene& scene = story.scenes[i];
        std::vector<model::EventId> shown = scene.show;
        std::sort(shown.begin(), shown.end());
        for (const Reference& reference : draft[List::scenes].referencesOf(i)) {
            const std::uint32_t index = draft[List::events].indexOf[reference.symbol];
            if (index == StoryDraft::kNoSymbol)
                continue;
            const model::EventId event(index);
            const bool shows = reference.key == ReferenceKey::show || shown.empty();
            if (shows && scene.asOf.known() && isLater(story[event], scene.asOf))
                reporter.addOnReference(
                    finding::kSceneShowsLater, List::scenes, i, reference,
                    core::message("{} was not known yet on {}; take it out of the scene or move `asOf`",
                                  inQuotes(story[event].id), scene.asOf.text()));
            if (!shows && !std::binary_search(shown.begin(), shown.end(), event))
                reporter.addOnReference(finding::kSceneHidesNamed, List::scenes, i, reference,
                                        core::message("the scene names {} but does not `show` it; add it there",
                                                      inQuotes(story[event].id)));
        }
        checkRepeated(draft, reporter, List::scenes, i);
        checkSize(draft, reporter, i);
        checkRange(draft, reporter, i);
    }
}

} // namespace fabula::io
