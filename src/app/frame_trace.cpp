#include "app/frame_trace.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdlib>

namespace fabula::app {
namespace {

constexpr std::array<const char*, 7> kPanels{"none", "filters", "findings", "keys", "palette", "open", "settings"};

std::string lineOf(const ui::AppState& state, const ui::Camera& shown)
{
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
    return fmt::format(
        "story={} events={} broken={} errors={} selected={} zoom={:.6g} pan={:.1f} scroll={:.1f} fitted={} "
        "lang={} theme={} query={} hits={} panel={} opened={} folded={} inspector={} scale={:.2f}\n",
        story, events, state.story.broken, state.story.diagnostics.errors(), selected, shown.pxPerSecond, shown.panX,
        shown.scrollY, state.fitted, state.language(), state.preferences.light ? "light" : "dark", state.search.query,
        state.search.hits.size(), kPanels[static_cast<std::size_t>(state.panel)], state.opened.size(),
        state.foldedLanes.size(), state.inspectorOpen, state.preferences.scale);
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

void FrameTrace::note(const ui::AppState& state, const ui::Camera& shown)
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
