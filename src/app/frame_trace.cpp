#include "app/frame_trace.hpp"

#include "ui/answering.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace fabula::app {
namespace {

constexpr std::array<const char*, 9> kPanels{"none", "filters",  "findings", "keys",   "palette",
                                             "open", "settings", "changes",  "compare"};

/// "2/1" is the second scene's first step, with a "?" while a question is followed; "-" without a briefing.
std::string slideOf(const ui::AppState& state)
{
    if (!state.presenting)
        return "-";
    const brief::Slide& slide = state.presenting->current();
    return fmt::format("{}/{}{} moving={}", slide.scene + 1, slide.step + 1, state.presenting->away ? "?" : "",
                       state.presenting->moving);
}

std::string lineOf(const ui::AppState& state, const ui::CanvasStage::Sight& sight)

{
    const ui::Camera& shown = sight.camera;
    std::string selected = "-";
    std::string story = "-";
    std::size_t events = 0;
    if (state.story.graph) {
        const model::Story& its = state.story.graph->story();
        story = its.id;
        events = its.events.size();
        if (state.selected.valid())
            selected = its.events[state.selected.index()].id;
    }
    const ui::Answered* answer = ui::shownAnswer(state);
    const auto& known = state.asOf.known;
    return fmt::format(
        "story={} events={} broken={} errors={} selected={} zoom={:.6g} pan={:.1f} scroll={:.1f} fitted={} "
        "lang={} theme={} query={} hits={} panel={} opened={} folded={} inspector={} scale={:.2f} asked={} answer={} "
        "lit={} outlined={} picking={} sheet={} asof={} known={} view={} morph={:.2f} gzoom={:.3f} gx={:.0f} "
        "gy={:.0f} slide={} blank={} own={}\n",
        story, events, state.story.broken, state.story.diagnostics.errors(), selected, shown.pxPerSecond, shown.panX,
        shown.scrollY, state.fitted, state.language(), state.preferences.light ? "light" : "dark", state.search.query,
        state.search.hits.size(), kPanels[static_cast<std::size_t>(state.panel)], state.opened.size(),
        state.foldedLanes.size(), state.inspectorOpen, state.preferences.scale, state.asking.crumbs.size(),
        answer != nullptr ? ask::name(answer->key.question.ask) : "-",
        answer != nullptr ? answer->parts.events.size() : 0, answer != nullptr ? answer->parts.outlined.size() : 0,
        state.asking.pathFrom.valid(), state.asking.sheet,
        state.asOf.day.known() ? state.asOf.day.text()
        : state.asOf.open      ? "today"
                               : "-",
        known ? std::count(known->events.begin(), known->events.end(), true) : static_cast<std::ptrdiff_t>(events),
        state.view == ui::View::graph ? "graph" : "timeline", sight.share, sight.graph.zoom, sight.graph.corner.x,
        sight.graph.corner.y, slideOf(state), state.presenting ? static_cast<int>(state.presenting->blank) : 0,
        state.presenting && state.presenting->ownWindow);
}

} // namespace

FrameTrace::FrameTrace()
{
    if (const char* path = std::getenv("FABULA_TRACE"); path != nullptr && path[0] != '\0')
        file_ = std::fopen(path, "a");
}

FrameTrace::~FrameTrace()
{
    if (file_ != nullptr)
        std::fclose(file_);
}

void FrameTrace::note(const ui::AppState& state, const ui::CanvasStage::Sight& shown)
{
    if (file_ == nullptr)
        return;
    std::string line = lineOf(state, shown);
    if (line == last_)
        return;
    std::fputs(line.c_str(), file_);
    std::fflush(file_);
    last_ = std::move(line);
}

} // namespace fabula::app
