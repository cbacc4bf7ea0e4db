#pragma once

#include "app/shortcuts.hpp"
#include "ui/app_state.hpp"
#include "ui/command.hpp"

#include <filesystem>

struct GLFWwindow;

namespace fabula::app {

/// Receives the window's events from GLFW as they come, one by one, so that a fast chord is not lost in a slow frame:
/// shortcuts become commands, everything else goes on to Dear ImGui. Owns the callbacks of the window while it lives.
class FrameInput
{
public:
    /// All outlive it. The window's ImGui backend was initialised without callbacks of its own.
    FrameInput(GLFWwindow* window, const ui::AppState& state, ui::CommandQueue& commands);
    ~FrameInput();
    FrameInput(const FrameInput&) = delete;
    FrameInput& operator=(const FrameInput&) = delete;

    /// Whether anything happened since this was last asked.
    bool takeTouched() { return std::exchange(touched_, false); }
    /// Where the timeline is, for the wheel and for keys that page.
    struct Canvas
    {
        core::Rect timeline;  ///< window px, lane headers and axis included
        core::Rect events;    ///< window px
        double scale = 1;     ///< window px for one of the picture
        bool scrolls = false; ///< there are lanes out of view
    };
    void setCanvas(const Canvas& canvas) { canvas_ = canvas; }

    void onKey(int key, int scancode, int action, int modifiers);
    void onCharacter(unsigned character);
    void onWheel(double sideways, double upwards);
    /// Two fingers on a touchpad are `factor` times as far from each other as before.
    void onPinch(double factor);
    void onDrop(const std::filesystem::path& path);
    void touch() { touched_ = true; }

private:
    KeyboardFocus focus() const;
    std::optional<ui::Command> commandFor(const KeyPress& press) const;
    bool overCanvas(double x, double y) const;
    core::Size pictureSize() const;

    GLFWwindow* window_;
    const ui::AppState& state_;
    ui::CommandQueue& commands_;
    Canvas canvas_;
    bool touched_ = true;
    bool characterTaken_ = false; ///< the key just pressed was a shortcut: its character is not to be written
};

} // namespace fabula::app
