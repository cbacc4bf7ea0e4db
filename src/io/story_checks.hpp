#pragma once

#include "io/draft_reporter.hpp"
#include "io/story_draft.hpp"

namespace fabula::io {

/// Settles in which languages a story is (where the file does not say: those of its title, else English) and so in
/// which language its plain texts are. Reports an empty list and repeated tags.
void settleLanguages(StoryDraft& draft, DraftReporter& reporter);

/// Looks for what is wrong with a story whose references are resolved, as far as that needs no graph: see F214–F215,
/// F303–F309, F311–F312 and F402 in FINDINGS.md. O(n log n).
void checkStory(const StoryDraft& draft, DraftReporter& reporter);

/// The parts of checkStory, by what they are about.
void checkTexts(const StoryDraft& draft, DraftReporter& reporter);
void checkSources(const StoryDraft& draft, DraftReporter& reporter);
void checkEvents(const StoryDraft& draft, DraftReporter& reporter);
void checkLinks(const StoryDraft& draft, DraftReporter& reporter);
void checkScenes(const StoryDraft& draft, DraftReporter& reporter);

} // namespace fabula::io
