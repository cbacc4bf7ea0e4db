#include "brief/stage.hpp"

#include "brief/callouts.hpp"
#include "layout/timeline/page_timeline.hpp"
#include "scene/framing.hpp"
#include "scene/scaled.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::brief {
namespace {

constexpr std::array kFactors{1.55, 1.4, 1.25, 1.1, 1.0};
constexpr double kGraphAir = 32; ///< around a graph, px of the layout
constexpr double kLeastHeaderWidth = 84;
constexpr double kMostHeaderWidth = 168;
constexpr double kHeaderSpare = 36; ///< of a lane's header beside its title
const core::TextStyle kLaneTitle{14, core::FontWeight::semibold, false};

bool isCut(const std::string& title)
{
    constexpr std::string_view kEllipsis = "…";
    return title.ends_with(kEllipsis);
}

/// How much a layout says of so many events, 1 if each is a card with its whole title.
double saidBy(const layout::TimelineLayout& layout, std::size_t events)
{
    double said = 0;
    for (const layout::PlacedEvent& placed : layout.events) {
        if (placed.detail == layout::Detail::card)
            said += isCut(placed.title) ? 0.8 : 1;
        else if (placed.detail == layout::Detail::label)
            said += isCut(placed.title) ? 0.3 : 0.5;
    }
    return events == 0 ? 1 : said / static_cast<double>(events);
}

double headerWidth(const Telling& telling, const layout::TimelineLayout& layout)
{
    double widest = 0;
    for (const layout::TimelineLane& lane : layout.lanes)
        widest = std::max(widest, telling.measurer->width(lane.title, kLaneTitle));
    return std::ceil(std::clamp(widest + kHeaderSpare, kLeastHeaderWidth, kMostHeaderWidth));
}

/// What a scene names matters to it; of a whole story only what matters to that.
int leastImportance(const SceneContent& content)
{
    return content.hidden.empty() ? 1 : 5;
}

/// The frame as large as the layout sees it.
Rect seenAt(const Rect& frame, double factor)
{
    return {frame.x / factor, frame.y / factor, frame.width / factor, frame.height / factor};
}

/// How far the events that belong into the canvas reach beyond its left and right edges, in px.
std::pair<double, double> overhang(const StagedTimeline& staged)
{
    constexpr double kAir = 14;
    const double left = staged.view.panX;
    const double right = left + staged.view.canvas().width;
    std::pair<double, double> beyond{0, 0};
    for (const layout::PlacedEvent& placed : staged.layout.events) {
        if (placed.anchorX < left || placed.anchorX > right)
            continue;
        beyond.first = std::max(beyond.first, left - placed.box.left() + kAir);
        beyond.second = std::max(beyond.second, placed.box.right() + kAir - right);
    }
    const double most = staged.view.canvas().width / 4;
    return {std::min(beyond.first, most), std::min(beyond.second, most)};
}

/// The range in view, longer by what reaches beyond it, so that cards at its ends are whole. Each round sees what the
/// smaller scale of the one before made of it.
void frameWhole(layout::Timeline& timeline, time::Span range, StagedTimeline& staged)
{
    constexpr int kRounds = 4;
    staged.layout = scene::framed(timeline, range, staged.view);
    for (int round = 0; round < kRounds && !range.openBegin() && !range.openEnd(); ++round) {
        const auto [left, right] = overhang(staged);
        if (left <= 0 && right <= 0)
            return;
        const double seconds = 1 / staged.layout.scale.pxPerSecond();
        range.begin.seconds -= std::llround(left * seconds);
        range.end.seconds += std::llround(right * seconds);
        staged.layout = scene::framed(timeline, range, staged.view);
    }
}

StagedTimeline timelineIn(const Telling& telling, const SceneContent& content, const Rect& frame, bool folds)
{
    StagedTimeline staged;
    layout::TimelineRequest request{content.events, telling.measurer, telling.language};
    request.hidden = content.hidden;
    request.leastImportance = leastImportance(content);
    if (!content.range.openBegin() && !content.range.openEnd())
        request.room = content.range;
    staged.view.frame = frame;
    staged.view.language = telling.language;
    staged.view.laneHeaderWidth = kMostHeaderWidth;
    for (int pass = 0; pass < 2; ++pass) { // the second with headers as wide as the lanes' titles
        request.heightPx = staged.view.canvas().height;
        request.fitWidthPx = staged.view.canvas().width;
        layout::Timeline timeline = folds ? layout::timelineForPage(request) : layout::Timeline(request);
        frameWhole(timeline, content.range, staged);
        const double wanted = headerWidth(telling, staged.layout);
        if (pass == 0)
            staged.view.laneHeaderWidth = wanted;
    }
    for (layout::TimelineLane& lane : staged.layout.lanes)
        lane.subtitle.clear(); // an audience reads names
    return staged;
}

void stageTimeline(const Telling& telling, Stage& stage)
{
    double most = -1;
    for (const double factor : kFactors) {
        const Rect seen = seenAt(stage.frame, factor);
        StagedTimeline staged = timelineIn(telling, stage.content, seen, false);
        const double said = saidBy(staged.layout, stage.content.shown.size());
        if (staged.layout.height > staged.view.canvas().height + 0.5 || said <= most + 0.05)
            continue;
        most = said;
        stage.factor = factor;
        stage.placed = std::move(staged);
        if (said >= 1)
            return;
    }
    if (most < 0) {
        stage.factor = 1;
        stage.placed = timelineIn(telling, stage.content, seenAt(stage.frame, 1), true);
    }
}

void stageGraph(const Telling& telling, Stage& stage)
{
    layout::CausalRequest request{stage.content.events, telling.measurer, telling.language, stage.metrics};
    request.hidden = stage.content.hidden;
    request.known = stage.content.known;
    request.leastImportance = leastImportance(stage.content);
    StagedGraph staged;
    staged.layout = layout::causalLayout(request);
    const Rect& bounds = staged.layout.bounds;
    stage.factor = std::clamp(std::min(stage.frame.width / (bounds.width + 2 * kGraphAir),
                                       stage.frame.height / (bounds.height + 2 * kGraphAir)),
                              1.0, kFactors.front());
    staged.view.frame = seenAt(stage.frame, stage.factor);
    staged.view.language = telling.language;
    staged.view = scene::fitted(staged.layout, staged.view);
    stage.placed = std::move(staged);
}

} // namespace

