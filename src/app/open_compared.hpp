#pragma once

#include "app/open_story.hpp"
#include "ask/told_changes.hpp"

#include <memory>

namespace fabula::app {

/// A story compared with an older version of it.
struct OpenedComparison
{
    std::shared_ptr<const ask::Comparison> comparison; ///< null if the older version has errors
    std::optional<graph::EventGraph> graph;            ///< of ask::comparedStory; missing where `comparison` is
    core::Diagnostics diagnostics;                     ///< of the older version
};

/// Reads the older version and compares. What they are called, their ids, is not looked at. Can run out of memory
/// (std::bad_alloc).
OpenedComparison openComparison(const graph::EventGraph& story, const std::filesystem::path& older,
                                io::LoadProgress* progress = nullptr);

/// For commands: opens the story and, where `older` is not empty, compares it with that; findings go to standard error.
/// Empty if one of them has errors.
std::optional<graph::EventGraph> openForCommand(const std::filesystem::path& story, const std::filesystem::path& older);

} // namespace fabula::app
