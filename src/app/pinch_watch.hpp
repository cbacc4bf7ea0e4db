#pragma once

#include "app/stop_signal.hpp"

#include <functional>
#include <mutex>
#include <thread>

struct GLFWwindow;

namespace fabula::app {

/// Tells how far two fingers on a touchpad went apart or together over a window, which GLFW does not pass on. On X11
/// the window's gesture events (XInput 2.4, X server 21.1) are read on a connection and in a thread of its own; on
/// other systems and older servers it stays silent.
class PinchWatch
{
public:
    /// `wake` is called from the watching thread after each move of the fingers. The window outlives this.
    PinchWatch(GLFWwindow* window, std::function<void()> wake);
    ~PinchWatch();
    PinchWatch(const PinchWatch&) = delete;
    PinchWatch& operator=(const PinchWatch&) = delete;

    /// The distance of the fingers as a multiple of what it was when this was last asked; 1 if they did not move.
    double takeFactor();

private:
    void watch();
    /// Reads all events that wait; true if the fingers moved.
    bool readEvents();

    std::function<void()> wake_;
    void* connection_ = nullptr; ///< an Xlib Display
    int opcode_ = 0;             ///< of the XInput extension
    StopSignal stop_;
    double spread_ = 1; ///< of the pinch under way, as a multiple of its beginning; the watching thread's
    std::mutex mutex_;
    double factor_ = 1;
    std::thread thread_;
};

} // namespace fabula::app
