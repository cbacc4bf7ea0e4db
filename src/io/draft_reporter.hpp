#pragma once

#include "io/finding_sink.hpp"
#include "io/json_text.hpp"
#include "io/load_progress.hpp"
#include "io/story_draft.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::io {

/// Makes findings on a draft that was read whole: it finds line, column and pointer again from the element that the
/// finding is about. Costs time linear in the part of the element before the place, so nothing for files without fault;
/// findings in the order of the file walk each part once. Of what is no object there is nothing more to say.
class DraftReporter
{
public:
    DraftReporter(std::string_view text, const StoryDraft& draft, FindingSink& sink)
        : text_(text), draft_(draft), sink_(sink), lines_(text)
    {
    }

    /// May be null; it must outlive this.
    void watch(const LoadProgress* progress) { progress_ = progress; }
    /// Nobody waits for findings any more: loops that may be long ask at each element, and end.
    bool cancelled() const { return progress_ != nullptr && progress_->cancel.load(std::memory_order_relaxed); }
    bool full() const { return sink_.full(); }
    /// On the element itself, at its opening bracket.
    void add(const FindingKind& kind, List list, std::size_t index, core::Message sentence);
    /// On the value of the element's member `key`, or on the element if it has none.
    void addOnMember(const FindingKind& kind, List list, std::size_t index, std::string_view key,
                     core::Message sentence);
    /// On an id that the element refers to.
    void addOnReference(const FindingKind& kind, List list, std::size_t index, const Reference& reference,
                        core::Message sentence);
    /// On the value of a member of the story itself.
    void addOnStory(const FindingKind& kind, std::string_view key, core::Message sentence);
    /// Where an element begins, for sentences about another one.
    std::size_t lineOf(List list, std::size_t index) const { return draft_.marks(list)[index].line; }

private:
    /// A place in an element: an offset of the text, and what its pointer adds to the element's.
    struct Spot
    {
        List list;
        std::size_t index;
        std::size_t offset;
        std::string subPointer;
    };
    void addAt(const FindingKind& kind, const Spot& spot, core::Message sentence);
    model::StoryPlaces::Mark markAt(const Spot& spot);
    std::string pointerOf(List list, std::size_t index, const Reference& reference) const;

    std::string_view text_;
    const StoryDraft& draft_;
    FindingSink& sink_;
    const LoadProgress* progress_ = nullptr;
    LineCounter lines_; ///< stands at the finding made last
    std::size_t lastOffset_ = 0;
};

} // namespace fabula::io
