#pragma once

#include "io/finding_sink.hpp"
#include "io/git_log.hpp"
#include "io/import_cast.hpp"
#include "io/read_limits.hpp"
#include "io/story_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fabula::io {

/// What is known of a repository besides its commits.
struct GitOrigin
{
    std::string folder;   ///< what findings call it
    std::string name;     ///< the story's title
    std::string address;  ///< where it is on the web; empty if nowhere, or unknown
    bool shallow = false; ///< a clone without what came before its oldest commits
};

/// Makes a story of a repository's history as git tells it; parents must come before their children. It reads the parts
/// that git writes as they come and keeps nothing but the story. Amortised linear.
///
/// - A commit is an event of its author's, at the author's date, and its id is the whole hash, so that the same history
///   imported again later can be compared by ids. Title and summary are its message, without e-mail addresses.
/// - A parent is joined to its child by `precedes`: that it led to the child nobody said.
/// - What a repository records is `official`, the actors' own word on what they did. Nobody checked their names and
///   clocks, and how sure it is stays unsaid. All cite the repository, each at its commit.
/// - Importance: 5 what was tagged, 4 the first commits, merges of more than two lines and where more than two part,
///   3 other merges and partings, else 2.
/// - Authors are told apart by name alone; those with the most commits have the first lanes.
class GitStory
{
public:
    /// Fills `loaded`, which must outlive this.
    GitStory(const GitOrigin& origin, const ReadLimits& limits, LoadedStory& loaded);
    GitStory(const GitStory&) = delete;
    GitStory& operator=(const GitStory&) = delete;

    /// The next bytes of the log. False if there is an error, so that no more of it is of use.
    bool read(std::string_view bytes);
    /// Makes the story, unless there are errors. To be called once, at the end of the log.
    void finish();

private:
    void add(const GitCommit& commit);
    /// The number of its parents, known or not. With an error not all are linked.
    std::uint32_t linkParents(std::string_view hashes, std::size_t child);
    void setTexts(const GitCommit& commit, model::Event& event);
    void setAuthor(std::string_view name, model::Event& event);
    void setTags(std::string_view decorations, model::Event& event);
    std::string cleaned(std::string_view bytes);
    std::string shortened(std::string text);
    void setImportances();
    void sortActors();
    void reportTallies();
    void report(const FindingKind& kind, core::Message sentence);

    GitOrigin origin_;
    ReadLimits limits_;
    LoadedStory& loaded_;
    FindingSink sink_;
    model::Story story_;
    ImportCast cast_;
    GitLogParser parser_;
    core::SourceId source_;
    std::unordered_map<std::string, std::size_t> eventOf_; ///< by hash
    struct Relatives
    {
        std::uint32_t parents = 0;
        std::uint32_t children = 0;
        std::size_t lastChild = 0; ///< the event that it was linked to last, 0 before that: the first has no parents
    };
    std::vector<Relatives> relatives_;   ///< by event
    std::vector<std::size_t> commitsOf_; ///< by actor
    std::size_t undated_ = 0;
    std::size_t unknownParents_ = 0;
    std::size_t asLatin1_ = 0;
    std::size_t tooLong_ = 0;
};

/// The story that a whole log tells, see GitStory; `log` is what git writes for kGitLogFormat. Any bytes may be given.
LoadedStory readGitLog(std::string_view log, const GitOrigin& origin, const ReadLimits& limits = {});

} // namespace fabula::io
