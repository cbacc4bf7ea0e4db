#include "ui/canvas.hpp"

#include "ui/canvas_painter.hpp"
#include "ui/canvas_tips.hpp"
#include "ui/panel_kit.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

using core::Point;
using scene::SubjectKind;

constexpr double kWheelPan = 90;    ///< picture px for one notch
constexpr double kWheelZoom = 1.22; ///< for one notch
constexpr double kDoubleClickZoom = 2;
constexpr double kTrailSeconds = 0.08; ///< the speed of letting go is that of so long before
constexpr double kLeastGlideSpeed = 120;
constexpr double kRestSeconds = 0.4; ///< until a resting pointer is told what it is on

Point pointerOf(const PanelContext& context)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {(mouse.x - context.area.x) / context.scale, (mouse.y - context.area.y) / context.scale};
}

void sample(CanvasGesture& gesture, double now)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    std::rotate(gesture.trail.rbegin(), gesture.trail.rbegin() + 1, gesture.trail.rend());
    gesture.trail[0] = {now, mouse.x, mouse.y};
    gesture.samples = std::min(gesture.samples + 1, gesture.trail.size());
}

/// Window px per second over the last moment; none if the pointer rested before it was let go.
Point speedOf(const CanvasGesture& gesture, double now)
{
    if (gesture.samples < 2 || now - gesture.trail[0].time > kTrailSeconds)
        return {};
    std::size_t oldest = 1;
    while (oldest + 1 < gesture.samples && now - gesture.trail[oldest + 1].time <= kTrailSeconds)
        ++oldest;
    const double seconds = gesture.trail[0].time - gesture.trail[oldest].time;
    if (seconds < 0.004)
        return {};
    return {(gesture.trail[0].x - gesture.trail[oldest].x) / seconds,
            (gesture.trail[0].y - gesture.trail[oldest].y) / seconds};
}

void drag(const PanelContext& context, CanvasGesture& gesture)
{
    const double now = ImGui::GetTime();
    if (ImGui::IsItemActivated()) {
        gesture = {};
        gesture.movedAt = now; // a press asks for no words
        sample(gesture, now);
    }
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4)) {
        const ImVec2 delta = ImGui::GetIO().MouseDelta;
        const ImVec2 whole = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 4);
        // The first step makes up for the few px that told a drag from a click.
        const ImVec2 by = gesture.dragging ? delta : whole;
        gesture.dragging = true;
        if (by.x != 0 || by.y != 0) {
            context.commands.push(command::PanBy{-by.x / context.scale, -by.y / context.scale});
            sample(gesture, now);
        }
    }
    if (ImGui::IsItemDeactivated() && gesture.dragging) {
        const Point speed = speedOf(gesture, now) * (1 / context.scale);
        if (std::hypot(speed.x, speed.y) > kLeastGlideSpeed)
            context.commands.push(command::Glide{-glideLength(speed.x), -glideLength(speed.y)});
    }
}

