#pragma once

#include "io/foreign_graph.hpp"
#include "io/foreign_text.hpp"
#include "io/read_limits.hpp"

#include <optional>

namespace pugi {
class xml_document;
}

namespace fabula::io {

/// The graph that a GraphML document holds, as it stands there; nothing, and errors, where it can't be read whole.
std::optional<ForeignGraph> graphOfGraphml(const pugi::xml_document& document, ForeignReporter& reporter,
                                           const ReadLimits& limits);

} // namespace fabula::io
