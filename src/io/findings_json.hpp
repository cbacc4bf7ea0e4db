#pragma once

#include "core/diagnostics.hpp"

#include <string>
#include <vector>

namespace fabula::io {

/// Findings as a JSON list, one object a line: {"code", "severity", "file", "line", "column", "pointer", "sentence"},
/// for `check --json`, in English. Bytes that are no UTF-8 (of file names) become U+FFFD.
std::string findingsJson(const std::vector<core::Finding>& findings);

} // namespace fabula::io
