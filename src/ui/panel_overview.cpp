#include "core/phrases.hpp"
#include "layout/timeline/drawn_date.hpp"
#include "time/calendar_steps.hpp"
#include "ui/glance.hpp"
#include "ui/panel_clock.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_memory.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

/// What a drag that is under way does, kept while the button is down.
enum class Grip { none, move, left, right };

void drawHeader(const PanelContext& context, ImVec2 origin)
{
    const std::string language = context.state.language();
    const float x = origin.x + toPx(context, 18);
    const auto wide = static_cast<float>(context.canvas.x) - x - toPx(context, 8);
    const TextLook strong{context.theme.text2, 13, core::FontWeight::semibold};
    const TextLook quiet{context.theme.text3, 12};
    drawText(context, {x, origin.y + toPx(context, 12)},
             cutText(context, say(context, "window.overview"), strong, wide), strong);
    const Glance* glance = shownGlance(context.state);
    if (glance == nullptr)
        return;
    const float y = origin.y + toPx(context, 31);
    const std::string counts = storyCounts(*glance, language);
    if (textWidthPx(context, counts, quiet) <= wide) {
        drawText(context, {x, y}, counts, quiet);
        return;
    }
    const std::string events = core::countPhrase("picture.events", glance->events, language);
    const std::string links = core::countPhrase("picture.links", glance->links, language);
    drawText(context, {x, y}, cutText(context, events, quiet, wide), quiet);
    drawText(context, {x, y + toPx(context, 16)}, cutText(context, links, quiet, wide), quiet);
}

/// The instants between which the strip's bars count, from its left to its right end.
std::vector<time::Instant> edgesOf(const PanelContext& context, const Strip& strip, std::size_t buckets)
{
    std::vector<time::Instant> edges;
    for (std::size_t i = 0; i <= buckets; ++i)
        edges.push_back(
            strip.timeAt(strip.area().x + strip.area().width * static_cast<double>(i) / static_cast<double>(buckets)));
    const time::Span extent = context.timeline->extent();
    edges.front() = std::min(edges.front(), extent.begin);
    edges.back() = std::max(edges.back(), time::Instant{extent.end.seconds + 1});
    return edges;
}

/// How many of the events that are shown stand in each bucket, as known on that day, where the timeline hangs them.
std::vector<std::size_t> knownDensity(const PanelContext& context, const std::vector<time::Instant>& edges,
                                      const model::Known& known)
{
    const graph::EventGraph& graph = *context.state.story.graph;
    const std::vector<bool> hidden = model::hiddenBy(context.state.filter, graph.story());
    std::vector<std::size_t> counts(edges.size() - 1, 0);
    for (std::size_t i = 0; i < graph.story().events.size(); ++i) {
        const layout::DrawnDate date = layout::drawnDate(graph, core::EventId(i));
        if (!known.events[i] || (!hidden.empty() && hidden[i]) || !date.onAxis())
            continue;
        const auto after = std::upper_bound(edges.begin(), edges.end(), date.anchor);
        if (after != edges.begin() && after != edges.end())
            ++counts[static_cast<std::size_t>(after - edges.begin()) - 1];
    }
    return counts;
}

void drawBars(const PanelContext& context, const Strip& strip)
{
    const core::Rect& area = strip.area();
    const double pitch = context.px(14);
    const auto buckets = static_cast<std::size_t>(std::max(1.0, std::floor(area.width / pitch)));
    const auto& known = context.state.asOf.known;
    const std::vector<time::Instant> edges = edgesOf(context, strip, buckets);
    // On every day on the same scale.
    const std::vector<std::size_t> all = context.timeline->counts(edges);
    const std::vector<std::size_t> counts =
        known && !context.timeline->crowded() ? knownDensity(context, edges, *known) : all;
    const std::size_t most = std::max<std::size_t>(1, *std::max_element(all.begin(), all.end()));
    const double step = area.width / static_cast<double>(buckets);
    const core::Colour busy = core::mixed(context.theme.panel, context.theme.accent, context.theme.dark ? 0.36 : 0.45);
    for (std::size_t i = 0; i < buckets; ++i) {
        const double share = std::sqrt(static_cast<double>(counts[i]) / static_cast<double>(most));
        const double high =
            counts[i] == 0 ? context.px(2) : std::max(context.px(5), share * (area.height - context.px(14)));
        const double x = std::round(area.x + step * static_cast<double>(i) + context.px(2));
        const double wide = std::max(1.0, std::round(step - context.px(4)));
        const double bottom = std::round(area.bottom() - context.px(6));
        ImGui::GetWindowDrawList()->AddRectFilled(
            {static_cast<float>(x), static_cast<float>(std::round(bottom - high))},
            {static_cast<float>(x + wide), static_cast<float>(bottom)},
            toImGui(counts[i] == 0 ? context.theme.line : busy), counts[i] == 0 ? 0 : toPx(context, 2));
    }
}

