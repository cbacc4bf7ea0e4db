#pragma once

struct GLFWwindow;

namespace fabula::app {

/// The number that X11 knows the window by; 0 where it is no window of X11.
unsigned long x11WindowOf(GLFWwindow* window);

} // namespace fabula::app
