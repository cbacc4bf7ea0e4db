#pragma once

#include "core/result.hpp"
#include "io/story_reader.hpp"

#include <filesystem>

namespace fabula::io {

/// The error of loadGitRepository where there is no git on this machine.
inline constexpr const char* kNoGit = "git.missing";

/// Makes a story of the whole history of a git repository: of all its branches, tags and remote ones, without stashes
/// and notes, see GitStory. `folder` is its top folder, or a bare one. It runs `git`, which reads and writes nothing
/// but that repository, and asks no network; what the user has set for git does not change the result, but for the
/// leave to read other people's repositories. A folder that git can't read so has finding F711 (F001 where there is
/// none). The only error is kNoGit. As long as `git log` takes; the memory is that of the story.
core::Result<LoadedStory> loadGitRepository(const std::filesystem::path& folder, const ReadLimits& limits = {});

} // namespace fabula::io