constexpr int kMostYears = 1'000'000'000;

/// Years under the strip, as many as stand apart, where and as the axis counts them.
void drawYears(const PanelContext& context, const Strip& strip)
{
    const time::Span extent = context.timeline->extent();
    const std::int64_t first = time::civilFromInstant(extent.begin).year;
    const std::int64_t last = time::civilFromInstant(extent.end).year;
    const core::Rect& area = strip.area();
    const TextLook look{context.theme.text3, 11};
    const double yearPx = area.width / static_cast<double>(std::max<std::int64_t>(1, last - first));
    time::CalendarStep step{time::CalendarUnit::year, 1};
    for (int turn = 0; step.count * yearPx < context.px(72) && step.count < kMostYears; ++turn)
        step.count = turn % 3 == 1 ? step.count / 2 * 5 : step.count * 2;
    double free = area.x - 1;
    for (time::Instant tick = time::floorTo(extent.begin, step); tick <= extent.end;
         tick = time::nextAfter(tick, step)) {
        const double x = strip.xOf(tick);
        const std::string words = time::tickWords(tick, step, context.state.language());
        const double wide = textWidthPx(context, words, look);
        if (x < free || x + context.px(5) + wide > area.right())
            continue;
        const auto left = static_cast<float>(std::round(x));
        const auto top = static_cast<float>(area.bottom());
        ImGui::GetWindowDrawList()->AddRectFilled({left, top + 2}, {left + 1, top + toPx(context, 16)},
                                                  toImGui(context.theme.line));
        drawText(context, {left + toPx(context, 5), top + toPx(context, 3)}, words, look);
        free = x + wide + context.px(16);
    }
}

/// The window's place as drawn: never narrower than can be taken hold of, never outside the strip.
core::Rect windowRect(const PanelContext& context, const Strip& strip, const Camera& camera)
{
    const core::Rect& area = strip.area();
    const double least = context.px(10);
    double left = std::clamp(strip.leftOf(camera), area.x, area.right() - least);
    double right = std::clamp(strip.rightOf(camera, context.canvasWidth()), area.x + least, area.right());
    if (right - left < least) {
        const double middle = std::clamp((left + right) / 2, area.x + least / 2, area.right() - least / 2);
        left = middle - least / 2;
        right = middle + least / 2;
    }
    return {left, area.y, right - left, area.height};
}

void drawWindow(const PanelContext& context, const core::Rect& window, Grip lit)
{
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 from{static_cast<float>(std::round(window.x)), static_cast<float>(window.y)};
    const ImVec2 to{static_cast<float>(std::round(window.right())), static_cast<float>(window.bottom())};
    draw->AddRectFilled(from, to, toImGui(core::faded(context.theme.accent, lit == Grip::move ? 0.2 : 0.14)),
                        toPx(context, 4));
    draw->AddRect(from, to, toImGui(context.theme.accent), toPx(context, 4));
    for (const Grip side : {Grip::left, Grip::right}) {
        const float x = side == Grip::left ? from.x : to.x;
        const float middle = (from.y + to.y) / 2;
        const float half = toPx(context, lit == side ? 11 : 8);
        const float thick = toPx(context, lit == side ? 2.5 : 1.5);
        draw->AddRectFilled({x - thick, middle - half}, {x + thick, middle + half}, toImGui(context.theme.accent),
                            thick);
    }
}

Grip gripAt(const PanelContext& context, const core::Rect& window, double x)
{
    const double reach = std::min(context.px(7), window.width / 3 + context.px(3));
    if (std::abs(x - window.left()) <= reach)
        return Grip::left;
    if (std::abs(x - window.right()) <= reach)
        return Grip::right;
    return Grip::move;
}

