#pragma once

struct GLFWwindow;

namespace fabula::app {

/// While this lives, the screen does not sleep and no screen saver starts: asked of the desktop through
/// xdg-screensaver, which speaks to it by D-Bus or X11. Where that is missing nothing happens.
class StayAwake
{
public:
    explicit StayAwake(GLFWwindow* window);
    ~StayAwake();
    StayAwake(const StayAwake&) = delete;
    StayAwake& operator=(const StayAwake&) = delete;

private:
    unsigned long id_ = 0; ///< X11's of the window; 0 where there is none
};

} // namespace fabula::app
