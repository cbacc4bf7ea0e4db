#pragma once

#include "core/diagnostics.hpp"
#include "io/load_progress.hpp"
#include "io/read_limits.hpp"
#include "model/story.hpp"
#include "model/story_places.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace fabula::io {

/// What came of reading a story file. Findings are in the order of the file; FINDINGS.md lists them all.
struct LoadedStory
{
    std::shared_ptr<const model::Story> story; ///< null when there are errors: nothing is shown half
    /// What could be read of a story with errors, null where the text is no JSON: only for finding more that is wrong.
    /// Its elements are those of the file one to one, blank where there was none. Links with errors join the first
    /// event to itself and say nothing; other ids may be invalid.
    std::shared_ptr<const model::Story> draft;
    model::StoryPlaces places; ///< where its things stand, for findings made later
    core::Diagnostics diagnostics;
};

/// Reads a story from JSON text; `fileName` is what findings call it. Any bytes may be given: the answer comes in time
/// and memory linear in their number, and what is wrong is in the diagnostics, all of it as far as the text is JSON.
LoadedStory readStory(std::string_view text, std::string fileName, const ReadLimits& limits = {});

/// The same from a file, which may be watched and cancelled from another thread; a cancelled load has finding F005.
LoadedStory loadStory(const std::filesystem::path& path, LoadProgress* progress = nullptr);

} // namespace fabula::io