/// What the links of a ribbon join, each event once, in the order of the story.
std::vector<core::EventId> endsOf(const layout::LinkRibbon& ribbon, const graph::EventGraph& graph)
{
    std::vector<core::EventId> ends;
    for (const core::LinkId id : ribbon.links) {
        const model::Link& link = graph.story()[id];
        ends.insert(ends.end(), {link.from, link.to});
    }
    const auto earlier = [&](core::EventId a, core::EventId b) { return graph.position(a) < graph.position(b); };
    std::sort(ends.begin(), ends.end(), earlier);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

void click(const PanelContext& context, scene::Subject subject)
{
    CommandQueue& commands = context.commands;
    const layout::TimelineLayout& layout = *context.layout;
    if (subject.kind == SubjectKind::event) {
        commands.push(command::Select{core::EventId(subject.index), false});
    } else if (subject.kind == SubjectKind::cluster && subject.index < layout.clusters.size()) {
        commands.push(command::OpenCluster{layout.clusters[subject.index].events.list()});
    } else if (subject.kind == SubjectKind::lane && subject.index < layout.lanes.size()) {
        const layout::TimelineLane& lane = layout.lanes[subject.index];
        commands.push(command::FoldLane{lane.key, !lane.folded});
    } else if (subject.kind == SubjectKind::ribbon && subject.index < layout.ribbons.size()) {
        commands.push(command::OpenCluster{endsOf(layout.ribbons[subject.index], *context.state.story.graph)});
    } else if (subject.kind == SubjectKind::undated) {
        commands.push(command::OpenCluster{layout.undated});
    } else if (subject.kind == SubjectKind::none) {
        commands.push(command::Select{});
    }
}

/// A stub leads to the end that it names, a line to the end that is farther from the pointer.
void clickLink(const PanelContext& context, const CanvasStage& stage, core::LinkId id, Point pointer)
{
    const model::Link& link = context.state.story.graph->story()[id];
    auto away = [&](core::EventId event) {
        const std::optional<Point> centre = stage.centreOf(event);
        return centre ? core::distance(*centre, pointer) : 1e18;
    };
    const core::EventId other = away(link.from) > away(link.to) ? link.from : link.to;
    context.commands.push(command::Select{other, true});
}

void doubleClick(const PanelContext& context, scene::Subject subject, Point pointer, const CanvasStage& stage)
{
    if (subject.kind == SubjectKind::event) {
        context.commands.push(command::Select{core::EventId(subject.index), false});
        context.commands.push(command::FitSelection{});
    } else if (subject.kind == SubjectKind::cluster && subject.index < context.layout->clusters.size()) {
        context.commands.push(command::FitEvents{context.layout->clusters[subject.index].events.list()});
    } else if (subject.kind == SubjectKind::none) {
        const core::Rect area = stage.eventsArea();
        context.commands.push(
            command::ZoomAbout{kDoubleClickZoom, std::max(0.0, pointer.x - area.x), std::max(0.0, pointer.y - area.y)});
    }
}

/// Where the lanes in view stand among all, at the right edge; nothing where all are in view.
void paintScrollMark(const PanelContext& context)
{
    const double content = context.state.view == View::graph ? 0 : context.layout->height;
    const double seen = context.canvasHeight();
    if (content <= seen + 0.5)
        return;
    const double width = context.px(4);
    const double right = context.canvas.right() - context.px(3);
    const double top =
        context.canvas.y + context.canvas.height * std::clamp(context.camera.scrollY / content, 0.0, 1.0);
    const double height = context.canvas.height * seen / content;
    const core::Colour colour = core::faded(context.theme.text3, 0.55);
    ImGui::GetWindowDrawList()->AddRectFilled(
        {static_cast<float>(right - width), static_cast<float>(top)},
        {static_cast<float>(right), static_cast<float>(std::min(top + height, context.canvas.bottom()))},
        IM_COL32(colour.red, colour.green, colour.blue, colour.alpha), static_cast<float>(width / 2));
}

/// While the end of a path is picked, the way to what the pointer is on is shown.
void previewPath(const PanelContext& context, scene::Subject pointedAt)
{
    const AskingState& asking = context.state.asking;
    if (!asking.pathFrom.valid())
        return;
    std::optional<ask::Question> path;
    if (pointedAt.kind == SubjectKind::event && pointedAt.index != asking.pathFrom.value)
        path = ask::Question{ask::Ask::path, asking.pathFrom, core::EventId(pointedAt.index)};
    if (!(path == asking.preview))
        context.commands.push(command::Preview{path});
}

void tellWhatItIsOn(const PanelContext& context, scene::Subject subject, Point content, CanvasGesture& gesture)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 || ImGui::IsAnyMouseDown())
        gesture.movedAt = ImGui::GetTime();
    if (ImGui::GetTime() - gesture.movedAt >= kRestSeconds)
        tipAt(context, canvasTip(context, subject, content), io.MousePos.x,
              {io.MousePos.y, io.MousePos.y + toPx(context, 14)});
}

void react(const PanelContext& context, const CanvasStage& stage, CanvasGesture& gesture)
{
    const Point pointer = pointerOf(context);
    const bool over = ImGui::IsItemHovered();
    drag(context, gesture);
    const bool pressed = ImGui::IsItemActive() && gesture.dragging;
    const scene::Subject subject = over && !pressed ? scene::subjectAt(stage.picture(), pointer) : scene::Subject{};
    // Only a pointer that moves points at something: what comes to lie under a resting one, by keys, does not stand
    // out.
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const scene::Subject pointedAt =
        moved.x != 0 || moved.y != 0 || subject == context.state.hovered ? subject : scene::Subject{};
    if (!pressed && !(pointedAt == context.state.hovered))
        context.commands.push(command::Hover{pointedAt});
    previewPath(context, pointedAt);
    if (over && !pressed)
        tellWhatItIsOn(context, subject, stage.view().contentFromScreen(pointer), gesture);
    if (over && subject.kind != SubjectKind::none)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (over && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        doubleClick(context, subject, pointer, stage);
    } else if (over && ImGui::IsItemDeactivated() && !gesture.dragging &&
               ImGui::GetIO().MouseClickedLastCount[ImGuiMouseButton_Left] < 2) {
        if (subject.kind == SubjectKind::link)
            clickLink(context, stage, core::LinkId(subject.index), pointer);
        else
            click(context, subject);
    }
}

} // namespace

Command wheelCommand(const WheelTurn& turn, bool wheelZooms, bool scrolls)
{
    if (turn.control != wheelZooms && turn.upwards != 0)
        return command::ZoomAbout{std::pow(kWheelZoom, turn.upwards), std::max(0.0, turn.canvasX), turn.canvasY};
    const bool inTime = turn.shift || !scrolls;
    const double along = -turn.sideways * kWheelPan;
    const double across = -turn.upwards * kWheelPan;
    return command::PanBy{along + (inTime ? across : 0), inTime ? 0 : across};
}

void drawCanvas(const PanelContext& context, const CanvasStage& stage, CanvasGesture& gesture)
{
    const ImVec2 corner(static_cast<float>(context.area.x), static_cast<float>(context.area.y));
    const ImVec2 size(static_cast<float>(context.area.width), static_cast<float>(context.area.height));
    ImGui::SetNextWindowPos(corner);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::Begin(kCanvasWindow, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    if (context.layout != nullptr && size.x > 0 && size.y > 0) {
        ImGui::InvisibleButton("timeline", size);
        react(context, stage, gesture);
        paint(stage.picture(),
              {{context.area.x, context.area.y}, context.scale, ImGui::GetIO().DisplayFramebufferScale.x},
              *ImGui::GetWindowDrawList(), context.fonts);
        paintScrollMark(context);
    }
    ImGui::End();
    ImGui::PopStyleVar(3);
}

} // namespace fabula::ui
