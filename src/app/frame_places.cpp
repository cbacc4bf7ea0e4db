#include "app/frame_places.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>

namespace fabula::app {
namespace {

constexpr double kTopBar = 44;
constexpr double kStatusBar = 28;
constexpr double kInspector = 352;
constexpr double kOverview = 132;
constexpr double kLowOverview = 96; ///< in windows lower than `kLowWindow`
constexpr double kLowWindow = 800;
constexpr double kLeastTimelineWidth = 480;
constexpr double kLeastTimelineHeight = 300;

} // namespace

FramePlaces placesIn(core::Size size, double scale, bool inspectorOpen)
{
    const auto px = [scale](double length) { return std::round(length * scale); };
    FramePlaces places;
    places.window = {0, 0, size.width, size.height};
    places.topBar = {0, 0, size.width, std::min(px(kTopBar), size.height)};
    const double bottom = std::max(places.topBar.bottom(), size.height - px(kStatusBar));
    places.statusBar = {0, bottom, size.width, size.height - bottom};
    const double top = places.topBar.bottom();
    double right = size.width;
    if (inspectorOpen && size.width - px(kInspector) >= px(kLeastTimelineWidth)) {
        right = size.width - px(kInspector);
        places.inspector = {right, top, px(kInspector), bottom - top};
    }
    double low = bottom;
    const double overview = px(size.height < px(kLowWindow) ? kLowOverview : kOverview);
    if (bottom - top - overview >= px(kLeastTimelineHeight)) {
        low = bottom - overview;
        places.overview = {0, low, right, overview};
    }
    places.timeline = {0, top, right, low - top};
    return places;
}

double interfaceScale(GLFWwindow* window, double wanted)
{
    int width = 0;
    int pixels = 0;
    int ignored = 0;
    float content = 1;
    float unused = 1;
    glfwGetWindowSize(window, &width, &ignored);
    glfwGetFramebufferSize(window, &pixels, &ignored);
    glfwGetWindowContentScale(window, &content, &unused);
    const double density = width > 0 && pixels > 0 ? static_cast<double>(pixels) / width : 1;
    return std::max(0.25, wanted * content / density);
}

} // namespace fabula::app
