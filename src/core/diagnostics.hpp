#pragma once

#include "core/message.hpp"
#include "core/place.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace fabula::core {

enum class Severity { error, warning };

/// One thing that is wrong with an input: a stable code ("F101"), where, and one sentence saying what to do.
struct Finding
{
    std::string code;
    Severity severity = Severity::error;
    FilePlace where;
    Message sentence;
};

/// Findings that do not stop the work, in the order in which they were made.
/// Past `kMost` only the counts go on, so that a hostile file can't fill the memory.
class Diagnostics
{
public:
    static constexpr std::size_t kMost = 10'000;

    void add(Finding finding);
    const std::vector<Finding>& findings() const { return findings_; }
    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }
    /// Orders by file place (line, column, code), as a person reads the file. O(n log n).
    void sortByPlace();

private:
    std::vector<Finding> findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

/// "file:line:col: error F101: sentence", in English.
std::string toString(const Finding& finding);

} // namespace fabula::core
