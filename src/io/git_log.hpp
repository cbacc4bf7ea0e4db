#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace fabula::io {

/// What `git log -z --date=raw --decorate=full` is asked for: the fields of GitCommit in their order, each ended by a
/// NUL byte, of which git lets none into them. Names of authors are those of the repository's mailmap; their addresses
/// are personal data and not even asked for.
inline constexpr std::string_view kGitLogFormat = "tformat:%H%x00%P%x00%at%x00%ad%x00%aN%x00%D%x00%s%x00%b";

/// A commit as git tells of it: bytes of any kind, in UTF-8 mostly. The views are those of a parser, until its next
/// commit.
struct GitCommit
{
    std::string_view hash;        ///< 40 or 64 hexadecimal digits, in lower case
    std::string_view parents;     ///< their hashes, with spaces between
    std::string_view seconds;     ///< of the author's date, since 1970 in UTC; empty if git can't read it
    std::string_view rawDate;     ///< the same with its zone, "1763640000 +0100"; what is too large for git is 0 there
    std::string_view author;      ///< the name
    std::string_view decorations; ///< "tag: refs/tags/v1, tag: refs/tags/v2"
    std::string_view subject;     ///< the first paragraph, on one line
    std::string_view body;        ///< what stands below
};

/// Takes what git writes apart, in parts of any size. Keeps one commit at a time, and of its texts no more than
/// 1 MiB each. Linear in the bytes.
class GitLogParser
{
public:
    explicit GitLogParser(std::function<void(const GitCommit&)> take) : take_(std::move(take)) {}

    /// False once something is no commit in this format; nothing is taken from there on.
    bool parse(std::string_view bytes);
    /// Whether it ended behind a commit, or there was none.
    bool whole() const { return good_ && field_ == 0 && fields_[0].empty(); }

private:
    static constexpr std::size_t kFields = 8;

    void append(std::string_view bytes);
    bool takeCommit();

    std::function<void(const GitCommit&)> take_;
    std::array<std::string, kFields> fields_;
    std::size_t field_ = 0; ///< that is being read
    bool good_ = true;
};

/// Whether it is the hash of a commit, written in full.
bool isGitHash(std::string_view text);

} // namespace fabula::io
