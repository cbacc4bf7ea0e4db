#pragma once

#include "io/dot_scan.hpp"
#include "io/foreign_graph.hpp"
#include "io/foreign_text.hpp"

#include <optional>
#include <string>

namespace fabula::io {

/// The graph that a DOT text holds, as it stands there; nothing, and an error, if it is no DOT. `text` was looked over
/// by `scan` and is small enough.
std::optional<ForeignGraph> graphOfDot(const std::string& text, const DotScan& scan, ForeignReporter& reporter);

} // namespace fabula::io
