#include "app/frame_briefing.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/chrono.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>

namespace fabula::app {
namespace {

constexpr double kRevealSeconds = 0.5;

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

} // namespace

void FrameBriefing::begin(ui::AppState& state, std::size_t scene)
{
    fillScreen();
    began_ = glfwGetTime();
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    shape_ = {};
    state.presenting.emplace();
    layOut(state, {static_cast<double>(std::max(width, 1)), static_cast<double>(std::max(height, 1))});
    ui::Presenting& presenting = *state.presenting;
    presenting.slide = presenting.before = shown_ = ui::firstSlideOf(*presenting.briefing, scene);
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

void FrameBriefing::end()
{
    if (place_.filled)
        glfwSetWindowMonitor(window_, nullptr, place_.x, place_.y, place_.width, place_.height, GLFW_DONT_CARE);
    place_ = {};
    slide_ = {};
    scenes_.clear();
    moving_ = false;
}

void FrameBriefing::layOut(ui::AppState& state, core::Size window)
{
    const Shape wanted{window, state.language(), state.preferences.light};
    ui::Presenting& presenting = *state.presenting;
    if (presenting.briefing && wanted == shape_)
        return;
    // The story is that of the beginning: a change of the file waits until the end.
    const graph::EventGraph& graph = presenting.briefing ? presenting.briefing->telling.graph : *state.story.graph;
    const scene::Theme& theme = wanted.light ? scene::lightTheme() : scene::darkTheme();
    auto made = std::make_shared<const brief::Briefing>(
        brief::briefingOf({graph, &fonts_, wanted.language, &theme}, brief::allScenes(graph.story()), window));
    if (presenting.briefing)
        presenting.slide = presenting.before = shown_ = ui::sameSlide(*presenting.briefing, presenting.slide, *made);
    presenting.briefing = std::move(made);
    shape_ = wanted;
    scenes_.clear();
}

void FrameBriefing::prepare(ui::AppState& state, core::Size window)
{
    ui::Presenting& presenting = *state.presenting;
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
    const bool reveals = from.scene == to.scene && from.step != to.step && !state.preferences.reducedMotion;
    const double share = reveals ? std::clamp((now - left_) / kRevealSeconds, 0.0, 1.0) : 1;
    moving_ = share < 1;
    const double step =
        static_cast<double>(from.step) + (static_cast<double>(to.step) - static_cast<double>(from.step)) * share;
    slide_ = brief::slidePicture(briefing, to, moving_ ? step : static_cast<double>(to.step));
    if (!presenting.grid || !scenes_.empty())
        return;
    for (std::size_t i = 0; i < briefing.scenes.size(); ++i)
        scenes_.push_back(brief::slidePicture(briefing, {i, briefing.scenes[i].stage.content.steps - 1, 0}));
}

} // namespace fabula::app
