#include "ui/canvas_stage.hpp"

#include "ui/answering.hpp"
#include "ui/apply_steps.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace fabula::ui {
namespace {

constexpr double kLinkStrength = 0.4;
constexpr double kAhead = 160; ///< px around what is seen that are laid out with it

bool holds(const core::Rect& whole, const core::Rect& part)
{
    return part.left() >= whole.left() && part.right() <= whole.right() && part.top() >= whole.top() &&
           part.bottom() <= whole.bottom();
}

bool same(const scene::Emphasis& a, const scene::Emphasis& b)
{
    return a.strength == b.strength && a.events == b.events && a.links == b.links && a.outlined == b.outlined;
}

bool same(const scene::Presence& a, const scene::Presence& b)
{
    return a.ghosts == b.ghosts && a.asOf == b.asOf && a.known == b.known && a.events == b.events && a.links == b.links;
}

void lightLinks(scene::Emphasis& emphasis, const graph::EventGraph& graph, core::EventId about)
{
    emphasis.links.assign(graph.story().links.size(), false);
    for (const auto links : {graph.linksFrom(about), graph.linksTo(about)}) {
        for (const core::LinkId link : links)
            emphasis.links[link.index()] = true;
    }
}

/// The events that the thing under the pointer raises, and the event whose links it raises.
std::vector<core::EventId> raised(const AppState& state, core::EventId& about)
{
    const graph::EventGraph& graph = *state.story.graph;
    const model::Story& story = graph.story();
    if (state.hovered.kind == scene::SubjectKind::event && state.hovered.index < story.events.size()) {
        about = core::EventId(state.hovered.index);
        std::vector<core::EventId> events = neighbourhood(state, about);
        for (const core::LinkId link : graph.linksFrom(about))
            events.push_back(story[link].to);
        for (const core::LinkId link : graph.linksTo(about))
            events.push_back(story[link].from);
        return events;
    }
    if (state.hovered.kind == scene::SubjectKind::link && state.hovered.index < story.links.size())
        return {story.links[state.hovered.index].from, story.links[state.hovered.index].to};
    return {};
}

/// Of very many links those that are looked at: of the answer on show, of the event that is selected and of the one
/// under the pointer.
std::vector<core::LinkId> askedLinks(const AppState& state)
{
    constexpr std::size_t kMostOfOne = 150;
    constexpr std::size_t kMostOfAnswer = 400;
    const graph::EventGraph& graph = *state.story.graph;
    std::vector<core::LinkId> asked;
    const auto add = [&](std::span<const core::LinkId> links, std::size_t most) {
        asked.insert(asked.end(), links.begin(), links.begin() + std::min(most, links.size()));
    };
    if (const Answered* shown = shownAnswer(state))
        add(shown->parts.links, kMostOfAnswer);
    const auto addEvent = [&](core::EventId event) {
        if (event.index() >= graph.story().events.size())
            return;
        add(graph.linksTo(event), kMostOfOne);
        add(graph.linksFrom(event), kMostOfOne);
    };
    addEvent(state.selected);
    if (state.hovered.kind == scene::SubjectKind::event)
        addEvent(core::EventId(state.hovered.index));
    return asked;
}

} // namespace

scene::Emphasis emphasisOf(const AppState& state, double share)
{
    scene::Emphasis emphasis;
    if (!state.story.graph)
        return emphasis;
    const model::Story& story = state.story.graph->story();
    if (const Answered* shown = shownAnswer(state))
        return emphasisOf(*shown, story, share);
    core::EventId about;
    const std::vector<core::EventId> hovered = raised(state, about);
    if (hovered.empty())
        return state.search.emphasis != nullptr ? *state.search.emphasis : emphasis;
    emphasis.strength = 1;
    emphasis.events.assign(story.events.size(), false);
    for (const core::EventId event : hovered)
        emphasis.events[event.index()] = true;
    if (about.valid())
        lightLinks(emphasis, *state.story.graph, about);
    if (hovered.size() == 2 && state.hovered.kind == scene::SubjectKind::link) {
        emphasis.links.assign(story.links.size(), false);
        emphasis.links[state.hovered.index] = true;
        emphasis.strength = kLinkStrength;
    }
    return emphasis;
}

CanvasStage::CanvasStage(const core::TextMeasurer& measurer, std::function<void()> wake)
    : measurer_(&measurer), graph_(measurer)
{
    if (wake)
        making_.emplace(std::move(wake));
}

CanvasStage::Prepared CanvasStage::prepare(const AppState& state, core::Size frame)
{
    if (!state.story.graph || frame.width < 1 || frame.height < 1)
        return {};
    view_.frame = {0, 0, frame.width, frame.height};
    const core::Rect canvas = view_.canvas();
    const model::Story& story = state.story.graph->story();
    Request wanted{&story,
                   state.language(),
                   state.grouping,
                   state.filter,
                   state.foldGaps,
                   state.foldedLanes,
                   {std::max(64.0, canvas.width), std::max(64.0, canvas.height)}};
    if (story.events.size() > layout::Timeline::kMostPlaced)
        wanted.known = state.asOf.known;
    if (timeline_ && wanted == request_) {
        if (making())
            making_->cancel();
        return {};
    }
    Prepared prepared;
    if (layout_ && story_ && story_->story().id == story.id)
        prepared.before = layout_->scale;
    if (!made(state, wanted))
        return {};
    prepared.renewed = true;
    request_ = std::move(wanted);
    story_ = state.story.graph;
    layout_.reset();
    shown_.reset();
    return prepared;
}

