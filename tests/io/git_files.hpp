#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::io::test {

/// A commit as git tells of it, with hashes that are one letter, of a to f, all the way.
struct Commit
{
    Commit(std::string_view letter, std::string_view parentLetters = {})
    {
        hash = std::string(40, letter.front());
        for (const char parent : parentLetters)
            parents += (parents.empty() ? "" : " ") + std::string(40, parent);
    }
    std::string hash;
    std::string parents;
    std::string seconds = "1763639600";
    std::string rawDate = "1763639600 +0100";
    std::string author = "Jane Doe";
    std::string decorations;
    std::string subject = "a subject";
    std::string body;
};

inline std::string logOf(const std::vector<Commit>& commits)
{
    std::string log;
    for (const Commit& commit : commits) {
        for (const std::string* field : {&commit.hash, &commit.parents, &commit.seconds, &commit.rawDate,
                                         &commit.author, &commit.decorations, &commit.subject, &commit.body})
            log += *field + '\0';
    }
    return log;
}

} // namespace fabula::io::test
