#include "ui/apply.hpp"

#include "core/language_tag.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "ui/apply_ask.hpp"
#include "ui/apply_graph.hpp"
#include "ui/apply_present.hpp"
#include "ui/apply_steps.hpp"
#include "ui/camera_views.hpp"
#include "ui/searching.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

using Effects = std::vector<Effect>;

/// A visitor of Command.
class Applier
{
public:
    Applier(AppState& state, const ApplyContext& context) : state_(state), context_(context) {}

    Effects operator()(const command::Select& select) const
    {
        const bool unknown = select.event.valid() && !canBeGoneTo(state_, select.event);
        if (unknown || endPath(state_, select.event))
            return {};
        state_.selected = select.event;
        state_.opened.clear();
        // A row of the answer flies to its event and stays; what is picked in the picture tells of itself.
        state_.asking.sheet = !select.fly && select.event.valid();
        if (!select.fly)
            return {};
        return state_.view == View::graph ? showSelectedInGraph(state_, context_) : showSelected();
    }
    Effects operator()(const command::PanBy& pan) const
    {
        Camera camera = context_.shown;
        camera.panX += pan.dx;
        camera.scrollY += pan.dy;
        return look(camera, 0);
    }
    Effects operator()(const command::Glide& glide) const
    {
        Camera camera = context_.shown;
        camera.panX += glide.dx;
        camera.scrollY += glide.dy;
        return look(camera, kGlideSeconds);
    }
    Effects operator()(const command::ZoomAbout& zoom) const
    {
        if (!hasPicture() || !(zoom.factor > 0))
            return {};
        // A wheel turned on while the view still travels goes on from where that would have led.
        const double pending = state_.camera.pxPerSecond / context_.shown.pxPerSecond;
        return look(zoomedAbout(context_.shown, shownScale(), zoom.factor * pending, zoom.canvasX, limits()),
                    kZoomSeconds);
    }
    Effects operator()(const command::Hover& hover) const
    {
        state_.hovered = hover.subject;
        return {};
    }
    Effects operator()(const command::GoToEnd& go) const
    {
        if (!hasPicture())
            return {};
        const time::Span extent = context_.timeline->extent();
        const double x = shownScale().screenFromTime(go.last ? extent.end : extent.begin);
        Camera camera = context_.shown;
        const double margin = std::min(120.0, context_.canvas.width / 4);
        camera.panX = go.last ? x + margin - context_.canvas.width : x - margin;
        return look(camera, kFlySeconds);
    }
    Effects operator()(const command::FitAll&) const
    {
        if (!hasPicture())
            return {};
        Effects effects = look(viewOfAll(*context_.timeline, context_.canvas), kFlySeconds);
        state_.fitted = true;
        return effects;
    }
    Effects operator()(const command::FitSelection&) const { return fit(neighbourhood(state_, state_.selected)); }
    Effects operator()(const command::FitEvents& wanted) const { return fit(wanted.events); }
    Effects operator()(const command::ShowEvents& wanted) const
    {
        constexpr std::size_t kMost = 40; // more would only be seen from so far away that they can't be read
        const auto named = [&](core::EventId event) {
            const layout::PlacedEvent* placed = context_.layout->place(event);
            if (placed == nullptr || placed->detail < layout::Detail::label)
                return false;
            const double left = placed->box.left() - context_.shown.panX;
            const double top = placed->box.top() - context_.shown.scrollY;
            return left >= 0 && left + placed->box.width <= context_.canvas.width && top >= 0 &&
                   top + placed->box.height <= context_.canvas.height;
        };
        if (!hasPicture() || wanted.events.size() > kMost ||
            std::all_of(wanted.events.begin(), wanted.events.end(), named))
            return {};
        return fit(wanted.events);
    }
    Effects operator()(const command::ToggleGraph&) const
    {
        return done([&] {
            state_.view = state_.view == View::graph ? View::timeline : View::graph;
            state_.hovered = {};
        });
    }
    Effects operator()(const command::SetRankBy& set) const
    {
        return done([&] {
            state_.rankBy = set.rankBy;
            state_.graphCamera = {}; // another arrangement is opened afresh
        });
    }
    Effects operator()(const command::HideImplied& hide) const
    {
        return done([&] { state_.hideImplied = hide.hide; });
    }
    Effects operator()(const command::ShowSpan& span) const
    {
        Camera camera = context_.shown;
        camera.panX = span.panX;
        return look(camera, 0);
    }
    Effects operator()(const command::StepTo& to) const
    {
        state_.hovered = {};
        const core::EventId event = walkedTo(state_, to.step);
        return event.valid() ? (*this)(command::Select{event, true}) : Effects{};
    }
    Effects operator()(const command::Search& search) const
    {
        state_.search.query = search.query;
        state_.search.current = 0;
        seekHits(state_);
        return {};
    }
    Effects operator()(const command::SearchStep& step) const
    {
        SearchState& search = state_.search;
        if (search.hits.empty())
            return {};
        const auto count = static_cast<std::ptrdiff_t>(search.hits.size());
        // The first step comes to the best hit, not past it.
        const bool onHit = state_.selected == search.hits[search.current];
        const std::ptrdiff_t by = onHit ? step.by : 0;
        search.current =
            static_cast<std::size_t>(((static_cast<std::ptrdiff_t>(search.current) + by) % count + count) % count);
        return (*this)(command::Select{search.hits[search.current], true});
    }
    Effects operator()(const command::FocusSearch&) const
    {
        state_.panel = Panel::none;
        state_.focusSearch = true;
        return {};
    }
    Effects operator()(const command::SetFilter& set) const
    {
        state_.filter = set.filter;
        return {};
    }
    Effects operator()(const command::SetGrouping& set) const
    {
        if (state_.grouping != set.grouping)
            state_.foldedLanes.clear();
        state_.grouping = set.grouping;
        return {};
    }
    Effects operator()(const command::FoldLane& fold) const
    {
        if (fold.fold)
            state_.foldedLanes.insert(fold.key);
        else
            state_.foldedLanes.erase(fold.key);
        return {};
    }
    Effects operator()(const command::FoldGaps& fold) const
    {
        state_.foldGaps = fold.fold;
        state_.fitted = true; // another length of the axis: what was in view may not even be there
        return {};
    }
    Effects operator()(const command::SetPreferences& set) const
    {
        state_.preferences = set.preferences;
        state_.preferences.scale = std::clamp(state_.preferences.scale, 0.8, 2.0);
        return {effect::SavePreferences{}};
    }
    Effects operator()(const command::NextLanguage&) const
    {
        const std::vector<std::string> languages =
            state_.story.graph ? state_.story.graph->story().languages : core::phraseLanguages();
        const auto here = std::find_if(languages.begin(), languages.end(), [&](const std::string& language) {
            return core::sameTag(language, state_.language());
        });
        const bool last = here == languages.end() || here + 1 == languages.end();
        state_.preferences.language = last ? languages.front() : *(here + 1);
        return {effect::SavePreferences{}};
    }
    Effects operator()(const command::ToggleTheme&) const
    {
        state_.preferences.light = !state_.preferences.light;
        return {effect::SavePreferences{}};
    }
    Effects operator()(const command::Show& show) const
    {
        state_.panel = state_.panel == show.panel ? Panel::none : show.panel;
        return {};
    }
    Effects operator()(const command::ToggleInspector&) const
    {
        state_.inspectorOpen = !state_.inspectorOpen;
        return {};
    }
    Effects operator()(const command::OpenCluster& open) const
    {
        state_.opened = knownOnly(state_, open.events);
        return {};
    }
    Effects operator()(const command::OpenFile& open) const
    {
        state_.panel = Panel::none;
        return {effect::OpenFile{open.path, open.since}};
    }
    Effects operator()(const command::Reload&) const
    {
        return state_.story.checkedPath.empty() ? Effects{} : Effects{reading(state_, state_.story.checkedPath)};
    }
    Effects operator()(const command::CompareWith& older) const
    {
        state_.panel = Panel::none;
        const auto& path = state_.story.path;
        return path.empty() ? Effects{} : Effects{effect::OpenFile{path, older.path}};
    }
    Effects operator()(const command::OpenLink& open) const
    {
        return core::isWebAddress(open.url) ? Effects{effect::OpenLink{open.url}} : Effects{};
    }
    Effects operator()(const command::CancelLoading&) const { return {effect::CancelLoading{}}; }
    Effects operator()(const command::Back&) const
    {
        if (state_.panel != Panel::none)
            state_.panel = Panel::none;
        else if (state_.asOf.playing)
            state_.asOf.playing = false;
        else if (!state_.opened.empty())
            state_.opened.clear();
        else if (state_.loading.running)
            return {effect::CancelLoading{}};
        else if (backFromAnswer(state_))
            return {};
        else if (!state_.search.query.empty())
            state_.search = {};
        else if (state_.selected.valid())
            state_.selected = {};
        else if (state_.asOf.open)
            toggleAsOf(state_);
        else
            state_.notice = {};
        return {};
    }
    Effects operator()(const command::PutQuestion& put) const
    {
        return done([&] { putQuestion(state_, put.question); });
    }
    Effects operator()(const command::AskAbout& about) const
    {
        return done([&] { askAbout(state_, about.ask); });
    }
    Effects operator()(const command::BeginPath&) const
    {
        return done([&] { beginPath(state_); });
    }
    Effects operator()(const command::Preview& preview) const
    {
        return done([&] { state_.asking.preview = preview.question; });
    }
    Effects operator()(const command::ToCrumb& to) const
    {
        return done([&] { goToCrumb(state_, to.index); });
    }
    Effects operator()(const command::ShowSheet& sheet) const
    {
        return done([&] { state_.asking.sheet = sheet.show; });
    }
    Effects operator()(const command::ToggleAsOf&) const
    {
        return done([&] { toggleAsOf(state_); });
    }
    Effects operator()(const command::SetAsOf& set) const
    {
        return done([&] {
            state_.asOf.playing = false;
            setAsOf(state_, set.day);
        });
    }
    Effects operator()(const command::StepAsOf& step) const
    {
        return done([&] { stepAsOf(state_, step.by); });
    }
    Effects operator()(const command::PlayAsOf& play) const
    {
        return done([&] { playAsOf(state_, play.play); });
    }
    Effects operator()(const command::ShowGhosts& ghosts) const
    {
        return done([&] { state_.asOf.ghosts = ghosts.show; });
    }
    Effects operator()(const command::BeginBriefing& begin) const { return beginBriefing(state_, begin.fromHere); }
    Effects operator()(const command::Present& act) const { return present(state_, act); }
    Effects operator()(const command::LeaveSlide& leave) const
    {
        if (!state_.presenting)
            return {};
        state_.presenting->away = true;
        return leave.event.valid() ? (*this)(command::Select{leave.event, true}) : Effects{};
    }
    Effects operator()(const command::ReturnToSlide&) const
    {
        return done([&] { returnToSlide(state_); });
    }
    Effects operator()(const command::Quit&) const { return {effect::Quit{}}; }

private:
    template <class Change>
    static Effects done(Change change)
    {
        change();
        return {};
    }
    bool hasPicture() const { return context_.timeline != nullptr && context_.layout != nullptr; }
    /// The layout may still be that of the zoom before, where several commands come at once.
    layout::TimeScale shownScale() const { return scaleAt(context_.layout->scale, context_.shown.pxPerSecond); }
    CameraLimits limits() const { return limitsOf(*context_.timeline, context_.layout->height, context_.canvas); }