/// Whether the ladder that is wanted is there now; else it is on its way.
bool CanvasStage::made(const AppState& state, const Request& wanted)
{
    Request sameSize = request_;
    sameSize.canvas = wanted.canvas;
    if (timeline_ && timeline_->crowded() && sameSize == wanted) {
        timeline_ = timeline_->resized(wanted.canvas.width, wanted.canvas.height);
        return true;
    }
    if (!making_ || state.story.graph->story().events.size() <= layout::Timeline::kMostPlaced) {
        timeline_.emplace(timelineFor(wanted, *state.story.graph));
        return true;
    }
    if (!making_->running() || !(asked_ == wanted)) {
        asked_ = wanted;
        making_->begin([this, wanted, graph = *state.story.graph](core::Progress&) {
            return std::make_unique<layout::Timeline>(timelineFor(wanted, graph));
        });
    }
    if (auto done = making_->take()) {
        timeline_.emplace(std::move(**done));
        return true;
    }
    if (story_ && request_.story != wanted.story) {
        timeline_.reset();
        layout_.reset();
    }
    return false;
}

layout::Timeline CanvasStage::timelineFor(const Request& wanted, const graph::EventGraph& graph) const
{
    layout::TimelineRequest request{graph, measurer_};
    request.language = wanted.language;
    request.metrics = metrics_;
    request.grouping = wanted.grouping;
    request.heightPx = wanted.canvas.height;
    request.fitWidthPx = wanted.canvas.width;
    request.foldGaps = wanted.foldGaps;
    request.hidden = model::hiddenBy(wanted.filter, graph.story());
    if (wanted.known != nullptr) {
        request.hidden.resize(graph.story().events.size(), false);
        for (std::size_t i = 0; i < request.hidden.size(); ++i)
            request.hidden[i] = request.hidden[i] || !wanted.known->events[i];
    }
    request.foldedLanes.assign(wanted.foldedLanes.begin(), wanted.foldedLanes.end());
    return layout::Timeline(std::move(request));
}

bool CanvasStage::show(const AppState& state, const Sight& sight, const Highlight& highlight, const scene::Theme& theme)
{
    if (!timeline_ || !story_)
        return false;
    const core::Rect seen = seenAt(sight.camera);
    std::vector<core::LinkId> asked;
    if (timeline_->crowded())
        asked = askedLinks(state);
    const bool fits = layout_ && layout_->scale.pxPerSecond() == sight.camera.pxPerSecond &&
                      (!layout_->crowded || (holds(layout_->seen, seen) && asked == askedLinks_));
    if (!fits) {
        layout_ = timeline_->at(sight.camera.pxPerSecond, seen.grown(kAhead), asked);
        askedLinks_ = std::move(asked);
        shown_.reset();
        ++layoutsMade_;
    }
    const std::string language = state.language();
    if (shown_ && shown_->sight == sight && shown_->selected == state.selected && shown_->theme == &theme &&
        shown_->language == language && shown_->highlight.hovered == highlight.hovered &&
        same(shown_->highlight.emphasis, highlight.emphasis) && same(shown_->highlight.presence, highlight.presence) &&
        (sight.share <= 0 || shown_->graphLayouts == graph_.layoutsMade()))
        return true;
    shown_ = Shown{sight, highlight, state.selected, &theme, language, graph_.layoutsMade()};
    sight_ = sight;
    view_.panX = sight.camera.panX;
    view_.scrollY = sight.camera.scrollY;
    view_.language = language;
    view_.selected = state.selected;
    view_.hovered = highlight.hovered;
    view_.emphasis = highlight.emphasis;
    view_.presence = highlight.presence;
    picture_.size = {view_.frame.width, view_.frame.height};
    picture_.ground = theme.ground;
    picture_.items.clear();
    paintSight(theme);
    ++picturesMade_;
    return true;
}

core::Rect CanvasStage::seenAt(const Camera& camera) const
{
    const core::Rect canvas = view_.canvas();
    return {camera.panX, camera.scrollY, canvas.width, canvas.height};
}

scene::GraphView CanvasStage::graphView() const
{
    const scene::StoryView& common = view_;
    scene::GraphView view{common, {}, 1};
    view.corner = sight_.graph.corner;
    view.zoom = sight_.graph.zoom;
    return view;
}

void CanvasStage::paintSight(const scene::Theme& theme)
{
    const scene::TimelineSubject timeline{*story_, *layout_, metrics_, *measurer_};
    if (sight_.share <= 0 || graph_.layout() == nullptr)
        return scene::addTimeline(timeline, view_, theme, picture_);
    const scene::GraphSubject graph{*story_, *graph_.layout(), graph_.metrics(), *measurer_};
    const scene::GraphView view = graphView();
    if (sight_.share >= 1)
        scene::addGraph(graph, view, theme, picture_);
    else
        scene::addMorph({timeline, view_, graph, view, sight_.share}, theme, picture_);
}

std::optional<core::Point> CanvasStage::centreOf(core::EventId event) const
{
    if (sight_.share >= 1 && graph_.layout() != nullptr) {
        const layout::PlacedEvent* placed = graph_.layout()->place(event);
        return placed != nullptr ? std::optional(graphView().screenFromContent(placed->box.centre())) : std::nullopt;
    }
    const layout::PlacedEvent* placed = layout_ ? layout_->place(event) : nullptr;
    return placed != nullptr ? std::optional(view_.screenFromContent(placed->box.centre())) : std::nullopt;
}

} // namespace fabula::ui
