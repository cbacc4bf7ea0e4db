#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_compared.hpp"
#include "app/picture_report.hpp"
#include "app/story_arguments.hpp"
#include "brief/slide.hpp"
#include "io/safe_file.hpp"
#include "layout/timeline/page_timeline.hpp"
#include "model/revision.hpp"
#include "paint/painters.hpp"
#include "scene/framing.hpp"
#include "scene/scaled.hpp"
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

core::Error rangeOfGraph()
{
    return {
        "argument", core::verbatim("--range is for the timeline, the graph has no axis; leave one of the two out"), {}};
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
    if (plan.graph && options.range.known())
        return rangeOfGraph();
    if (options.asOf.known() || model::holdsWithdrawn(story)) {
        auto known = std::make_shared<const model::Known>(model::knownBefore(story, options.asOf.span().end));
        plan.view.presence = scene::presenceOf(graph.asKnown(*known), known, options.asOf);
    }
    if (!options.select.empty()) {
        plan.view.selected = model::eventNamed(story, options.select);
        if (!plan.view.selected.valid())
            return unknownId("event", options.select, story.events);
    }
    return plan;
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
    layout::Timeline timeline = layout::timelineForPage(plan.request);
    const layout::TimelineLayout layout = scene::framed(timeline, plan.range, plan.view);
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

core::Result<DrawnPage> drawStoryPage(const graph::EventGraph& graph, const paint::FontBook& fonts,
                                      const RenderOptions& options)
{
    auto plan = planRender(graph, fonts, options);
    if (!plan)
        return plan.error();
    return plan->graph ? drawGraphPage(*plan, fonts, options) : drawTimelinePage(*plan, fonts, options);
}

/// The story whose scene has what the options say instead of its own.
core::Result<std::shared_ptr<const model::Story>> withOptions(const model::Story& story, core::SceneId id,
                                                              const RenderOptions& options)
{
    auto changed = std::make_shared<model::Story>(story);
    model::Scene& scene = changed->scenes[id.index()];
    if (!options.view.empty())
        scene.view = options.view == "graph" ? model::SceneView::graph : model::SceneView::timeline;
    if (options.range.known() && scene.view == model::SceneView::graph)
        return rangeOfGraph();
    if (options.range.known())
        scene.range = options.range;
    if (options.asOf.known())
        scene.asOf = options.asOf;
    if (!options.select.empty()) {
        const core::EventId event = model::eventNamed(story, options.select);
        if (!event.valid())
            return unknownId("event", options.select, story.events);
        scene.focus = {event};
    }
    return std::shared_ptr<const model::Story>(std::move(changed));
}

/// A scene as the audience sees it once all of it is there.
core::Result<DrawnPage> drawScenePage(const graph::EventGraph& graph, const paint::FontBook& fonts,
                                      const RenderOptions& options)
{
    const model::Story& story = graph.story();
    const core::SceneId id = model::sceneNamed(story, options.scene);
    if (!id.valid())
        return unknownScene(story, options.scene);
    const auto changed = withOptions(story, id, options);
    if (!changed)
        return changed.error();
    const std::string language = options.language.empty() ? story.languages.front() : options.language;
    const brief::Briefing briefing = brief::briefingOf(
        {graph::EventGraph(*changed), &fonts, language, &themeOf(options)}, brief::allScenes(story), options.size);
    const brief::Stage& stage = briefing.scenes[id.index()].stage;
    const brief::Slide slide{id.index(), stage.content.steps - 1, 0};
    const double scale = options.size.height / brief::kSlideHeight;
    DrawnPage page;
    page.picture.ground = themeOf(options).ground;
    page.picture.size = options.size;
    scene::addScaled(brief::slidePicture(briefing, slide), scale, {}, page.picture);
    scene::DisplayList placed = brief::layoutPicture(briefing.telling, stage, static_cast<double>(slide.step));
    const double pixels = scale * stage.factor;
    placed.size = {options.size.width / pixels, options.size.height / pixels};
    page.report = std::visit(
        [&](const auto& staged) {
            return pictureReport({stage.content.events, staged.layout, stage.metrics, fonts}, staged.view, placed,
                                 pixels * options.scale);
        },
        stage.placed);
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
    const auto opened = openForCommand(options.story, options.since);
    if (!opened)
        return exitInputErrors;
    const auto fonts = fontsOrComplaint();
    if (fonts == nullptr)
        return exitMachineLacks;

    const model::Story& story = opened->story();
    const std::string language = options.language.empty() ? story.languages.front() : options.language;
    const auto page =
        options.scene.empty() ? drawStoryPage(*opened, *fonts, options) : drawScenePage(*opened, *fonts, options);
    if (!page) {
        printError(core::english(page.error().message));
        return exitWrongUsage;
    }
    warnOfLanguage(story, language);
    const paint::DocumentInfo info{std::string(model::choose(story.title, language, story.languages).text), language,
                                   options.scale};
    auto written = writePicture(page->picture, *fonts, options, info);
    if (written && !options.report.empty())
        written = io::writeFileSafely(options.report, page->report);
    if (!written) {
        printError(core::english(written.error().message));
        return exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
