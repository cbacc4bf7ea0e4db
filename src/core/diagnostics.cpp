#include "core/diagnostics.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fabula::core {

void Diagnostics::add(Finding finding)
{
    ++(finding.severity == Severity::error ? errors_ : warnings_);
    if (findings_.size() < kMost)
        findings_.push_back(std::move(finding));
}

void Diagnostics::sortByPlace()
{
    auto key = [](const Finding& finding) {
        return std::tie(finding.where.file, finding.where.line, finding.where.column, finding.code);
    };
    std::stable_sort(findings_.begin(), findings_.end(),
                     [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

std::string toString(const Finding& finding)
{
    const char* severity = finding.severity == Severity::error ? "error" : "warning";
    return toString(finding.where) + ": " + severity + ' ' + finding.code + ": " + english(finding.sentence);
}

} // namespace fabula::core
