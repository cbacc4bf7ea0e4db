#pragma once

#include "ask/parts.hpp"
#include "ask/told.hpp"
#include "ask/told_changes.hpp"
#include "core/diagnostics.hpp"
#include "graph/event_graph.hpp"
#include "layout/causal/causal_layout.hpp"
#include "layout/timeline/timeline_request.hpp"
#include "model/knowledge.hpp"
#include "model/story_filter.hpp"
#include "model/story_search.hpp"
#include "scene/timeline_view.hpp"
#include "ui/presenting.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fabula::ui {

/// What the reader of the window chose for good: kept in the XDG configuration folder.
struct Preferences
{
    std::string language; ///< empty: the story's first
    bool light = false;
    double scale = 1; ///< of the interface, 0.8 to 2
    bool reducedMotion = false;
    bool wheelZooms = false; ///< swap: the wheel zooms, Ctrl+wheel pans
    int windowWidth = 1600;
    int windowHeight = 900;
    bool maximised = false;
    std::vector<std::string> recentFiles; ///< newest first, at most 10

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// Where the timeline is looked at. `pan` and `scroll` are content px at the canvas's left and top edge.
struct Camera
{
    double pxPerSecond = 0;
    double panX = 0;
    double scrollY = 0;
    friend bool operator==(const Camera&, const Camera&) = default;
};

/// Where the graph is looked at: the content at the frame's upper left corner, and picture px for one of the content;
/// 0 if it was not looked at yet.
struct GraphCamera
{
    core::Point corner;
    double zoom = 0;
    friend bool operator==(const GraphCamera&, const GraphCamera&) = default;
};

/// Where both views look; `fitted` and `graphFitted` say of each that it is the whole story's and stays so when the
/// window or the story changes.
struct Looks
{
    Camera camera;
    bool fitted = true;
    GraphCamera graphCamera;
    bool graphFitted = false;
    friend bool operator==(const Looks&, const Looks&) = default;
};

/// The older version that the story is compared with.
struct Since
{
    std::filesystem::path path;                        ///< empty: none
    std::shared_ptr<const ask::Comparison> comparison; ///< null where there is none, or where it has errors
    core::Message problem;                             ///< why not
    ask::ToldChanges told;                             ///< what changed, in `language`
    std::string language;
};

/// The story that is shown and what is known of its file.
struct ShownStory
{
    std::optional<graph::EventGraph> graph; ///< the last good one
    std::filesystem::path path;             ///< where `graph` was read from; empty while there is none
    std::filesystem::path checkedPath;      ///< the file read last: `path`, or another that has errors
    core::Diagnostics diagnostics;          ///< of `checkedPath` as it is now on disk
    bool broken = false;                    ///< it has errors; `graph` is what was shown before
    Since since;
    std::shared_ptr<const model::StorySearch> search; ///< null while it is made
    model::KnowledgeTimes knowledge;
    std::vector<time::Instant> daysOfChange; ///< see model::daysOfChange
};

/// What the hits of a search depend on.
struct SearchKey
{
    const model::Story* story = nullptr;
    std::string query;
    time::Edtf day;
    friend bool operator==(const SearchKey&, const SearchKey&) = default;
};

struct SearchState
{
    std::string query;
    SearchKey found;                                 ///< what the hits are for; other than what is wanted: on its way
    std::vector<core::EventId> hits;                 ///< best first
    std::shared_ptr<const scene::Emphasis> emphasis; ///< on them; null without a query
    std::size_t current = 0;
};

/// Loading in the background, as far as the window shows it.
struct LoadingState
{
    bool running = false;
    std::filesystem::path path;
    double seconds = 0;  ///< since it began; shown only after 0.1
    double progress = 0; ///< 0 to 1
};

/// The second clock: as of which day the story is shown and asked.
struct AsOfState
{
    bool open = false; ///< its bar is shown
    time::Edtf day;    ///< unknown: today, when everything is known
    bool ghosts = false;
    bool playing = false;
    std::shared_ptr<const model::Known> known; ///< on that day; null where everything is
    std::optional<graph::EventGraph> graph;    ///< as known on that day; missing where everything is
};

/// What an answer depends on.
struct AnswerKey
{
    ask::Question question;
    const model::Story* story = nullptr;
    time::Edtf day;
    std::string language;
    friend bool operator==(const AnswerKey&, const AnswerKey&) = default;
};

/// A question's answer as the window shows it.
struct Answered
{
    AnswerKey key;
    ask::Answer answer;
    ask::Told told;
    ask::Parts parts;
};

enum class View { timeline, graph };

/// How an answer moved the view to show what it speaks of.
struct AnswerFlight
{
    std::size_t crumbs = 0;     ///< how many questions were open
    View view = View::timeline; ///< the one that was moved
    Looks from;
    Looks to;
};

/// Questions that were asked, and what is shown of them.
struct AskingState
{
    std::vector<ask::Question> crumbs;    ///< the last is the one on show; Esc goes back one
    std::optional<ask::Question> preview; ///< what the pointer rests on would ask
    std::vector<AnswerFlight> flights;    ///< the last one last
    core::EventId pathFrom;               ///< valid while the other end of a path is being picked
    std::optional<ask::Question> kept;    ///< over a reading of the file: the next answer to it is no new one
    bool sheet = false;                   ///< the inspector shows the selected event, not the answer
    /// To what is wanted, or to what was wanted before while that is still worked out.
    std::optional<Answered> answered;
    std::optional<Answered> previewed; ///< the answer to the preview
    double seconds = 0;                ///< since the one that is worked out was begun; 0: none is
    double progress = 0;               ///< 0 to 1
};

/// A step of the arrow keys along a link.
struct WalkStep
{
    core::EventId from;
    core::EventId to;
    bool toCause = false;
};

/// What follows from the graph for the selected event.
struct EventFacts
{
    core::EventId event;
    const model::Story* story = nullptr;
    time::Edtf day;
    graph::Removal without;
    graph::Sources sources;
};

/// What a glance at all events depends on.
struct GlanceKey
{
    const model::Story* story = nullptr;
    model::StoryFilter filter;
    std::shared_ptr<const model::Known> known;
    bool facets = false;  ///< with what there is to filter by
    std::string language; ///< of the facets
    friend bool operator==(const GlanceKey&, const GlanceKey&) = default;
};

/// What panels say of all events together.
struct Glance
{
    GlanceKey key;
    std::size_t events = 0; ///< without what was withdrawn, as links
    std::size_t links = 0;
    std::size_t shown = 0;            ///< of the events, by the filter
    std::size_t known = 0;            ///< on the day that is shown
    std::vector<core::EventId> first; ///< where one can begin, at most 40
    std::array<std::vector<model::FacetValue>, model::kFacets> facets;
};

enum class Panel { none, filters, findings, keys, palette, open, settings, changes, compare };

/// Everything the window shows. Panels read it and ask for changes by commands; only `apply` changes it.
struct AppState
{
    Preferences preferences;
    ShownStory story;
    SearchState search;
    LoadingState loading;
    model::StoryFilter filter;
    layout::Grouping grouping = layout::Grouping::actor;
    bool foldGaps = false;
    std::set<std::string> foldedLanes; ///< by lane key
    core::EventId selected;
    std::vector<WalkStep> walk;      ///< how the arrow keys came to the selected event; the other way goes back on it
    std::optional<EventFacts> facts; ///< of the selected one
    std::optional<Glance> glance;
    AskingState asking;
    AsOfState asOf;
    scene::Subject hovered;
    Camera camera;      ///< where the view is going; the frame loop eases towards it
    bool fitted = true; ///< the view is the whole story's and stays so when the window or the story changes
    View view = View::timeline;
    GraphCamera graphCamera;  ///< where the view of the graph is going
    bool graphFitted = false; ///< it is the whole graph's and stays so
    layout::RankBy rankBy = layout::RankBy::cause;
    bool hideImplied = false; ///< links that others imply are left out of the graph
    Panel panel = Panel::none;
    bool inspectorOpen = true;
    bool focusSearch = false;             ///< the search field takes the keyboard in the next frame
    std::vector<core::EventId> opened;    ///< the events of a cluster that was opened to a list
    std::optional<Presenting> presenting; ///< while a briefing is given
    std::size_t presentedScene = 0;       ///< the one on the screen last
    core::Message notice;                 ///< one line in the status bar

    /// Whether a slide is on the screen.
    bool showsSlide() const { return presenting && !presenting->away; }
    /// The language in use: the chosen one, else the story's first, else "en".
    std::string language() const;
    /// "DeepSeek R2 – Fabula".
    std::string windowTitle() const;
    /// The story's graph as known on the day shown; there must be a story.
    const graph::EventGraph& knownGraph() const { return asOf.graph ? *asOf.graph : *story.graph; }
};

} // namespace fabula::ui
