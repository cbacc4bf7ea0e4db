#pragma once

#include "ui/panels.hpp"

#include <span>
#include <string>
#include <string_view>

namespace fabula::ui {

/// What a key does, by where the key help lists it.
enum class CommandGroup { find, ask, walk, view, file };

/// A command by name: what the palette runs and the key help explains.
struct NamedCommand
{
    CommandGroup group;
    std::string_view phrase; ///< key of its name in assets/i18n
    std::string_view keys;   ///< separated by spaces; empty if it has none
    Command (*make)(const PanelContext&);
};

/// All of them, in the order in which people read them.
std::span<const NamedCommand> namedCommands();

} // namespace fabula::ui
