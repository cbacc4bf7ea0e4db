#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_story.hpp"
#include "app/picture_report.hpp"
#include "app/story_arguments.hpp"
#include "app/timeline_choice.hpp"
#include "io/safe_file.hpp"
#include "layout/timeline/timeline.hpp"
#include "paint/painters.hpp"
#include "scene/story_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fabula::app {
namespace {

/// What the options come to once the story is known.
struct RenderPlan
{
    layout::TimelineRequest request;
    scene::TimelineView view;
    time::Span range; ///< open at both ends: the whole story
    bool graph = false;
};

/// A page and what it consists of.
struct DrawnPage
{
    scene::DisplayList picture;
    std::string report;
};

const scene::Theme& themeOf(const RenderOptions& options)
{
    return options.light ? scene::lightTheme() : scene::darkTheme();
}

/// With the scenes that there are: they are few, and nothing else lists them.
core::Error unknownScene(const model::Story& story, const std::string& id)
{
    core::Error error = unknownId("scene", id, story.scenes);
    std::string list;
    for (const model::Scene& scene : story.scenes)
        list += (list.empty() ? "" : ", ") + scene.id;
    error.message =
        core::verbatim(core::english(error.message) + (list.empty() ? "; it has no scenes" : "; its scenes: " + list));
    return error;
}

core::Result<RenderPlan> planRender(const graph::EventGraph& graph, const paint::FontBook& fonts,
                                    const RenderOptions& options)
{
    const model::Story& story = graph.story();
    RenderPlan plan{{graph, &fonts, options.language.empty() ? story.languages.front() : options.language}, {}, {}};
    plan.view.language = plan.request.language;
    plan.view.frame = scene::frameOfPage(options.size);
    plan.request.heightPx = plan.view.canvas().height;
    plan.request.fitWidthPx = plan.view.canvas().width;
    plan.range = options.range.span();
    plan.graph = options.view == "graph";
    time::Edtf asOf = options.asOf;
    if (!options.scene.empty()) {
        const core::SceneId id = model::sceneNamed(story, options.scene);
        if (!id.valid())
            return unknownScene(story, options.scene);
        plan.request.hidden = hiddenByScene(story, id);
        if (options.view.empty())
            plan.graph = story[id].view == model::SceneView::graph;
        if (!options.range.known())
            plan.range = story[id].range.span();
        if (!asOf.known())
            asOf = story[id].asOf;
        if (!story[id].focus.empty()) {
            plan.view.emphasis.events.assign(story.events.size(), false);
            for (const core::EventId event : story[id].focus)
                plan.view.emphasis.events[event.index()] = true;
        }
    }
    if (plan.graph && options.range.known())
        return core::Error{
            "argument",
            core::verbatim("--range is for the timeline, the graph has no axis; leave one of the two out"),
            {}};
    if (asOf.known()) {
        auto known = std::make_shared<const model::Known>(model::knownBefore(story, asOf.span().end));
        plan.view.presence = scene::presenceOf(graph.asKnown(*known), known, asOf);
    }
    if (!options.select.empty()) {
        plan.view.selected = model::eventNamed(story, options.select);
        if (!plan.view.selected.valid())
            return unknownId("event", options.select, story.events);
    }
    return plan;
}

/// The range with its open ends closed by the story's; a range that lies beside the story altogether is as long as it.
time::Span closedRange(const time::Span& range, const time::Span& extent)
{
    const std::int64_t length = extent.end.seconds - extent.begin.seconds;
    if (range.openBegin())
        return {extent.begin < range.end ? extent.begin : time::Instant{range.end.seconds - length}, range.end};
    if (range.openEnd())
        return {range.begin, range.begin < extent.end ? extent.end : time::Instant{range.begin.seconds + length}};
    return range;
}

/// The layout at which the range fills the canvas, and the pan that begins with it.
layout::TimelineLayout fitted(layout::Timeline& timeline, const time::Span& range, scene::TimelineView& view)
{
    const double width = view.canvas().width;
    if (range.openBegin() && range.openEnd()) {
        layout::TimelineLayout whole = timeline.at(timeline.fitPxPerSecond());
        view.panX = scene::centredPan(whole, width);
        return whole;
    }
    const time::Span stretch = closedRange(range, timeline.extent());
    const double seconds = std::max<double>(1.0, static_cast<double>(stretch.end.seconds - stretch.begin.seconds));
    layout::TimelineLayout layout = timeline.at(width / seconds);
    const double begin = layout.scale.screenFromTime(stretch.begin);
    // Where a limit stopped the zoom, the middle of what was asked for stands in the middle.
    const double spare = width - seconds * layout.scale.pxPerSecond();
    view.panX = std::round(std::abs(spare) < 1 ? begin : begin - spare / 2);
    return layout;
}

bool showsAnything(const layout::TimelineLayout& layout, const scene::TimelineView& view)
{
    const double left = view.panX;
    const double right = left + view.canvas().width;
    return std::any_of(layout.events.begin(), layout.events.end(),
                       [&](const layout::PlacedEvent& placed) {
                           return std::max(placed.box.right(), placed.bar.x1) >= left &&
                                  std::min(placed.box.left(), placed.bar.x0) <= right;
                       }) ||
           std::any_of(layout.clusters.begin(), layout.clusters.end(), [&](const layout::EventCluster& cluster) {
               return cluster.box.right() >= left && cluster.box.left() <= right;
           });
}

DrawnPage drawTimelinePage(RenderPlan& plan, const paint::FontBook& fonts, const RenderOptions& options)
{
    layout::Timeline timeline = timelineForPage(plan.request);
    const layout::TimelineLayout layout = fitted(timeline, plan.range, plan.view);
    if (!(plan.range.openBegin() && plan.range.openEnd()) && !showsAnything(layout, plan.view))
        fmt::print(stderr, "warning: No event stands in the range, the picture shows none.\n");
    const scene::TimelineSubject subject{plan.request.graph, layout, plan.request.metrics, fonts};
    DrawnPage page{scene::storyPage(subject, plan.view, themeOf(options), options.size), {}};
    page.report = pictureReport(subject, plan.view, page.picture, options.scale);
    return page;
}

DrawnPage drawGraphPage(const RenderPlan& plan, const paint::FontBook& fonts, const RenderOptions& options)
{
    layout::CausalRequest request{plan.request.graph, &fonts, plan.request.language, plan.request.metrics};
    request.hidden = plan.request.hidden;
    const layout::CausalLayout layout = layout::causalLayout(request);
    const scene::StoryView& common = plan.view;
    scene::GraphView view{common, {}, 1};
    view = scene::fitted(layout, view);
    const scene::GraphSubject subject{plan.request.graph, layout, plan.request.metrics, fonts};
    DrawnPage page{scene::storyPage(subject, view, themeOf(options), options.size), {}};
    page.report = pictureReport(subject, view, page.picture, options.scale);
    return page;
}

/// ".png" of "a.PNG": what other systems write in capitals is no other kind of file.
std::string endingOf(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending;
}

core::Result<void> writePicture(const scene::DisplayList& picture, const paint::FontBook& fonts,
                                const RenderOptions& options, const paint::DocumentInfo& info)
{
    const std::string ending = endingOf(options.output);
    if (ending == ".png")
        return paint::writePng(picture, fonts, options.output.string(), options.scale);
    if (ending == ".svg")
        return paint::writeSvg(picture, fonts, options.output.string(), info);
    return paint::writePdf(picture, fonts, options.output.string(), info);
}

} // namespace

