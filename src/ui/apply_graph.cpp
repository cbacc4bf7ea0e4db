#include "ui/apply_graph.hpp"

#include "ui/apply_steps.hpp"
#include "ui/graph_camera.hpp"

namespace fabula::ui {
namespace {

using Moved = std::optional<std::vector<Effect>>;

/// A visitor of Command.
class GraphApplier
{
public:
    GraphApplier(AppState& state, const ApplyContext& context) : state_(state), context_(context) {}

    template <class Other>
    Moved operator()(const Other&) const
    {
        return std::nullopt;
    }
    Moved operator()(const command::PanBy& pan) const { return pannedBy(pan.dx, pan.dy, 0); }
    Moved operator()(const command::Glide& glide) const { return pannedBy(glide.dx, glide.dy, kGlideSeconds); }
    Moved operator()(const command::ZoomAbout& zoom) const
    {
        if (!(zoom.factor > 0))
            return std::vector<Effect>{};
        // A wheel turned on while the view still travels goes on from where that would have led.
        const double wanted = limitedZoom(state_.graphCamera.zoom * zoom.factor, *context_.graph, context_.frame);
        const core::Point at{zoom.canvasX, zoom.canvasY.value_or(context_.frame.height / 2)};
        return look(zoomedAbout(context_.shownGraph, wanted / context_.shownGraph.zoom, at), kZoomSeconds);
    }
    Moved operator()(const command::GoToEnd& go) const
    {
        GraphCamera camera = context_.shownGraph;
        const core::Rect& bounds = context_.graph->bounds;
        const double margin = 40 / camera.zoom;
        const double wide = context_.frame.width / camera.zoom;
        camera.corner.x = go.last ? bounds.right() + margin - wide : bounds.left() - margin;
        return look(camera, kFlySeconds);
    }
    Moved operator()(const command::FitAll&) const
    {
        auto effects = look(graphOfAll(*context_.graph, context_.frame), kFlySeconds);
        state_.graphFitted = true;
        return effects;
    }
    Moved operator()(const command::FitSelection&) const { return fit(neighbourhood(state_, state_.selected)); }
    Moved operator()(const command::FitEvents& wanted) const { return fit(wanted.events); }
    Moved operator()(const command::ShowEvents& wanted) const
    {
        if (showsAll(*context_.graph, wanted.events, context_.shownGraph, context_.frame))
            return std::vector<Effect>{};
        return fit(wanted.events);
    }
    Moved operator()(const command::ShowSpan&) const { return std::vector<Effect>{}; }

private:
    Moved pannedBy(double dx, double dy, double seconds) const
    {
        GraphCamera camera = context_.shownGraph;
        camera.corner = camera.corner + core::Point{dx, dy} * (1 / camera.zoom);
        return look(camera, seconds);
    }
    Moved fit(const std::vector<core::EventId>& events) const
    {
        if (events.empty())
            return std::vector<Effect>{};
        return look(graphOfEvents(*context_.graph, events, context_.frame), kFlySeconds);
    }
    std::vector<Effect> look(const GraphCamera& camera, double seconds) const
    {
        state_.graphCamera = clamped(camera, *context_.graph, context_.frame);
        state_.graphFitted = false;
        return {effect::MoveCamera{state_.preferences.reducedMotion ? 0 : seconds}};
    }

    AppState& state_;
    const ApplyContext& context_;
};

} // namespace

std::optional<std::vector<Effect>> applyToGraph(AppState& state, const Command& command, const ApplyContext& context)
{
    if (state.view != View::graph || context.graph == nullptr || !(context.shownGraph.zoom > 0))
        return std::nullopt;
    return std::visit(GraphApplier(state, context), command);
}

std::vector<Effect> showSelectedInGraph(AppState& state, const ApplyContext& context)
{
    if (context.graph == nullptr || !state.selected.valid() || !(state.graphCamera.zoom > 0))
        return {};
    const GraphCamera camera = graphShowing(*context.graph, state.selected, state.graphCamera, context.frame);
    if (camera == state.graphCamera)
        return {};
    state.graphCamera = camera;
    state.graphFitted = false;
    return {effect::MoveCamera{state.preferences.reducedMotion ? 0 : kFlySeconds}};
}

} // namespace fabula::ui
