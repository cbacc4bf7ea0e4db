#include "app/window.hpp"

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/frame.hpp"
#include "app/settings.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/core.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <string>

namespace fabula::app {
namespace {

constexpr int kLeastWidth = 640;
constexpr int kLeastHeight = 400;

/// What GLFW last complained of, for our own sentences.
std::string glfwComplaint()
{
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "no reason given";
}

void printInstead(const std::filesystem::path& story)
{
    fmt::print(stderr, "To draw the story without a window: fabula render {} -o picture.png\n", story.string());
}

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

/// GLFW, started for as long as this lives.
class Display
{
public:
    Display() : started_(glfwInit() == GLFW_TRUE) {}
    ~Display()
    {
        if (started_)
            glfwTerminate();
    }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    bool started() const { return started_; }

private:
    bool started_;
};

/// A window with OpenGL 3.3, Dear ImGui and its backends. Not `made()` if the machine lacks what it takes.
class GlWindow
{
public:
    explicit GlWindow(const ui::Preferences& preferences)
    {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        glfwWindowHint(GLFW_MAXIMIZED, preferences.maximised ? GLFW_TRUE : GLFW_FALSE);
        glfwWindowHintString(GLFW_X11_CLASS_NAME, "fabula");
        glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "fabula");
        int width = preferences.windowWidth;
        int height = preferences.windowHeight;
        fitOnScreen(width, height);
        window_ =
            glfwCreateWindow(std::max(kLeastWidth, width), std::max(kLeastHeight, height), "Fabula", nullptr, nullptr);
        if (window_ == nullptr)
            return;
        glfwSetWindowSizeLimits(window_, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
        IMGUI_CHECKVERSION();
        ImGui::CreateContext();
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
    ~GlWindow()
    {
        if (window_ == nullptr)
            return;
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
        glfwDestroyWindow(window_);
    }
    GlWindow(const GlWindow&) = delete;
    GlWindow& operator=(const GlWindow&) = delete;
    bool made() const { return window_ != nullptr; }
    GLFWwindow* handle() const { return window_; }

private:
    GLFWwindow* window_ = nullptr;
};

ui::AppState firstState()
{
    ui::AppState state;
    auto settings = loadSettings(settingsFile());
    if (settings)
        state.preferences = std::move(*settings);
    else
        state.notice = settings.error().message;
    return state;
}

} // namespace

int runWindow(const std::filesystem::path& story)
{
    const Display display;
    if (!display.started()) {
        printError("No window can be opened: " + glfwComplaint());
        printInstead(story);
        return exitMachineLacks;
    }
    const auto book = paint::FontBook::open();
    if (!book) {
        printError(core::english(book.error().message));
        return exitMachineLacks;
    }
    ui::AppState state = firstState();
    const GlWindow window(state.preferences);
    if (!window.made()) {
        printError("OpenGL 3.3 can't be had on this display: " + glfwComplaint());
        printInstead(story);
        return exitMachineLacks;
    }
    if (state.notice.empty() && !(*book)->findings().empty())
        state.notice = (*book)->findings().front();
    const ui::UiFonts fonts(*book);
    Frame frame(window.handle(), fonts, std::move(state));
    frame.open(std::filesystem::absolute(story));
    while (frame.turn()) {
    }
    return exitFine;
}

} // namespace fabula::app
