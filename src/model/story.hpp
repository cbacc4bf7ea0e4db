#pragma once

#include "core/compact_list.hpp"
#include "core/compact_text.hpp"
#include "core/ids.hpp"
#include "core/text_arena.hpp"
#include "model/terms.hpp"
#include "model/text.hpp"
#include "time/edtf.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::model {

using core::ActorId;
using core::EventId;
using core::LinkId;
using core::SceneId;
using core::SourceId;

/// Someone or something that acts or is acted on: a company, a state body, a chip, a model.
struct Actor
{
    std::string id;
    Text name;
    std::string kind;
    Text about;
    std::vector<std::string> aliases; ///< further names that search finds

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// Something published that carries claims.
struct Source
{
    std::string id;
    std::string publisher;
    Text title;
    std::string url;
    time::Edtf published;
    std::string language; ///< BCP 47 tag of the publication
    std::string grade;    ///< NATO Admiralty code, "A1" to "F6"; empty if not graded
    SourceId relays;      ///< the source that it repeats; not valid() if it stands on its own

    friend bool operator==(const Source&, const Source&) = default;
};

/// Who published it; its id where the file does not say.
inline const std::string& publisherOf(const Source& source)
{
    return source.publisher.empty() ? source.id : source.publisher;
}

/// A source and the place in it that bears the claim out.
struct Citation
{
    SourceId source;
    core::CompactText at;

    friend bool operator==(const Citation&, const Citation&) = default;
};

/// Something that happened, as far as known. `when` is what was written; brackets derived from links are kept by
/// `graph::EventGraph`, apart from it.
struct Event
{
    core::CompactText id;
    Text title;
    Text summary;
    time::Edtf when; ///< unknown if nobody reported it
    time::Edtf planned;
    time::Edtf reported; ///< when the public first learnt of it
    core::CompactText kind;
    core::CompactList<ActorId> actors;
    core::CompactList<Citation> sources;
    core::CompactList<core::CompactText> tags;
    ActorId lane;         ///< as written, else the first actor; not valid() if it has no actor
    int importance = 3;   ///< 1 (least) to 5
    bool lasting = false; ///< "span": it lasted the whole of `when`, rather than being one moment somewhere in it
    Basis basis = Basis::reported;
    std::optional<Confidence> confidence;
    Novelty novelty = Novelty::same; ///< other only in what model::revised made

    friend bool operator==(const Event&, const Event&) = default;
};
static_assert(sizeof(Event) <= 96, "there are millions of events");

/// A claim that joins two events, from cause to effect (see LinkKind).
struct Link
{
    EventId from;
    EventId to;
    LinkKind kind = LinkKind::causes;
    Basis basis = Basis::reported;
    std::optional<Confidence> confidence;
    Novelty novelty = Novelty::same; ///< other only in what model::revised made
    core::CompactList<Citation> sources;
    Text label;

    friend bool operator==(const Link&, const Link&) = default;
};
static_assert(sizeof(Link) <= 32, "there are tens of millions of links");

/// The question whose answer a scene lights.
struct SceneQuestion
{
    Ask ask = Ask::why;
    EventId subject; ///< not valid() where the question is about the whole story
    EventId goal;    ///< where a path ends

    friend bool operator==(const SceneQuestion&, const SceneQuestion&) = default;
};

/// A short remark in the picture of a scene, pinned to an event or, where that is not valid(), to a day.
struct Callout
{
    Text text;
    EventId event;
    time::Edtf day;

    friend bool operator==(const Callout&, const Callout&) = default;
};

/// One view of a briefing. What is missing has good defaults, which brief/ fills in.
struct Scene
{
    std::string id;
    Text title;
    Text narration;
    Text notes;
    SceneView view = SceneView::timeline;
    std::vector<EventId> show;
    std::vector<EventId> focus;
    std::vector<std::vector<EventId>> reveal;
    time::Edtf range;
    time::Edtf asOf;
    std::optional<SceneQuestion> ask;
    std::vector<Callout> callouts;
    std::optional<double> seconds;

    friend bool operator==(const Scene&, const Scene&) = default;
};

/// A whole story: plain values. Ids are indexes into these vectors; all references are valid and the causal links form
/// no loop once a story was loaded without errors. Nothing mutates a Story that is shown: edits make another.
struct Story
{
    int version = 1;
    std::string id;
    Text title;
    std::vector<std::string> languages; ///< at least one; texts fall back in this order
    std::vector<Actor> actors;
    std::vector<Source> sources;
    std::vector<Event> events;
    std::vector<Link> links;
    std::vector<Scene> scenes;
    /// What the texts, lists and dates above may be borrowed from. A story that takes things of another one over keeps
    /// that one's arenas as well.
    std::vector<std::shared_ptr<const core::TextArena>> arenas;

    const Actor& operator[](ActorId which) const { return actors[which.index()]; }
    const Source& operator[](SourceId which) const { return sources[which.index()]; }
    const Event& operator[](EventId which) const { return events[which.index()]; }
    const Link& operator[](LinkId which) const { return links[which.index()]; }
    const Scene& operator[](SceneId which) const { return scenes[which.index()]; }

    /// By what they say, wherever it lies.
    friend bool operator==(const Story& a, const Story& b);
};

/// The event, actor, source or scene with this text id; not valid() if there is none. Linear.
EventId eventNamed(const Story& story, std::string_view id);
ActorId actorNamed(const Story& story, std::string_view id);
SourceId sourceNamed(const Story& story, std::string_view id);
SceneId sceneNamed(const Story& story, std::string_view id);

} // namespace fabula::model
