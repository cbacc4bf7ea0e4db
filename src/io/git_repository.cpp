#include "io/git_repository.hpp"

#include "io/foreign_text.hpp"
#include "io/git_story.hpp"
#include "io/git_words.hpp"
#include "io/heard_program.hpp"
#include "io/safe_file.hpp"
#include "io/suggestion.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

// Ours without what points git to some other repository or has it print more, as in a hook; what is set for the leave
// to read a repository stays. Nothing is asked of anybody, and sentences are in English, as all of the command line's.
std::vector<std::string> gitEnvironment()
{
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable = *entry;
        const bool configuration =
            variable.starts_with("GIT_CONFIG_") && !variable.starts_with("GIT_CONFIG_PARAMETERS=");
        const bool git = variable.starts_with("GIT_") && !configuration && !variable.starts_with("GIT_EXEC_PATH=");
        if (!git && !variable.starts_with("LC_ALL=") && !variable.starts_with("LANGUAGE="))
            environment.emplace_back(variable);
    }
    environment.insert(environment.end(),
                       {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1"});
    return environment;
}

// `folder` is absolute, so that it never looks like an option.
ProgramCall gitCall(const fs::path& folder, std::vector<std::string> arguments)
{
    std::vector<std::string> all{"--no-pager", "-C", folder.string()};
    // The settings that no option of `git log` overrides.
    for (const char* setting : {"mailmap.file=", "log.showSignature=false", "core.fsmonitor=false"})
        all.insert(all.end(), {"-c", setting});
    all.insert(all.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
    return {"git", std::move(all), gitEnvironment()};
}

ProgramCall logCall(const fs::path& folder)
{
    // Stashes and notes are nobody's commits, and replacements stand for others already.
    return gitCall(folder, {"log", "-z", "--format=" + std::string(kGitLogFormat), "--date=raw", "--encoding=UTF-8",
                            "--no-color", "--no-notes", "--no-patch", "--decorate=full", "--decorate-refs=refs/tags/*",
                            "--date-order", "--reverse", "--exclude=refs/stash", "--exclude=refs/notes/*",
                            "--exclude=refs/replace/*", "--all", "--"});
}

void fail(LoadedStory& loaded, const std::string& folder, core::Message sentence)
{
    FindingSink(folder, loaded.diagnostics).add(finding::kNoGitHistory, {}, {}, std::move(sentence));
}

// "…/fabula", "…/fabula/.git" and "…/fabula.git" are all of the repository "fabula".
std::string nameOf(const fs::path& folder)
{
    const fs::path named = folder.filename() == ".git" ? folder.parent_path() : folder;
    return named.extension() == ".git" ? named.stem().string() : named.filename().string();
}

// What git says of a repository before it tells the history; with an error in `loaded` there is none.
core::Result<GitOrigin> originOf(const fs::path& folder, LoadedStory& loaded)
{
    GitOrigin origin;
    origin.folder = loaded.places.file;
    origin.name = nameOf(folder);
    core::Result<std::string> about =
        allHeardFrom(gitCall(folder, {"rev-parse", "--is-shallow-repository", "--show-prefix"}));
    if (!about && about.error().code == "program.missing")
        return core::Error{
            kNoGit,
            core::verbatim("histories are read by git, which is not here; install Debian's package \"git\""),
            {}};
    if (!about) {
        fail(loaded, origin.folder,
             core::message("this is no git repository that can be read ({}); name the top folder of one",
                           about.error().message));
        return origin;
    }
    const std::size_t line = std::min(about->find('\n'), about->size());
    origin.shallow = about->substr(0, line) == "true";
    if (const std::string_view below = trimmed(std::string_view(*about).substr(line)); !below.empty()) {
        fail(loaded, origin.folder,
             core::message("this is the folder {} of a git repository; name the repository's top folder",
                           inQuotes(below)));
        return origin;
    }
    // Without a remote repository of that name git fails, and that is an answer as well.
    if (const auto remote = allHeardFrom(gitCall(folder, {"config", "--local", "--get", "remote.origin.url"})))
        origin.address = publicAddress(trimmed(*remote));
    return origin;
}

core::Result<void> tell(HeardProgram& log, GitStory& story)
{
    while (true) {
        const core::Result<std::string_view> part = log.hear();
        if (!part)
            return part.error();
        if (part->empty())
            return log.finish();
        if (!story.read(*part))
            return {}; // with an error of its own
    }
}

} // namespace

core::Result<LoadedStory> loadGitRepository(const fs::path& folder, const ReadLimits& limits)
{
    LoadedStory loaded;
    loaded.places.file = folder.string();
    std::error_code unreachable;
    const fs::path absolute = fs::canonical(folder, unreachable);
    if (unreachable) {
        // The sentences for what the system says are those of files.
        const core::Result<std::string> bytes = readFile(folder, 0);
        if (!bytes)
            loaded.diagnostics.add(
                {bytes.error().code, core::Severity::error, bytes.error().where, bytes.error().message});
    }
    if (loaded.diagnostics.errors() == 0 && !fs::is_directory(absolute, unreachable))
        fail(loaded, loaded.places.file, core::message("this is no folder; name the top folder of a git repository"));
    if (loaded.diagnostics.errors() > 0)
        return loaded;
    const core::Result<GitOrigin> origin = originOf(absolute, loaded);
    if (!origin)
        return origin.error();
    if (loaded.diagnostics.errors() > 0)
        return loaded;
    core::Result<HeardProgram> log = HeardProgram::start(logCall(absolute));
    GitStory story(*origin, limits, loaded);
    const core::Result<void> told = log ? tell(*log, story) : core::Result<void>(log.error());
    if (!told)
        fail(loaded, loaded.places.file,
             core::message("the history can't be read ({}); see what `git fsck` finds", told.error().message));
    story.finish();
    return loaded;
}

} // namespace fabula::io
