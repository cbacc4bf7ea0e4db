#include "app/x11_window.hpp"

#include <dlfcn.h>

namespace fabula::app {

unsigned long x11WindowOf(GLFWwindow* window)
{
    using GetX11Window = unsigned long (*)(GLFWwindow*);
    // A GLFW built for Wayland alone lacks the function. The cast is the one that POSIX asks for with dlsym.
    const auto get = reinterpret_cast<GetX11Window>(::dlsym(RTLD_DEFAULT, "glfwGetX11Window"));
    return get != nullptr ? get(window) : 0;
}

} // namespace fabula::app
