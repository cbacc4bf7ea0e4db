#include "ui/apply_ask.hpp"

#include "model/revision.hpp"
#include "ui/answering.hpp"
#include "ui/searching.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

using ask::Ask;

/// What the pointer is on where a question can be about that, else the selected event.
ask::Subject subjectOf(const AppState& state, Ask ask)
{
    if (!state.story.graph)
        return {};
    const model::Story& story = state.story.graph->story();
    const scene::Subject& hovered = state.hovered;
    if (hovered.kind == scene::SubjectKind::event && hovered.index < story.events.size())
        return core::EventId(hovered.index);
    const bool ofLinks = ask == Ask::without || ask == Ask::sources;
    if (ofLinks && hovered.kind == scene::SubjectKind::link && hovered.index < story.links.size())
        return core::LinkId(hovered.index);
    if (state.selected.valid())
        return state.selected;
    return {};
}

void sayWithdrawn(AppState& state)
{
    state.notice = core::message("This was withdrawn since; nothing can be asked about it.");
}

bool needsSubject(Ask ask)
{
    return ask == Ask::why || ask == Ask::effects || ask == Ask::without || ask == Ask::sources;
}

void sayPickFirst(AppState& state)
{
    state.notice = core::message("Select an event or point at one, then ask.");
}

bool near(double a, double b, double by)
{
    return std::abs(a - b) <= by;
}

/// Whether a view looks at the same, but for what rounding makes of it.
bool sameLook(const Looks& a, const Looks& b, View view)
{
    constexpr double kHair = 1e-6;
    if (view == View::graph)
        return a.graphFitted == b.graphFitted && near(a.graphCamera.zoom, b.graphCamera.zoom, kHair) &&
               near(a.graphCamera.corner.x, b.graphCamera.corner.x, 1) &&
               near(a.graphCamera.corner.y, b.graphCamera.corner.y, 1);
    return a.fitted == b.fitted && near(a.camera.pxPerSecond, b.camera.pxPerSecond, kHair * b.camera.pxPerSecond) &&
           near(a.camera.panX, b.camera.panX, 1) && near(a.camera.scrollY, b.camera.scrollY, 1);
}

/// The first moment of the day after.
time::Instant endOf(const time::Edtf& day)
{
    return day.span().end;
}

} // namespace

void putQuestion(AppState& state, const ask::Question& question)
{
    if (!state.story.graph)
        return;
    if (!canBeAsked(state, question))
        return sayWithdrawn(state);
    state.notice = {};
    AskingState& asking = state.asking;
    asking.preview.reset();
    asking.pathFrom = {};
    asking.sheet = false;
    state.panel = Panel::none;
    state.opened.clear();
    state.inspectorOpen = true;
    if (asking.crumbs.empty() || !(asking.crumbs.back() == question))
        asking.crumbs.push_back(question);
    if (const auto* event = std::get_if<core::EventId>(&question.subject))
        state.selected = *event;
}

void askAbout(AppState& state, Ask ask)
{
    if (ask == Ask::path)
        return beginPath(state);
    const ask::Subject subject = needsSubject(ask) ? subjectOf(state, ask) : ask::Subject{};
    if (needsSubject(ask) && std::holds_alternative<std::monostate>(subject))
        return sayPickFirst(state);
    putQuestion(state, {ask, subject, {}});
}

void beginPath(AppState& state)
{
    const ask::Subject subject = subjectOf(state, Ask::path);
    const auto* event = std::get_if<core::EventId>(&subject);
    if (event == nullptr)
        return sayPickFirst(state);
    if (!canBeAsked(state, {Ask::path, subject, {}}))
        return sayWithdrawn(state);
    state.selected = *event;
    state.asking.pathFrom = *event;
    state.panel = Panel::none;
}

bool endPath(AppState& state, core::EventId event)
{
    const core::EventId from = state.asking.pathFrom;
    if (!from.valid() || event == from)
        return false;
    if (!event.valid()) {
        state.asking.pathFrom = {};
        state.asking.preview.reset();
        return true;
    }
    putQuestion(state, {Ask::path, from, event});
    return true;
}

void goToCrumb(AppState& state, std::size_t index)
{
    std::vector<ask::Question>& crumbs = state.asking.crumbs;
    if (index < crumbs.size())
        crumbs.resize(index + 1);
    state.asking.sheet = false;
}

bool backFromAnswer(AppState& state)
{
    AskingState& asking = state.asking;
    if (asking.pathFrom.valid()) {
        asking.pathFrom = {};
        asking.preview.reset();
        return true;
    }
    if (asking.crumbs.empty())
        return false;
    if (asking.sheet)
        asking.sheet = false;
    else
        asking.crumbs.pop_back();
    return true;
}

