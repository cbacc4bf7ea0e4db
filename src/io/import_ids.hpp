#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace fabula::io {

/// Makes ids of a story ([a-z0-9][a-z0-9-]*) from names of any kind, each given once. Names that are ids already and
/// were kept by `keep` are given to no other.
class IdMaker
{
public:
    /// `ifNothing` is the id of names without any letter or digit.
    explicit IdMaker(std::string_view ifNothing) : ifNothing_(ifNothing) {}

    /// Keeps `name` for itself if it is an id already.
    void keep(std::string_view name);
    /// `name` itself if it was kept; else the nearest id to it, Latin letters for those of other scripts, with a number
    /// behind it where it is taken. Amortised O(length).
    std::string idFor(std::string_view name);

private:
    std::string ifNothing_;
    std::unordered_set<std::string> kept_;
    std::unordered_set<std::string> given_;
    std::unordered_map<std::string, std::size_t> next_; ///< by base, the number to try next
};

/// The nearest id to `name`, at most 60 characters long, empty if it has no letter or digit.
std::string nearestId(std::string_view name);

} // namespace fabula::io
