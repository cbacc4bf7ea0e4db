#include "app/gl_window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

namespace fabula::app {
namespace {

constexpr int kLeastWidth = 640;
constexpr int kLeastHeight = 400;

/// No larger than what the first screen has free: not every window manager sees to it.
void fitOnScreen(int& width, int& height)
{
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr)
        return;
    int freeWidth = 0;
    int freeHeight = 0;
    glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &freeWidth, &freeHeight);
    if (freeWidth > 0 && freeHeight > 0) {
        width = std::min(width, freeWidth);
        height = std::min(height, freeHeight);
    }
}

} // namespace

GlWindow::GlWindow(const Shape& shape)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    // A full screen stays when another window is clicked: the presenter's, while the audience looks at this one.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_MAXIMIZED, shape.maximised ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "fabula");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "fabula");
    int width = shape.width;
    int height = shape.height;
    if (shape.monitor == nullptr)
        fitOnScreen(width, height);
    window_ = glfwCreateWindow(std::max(kLeastWidth, width), std::max(kLeastHeight, height), "Fabula", shape.monitor,
                               nullptr);
    if (window_ == nullptr)
        return;
    glfwSetWindowSizeLimits(window_, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(shape.paces ? 1 : 0);
    IMGUI_CHECKVERSION();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    // A blinking cursor would wake the program twice a second for nothing.
    io.ConfigInputTextCursorBlink = false;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGui_ImplGlfw_InitForOpenGL(window_, false);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

GlWindow::~GlWindow()
{
    if (window_ == nullptr)
        return;
    makeCurrent();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(context_);
    glfwDestroyWindow(window_);
}

void GlWindow::makeCurrent() const
{
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(context_);
}

} // namespace fabula::app
