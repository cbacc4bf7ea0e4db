#include "app/frame_input.hpp"

#include "ui/canvas.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace fabula::app {
namespace {

FrameInput& inputOf(GLFWwindow* window)
{
    FrameInput& input = *static_cast<FrameInput*>(glfwGetWindowUserPointer(window));
    input.touch();
    return input;
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
    glfwSetScrollCallback(window, [](GLFWwindow* of, double x, double y) { inputOf(of).onWheel(x, y); });
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
        press.letter = letterOf(key, glfwGetKeyName(key, scancode));
        press.control = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
        press.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
        press.alt = (modifiers & GLFW_MOD_ALT) != 0;
        if (const auto wanted = commandFor(press)) {
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
    const std::uint32_t code = character;
    if (const auto wanted = state_.showsSlide() ? slideShortcutFor(code) : shortcutFor(code, focus(), pictureSize()))
        commands_.push(*wanted);
    else
        ImGui_ImplGlfw_CharCallback(window_, character);
}

std::optional<ui::Command> FrameInput::commandFor(const KeyPress& press) const
{
    if (state_.showsSlide())
        return slideShortcutFor(press);
    if (state_.presenting && press.key == GLFW_KEY_BACKSPACE && !focus().textField)
        return ui::command::ReturnToSlide{};
    return shortcutFor(press, focus(), pictureSize());
}

core::Size FrameInput::pictureSize() const
{
    return {canvas_.events.width / canvas_.scale, canvas_.events.height / canvas_.scale};
}

bool FrameInput::overCanvas(double x, double y) const
{
    const ImGuiWindow* hovered = ImGui::GetCurrentContext()->HoveredWindow;
    return state_.panel == ui::Panel::none && canvas_.timeline.contains({x, y}) &&
           (hovered == nullptr || std::string_view(hovered->Name) == ui::kCanvasWindow);
}

void FrameInput::onWheel(double sideways, double upwards)
{
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    if (!overCanvas(x, y)) {
        ImGui_ImplGlfw_ScrollCallback(window_, sideways, upwards);
        return;
    }
    const auto down = [this](int left, int right) {
        return glfwGetKey(window_, left) == GLFW_PRESS || glfwGetKey(window_, right) == GLFW_PRESS;
    };
    const ui::WheelTurn turn{sideways,
                             upwards,
                             down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL),
                             down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT),
                             (x - canvas_.events.x) / canvas_.scale,
                             (y - canvas_.events.y) / canvas_.scale};
    commands_.push(ui::wheelCommand(turn, state_.preferences.wheelZooms, canvas_.scrolls));
}

void FrameInput::onPinch(double factor)
{
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    if (!overCanvas(x, y))
        return;
    commands_.push(ui::command::ZoomAbout{factor, std::max(0.0, (x - canvas_.events.x) / canvas_.scale),
                                          std::max(0.0, (y - canvas_.events.y) / canvas_.scale)});
    touch();
}

void FrameInput::onDrop(const std::filesystem::path& path)
{
    commands_.push(ui::command::OpenFile{path});
}

} // namespace fabula::app