void setView(const Stage& stage, double step, scene::StoryView& view)
{
    view.selected = stage.content.ringed;
    view.emphasis = stage.content.emphasis;
    view.presence = presenceAt(stage.content, step);
    if (view.selected.valid() && view.presence.events[view.selected.index()] < 1)
        view.selected = {};
}

scene::DisplayList layoutPicture(const Telling& telling, const Stage& stage, double step)
{
    scene::DisplayList picture;
    if (const auto* timeline = std::get_if<StagedTimeline>(&stage.placed)) {
        scene::TimelineView view = timeline->view;
        setView(stage, step, view);
        const scene::TimelineSubject subject{stage.content.events, timeline->layout, stage.metrics, *telling.measurer};
        scene::addTimeline(subject, view, *telling.theme, picture);
    } else {
        const auto& graph = std::get<StagedGraph>(stage.placed);
        scene::GraphView view = graph.view;
        setView(stage, step, view);
        const scene::GraphSubject subject{stage.content.events, graph.layout, stage.metrics, *telling.measurer};
        scene::addGraph(subject, view, *telling.theme, picture);
    }
    return picture;
}

namespace {

void addScene(const Telling& telling, const Stage& stage, double step, scene::DisplayList& slide)
{
    scene::addScaled(layoutPicture(telling, stage, step), stage.factor, {}, slide);
}

/// Where a day stands on the slide; nothing in a graph, or out of view.
std::optional<double> dayX(const Stage& stage, const time::Edtf& day)
{
    const auto* timeline = std::get_if<StagedTimeline>(&stage.placed);
    if (timeline == nullptr || !day.known())
        return std::nullopt;
    const time::Span span = day.span();
    const time::Instant middle{span.begin.seconds / 2 + span.end.seconds / 2};
    const double x = timeline->view.screenFromContent({timeline->layout.scale.screenFromTime(middle), 0}).x;
    const Rect canvas = timeline->view.canvas();
    return x >= canvas.left() && x <= canvas.right() ? std::optional(x * stage.factor) : std::nullopt;
}

Rect canvasOf(const Stage& stage)
{
    const auto* timeline = std::get_if<StagedTimeline>(&stage.placed);
    if (timeline == nullptr)
        return stage.frame;
    const Rect canvas = timeline->view.canvas();
    return {canvas.x * stage.factor, canvas.y * stage.factor, canvas.width * stage.factor,
            canvas.height * stage.factor};
}

void placeCallouts(const Telling& telling, Stage& stage)
{
    const model::Story& story = telling.graph.story();
    const std::vector<model::Callout>& callouts = story[stage.content.id].callouts;
    if (callouts.empty())
        return;
    scene::DisplayList whole;
    addScene(telling, stage, static_cast<double>(stage.content.steps), whole);
    CalloutPlacer placer(*telling.measurer, whole, canvasOf(stage));
    for (const model::Callout& callout : callouts) {
        const std::string text(model::choose(callout.text, telling.language, story.languages).text);
        const bool shown = callout.event.valid() && std::find(stage.content.shown.begin(), stage.content.shown.end(),
                                                              callout.event) != stage.content.shown.end();
        if (callout.event.valid() && !shown)
            continue;
        const std::string day =
            callout.day.known() ? time::words(callout.day, telling.language, time::WordLength::compact) : std::string();
        stage.callouts.push_back(callout.event.valid() ? placer.atEvent(text, callout.event)
                                                       : placer.atDay({text, day}, dayX(stage, callout.day)));
    }
}

} // namespace

Stage stageOf(const Telling& telling, SceneId scene, const Rect& frame)
{
    Stage stage{contentOf(telling.graph, scene), frame, 1, {}, {}, {}};
    if (stage.content.graph)
        stageGraph(telling, stage);
    else
        stageTimeline(telling, stage);
    placeCallouts(telling, stage);
    return stage;
}

double presenceOf(const PlacedCallout& callout, const SceneContent& content, double step)
{
    if (callout.event.valid())
        return static_cast<double>(presenceAt(content, step).events[callout.event.index()]);
    const double last = static_cast<double>(content.steps) - 1;
    return std::clamp(step - last + 1, 0.0, 1.0);
}

void addStage(const Telling& telling, const Stage& stage, double step, scene::DisplayList& slide)
{
    addScene(telling, stage, step, slide);
    for (const PlacedCallout& callout : stage.callouts) {
        if (const double there = presenceOf(callout, stage.content, step); there > 0)
            addCallout(callout, there, *telling.theme, slide);
    }
}

} // namespace fabula::brief
