#include "app/frame_briefing.hpp"

#include "brief/transition.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/chrono.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>
#include <memory>

namespace fabula::app {
namespace {

std::string timeOfDay()
{
    return fmt::format("{:%H:%M}", fmt::localtime(std::time(nullptr)));
}

/// The monitor on which most of the window lies.
GLFWmonitor* monitorOf(GLFWwindow* window)
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    const core::Rect place{static_cast<double>(x), static_cast<double>(y), static_cast<double>(width),
                           static_cast<double>(height)};
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    GLFWmonitor* best = count > 0 ? monitors[0] : nullptr;
    double most = 0;
    for (int i = 0; i < count; ++i) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        int left = 0;
        int top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const double wide = std::min<double>(place.right(), left + mode->width) - std::max<double>(place.x, left);
        const double high = std::min<double>(place.bottom(), top + mode->height) - std::max<double>(place.y, top);
        const double shared = std::max(0.0, wide) * std::max(0.0, high);
        if (shared > most) {
            most = shared;
            best = monitors[i];
        }
    }
    return best;
}

/// Another monitor than the one on which the window lies; null if there is none.
GLFWmonitor* otherMonitor(GLFWwindow* window)
{
    const GLFWmonitor* own = monitorOf(window);
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        if (monitors[i] != own)
            return monitors[i];
    }
    return nullptr;
}

} // namespace

void FrameBriefing::begin(ui::AppState& state, std::size_t scene, core::EventId from)
{
    state.presenting.emplace();
    int monitors = 0;
    glfwGetMonitors(&monitors);
    state.presenting->ownWindow = monitors > 1;
    openAudience(state);
    awake_.emplace(window_);
    began_ = glfwGetTime();
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    shape_ = {};
    layOut(state, {static_cast<double>(std::max(width, 1)), static_cast<double>(std::max(height, 1))});
    ui::Presenting& presenting = *state.presenting;
    presenting.slide = presenting.before = shown_ = ui::slideShowing(*presenting.briefing, scene, from);
}

double FrameBriefing::nextTick(const ui::AppState& state, double now) const
{
    const bool told = state.showsSlide() && (state.presenting->ownWindow || state.presenting->notes);
    return told ? began_ + std::floor(now - began_) + 1 : std::numeric_limits<double>::max();
}

bool FrameBriefing::takeDue(const ui::AppState& state, double now)
{
    const bool touched = audience_ && audience_->takeTouched();
    return touched || (state.presenting && nextTick(state, began_ + state.presenting->seconds) <= now);
}

void FrameBriefing::fillScreen()
{
    GLFWmonitor* monitor = monitorOf(window_);
    if (monitor == nullptr || glfwGetWindowMonitor(window_) != nullptr)
        return;
    glfwGetWindowPos(window_, &place_.x, &place_.y);
    glfwGetWindowSize(window_, &place_.width, &place_.height);
    place_.filled = true;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void FrameBriefing::leaveScreen()
{
    if (place_.filled)
        glfwSetWindowMonitor(window_, nullptr, place_.x, place_.y, place_.width, place_.height, GLFW_DONT_CARE);
    place_ = {};
}

/// As the state wants it: a window for the audience, on the other monitor if there is one, or the slide on this screen.
void FrameBriefing::openAudience(ui::AppState& state)
{
    if (state.presenting->ownWindow == (audience_ != nullptr) && (audience_ || place_.filled))
        return;
    ImGuiContext* own = ImGui::GetCurrentContext();
    if (!state.presenting->ownWindow) {
        audience_.reset();
        glfwMakeContextCurrent(window_);
        ImGui::SetCurrentContext(own);
        return fillScreen();
    }
    leaveScreen();
    audience_ = std::make_unique<AudienceWindow>(fonts_.sharedBook(), otherMonitor(window_), state, commands_);
    if (!audience_->made()) {
        audience_.reset();
        state.presenting->ownWindow = false;
    }
    glfwFocusWindow(window_); // keys go to the presenter's
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(own);
}

void FrameBriefing::showAudience(const ui::AppState& state, const scene::DisplayList& explored, const core::Rect& area,
                                 double scale)
{
    if (!audience_)
        return;
    std::optional<core::Point> pointer;
    if (state.presenting->pointer && state.showsSlide()) {
        const core::Rect slide = ui::slideOfPresenter(area, scale, slide_.size);
        const ImVec2 mouse = ImGui::GetMousePos();
        const double share = slide.height / slide_.size.height;
        pointer = core::Point{(mouse.x - slide.x) / share, (mouse.y - slide.y) / share};
    }
    ImGuiContext* own = ImGui::GetCurrentContext();
    const scene::Theme& theme = state.preferences.light ? scene::lightTheme() : scene::darkTheme();
    audience_->show(state.presenting->away ? explored : slide_, theme, pointer);
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(own);
}

void FrameBriefing::end()
{
    ImGuiContext* own = ImGui::GetCurrentContext();
    audience_.reset();
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(own);
    leaveScreen();
    awake_.reset();
    slide_ = {};
    next_ = {};
    scenes_.clear();
    moving_ = false;
}

void FrameBriefing::layOut(ui::AppState& state, core::Size window)
{
    const Shape wanted{audience_ ? audience_->size() : window, state.language(), state.preferences.light};
    ui::Presenting& presenting = *state.presenting;
    if (presenting.briefing && wanted == shape_)
        return;
    // The story is that of the beginning: a change of the file waits until the end.
    const graph::EventGraph& graph = presenting.briefing ? presenting.briefing->telling.graph : *state.story.graph;
    const scene::Theme& theme = wanted.light ? scene::lightTheme() : scene::darkTheme();
    auto made = std::make_shared<const brief::Briefing>(brief::briefingOf(
        {graph, &fonts_.book(), wanted.language, &theme}, brief::allScenes(graph.story()), wanted.window));
    if (presenting.briefing)
        presenting.slide = presenting.before = shown_ = ui::sameSlide(*presenting.briefing, presenting.slide, *made);
    presenting.briefing = std::move(made);
    shape_ = wanted;
    scenes_.clear();
}

void FrameBriefing::prepare(ui::AppState& state, core::Size window)
{
    ui::Presenting& presenting = *state.presenting;
    openAudience(state);
    layOut(state, window);
    const double now = glfwGetTime();
    presenting.seconds = now - began_;
    presenting.clock = timeOfDay();
    const brief::Briefing& briefing = *presenting.briefing;
    if (presenting.slide != shown_) {
        shown_ = presenting.slide;
        left_ = now;
    }
    const brief::Slide& to = presenting.current();
    const brief::Slide& from = briefing.slides[std::min(presenting.before, briefing.slides.size() - 1)];
    const double seconds = state.preferences.reducedMotion ? 0 : brief::secondsOf(briefing, from, to);
    const double share = seconds > 0 ? std::clamp((now - left_) / seconds, 0.0, 1.0) : 1;
    moving_ = presenting.moving = share < 1;
    slide_ = moving_ ? brief::pictureBetween(briefing, from, to, share) : brief::slidePicture(briefing, to);
    const bool last = presenting.slide + 1 >= briefing.slides.size();
    next_ = audience_ && !last ? brief::slidePicture(briefing, briefing.slides[presenting.slide + 1])
                               : scene::DisplayList();
    if (!presenting.grid || !scenes_.empty())
        return;
    for (std::size_t i = 0; i < briefing.scenes.size(); ++i)
        scenes_.push_back(brief::slidePicture(briefing, {i, briefing.scenes[i].stage.content.steps - 1, 0}));
}

} // namespace fabula::app