int renderStory(const RenderOptions& options)
{
    const std::string ending = endingOf(options.output);
    if (ending != ".png" && ending != ".svg" && ending != ".pdf") {
        printError(fmt::format("--output: \"{}\" must end in .png, .svg or .pdf", options.output.string()));
        return exitWrongUsage;
    }
    const OpenedStory opened = openStory(options.story);
    for (const core::Finding& finding : opened.diagnostics.findings())
        fmt::print(stderr, "{}\n", core::toString(finding));
    if (!opened.graph)
        return exitInputErrors;
    const auto fonts = paint::FontBook::open();
    if (!fonts) {
        printError(core::english(fonts.error().message));
        return exitMachineLacks;
    }
    for (const core::Message& finding : (*fonts)->findings())
        fmt::print(stderr, "warning: {}\n", core::english(finding));

    auto plan = planRender(*opened.graph, **fonts, options);
    if (!plan) {
        printError(core::english(plan.error().message));
        return exitWrongUsage;
    }
    warnOfLanguage(opened.graph->story(), plan->view.language);
    if (!plan->view.emphasis.events.empty())
        plan->view.emphasis.strength = 1;
    const DrawnPage page =
        plan->graph ? drawGraphPage(*plan, **fonts, options) : drawTimelinePage(*plan, **fonts, options);
    const model::Story& story = opened.graph->story();
    const paint::DocumentInfo info{std::string(model::choose(story.title, plan->view.language, story.languages).text),
                                   plan->view.language, options.scale};
    auto written = writePicture(page.picture, **fonts, options, info);
    if (written && !options.report.empty())
        written = io::writeFileSafely(options.report, page.report);
    if (!written) {
        printError(core::english(written.error().message));
        return exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
