#pragma once

#include "layout/timeline/timeline.hpp"
#include "ui/app_state.hpp"
#include "ui/camera.hpp"
#include "ui/command.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace fabula::ui {

/// What a command asks of the world outside the state; `app` carries it out.
namespace effect {

struct OpenFile
{
    std::filesystem::path path;
    std::filesystem::path since{}; ///< an older version to compare it with; empty: none
};
struct OpenLink
{
    std::string url; ///< http or https
};
struct CancelLoading
{
};
struct SavePreferences
{
};
/// The view travels from where it is to `AppState::camera`; 0 is there at once.
struct MoveCamera
{
    double seconds = 0;
};
/// A briefing is to be laid out for this screen and begun.
struct BeginBriefing
{
    std::size_t scene = 0;   ///< with which it begins
    core::EventId from = {}; ///< at the step at which this event stands there; not valid(): at the first
};
/// The briefing is over.
struct EndBriefing
{
};
struct Quit
{
};

} // namespace effect

using Effect = std::variant<effect::OpenFile, effect::OpenLink, effect::CancelLoading, effect::SavePreferences,
                            effect::MoveCamera, effect::BeginBriefing, effect::EndBriefing, effect::Quit>;

/// What the state's commands need to know of the picture: all null or zero while no story is shown.
struct ApplyContext
{
    layout::Timeline* timeline = nullptr;
    const layout::TimelineLayout* layout = nullptr; ///< as drawn now
    Camera shown;                                   ///< as drawn now, perhaps on its way to `AppState::camera`
    core::Size canvas;                              ///< where events are drawn, picture px
    const layout::CausalLayout* graph = nullptr;    ///< of the graph; null before it is first shown
    GraphCamera shownGraph{};                       ///< as drawn now, perhaps on its way to `AppState::graphCamera`
    core::Size frame{};                             ///< where the graph is drawn
};

/// Carries a command out on the state and returns what is to be done outside it, in order. No clock, no files.
std::vector<Effect> apply(AppState& state, const Command& command, const ApplyContext& context);

/// What came of reading a file in the background.
struct LoadedFile
{
    std::filesystem::path path;
    std::optional<graph::EventGraph> graph; ///< missing if it has errors
    core::Diagnostics diagnostics;
    std::shared_ptr<const model::StorySearch> search; ///< null where the story is large: it is made later
    model::KnowledgeTimes knowledge;
    Since since; ///< what it was to be compared with
    bool cancelled = false;
};

/// To read the file again as it is shown: compared with the same older version.
effect::OpenFile reading(const AppState& state, const std::filesystem::path& path);

/// Shows what was loaded. Reading the same file again keeps selection, filter and folds as far as what they name is
/// still there; a file with errors changes nothing of what is shown but says so. Another file starts afresh.
void showLoaded(AppState& state, LoadedFile loaded);

} // namespace fabula::ui
