// The checks of story_checks.hpp that are about languages and texts.
#include "io/story_checks.hpp"
#include "io/suggestion.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {
namespace {

// Calls `visit(list, index, key, text, isName)` for every text of the story that belongs to an element. A name or the
// title of a publication is the same in many languages; where it is written as a plain string, it is in all.
template <class Story, class Visit>
void forEachText(Story& story, Visit visit)
{
    constexpr bool kName = true;
    for (std::size_t i = 0; i < story.actors.size(); ++i) {
        visit(List::actors, i, "name", story.actors[i].name, kName);
        visit(List::actors, i, "about", story.actors[i].about, !kName);
    }
    for (std::size_t i = 0; i < story.sources.size(); ++i)
        visit(List::sources, i, "title", story.sources[i].title, kName);
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        visit(List::events, i, "title", story.events[i].title, !kName);
        visit(List::events, i, "summary", story.events[i].summary, !kName);
    }
    for (std::size_t i = 0; i < story.links.size(); ++i)
        visit(List::links, i, "label", story.links[i].label, !kName);
    for (std::size_t i = 0; i < story.scenes.size(); ++i) {
        visit(List::scenes, i, "title", story.scenes[i].title, !kName);
        visit(List::scenes, i, "narration", story.scenes[i].narration, !kName);
        visit(List::scenes, i, "notes", story.scenes[i].notes, !kName);
        for (auto& callout : story.scenes[i].callouts)
            visit(List::scenes, i, "callouts", callout.text, !kName);
    }
}

// Whether the text has the wanted languages one after the other, as most texts have: then there is no more to look for.
bool tellsAllInOrder(const model::Text& text, const std::vector<std::string>& wanted)
{
    auto next = wanted.begin();
    for (const model::Text::Entry& entry : text) {
        if (next != wanted.end() && entry.language == *next)
            ++next;
    }
    return next == wanted.end();
}

// The languages of `wanted` that the text lacks, as "de, fr"; empty if it has all or is empty. Only so many are looked
// for, since a hostile file may name any number of them.
std::string missingLanguages(const model::Text& text, const std::vector<std::string>& wanted)
{
    constexpr std::size_t kMostLanguages = 64;
    std::string missing;
    if (text.empty() || tellsAllInOrder(text, wanted))
        return missing;
    for (const std::string& language : std::span(wanted).first(std::min(wanted.size(), kMostLanguages))) {
        if (model::choose(text, language, {}).fallback)
            missing += (missing.empty() ? "" : ", ") + language;
    }
    return missing;
}

core::Message sentenceOn(std::string_view key, const std::string& missing)
{
    return core::message("`{}` has no text in {}; add it, or another language stands in", key, missing);
}

} // namespace

void settleLanguages(StoryDraft& draft, DraftReporter& reporter)
{
    model::Story& story = draft.story;
    std::vector<std::string_view> sorted(story.languages.begin(), story.languages.end());
    std::sort(sorted.begin(), sorted.end());
    if (const auto repeated = std::adjacent_find(sorted.begin(), sorted.end()); repeated != sorted.end())
        reporter.addOnStory(finding::kRepeatedEntry, "languages",
                            core::message("{} stands twice in `{}`; keep one", inQuotes(*repeated), "languages"));
    if (story.languages.empty()) {
        for (const model::Text::Entry& entry : story.title) {
            if (!entry.language.empty())
                story.languages.emplace_back(entry.language);
        }
    }
    if (story.languages.empty())
        story.languages.push_back("en");

    if (!draft.languageCameLate)
        return;
    model::TextPacker packer;
    const auto settle = [&](model::Text& text) {
        if (!text.plain())
            return;
        packer.begin(true);
        packer.add(story.languages.front(), text.front().text);
        text = packer.take(*draft.arena);
    };
    settle(story.title);
    forEachText(story, [&](List, std::size_t, const char*, model::Text& text, bool) { settle(text); });
}

void checkTexts(const StoryDraft& draft, DraftReporter& reporter)
{
    const model::Story& story = draft.story;
    const std::string missingInTitle = missingLanguages(story.title, story.languages);
    if (!missingInTitle.empty())
        reporter.addOnStory(finding::kMissingLanguage, "title", sentenceOn("title", missingInTitle));
    forEachText(story, [&](List list, std::size_t index, const char* key, const model::Text& text, bool isName) {
        // The title of a publication is in the publication's language.
        if (list == List::sources || (isName && text.plain()) || reporter.cancelled())
            return;
        const std::string missing = missingLanguages(text, story.languages);
        if (!missing.empty())
            reporter.addOnMember(finding::kMissingLanguage, list, index, key, sentenceOn(key, missing));
    });
}

} // namespace fabula::io
