#include "ui/panel_commands.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::ui {
namespace {

using Context = PanelContext;
using command::Step;

Command zoom(const Context& context, double factor)
{
    return command::ZoomAbout{factor, context.canvasWidth() / 2};
}

Command page(const Context& context, int by)
{
    constexpr double kShare = 0.8;
    return command::Glide{by * kShare * context.canvasWidth(), 0};
}

Command changed(const Context& context, void (*change)(Preferences&))
{
    Preferences preferences = context.state.preferences;
    change(preferences);
    return command::SetPreferences{preferences};
}

constexpr double kScaleStep = 0.1;

void larger(Preferences& preferences)
{
    preferences.scale = std::min(2.0, std::round((preferences.scale + kScaleStep) * 10) / 10);
}

void smaller(Preferences& preferences)
{
    preferences.scale = std::max(0.8, std::round((preferences.scale - kScaleStep) * 10) / 10);
}

template <layout::Grouping grouping>
Command group(const Context&)
{
    return command::SetGrouping{grouping};
}

template <Panel panel>
Command show(const Context&)
{
    return command::Show{panel};
}

template <Step step>
Command stepTo(const Context&)
{
    return command::StepTo{step};
}

template <ask::Ask ask>
Command askAbout(const Context&)
{
    return command::AskAbout{ask};
}

using Group = CommandGroup;
using ask::Ask;

constexpr std::array<NamedCommand, 63> kCommands{{
    {Group::find, "window.search.start", "/ Ctrl+F", [](const Context&) -> Command { return command::FocusSearch{}; }},
    {Group::find, "window.next-hit", "Enter", [](const Context&) -> Command { return command::SearchStep{1}; }},
    {Group::find, "window.previous-hit", "Shift+Enter",
     [](const Context&) -> Command { return command::SearchStep{-1}; }},
    {Group::find, "window.fit-hits", "",
     [](const Context& context) -> Command { return command::FitEvents{context.state.search.hits}; }},
    {Group::find, "window.filters", "", &show<Panel::filters>},
    {Group::find, "window.filters.reset", "", [](const Context&) -> Command { return command::SetFilter{}; }},
    {Group::find, "window.palette.open", "Ctrl+K", &show<Panel::palette>},

    {Group::ask, "window.ask.why", "W", &askAbout<Ask::why>},
    {Group::ask, "window.ask.effects", "E", &askAbout<Ask::effects>},
    {Group::ask, "window.ask.without", "X", &askAbout<Ask::without>},
    {Group::ask, "window.ask.path", "P", [](const Context&) -> Command { return command::BeginPath{}; }},
    {Group::ask, "window.ask.sources", "", &askAbout<Ask::sources>},
    {Group::ask, "window.ask.pivots", "", &askAbout<Ask::pivots>},
    {Group::ask, "window.ask.mainline", "", &askAbout<Ask::mainline>},
    {Group::ask, "window.ask.contradictions", "", &askAbout<Ask::contradictions>},
    {Group::ask, "window.ask.implied", "", &askAbout<Ask::implied>},
    {Group::ask, "window.as-of", "T", [](const Context&) -> Command { return command::ToggleAsOf{}; }},
    {Group::ask, "window.as-of.play", "",
     [](const Context& context) -> Command { return command::PlayAsOf{!context.state.asOf.playing}; }},
    {Group::ask, "window.as-of.previous", ",", [](const Context&) -> Command { return command::StepAsOf{-1}; }},
    {Group::ask, "window.as-of.next", ".", [](const Context&) -> Command { return command::StepAsOf{1}; }},

    {Group::walk, "window.walk.cause", "←", &stepTo<Step::cause>},
    {Group::walk, "window.walk.effect", "→", &stepTo<Step::effect>},
    {Group::walk, "window.walk.previous-sibling", "↑", &stepTo<Step::previousSibling>},
    {Group::walk, "window.walk.next-sibling", "↓", &stepTo<Step::nextSibling>},
    {Group::walk, "window.walk.earlier", "Shift+←", &stepTo<Step::earlier>},
    {Group::walk, "window.walk.later", "Shift+→", &stepTo<Step::later>},
    {Group::walk, "window.walk.first", "Home", [](const Context&) -> Command { return command::GoToEnd{false}; }},
    {Group::walk, "window.walk.last", "End", [](const Context&) -> Command { return command::GoToEnd{true}; }},
    {Group::walk, "window.walk.page-back", "PageUp", [](const Context& context) { return page(context, -1); }},
    {Group::walk, "window.walk.page-on", "PageDown", [](const Context& context) { return page(context, 1); }},
    {Group::walk, "window.back", "Esc", [](const Context&) -> Command { return command::Back{}; }},

    {Group::view, "window.view.toggle", "G", [](const Context&) -> Command { return command::ToggleGraph{}; }},
    {Group::view, "window.rank.next", "",
     [](const Context& context) -> Command {
         const bool byDate = context.state.rankBy == layout::RankBy::date;
         return command::SetRankBy{byDate ? layout::RankBy::cause : layout::RankBy::date};
     }},
    {Group::view, "window.hide-implied", "",
     [](const Context& context) -> Command { return command::HideImplied{!context.state.hideImplied}; }},
    {Group::view, "window.fit", "F", [](const Context&) -> Command { return command::FitAll{}; }},
    {Group::view, "window.zoom-selection", "Z", [](const Context&) -> Command { return command::FitSelection{}; }},
    {Group::view, "window.zoom-in", "+", [](const Context& context) { return zoom(context, std::sqrt(2.0)); }},
    {Group::view, "window.zoom-out", "-", [](const Context& context) { return zoom(context, std::sqrt(0.5)); }},
    {Group::view, "window.next-language", "L", [](const Context&) -> Command { return command::NextLanguage{}; }},
    {Group::view, "window.theme", "D", [](const Context&) -> Command { return command::ToggleTheme{}; }},
    {Group::view, "window.inspector.toggle", "", [](const Context&) -> Command { return command::ToggleInspector{}; }},
    {Group::view, "window.fold-gaps", "",
     [](const Context& context) -> Command { return command::FoldGaps{!context.state.foldGaps}; }},
    {Group::view, "window.sorted.actor", "", &group<layout::Grouping::actor>},
    {Group::view, "window.sorted.kind", "", &group<layout::Grouping::kind>},
    {Group::view, "window.sorted.tag", "", &group<layout::Grouping::tag>},
    {Group::view, "window.sorted.source", "", &group<layout::Grouping::source>},
    {Group::view, "window.sorted.none", "", &group<layout::Grouping::none>},
    {Group::view, "window.larger", "", [](const Context& context) { return changed(context, &larger); }},
    {Group::view, "window.smaller", "", [](const Context& context) { return changed(context, &smaller); }},
    {Group::view, "window.motion", "",
     [](const Context& context) {
         return changed(context,
                        [](Preferences& preferences) { preferences.reducedMotion = !preferences.reducedMotion; });
     }},
    {Group::view, "window.wheel", "",
     [](const Context& context) {
         return changed(context, [](Preferences& preferences) { preferences.wheelZooms = !preferences.wheelZooms; });
     }},

    {Group::file, "window.present", "F5", [](const Context&) -> Command { return command::BeginBriefing{false}; }},
    {Group::file, "window.present.here", "Shift+F5",
     [](const Context&) -> Command { return command::BeginBriefing{true}; }},
    {Group::file, "window.open.story", "Ctrl+O", &show<Panel::open>},
    {Group::file, "window.reload", "Ctrl+R", [](const Context&) -> Command { return command::Reload{}; }},
    {Group::file, "diff.since", "", &show<Panel::changes>},
    {Group::file, "window.compare", "", &show<Panel::compare>},
    {Group::file, "window.compare.end", "", [](const Context&) -> Command { return command::CompareWith{}; }},
    {Group::file, "window.findings", "", &show<Panel::findings>},
    {Group::file, "window.settings", "", &show<Panel::settings>},
    {Group::file, "window.keys", "F1 ?", &show<Panel::keys>},
    {Group::file, "window.signs", "", &show<Panel::keys>},
    {Group::file, "window.quit", "Ctrl+Q", [](const Context&) -> Command { return command::Quit{}; }},
}};

} // namespace

std::span<const NamedCommand> namedCommands()
{
    return kCommands;
}

} // namespace fabula::ui