Looks looksOf(const AppState& state)
{
    return {state.camera, state.fitted, state.graphCamera, state.graphFitted};
}

void keepFlight(AppState& state, const Looks& from)
{
    const Looks to = looksOf(state);
    if (!state.asking.crumbs.empty() && !sameLook(from, to, state.view))
        state.asking.flights.push_back({state.asking.crumbs.size(), state.view, from, to});
}

std::optional<Looks> flightBack(AppState& state)
{
    std::vector<AnswerFlight>& flights = state.asking.flights;
    Looks now = looksOf(state);
    std::optional<Looks> back;
    for (; !flights.empty() && flights.back().crumbs > state.asking.crumbs.size(); flights.pop_back()) {
        const AnswerFlight& flight = flights.back();
        if (flight.view != state.view || !sameLook(now, flight.to, flight.view))
            continue;
        now = flight.from;
        back = now;
    }
    return back;
}

std::vector<core::EventId> knownOnly(const AppState& state, std::vector<core::EventId> events)
{
    if (const auto& known = state.asOf.known) {
        const auto unknown = [&](core::EventId event) { return !known->events[event.index()]; };
        events.erase(std::remove_if(events.begin(), events.end(), unknown), events.end());
    }
    return events;
}

bool canBeGoneTo(const AppState& state, core::EventId event)
{
    return !state.asOf.known || state.asOf.known->events[event.index()] ||
           state.story.graph->story()[event].novelty == model::Novelty::withdrawn;
}

void toggleAsOf(AppState& state)
{
    if (!state.story.graph)
        return;
    state.asOf.open = !state.asOf.open;
    if (!state.asOf.open)
        setAsOf(state, {});
}

void setAsOf(AppState& state, const time::Edtf& day)
{
    AsOfState& asOf = state.asOf;
    // What lists hold was chosen for another day.
    state.hovered = {};
    const std::vector<time::Instant>& days = state.story.daysOfChange;
    if (!day.known() || days.empty() || endOf(day) > days.back()) {
        asOf.day = {};
        asOf.known.reset();
        asOf.graph.reset();
        asOf.playing = false;
        if (state.story.graph && model::holdsWithdrawn(state.story.graph->story())) {
            asOf.known =
                std::make_shared<const model::Known>(model::knownBefore(state.story.knowledge, time::kEndOfTime));
            asOf.graph = state.story.graph->asKnown(*asOf.known);
        }
        seekHits(state);
        return;
    }
    asOf.open = true;
    asOf.day = endOf(day) <= days.front() ? time::dateAround(days.front()) : day;
    asOf.known = std::make_shared<const model::Known>(model::knownBefore(state.story.knowledge, endOf(asOf.day)));
    asOf.graph = state.story.graph->asKnown(*asOf.known);
    state.opened = knownOnly(state, std::move(state.opened));
    state.search.current = 0;
    seekHits(state);
    const auto unknown = [&](core::EventId event) { return event.valid() && !asOf.known->events[event.index()]; };
    if (unknown(state.selected))
        state.selected = {};
    if (unknown(state.asking.pathFrom))
        state.asking.pathFrom = {};
    state.asking.preview.reset();
}

void stepAsOf(AppState& state, int by)
{
    const std::vector<time::Instant>& days = state.story.daysOfChange;
    if (days.empty())
        return;
    // The last day of change is today: from then on everything is known.
    const time::Instant now = state.asOf.day.known() ? state.asOf.day.span().begin : days.back();
    if (by > 0) {
        // Of far years a day is known by its year only, which ends after several days of change.
        const auto next =
            state.asOf.day.known() ? std::lower_bound(days.begin(), days.end(), endOf(state.asOf.day)) : days.end();
        setAsOf(state, next == days.end() ? time::Edtf{} : time::dateAround(*next));
    } else {
        const auto here = std::lower_bound(days.begin(), days.end(), now);
        setAsOf(state, time::dateAround(here == days.begin() ? days.front() : *(here - 1)));
    }
}

void playAsOf(AppState& state, bool play)
{
    const std::vector<time::Instant>& days = state.story.daysOfChange;
    state.asOf.open = state.asOf.open || play;
    state.asOf.playing = play && days.size() > 1;
    if (state.asOf.playing && !state.asOf.day.known())
        setAsOf(state, time::dateAround(days.front()));
}

} // namespace fabula::ui
