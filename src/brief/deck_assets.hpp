#pragma once

#include <string_view>

namespace fabula::brief {

/// What every HTML deck is dressed in and moved by, from assets/brief/, built into the program.
extern const std::string_view kDeckStyle;
extern const std::string_view kDeckScript;
extern const std::string_view kDeckScriptHash; ///< SHA-256 of the script, in hexadecimal digits

} // namespace fabula::brief
