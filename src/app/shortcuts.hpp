#pragma once

#include "ui/command.hpp"

#include <cstdint>
#include <optional>

namespace fabula::app {

/// Who has the keyboard: a text field takes plain keys and characters, an open panel the keys that move in it.
struct KeyboardFocus
{
    bool textField = false;
    bool panelOpen = false;
    bool widget = false; ///< the Tab key brought the keyboard to a widget, which then takes arrows and Enter
};

/// A key as GLFW tells it. `letter` is what the key bears on the keyboard in use, lower case, so that Ctrl+Z is where
/// the Z is; 0 for keys that bear none.
struct KeyPress
{
    int key = 0; ///< GLFW_KEY_…
    char letter = 0;
    bool control = false;
    bool shift = false;
    bool alt = false;
};

/// The letter of `KeyPress` for a GLFW key and what glfwGetKeyName calls it (may be null). Where an alphabet has no
/// Latin letters at all it is the one that the key bears on a US keyboard.
char letterOf(int key, const char* name);

/// What the key asks for, if it is a shortcut here. `canvas` is the size of the canvas in picture px, for paging.
std::optional<ui::Command> shortcutFor(const KeyPress& press, const KeyboardFocus& focus, core::Size canvas);

/// The same for keys that are told apart by the character they write, wherever it is on the keyboard: / ? + - , . and
/// the letters.
std::optional<ui::Command> shortcutFor(std::uint32_t character, const KeyboardFocus& focus, core::Size canvas);

/// The same while a slide is on the screen: keys of presenters and what their clickers send.
std::optional<ui::Command> slideShortcutFor(const KeyPress& press);
std::optional<ui::Command> slideShortcutFor(std::uint32_t character);

} // namespace fabula::app
