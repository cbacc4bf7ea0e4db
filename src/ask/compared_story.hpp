#pragma once

#include "ask/told_changes.hpp"

#include <memory>

namespace fabula::ask {

/// The new story with what the old one makes of it (see model::revised), and before its scenes one that shows and lists
/// what is new, changed and withdrawn, in each of the story's languages. Its causal links form no loop that those of
/// the new story do not: where a withdrawn one would close one, the withdrawn links are left out. O(n log n).
std::shared_ptr<const model::Story> comparedStory(const Comparison& comparison);

} // namespace fabula::ask
