#include "app/frame_input.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <cctype>

namespace fabula::app {
namespace {

FrameInput& inputOf(GLFWwindow* window)
{
    FrameInput& input = *static_cast<FrameInput*>(glfwGetWindowUserPointer(window));
    input.touch();
    return input;
}

/// What the key bears on the keyboard in use, lower case; 0 if it is not a letter.
char letterOf(int key, int scancode)
{
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || name[0] == '\0' || name[1] != '\0')
        return 0;
    return static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
}

void installKeys(GLFWwindow* window)
{
    glfwSetKeyCallback(window, [](GLFWwindow* of, int key, int scancode, int action, int modifiers) {
        inputOf(of).onKey(key, scancode, action, modifiers);
    });
    glfwSetCharCallback(window, [](GLFWwindow* of, unsigned character) { inputOf(of).onCharacter(character); });
    glfwSetDropCallback(window, [](GLFWwindow* of, int count, const char** paths) {
        if (count > 0)
            inputOf(of).onDrop(paths[0]);
    });
}

void installMouse(GLFWwindow* window)
{
    glfwSetCursorPosCallback(window, [](GLFWwindow* of, double x, double y) {
        inputOf(of);
        ImGui_ImplGlfw_CursorPosCallback(of, x, y);
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* of, int entered) {
        inputOf(of);
        ImGui_ImplGlfw_CursorEnterCallback(of, entered);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* of, int button, int action, int modifiers) {
        inputOf(of);
        ImGui_ImplGlfw_MouseButtonCallback(of, button, action, modifiers);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* of, double x, double y) {
        inputOf(of);
        ImGui_ImplGlfw_ScrollCallback(of, x, y);
    });
}

void installWindow(GLFWwindow* window)
{
    glfwSetWindowFocusCallback(window, [](GLFWwindow* of, int focused) {
        inputOf(of);
        ImGui_ImplGlfw_WindowFocusCallback(of, focused);
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* of, int, int) { inputOf(of); });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* of, float, float) { inputOf(of); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* of) { inputOf(of); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* of, int) { inputOf(of); });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* of) { inputOf(of); });
}

} // namespace

FrameInput::FrameInput(GLFWwindow* window, const ui::AppState& state, ui::CommandQueue& commands)
    : window_(window), state_(state), commands_(commands)
{
    glfwSetWindowUserPointer(window, this);
    installKeys(window);
    installMouse(window);
    installWindow(window);
}

FrameInput::~FrameInput()
{
    glfwSetKeyCallback(window_, nullptr);
    glfwSetCharCallback(window_, nullptr);
    glfwSetDropCallback(window_, nullptr);
    glfwSetCursorPosCallback(window_, nullptr);
    glfwSetCursorEnterCallback(window_, nullptr);
    glfwSetMouseButtonCallback(window_, nullptr);
    glfwSetScrollCallback(window_, nullptr);
    glfwSetWindowFocusCallback(window_, nullptr);
    glfwSetFramebufferSizeCallback(window_, nullptr);
    glfwSetWindowContentScaleCallback(window_, nullptr);
    glfwSetWindowRefreshCallback(window_, nullptr);
    glfwSetWindowIconifyCallback(window_, nullptr);
    glfwSetWindowCloseCallback(window_, nullptr);
}

KeyboardFocus FrameInput::focus() const
{
    const ImGuiIO& io = ImGui::GetIO();
    return {io.WantTextInput || state_.focusSearch, state_.panel != ui::Panel::none, io.NavVisible};
}

void FrameInput::onKey(int key, int scancode, int action, int modifiers)
{
    characterTaken_ = false;
    if (action != GLFW_RELEASE) {
        KeyPress press;
        press.key = key;
        press.letter = letterOf(key, scancode);
        press.control = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
        press.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
        press.alt = (modifiers & GLFW_MOD_ALT) != 0;
        if (const auto wanted = shortcutFor(press, focus(), canvas_)) {
            commands_.push(*wanted);
            characterTaken_ = true;
            // Esc also takes the keyboard from a text field, which is Dear ImGui's to do.
            if (key != GLFW_KEY_ESCAPE)
                return;
        }
    }
    ImGui_ImplGlfw_KeyCallback(window_, key, scancode, action, modifiers);
}

void FrameInput::onCharacter(unsigned character)
{
    if (std::exchange(characterTaken_, false))
        return;
    if (const auto wanted = shortcutFor(std::uint32_t{character}, focus(), canvas_))
        commands_.push(*wanted);
    else
        ImGui_ImplGlfw_CharCallback(window_, character);
}

void FrameInput::onDrop(const std::filesystem::path& path)
{
    commands_.push(ui::command::OpenFile{path});
}

} // namespace fabula::app