/// The view's left edge goes to `x` on the strip.
void showFrom(const PanelContext& context, const Strip& strip, double x)
{
    const double panX = strip.contentOf(x, context.camera);
    if (std::abs(panX - context.camera.panX) >= 0.5)
        context.commands.push(command::ShowSpan{panX});
}

/// One edge of the view goes to `x`, the other stays. Reckoned from where the view is going, as zooming is eased.
void dragEdge(const PanelContext& context, const Strip& strip, Grip grip, double x)
{
    const Camera& goal = context.state.camera.pxPerSecond > 0 ? context.state.camera : context.camera;
    const double left = strip.leftOf(goal);
    const double right = strip.rightOf(goal, context.canvasWidth());
    const double wanted = std::max(context.px(4), grip == Grip::left ? right - x : x - left);
    const double factor = (right - left) / wanted;
    if (std::abs(factor - 1) > 0.004)
        context.commands.push(command::ZoomAbout{factor, grip == Grip::left ? context.canvasWidth() : 0});
}

Grip handleDrag(const PanelContext& context, const Strip& strip, const core::Rect& window)
{
    const core::Rect& area = strip.area();
    ImGui::SetCursorScreenPos({static_cast<float>(area.x - context.px(6)), static_cast<float>(area.y)});
    ImGui::InvisibleButton("##strip",
                           {static_cast<float>(area.width + context.px(12)), static_cast<float>(area.height)});
    const double x = ImGui::GetIO().MousePos.x;
    Grip grip = ImGui::IsItemHovered() ? gripAt(context, window, x) : Grip::none;
    if (ImGui::IsItemActivated()) {
        keepNumber("grip", static_cast<int>(grip));
        // Beside the window: it comes to the pointer by its middle and can be dragged on.
        const bool inside = x >= window.left() && x < window.right();
        const double from = strip.leftOf(context.camera);
        const double to = strip.rightOf(context.camera, context.canvasWidth());
        keepNumber("hold", static_cast<int>(std::lround((inside ? x - from : (to - from) / 2) * 16)));
    }
    if (ImGui::IsItemActive()) {
        grip = static_cast<Grip>(recalledNumber("grip"));
        const double hold = recalledNumber("hold") / 16.0;
        const bool moved = ImGui::IsItemActivated() || ImGui::GetIO().MouseDelta.x != 0;
        if (moved && grip == Grip::move)
            showFrom(context, strip, x - hold);
        if (moved && !ImGui::IsItemActivated() && grip != Grip::move)
            dragEdge(context, strip, grip, x);
    }
    if (grip == Grip::left || grip == Grip::right)
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemHovered() && ImGui::GetIO().MouseWheel != 0) {
        const double at = strip.contentOf(x, context.camera) - context.camera.panX;
        context.commands.push(
            command::ZoomAbout{std::exp2(ImGui::GetIO().MouseWheel / 4), std::clamp(at, 0.0, context.canvasWidth())});
    }
    return grip;
}

} // namespace

void drawOverview(const PanelContext& context)
{
    const PanelWindow panel(context, "##overview", context.theme.panel, 0);
    if (!context.state.story.graph || context.layout == nullptr || context.timeline == nullptr)
        return;
    const bool clock = context.state.asOf.open;
    if (clock)
        drawClockHeader(context, ImGui::GetWindowPos());
    else
        drawHeader(context, ImGui::GetWindowPos());
    const core::Rect area{context.canvas.x, context.area.y + context.px(12), context.canvas.width - context.px(16),
                          context.area.height - context.px(38)};
    if (area.width < context.px(40) || area.height < context.px(12) || context.camera.pxPerSecond <= 0)
        return;
    const Strip strip(context, area);
    const core::Rect window = windowRect(context, strip, context.camera);
    // The graph has no stretch of time in view.
    const bool timeline = context.state.view == View::timeline;
    const Grip lit = timeline ? handleDrag(context, strip, window) : Grip::none;
    drawBars(context, strip);
    drawYears(context, strip);
    if (timeline)
        drawWindow(context, window, lit);
    if (clock)
        drawClockHand(context, strip);
}

} // namespace fabula::ui
