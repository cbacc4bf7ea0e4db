#pragma once

#include "core/diagnostics.hpp"
#include "io/finding_kinds.hpp"
#include "model/story_places.hpp"

#include <string>
#include <utility>

namespace fabula::io {

/// Adds findings on one file to the diagnostics. Once those are full only the counts matter, so ask `full()` before
/// making an expensive sentence.
class FindingSink
{
public:
    FindingSink(std::string file, core::Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

    bool full() const { return diagnostics_.findings().size() >= core::Diagnostics::kMost; }
    /// Nothing more will be said, and nothing will be shown.
    bool hopeless() const { return full() && diagnostics_.errors() > 0; }
    void add(const FindingKind& kind, model::StoryPlaces::Mark mark, std::string pointer, core::Message sentence)
    {
        diagnostics_.add({std::string(kind.code),
                          kind.severity,
                          {file_, mark.line, mark.column, std::move(pointer)},
                          std::move(sentence)});
    }

private:
    std::string file_;
    core::Diagnostics& diagnostics_;
};

} // namespace fabula::io