    Effects look(const Camera& camera, double seconds) const
    {
        if (!hasPicture())
            return {};
        state_.camera = clamped(camera, context_.layout->scale, limits());
        state_.fitted = false;
        return {effect::MoveCamera{state_.preferences.reducedMotion ? 0 : seconds}};
    }
    Effects fit(const std::vector<core::EventId>& events) const
    {
        if (!hasPicture() || events.empty())
            return {};
        return look(viewOfEvents(*context_.timeline, events, context_.canvas), kFlySeconds);
    }
    Effects showSelected() const
    {
        if (!hasPicture() || !state_.selected.valid())
            return {};
        // Seen from where the view is going: what is in view only on the way would be carried out of it again.
        const Camera& goal = state_.camera.pxPerSecond > 0 ? state_.camera : context_.shown;
        const Camera camera = viewShowing(*context_.timeline, state_.selected, goal, context_.canvas);
        return camera == goal ? Effects{} : look(camera, kFlySeconds);
    }

    AppState& state_;
    const ApplyContext& context_;
};

} // namespace

std::vector<Effect> apply(AppState& state, const Command& command, const ApplyContext& context)
{
    // What was said belongs to the command before.
    if (!std::holds_alternative<command::Hover>(command) && !std::holds_alternative<command::Preview>(command))
        state.notice = {};
    const Looks before = looksOf(state);
    auto inGraph = applyToGraph(state, command, context);
    std::vector<Effect> effects = inGraph ? std::move(*inGraph) : std::visit(Applier(state, context), command);
    if (std::holds_alternative<command::ShowEvents>(command))
        keepFlight(state, before);
    const bool back =
        std::holds_alternative<command::Back>(command) || std::holds_alternative<command::ToCrumb>(command);
    if (const auto looks = back ? flightBack(state) : std::nullopt) {
        const bool graph = state.view == View::graph;
        // The canvas may have another size now: all of the story is worked out afresh.
        if (graph ? looks->graphFitted : looks->fitted)
            return apply(state, command::FitAll{}, context);
        if (graph)
            state.graphCamera = looks->graphCamera;
        else
            state.camera = looks->camera;
        state.graphFitted = state.graphFitted && !graph;
        state.fitted = state.fitted && graph;
        effects.emplace_back(effect::MoveCamera{state.preferences.reducedMotion ? 0 : kFlySeconds});
    }
    return effects;
}

} // namespace fabula::ui
