#include "model/story_search.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace fabula::model {
namespace {

void addText(std::string& form, const Text& text)
{
    for (const Text::Entry& entry : text)
        form += searchForm(entry.text) + '\n';
}

std::vector<std::string> wordsOf(const std::string& form)
{
    std::vector<std::string> words;
    std::size_t from = 0;
    while (from < form.size()) {
        const std::size_t to = std::min(form.find(' ', from), form.size());
        if (to > from)
            words.push_back(form.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

} // namespace

std::string searchForm(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
    icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    if (U_SUCCESS(error))
        folded = decompose->normalize(folded, error);
    folded.foldCase();
    icu::UnicodeString form;
    bool space = false;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 character = folded.char32At(i);
        if (u_charType(character) == U_NON_SPACING_MARK)
            continue;
        const bool isSpace = u_isUWhiteSpace(character) || u_iscntrl(character);
        if (!isSpace && space && !form.isEmpty())
            form.append(static_cast<UChar32>(' '));
        space = isSpace;
        if (!isSpace)
            form.append(character);
    }
    std::string utf8;
    form.toUTF8String(utf8);
    return utf8;
}

StorySearch::StorySearch(const Story& story, const std::atomic<bool>* cancel)
{
    entries_.reserve(story.events.size());
    for (const Event& event : story.events) {
        if (cancel != nullptr && cancel->load(std::memory_order_relaxed))
            return;
        Entry entry;
        entry.importance = event.importance;
        addText(entry.title, event.title);
        addText(entry.rest, event.summary);
        entry.rest += searchForm(event.id) + '\n' + searchForm(event.kind) + '\n';
        for (const std::string_view tag : event.tags)
            entry.rest += searchForm(tag) + '\n';
        for (const ActorId id : event.actors) {
            addText(entry.rest, story[id].name);
            for (const std::string& alias : story[id].aliases)
                entry.rest += searchForm(alias) + '\n';
        }
        for (const Citation& citation : event.sources) {
            const Source& source = story[citation.source];
            entry.rest += searchForm(source.publisher) + '\n';
            addText(entry.rest, source.title);
        }
        entries_.push_back(std::move(entry));
    }
}

std::vector<EventId> StorySearch::find(std::string_view query) const
{
    struct Hit
    {
        std::size_t inTitle;
        int importance;
        std::size_t index;
    };
    const std::vector<std::string> words = wordsOf(searchForm(query));
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < entries_.size() && !words.empty(); ++i) {
        const Entry& entry = entries_[i];
        Hit hit{0, entry.importance, i};
        const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            const bool inTitle = entry.title.find(word) != std::string::npos;
            hit.inTitle += inTitle ? 1 : 0;
            return inTitle || entry.rest.find(word) != std::string::npos;
        });
        if (all)
            hits.push_back(hit);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.inTitle != b.inTitle ? a.inTitle > b.inTitle : a.importance > b.importance;
    });
    std::vector<EventId> events;
    for (const Hit& hit : hits)
        events.emplace_back(hit.index);
    return events;
}

} // namespace fabula::model
