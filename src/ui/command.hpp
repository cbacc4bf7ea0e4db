#pragma once

#include "ui/app_state.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fabula::ui {

/// Everything that a person can do, as one list: keys, mouse, panels and the palette all make these.
namespace command {

struct Select
{
    core::EventId event; ///< not valid(): nothing
    bool fly = false;    ///< and bring it into view
};
struct PanBy
{
    double dx = 0; ///< px of the canvas; positive looks at later times
    double dy = 0;
};
struct ZoomAbout
{
    double factor = 1;
    double canvasX = 0;              ///< px from the canvas's left edge: what is there stays there
    std::optional<double> canvasY{}; ///< from its top, for the graph; missing: the middle
};
/// The canvas was let go while it was dragged: it travels on by as many px and comes to rest.
struct Glide
{
    double dx = 0;
    double dy = 0;
};
/// The pointer is on something else than before, or on nothing.
struct Hover
{
    scene::Subject subject;
};
/// To the first or the last date of the story, at the same zoom.
struct GoToEnd
{
    bool last = false;
};
struct FitAll
{
};
struct FitSelection
{
};
struct FitEvents
{
    std::vector<core::EventId> events;
};
/// The events of an answer: brought into view if one of them is not, or can't be read.
struct ShowEvents
{
    std::vector<core::EventId> events;
};
struct ToggleGraph
{
};
struct SetRankBy
{
    layout::RankBy rankBy;
};
struct HideImplied
{
    bool hide = true;
};
struct ShowSpan
{
    double panX = 0; ///< the overview was dragged: content px at the left edge
};
/// Along links (←/→ to a cause or effect, ↑/↓ among its siblings) or in time.
enum class Step { cause, effect, previousSibling, nextSibling, earlier, later };
struct StepTo
{
    Step step;
};
struct Search
{
    std::string query;
};
struct SearchStep
{
    int by = 1; ///< +1 next hit, -1 previous
};
struct FocusSearch
{
};
struct SetFilter
{
    model::StoryFilter filter;
};
struct SetGrouping
{
    layout::Grouping grouping;
};
struct FoldLane
{
    std::string key;
    bool fold = true;
};
struct FoldGaps
{
    bool fold = true;
};
struct SetPreferences
{
    Preferences preferences;
};
struct NextLanguage
{
};
struct ToggleTheme
{
};
struct Show
{
    Panel panel = Panel::none;
};
struct ToggleInspector
{
};
struct OpenCluster
{
    std::vector<core::EventId> events;
};
struct OpenFile
{
    std::filesystem::path path;
    std::filesystem::path since{}; ///< an older version to compare it with; empty: none
};
/// Compares the story shown with an older version of it; with none if the path is empty.
struct CompareWith
{
    std::filesystem::path path;
};
struct Reload
{
};
struct OpenLink
{
    std::string url; ///< http or https only; anything else is refused
};
struct CancelLoading
{
};
/// Puts a question: its answer is lit and listed.
struct PutQuestion
{
    ask::Question question;
};
/// Asks this about what the pointer is on, else about the selected event; of the whole story where that is the kind of
/// question.
struct AskAbout
{
    ask::Ask ask = ask::Ask::why;
};
/// A path from what the pointer is on, else from the selected event, to the next one that is selected.
struct BeginPath
{
};
/// Shows what a question would light while the pointer rests on what would ask it.
struct Preview
{
    std::optional<ask::Question> question;
};
/// Back to a question asked before; those after it are dropped.
struct ToCrumb
{
    std::size_t index = 0;
};
/// Between the answer and the selected event's own sheet.
struct ShowSheet
{
    bool show = true;
};
/// The bar of the second clock; closing it comes back to today.
struct ToggleAsOf
{
};
struct SetAsOf
{
    time::Edtf day; ///< unknown: today
};
/// To the next or previous day on which something becomes known.
struct StepAsOf
{
    int by = 1;
};
struct PlayAsOf
{
    bool play = true;
};
struct ShowGhosts
{
    bool show = true;
};
/// Begins the briefing: from its first scene, or from the one shown last.
struct BeginBriefing
{
    bool fromHere = false;
};
/// Something done in the briefing that is being given.
struct Present
{
    PresentAct act = PresentAct::next;
    std::size_t value = 0;
};
/// Leaves the slide for a question about an event, or about nothing yet.
struct LeaveSlide
{
    core::EventId event;
};
/// Back to the slide that was left.
struct ReturnToSlide
{
};
struct Back
{
}; ///< Esc: closes a panel, then the last answer, then the search, then the selection, then the second clock
struct Quit
{
};

} // namespace command

using Command =
    std::variant<command::Select, command::PanBy, command::ZoomAbout, command::Glide, command::Hover, command::GoToEnd,
                 command::FitAll, command::FitSelection, command::FitEvents, command::ShowEvents, command::ToggleGraph,
                 command::SetRankBy, command::HideImplied, command::ShowSpan, command::StepTo, command::Search,
                 command::SearchStep, command::FocusSearch, command::SetFilter, command::SetGrouping, command::FoldLane,
                 command::FoldGaps, command::SetPreferences, command::NextLanguage, command::ToggleTheme, command::Show,
                 command::ToggleInspector, command::OpenCluster, command::OpenFile, command::CompareWith,
                 command::Reload, command::OpenLink, command::CancelLoading, command::PutQuestion, command::AskAbout,
                 command::BeginPath, command::Preview, command::ToCrumb, command::ShowSheet, command::ToggleAsOf,
                 command::SetAsOf, command::StepAsOf, command::PlayAsOf, command::ShowGhosts, command::BeginBriefing,
                 command::Present, command::LeaveSlide, command::ReturnToSlide, command::Back, command::Quit>;

/// The commands of one frame, in order.
class CommandQueue
{
public:
    void push(Command command) { commands_.push_back(std::move(command)); }
    /// Hands them over and is empty again.
    std::vector<Command> take() { return std::exchange(commands_, {}); }
    bool empty() const { return commands_.empty(); }

private:
    std::vector<Command> commands_;
};

} // namespace fabula::ui
