#pragma once

#include "app/gl_window.hpp"
#include "ui/app_state.hpp"
#include "ui/command.hpp"
#include "ui/ui_fonts.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace fabula::app {

/// The audience's own window: a clean screen that shows what the presenter's window is told to show. Keys and clicks in
/// it do what they do on a slide.
class AudienceWindow
{
public:
    /// On that monitor, or among other windows if it is null. State and queue outlive it.
    AudienceWindow(std::shared_ptr<const paint::FontBook> book, GLFWmonitor* monitor, const ui::AppState& state,
                   ui::CommandQueue& commands);
    ~AudienceWindow();
    AudienceWindow(const AudienceWindow&) = delete;
    AudienceWindow& operator=(const AudienceWindow&) = delete;

    bool made() const { return window_.made(); }
    /// In window px.
    core::Size size() const;
    /// Draws the picture, with the presenter's pointer in px of it. Dear ImGui and OpenGL speak to this window after.
    void show(const scene::DisplayList& picture, const scene::Theme& theme, std::optional<core::Point> pointer);

    /// Whether it must be drawn anew, since it has another size or was uncovered; once.
    bool takeTouched() { return std::exchange(touched_, false); }

    void onKey(int key, int action, int modifiers);
    void onCharacter(unsigned character);
    void onClick(int button, int action);
    void onClose();

private:
    GlWindow window_;
    std::optional<ui::UiFonts> fonts_;
    const ui::AppState& state_;
    ui::CommandQueue& commands_;
    const scene::DisplayList* shown_ = nullptr;
    bool characterTaken_ = false;
    bool touched_ = false;
};

} // namespace fabula::app
