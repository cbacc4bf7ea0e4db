#pragma once

#include "core/errand.hpp"
#include "layout/timeline/timeline.hpp"
#include "scene/graph_picture.hpp"
#include "ui/app_state.hpp"
#include "ui/camera.hpp"
#include "ui/graph_stage.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::ui {

/// How strongly what stands out does so, eased by the caller's clock; the sets themselves follow from the state.
struct Highlight
{
    scene::Emphasis emphasis; ///< empty vectors: nothing stands out
    scene::Subject hovered;
    scene::Presence presence; ///< as of the day that is chosen, on its way there
};

/// What stands out for this state: an answer (`share` of the way through lighting it in the order of time), else what
/// the pointer is on with its neighbours, else the hits of a search. Strength is how far the rest recedes: 1 behind an
/// answer, an event or hits, less behind a link, since links are everywhere under the pointer, and 0 where nothing
/// stands out.
scene::Emphasis emphasisOf(const AppState& state, double share = 1);

/// The timeline on its way from the state to a picture, each step repeated only when what it depends on has changed:
/// the ladder of layouts (story, language, filter, folds, canvas), the layout (zoom), the picture (view, theme,
/// highlight).
class CanvasStage
{
public:
    /// The measurer outlives the stage. With `wake` the ladder of a crowd is made on a thread of its own, which calls
    /// it when that is done; without, `prepare` waits for it.
    explicit CanvasStage(const core::TextMeasurer& measurer, std::function<void()> wake = {});

    /// Makes the ladder for the state and the size of the timeline's frame in picture px. True if it is a new one, and
    /// the camera must be carried over from `before` or fitted again. While one is being made on its thread, the one
    /// before stays, but for another story there is none.
    struct Prepared
    {
        bool renewed = false;
        std::optional<layout::TimeScale> before; ///< the old one's scale, missing if there was none or another story
    };
    Prepared prepare(const AppState& state, core::Size frame);

    /// Lays the graph out as the state asks; true if it is a new layout, and the camera must fit it.
    bool prepareGraph(const AppState& state) { return graph_.prepare(state); }

    /// Where the picture is looked at from.
    struct Sight
    {
        Camera camera;
        GraphCamera graph{};
        double share = 0; ///< 0 the timeline, 1 the graph, between them the cards are on their way
        friend bool operator==(const Sight&, const Sight&) = default;
    };
    /// Makes layout and picture for what is shown; both stay valid until the next call. False if there is nothing to
    /// show. Where the graph is seen, `prepareGraph` came before.
    bool show(const AppState& state, const Sight& sight, const Highlight& highlight, const scene::Theme& theme);

    layout::Timeline* timeline() { return timeline_ ? &*timeline_ : nullptr; }
    const layout::TimelineLayout* layout() const { return layout_ ? &*layout_ : nullptr; }
    const layout::CausalLayout* graph() const { return graph_.layout(); }
    const scene::DisplayList& picture() const { return picture_; }
    const scene::TimelineView& view() const { return view_; }
    /// Where the timeline draws events, in the frame's px; the graph has the whole frame.
    core::Rect canvas() const { return view_.canvas(); }
    core::Size frame() const { return {view_.frame.width, view_.frame.height}; }
    /// The area in which events are drawn now.
    core::Rect eventsArea() const { return sight_.share > 0 ? view_.frame : view_.canvas(); }
    /// The middle of an event's card as it is drawn now; nothing if it is not drawn by itself.
    std::optional<core::Point> centreOf(core::EventId event) const;

    /// Whether a ladder is being made.
    bool making() const { return making_ && making_->running(); }

    /// How often each was made: for tests and the trace.
    std::uint64_t layoutsMade() const { return layoutsMade_; }
    std::uint64_t picturesMade() const { return picturesMade_; }

private:
    struct Request
    {
        const model::Story* story = nullptr;
        std::string language;
        layout::Grouping grouping = layout::Grouping::actor;
        model::StoryFilter filter;
        bool foldGaps = false;
        std::set<std::string> foldedLanes;
        core::Size canvas;
        /// Of a crowd, whose density counts what was known on the day alone; null: everything. Of few events what was
        /// not known keeps its room.
        std::shared_ptr<const model::Known> known{};
        friend bool operator==(const Request&, const Request&) = default;
    };
    scene::GraphView graphView() const;
    core::Rect seenAt(const Camera& camera) const; ///< of the content
    void paintSight(const scene::Theme& theme);
    struct Shown
    {
        Sight sight;
        Highlight highlight;
        core::EventId selected;
        const scene::Theme* theme = nullptr;
        std::string language;
        std::uint64_t graphLayouts = 0;
    };

    layout::Timeline timelineFor(const Request& request, const graph::EventGraph& graph) const;
    bool made(const AppState& state, const Request& wanted);

    const core::TextMeasurer* measurer_;
    Request request_;
    std::optional<graph::EventGraph> story_; ///< keeps the story of the request alive
    layout::TimelineMetrics metrics_;
    std::optional<layout::Timeline> timeline_;
    std::optional<layout::TimelineLayout> layout_;
    std::vector<core::LinkId> askedLinks_; ///< of the layout
    scene::TimelineView view_;
    GraphStage graph_;
    Sight sight_;
    std::optional<Shown> shown_;
    scene::DisplayList picture_;
    std::uint64_t layoutsMade_ = 0;
    std::uint64_t picturesMade_ = 0;
    Request asked_; ///< of the ladder that is made
    /// Missing where nobody can be woken. The last member: its thread reads those above.
    std::optional<core::Errand<std::unique_ptr<layout::Timeline>>> making_;
};

} // namespace fabula::ui
