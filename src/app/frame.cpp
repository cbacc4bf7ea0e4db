#include "app/frame.hpp"

#include "app/frame_open_link.hpp"
#include "app/settings.hpp"
#include "core/phrases.hpp"
#include "ui/camera_views.hpp"
#include "ui/canvas_sprites.hpp"
#include "ui/graph_camera.hpp"
#include "ui/panels.hpp"
#include "ui/presence.hpp"
#include "ui/ui_theme.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <epoxy/gl.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::app {
namespace {

constexpr int kFramesAfterEvent = 3;
constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kHighlightSeconds = 0.12;
constexpr double kRestSeconds = 0.06;     ///< the pointer rests on something for so long before the rest recedes
constexpr double kHintSeconds = 0.6;      ///< after the last event: hints have come up by then
constexpr double kProgressAfter = 0.1;    ///< a load that takes longer is shown
constexpr double kProgressSeconds = 0.05; ///< between two looks at it
constexpr double kForever = 3600;
constexpr double kLightSeconds = 0.28; ///< an answer lights up in the order of time for so long
constexpr double kDaySeconds = 0.9;    ///< each day of change is shown for so long when they are played

} // namespace

Frame::Frame(GLFWwindow* window, const ui::UiFonts& fonts, ui::AppState state)
    : window_(window), fonts_(fonts), state_(std::move(state)), input_(window, state_, commands_),
      pinches_(window, glfwPostEmptyEvent), loader_(glfwPostEmptyEvent), answers_(glfwPostEmptyEvent),
      desk_(glfwPostEmptyEvent), watches_(glfwPostEmptyEvent), briefing_(window, fonts, commands_),
      stage_(fonts.book(), glfwPostEmptyEvent)
{
}

bool Frame::turn()
{
    wait();
    playDays(glfwGetTime());
    applyCommands();
    takeFinishedWork();
    seekAnswers(glfwGetTime());
    ui::refreshFacts(state_);
    ui::refreshChanges(state_);
    if (framesWanted_ > 0 && !minimised()) {
        --framesWanted_;
        measureWindow();
        nameWindow();
        if (state_.showsSlide())
            briefing_.prepare(state_, {places_.window.width, places_.window.height});
        else
            updateTimeline();
        drawPanels();
        swap();
        briefing_.showAudience(state_, stage_.picture(), places_.window, scale_);
        trace_.note(state_, sight_);
    }
    if (glfwWindowShouldClose(window_) != 0)
        savePreferences();
    return glfwWindowShouldClose(window_) == 0;
}

/// Nobody sees what would be drawn.
bool Frame::minimised() const
{
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0 && !briefing_.hasAudience();
}

