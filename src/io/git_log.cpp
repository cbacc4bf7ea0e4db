#include "io/git_log.hpp"

#include "io/foreign_text.hpp"

#include <algorithm>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::size_t kParents = 1;
constexpr std::size_t kMostKept = std::size_t{1} << 20;

} // namespace

bool isGitHash(std::string_view text)
{
    return (text.size() == 40 || text.size() == 64) &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool GitLogParser::parse(std::string_view bytes)
{
    while (good_ && !bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\0'), bytes.size());
        append(bytes.substr(0, end));
        if (end == bytes.size())
            break;
        bytes.remove_prefix(end + 1);
        if (++field_ == kFields)
            good_ = takeCommit();
    }
    return good_;
}

// A text beyond all measure is cut; cut short, a list of parents would be another one.
void GitLogParser::append(std::string_view bytes)
{
    std::string& field = fields_[field_];
    if (field_ != kParents)
        bytes = bytes.substr(0, kMostKept - std::min(field.size(), kMostKept));
    field += bytes;
}

bool GitLogParser::takeCommit()
{
    field_ = 0;
    if (!isGitHash(fields_[0]))
        return false;
    for (std::size_t i = 0; i < kFields; ++i) {
        // What was cut may end within a letter.
        if (i != kParents && fields_[i].size() == kMostKept)
            fields_[i].resize(firstBytes(fields_[i], kMostKept - 1).size());
    }
    const auto& [hash, parents, seconds, rawDate, author, decorations, subject, body] = fields_;
    take_({hash, parents, seconds, rawDate, author, decorations, subject, body});
    for (std::string& field : fields_)
        field.clear();
    return true;
}

} // namespace fabula::io
