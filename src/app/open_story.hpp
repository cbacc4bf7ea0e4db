#pragma once

#include "core/diagnostics.hpp"
#include "graph/event_graph.hpp"
#include "io/story_reader.hpp"

#include <filesystem>
#include <optional>

namespace fabula::app {

/// A story file with all its findings, those of the graph included, by place. `graph` is missing where there are
/// errors: nothing is shown half.
struct OpenedStory
{
    std::optional<graph::EventGraph> graph;
    /// The graph of a story whose only errors are causal loops (F501): it is not shown, but questions have answers on
    /// it.
    std::optional<graph::EventGraph> loopedGraph;
    core::Diagnostics diagnostics;
};

/// Reads the file and builds its graph. `progress` may be null; with it, another thread can watch and cancel. A story
/// that needs more memory than there is has finding F007 and no other.
OpenedStory openStory(const std::filesystem::path& path, io::LoadProgress* progress = nullptr);

/// The finding F007 on the file.
core::Diagnostics noMemoryFor(const std::filesystem::path& path);

} // namespace fabula::app