bool Frame::moving(double now) const
{
    return briefing_.moving() || !motion_.over(now) || fading_ || waitsToHighlight_ || comingAndGoing_ || lighting_ ||
           stage_.making() || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

/// Sleeps until something happens; while something moves, until the next frame is due.
void Frame::wait()
{
    const double now = glfwGetTime();
    if (moving(now) && !minimised())
        framesWanted_ = std::max(framesWanted_, 1);
    double until = now + kForever;
    if (!commands_.empty())
        until = now;
    else if (framesWanted_ > 0 && !minimised())
        until = lastTurn_ + kFrameSeconds;
    else if (loader_.running())
        until = now + kProgressSeconds;
    else if (lookAgainAt_ > now)
        until = lookAgainAt_;
    if (answers_.working())
        until = std::min(until, now + kProgressSeconds);
    if (state_.asOf.playing)
        until = std::min(until, nextDayAt_);
    until = std::min(until, briefing_.nextTick(state_, now));
    if (until > now)
        glfwWaitEventsTimeout(until - now);
    else
        glfwPollEvents();
    lastTurn_ = glfwGetTime();
    if (const double factor = pinches_.takeFactor(); factor != 1)
        input_.onPinch(factor);
    if (briefing_.takeDue(state_, lastTurn_))
        framesWanted_ = std::max(framesWanted_, 1);
    if (input_.takeTouched()) {
        framesWanted_ = kFramesAfterEvent;
        lookAgainAt_ = lastTurn_ + kHintSeconds;
    } else if (lookAgainAt_ > 0 && lastTurn_ >= lookAgainAt_) {
        framesWanted_ = std::max(framesWanted_, 1);
        lookAgainAt_ = 0;
    }
}

void Frame::applyCommands()
{
    for (const ui::Command& command : commands_.take()) {
        const core::Rect canvas = stage_.canvas();
        const ui::ApplyContext context{stage_.layout() != nullptr ? stage_.timeline() : nullptr,
                                       stage_.layout(),
                                       sight_.camera,
                                       {canvas.width, canvas.height},
                                       stage_.graph(),
                                       sight_.graph,
                                       stage_.frame()};
        for (const ui::Effect& effect : ui::apply(state_, command, context))
            carryOut(effect);
        framesWanted_ = kFramesAfterEvent;
    }
}

void Frame::carryOut(const ui::Effect& effect)
{
    if (const auto* open = std::get_if<ui::effect::OpenFile>(&effect)) {
        loadBegan_ = glfwGetTime();
        state_.loading = {true, open->path, 0, 0};
        watchFiles();
        loader_.begin(open->path, open->since);
    } else if (const auto* link = std::get_if<ui::effect::OpenLink>(&effect)) {
        if (!openLink(link->url))
            state_.notice = core::message("This address can't be opened: {}", link->url);
    } else if (std::holds_alternative<ui::effect::CancelLoading>(effect)) {
        loader_.cancel();
    } else if (std::holds_alternative<ui::effect::SavePreferences>(effect)) {
        savePreferences();
    } else if (const auto* move = std::get_if<ui::effect::MoveCamera>(&effect)) {
        motion_.travel(state_, glfwGetTime(), move->seconds, stage_.frame());
        if (move->seconds <= 0)
            sight_ = motion_.at(glfwGetTime(), stage_.frame());
    } else if (const auto* begin = std::get_if<ui::effect::BeginBriefing>(&effect)) {
        briefing_.begin(state_, begin->scene, begin->from);
    } else if (std::holds_alternative<ui::effect::EndBriefing>(effect)) {
        briefing_.end();
    } else if (std::holds_alternative<ui::effect::Quit>(effect)) {
        glfwSetWindowShouldClose(window_, GLFW_TRUE);
    }
}

void Frame::takeFinishedWork()
{
    // A change of the story that is open must not cut off the loading of another.
    if (state_.presenting) // nothing jumps in while an audience looks on
        return;
    if (const auto changed = watches_.changed(loader_.running() ? state_.loading.path : std::filesystem::path()))
        carryOut(ui::reading(state_, *changed));
    if (loader_.running()) {
        state_.loading.seconds = glfwGetTime() - loadBegan_;
        state_.loading.progress = loader_.progress();
        if (state_.loading.seconds > kProgressAfter)
            framesWanted_ = std::max(framesWanted_, 1);
    }
    auto loaded = loader_.take();
    if (!loaded)
        return;
    framesWanted_ = kFramesAfterEvent;
    const auto recent = state_.preferences.recentFiles;
    ui::showLoaded(state_, std::move(*loaded));
    watchFiles();
    if (recent != state_.preferences.recentFiles)
        savePreferences();
}

void Frame::watchFiles()
{
    watches_.watch({state_.story.path, state_.story.checkedPath, state_.loading.path});
}

void Frame::nameWindow()
{
    if (const std::string title = state_.windowTitle(); title != std::exchange(title_, title))
        glfwSetWindowTitle(window_, title.c_str());
}

void Frame::measureWindow()
{
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    scale_ = interfaceScale(window_, state_.preferences.scale);
    places_ = placesIn({static_cast<double>(width), static_cast<double>(height)}, scale_, state_.inspectorOpen);
    const bool free = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == 0 && glfwGetWindowMonitor(window_) == nullptr;
    if (free && width > 0 && height > 0) {
        state_.preferences.windowWidth = width;
        state_.preferences.windowHeight = height;
    }
    const scene::Theme& theme = state_.preferences.light ? scene::lightTheme() : scene::darkTheme();
    if (theme_ != &theme || themeScale_ != scale_)
        ui::applyTheme(theme, scale_, fonts_);
    theme_ = &theme;
    themeScale_ = scale_;
}

core::Rect Frame::eventsInWindow() const
{
    return inWindow(state_.view == ui::View::graph ? stage_.view().frame : stage_.canvas());
}

core::Rect Frame::inWindow(const core::Rect& canvas) const
{
    return {places_.timeline.x + canvas.x * scale_, places_.timeline.y + canvas.y * scale_, canvas.width * scale_,
            canvas.height * scale_};
}

void Frame::updateTimeline()
{
    const double now = glfwGetTime();
    const core::Size frame{places_.timeline.width / scale_, places_.timeline.height / scale_};
    const ui::CanvasStage::Prepared prepared = stage_.prepare(state_, frame);
    const core::Size canvas{stage_.canvas().width, stage_.canvas().height};
    // What begins to move after a rest begins now, however long that was.
    frameSeconds_ = moved_ ? now - drawnAt_ : kFrameSeconds;
    drawnAt_ = now;
    if (prepared.renewed) {
        layout::Timeline& timeline = *stage_.timeline();
        const layout::TimelineLayout fitting = timeline.placementAt(timeline.fitPxPerSecond());
        if (state_.fitted || !prepared.before || !(state_.camera.pxPerSecond > 0)) {
            state_.camera = ui::viewOfAll(timeline, canvas);
            state_.fitted = true;
        } else {
            state_.camera = ui::carriedOver(state_.camera, *prepared.before, fitting.scale);
            state_.camera = ui::clamped(state_.camera, fitting.scale, ui::limitsOf(timeline, fitting.height, canvas));
        }
        motion_.jump(state_);
    }
    updateGraph(frame, prepared.renewed);
    easeHighlight(now);
    easePresence();
    motion_.morph(state_, frameSeconds_);
    sight_ = motion_.at(now, frame);
    if (stage_.timeline() != nullptr && sight_.camera.pxPerSecond > 0)
        stage_.show(state_, sight_, highlight_, *theme_);
    const bool scrolls =
        state_.view == ui::View::graph || (stage_.layout() != nullptr && stage_.layout()->height > canvas.height + 0.5);
    input_.setCanvas({places_.timeline, eventsInWindow(), scale_, scrolls});
    moved_ = moving(now);
}

/// The graph is laid out when it is first to be seen.
void Frame::updateGraph(core::Size frame, bool resized)
{
    if (!motion_.showsGraph(state_) || stage_.timeline() == nullptr)
        return;
    const bool renewed = stage_.prepareGraph(state_);
    const layout::CausalLayout& graph = *stage_.graph();
    if (!(state_.graphCamera.zoom > 0)) {
        state_.graphCamera = ui::graphOpening(graph, state_.selected, frame);
        state_.graphFitted = state_.graphCamera == ui::graphOfAll(graph, frame);
    } else if (renewed || resized) {
        state_.graphCamera =
            ui::clamped(state_.graphFitted ? ui::graphOfAll(graph, frame) : state_.graphCamera, graph, frame);
    } else {
        return;
    }
    motion_.jump(state_);
}

/// What stands out does so gently, and not for a pointer that only crosses it on its way.
void Frame::easeHighlight(double now)
{
    if (!(highlight_.hovered == state_.hovered))
        hoveredSince_ = now;
    highlight_.hovered = state_.hovered;
    const double share = state_.preferences.reducedMotion ? 1 : (now - answers_.shownAt()) / kLightSeconds;
    scene::Emphasis wanted = ui::emphasisOf(state_, std::clamp(share, 0.0, 1.0));
    lighting_ = ui::shownAnswer(state_) != nullptr && share < 1;
    const double step = state_.preferences.reducedMotion ? 1 : std::clamp(frameSeconds_ / kHighlightSeconds, 0.05, 1.0);
    double& strength = highlight_.emphasis.strength;
    const bool pointed = ui::shownAnswer(state_) == nullptr;
    waitsToHighlight_ = pointed && wanted.strength > 0 && strength <= 0 && now - hoveredSince_ < kRestSeconds;
    if (wanted.strength > 0 && !waitsToHighlight_) {
        const double goal = wanted.strength;
        wanted.strength = strength < goal ? std::min(goal, strength + step) : std::max(goal, strength - step);
        fading_ = wanted.strength != goal;
        highlight_.emphasis = std::move(wanted);
    } else if (strength > 0) {
        strength = std::max(0.0, strength - step);
        fading_ = strength > 0;
        if (!fading_)
            highlight_.emphasis = {};
    }
}

/// What was not yet known on the day vanishes gently.
void Frame::easePresence()
{
    const double step =
        state_.preferences.reducedMotion ? 1 : std::clamp(frameSeconds_ / ui::kComeAndGoSeconds, 0.02, 1.0);
    comingAndGoing_ = !ui::ease(highlight_.presence, ui::presenceOf(state_), step);
}

void Frame::seekAnswers(double now)
{
    const AnswerDesk::Arrival arrival = answers_.seek(state_, now);
    if (desk_.seek(state_) || arrival != AnswerDesk::Arrival::none)
        framesWanted_ = kFramesAfterEvent;
    if (arrival == AnswerDesk::Arrival::another)
        commands_.push(ui::command::ShowEvents{state_.asking.answered->parts.events});
    if (state_.asking.seconds > kProgressAfter)
        framesWanted_ = std::max(framesWanted_, 1);
}

void Frame::playDays(double now)
{
    if (!state_.asOf.playing) {
        nextDayAt_ = now + kDaySeconds;
        return;
    }
    if (now < nextDayAt_)
        return;
    nextDayAt_ = now + kDaySeconds;
    commands_.push(ui::command::StepAsOf{1});
}

void Frame::drawPanels()
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    fonts_.sprites().trim();
    ImGui::NewFrame();
    const ui::PanelContext context{state_,
                                   commands_,
                                   fonts_,
                                   *theme_,
                                   places_.window,
                                   scale_,
                                   stage_.layout(),
                                   stage_.layout() != nullptr ? stage_.timeline() : nullptr,
                                   inWindow(stage_.canvas()),
                                   sight_.camera};
    if (state_.showsSlide()) {
        const auto draw = state_.presenting->ownWindow ? ui::drawPresenter : ui::drawBriefing;
        draw(context.in(places_.window), briefing_.pictures());
        return ImGui::Render();
    }
    ui::drawCanvas(context.in(places_.timeline), stage_, gesture_);
    ui::drawTopBar(context.in(places_.topBar));
    if (!places_.overview.empty())
        ui::drawOverview(context.in(places_.overview));
    if (!places_.inspector.empty())
        ui::drawInspector(context.in(places_.inspector));
    ui::drawStatusBar(context.in(places_.statusBar));
    ui::drawOverlays(context.in(places_.window));
    state_.focusSearch = false;
    ImGui::Render();
}

void Frame::swap()
{
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    glViewport(0, 0, width, height);
    const core::Colour ground = theme_->panel;
    glClearColor(static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255,
                 static_cast<float>(ground.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
}

void Frame::savePreferences()
{
    state_.preferences.maximised = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != 0;
    const auto saved = saveSettings(settingsFile(), state_.preferences);
    if (!saved)
        state_.notice = saved.error().message;
}

} // namespace fabula::app
