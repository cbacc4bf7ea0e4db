#pragma once

#include "io/draft_reporter.hpp"
#include "io/story_draft.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fabula::io {

/// Turns the ids that a draft's things refer to each other by into indexes, once all are known. Reports ids that occur
/// twice, and references to nothing (with the best guess at what was meant). O(references).
class ReferenceResolver
{
public:
    ReferenceResolver(StoryDraft& draft, DraftReporter& reporter);
    void resolve();

private:
    void indexIds(List list);
    void resolveSource(std::size_t index);
    void resolveEvent(std::size_t index);
    void resolveLink(std::size_t index);
    void resolveScene(std::size_t index);
    void settleQuestion(std::size_t index);
    void settleCallouts(std::size_t index);
    /// The index that a reference leads to, or kNoSymbol, having reported it.
    std::uint32_t target(List list, std::size_t index, const Reference& reference);
    core::Message sentenceFor(const Reference& reference);
    std::string bestGuess(std::uint32_t symbol, List list);

    StoryDraft& draft_;
    DraftReporter& reporter_;
    std::size_t guessesLeft_;
    std::vector<model::ActorId> actors_; ///< of the event at hand
};

} // namespace fabula::io
