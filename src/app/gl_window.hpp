#pragma once

struct GLFWwindow;
struct GLFWmonitor;
struct ImGuiContext;

namespace fabula::app {

/// A window with OpenGL 3.3 and a Dear ImGui context of its own, with its backends; both are current once it is made.
/// Not `made()` if the machine lacks what it takes. Several may live side by side; each goes before GLFW does.
class GlWindow
{
public:
    struct Shape
    {
        int width = 1600;
        int height = 900;
        bool maximised = false;
        GLFWmonitor* monitor = nullptr; ///< fills it; null: a window among others
        bool paces = true;              ///< waits for the screen when it is swapped: one window of the program does
    };
    explicit GlWindow(const Shape& shape);
    ~GlWindow();
    GlWindow(const GlWindow&) = delete;
    GlWindow& operator=(const GlWindow&) = delete;

    bool made() const { return window_ != nullptr; }
    GLFWwindow* handle() const { return window_; }
    /// OpenGL and Dear ImGui speak to this window from now on.
    void makeCurrent() const;

private:
    GLFWwindow* window_ = nullptr;
    ImGuiContext* context_ = nullptr;
};

} // namespace fabula::app
