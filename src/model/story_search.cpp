#include "model/story_search.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

namespace fabula::model {
namespace {

constexpr std::size_t kMostCounted = 15; ///< words of a query that are told apart in the title
constexpr std::size_t kRanks = 8;        ///< more than there are grades of importance

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

/// Reads the story once, word by word.
class StorySearch::Builder
{
public:
    Builder(const Story& story, StorySearch& search) : story_(story), search_(search)
    {
        for (const Actor& actor : story.actors) {
            const std::uint32_t list = search_.carriers_.addList();
            carry(list, actor.name);
            for (const auto& alias : actor.aliases)
                carry(list, alias);
        }
        for (const Source& source : story.sources) {
            const std::uint32_t list = search_.carriers_.addList();
            carry(list, source.publisher);
            carry(list, source.title);
        }
    }

    void add(EventId id)
    {
        const Event& event = story_[id];
        search_.importance_.push_back(static_cast<std::uint8_t>(event.importance));
        search_.idStarts_.push_back(static_cast<std::uint32_t>(search_.ids_.size()));
        search_.ids_ += searchForm(event.id);
        addText(event.title, id, 0);
        addText(event.summary, id, 1);
        for (const ActorId actor : event.actors)
            search_.carriers_.add(actor.value, id);
        for (const Citation& citation : event.sources)
            search_.carriers_.add(static_cast<std::uint32_t>(story_.actors.size()) + citation.source.value, id);
        search_.carriers_.add(listOf(event.kind), id);
        for (const auto& tag : event.tags)
            search_.carriers_.add(listOf(tag), id);
    }

    void finish()
    {
        search_.idStarts_.push_back(static_cast<std::uint32_t>(search_.ids_.size()));
        std::sort(search_.carried_.begin(), search_.carried_.end(), [](const Carried& a, const Carried& b) {
            return std::pair(a.word, a.list) < std::pair(b.word, b.list);
        });
    }

private:
    /// Calls `take` with each word of a text in its search form.
    template <class Take>
    void split(std::string_view text, Take&& take)
    {
        const bool ascii =
            std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
        form_.clear();
        if (ascii) { // what the search form comes to without ICU, for by far the most texts
            for (const char c : text) {
                const bool isSpace = c <= ' ' || c == 0x7F;
                form_ += isSpace ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
            }
        } else {
            form_ = searchForm(text);
        }
        for (std::size_t from = 0; from < form_.size();) {
            const std::size_t to = std::min(form_.find(' ', from), form_.size());
            if (to > from)
                take(std::string_view(form_).substr(from, to - from));
            from = to + 1;
        }
    }

    std::uint32_t wordOf(std::string_view word)
    {
        const std::uint32_t symbol = search_.words_.add(word);
        while (search_.postings_.lists() < 2 * search_.words_.size())
            search_.postings_.addList();
        return symbol;
    }

    void addText(const Text& text, EventId event, std::uint32_t field)
    {
        for (const Text::Entry& entry : text)
            split(entry.text, [&](std::string_view word) { search_.postings_.add(2 * wordOf(word) + field, event); });
    }

    void carry(std::uint32_t list, std::string_view text)
    {
        split(text, [&](std::string_view word) { search_.carried_.push_back({wordOf(word), list}); });
    }
    void carry(std::uint32_t list, const Text& text)
    {
        for (const Text::Entry& entry : text)
            carry(list, entry.text);
    }

    std::uint32_t listOf(std::string_view term)
    {
        const std::uint32_t symbol = terms_.add(term);
        if (symbol == lists_.size()) {
            lists_.push_back(search_.carriers_.addList());
            carry(lists_.back(), term);
        }
        return lists_[symbol];
    }

    const Story& story_;
    StorySearch& search_;
    core::TextArena termTexts_;
    core::SymbolTable terms_{termTexts_}; ///< kinds and tags
    std::vector<std::uint32_t> lists_;    ///< of each term
    std::string form_;
};

/// Which events have a word at all, and which have it in the title.
class StorySearch::Words
{
public:
    explicit Words(std::size_t events) : all_((events + kBits - 1) / kBits, 0), titles_(all_.size(), 0) {}

    void set(EventId event) { mark(all_, event); }
    void setTitle(EventId event)
    {
        mark(all_, event);
        mark(titles_, event);
    }
    bool has(std::size_t event) const { return (all_[event / kBits] >> (event % kBits) & 1) != 0; }
    bool inTitle(std::size_t event) const { return (titles_[event / kBits] >> (event % kBits) & 1) != 0; }

private:
    static constexpr std::size_t kBits = 64;
    static void mark(std::vector<std::uint64_t>& bits, EventId event)
    {
        bits[event.index() / kBits] |= std::uint64_t{1} << (event.index() % kBits);
    }

    std::vector<std::uint64_t> all_;
    std::vector<std::uint64_t> titles_;
};

StorySearch::StorySearch(const Story& story, const std::atomic<bool>* cancel)
{
    Builder builder(story, *this);
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (cancel != nullptr && cancel->load(std::memory_order_relaxed))
            return;
        builder.add(EventId(i));
    }
    builder.finish();
}

void StorySearch::markWord(std::string_view word, Words& found) const
{
    for (const std::uint32_t symbol : words_.containing(word)) {
        postings_.visit(2 * symbol, [&](EventId event) { found.setTitle(event); });
        postings_.visit(2 * symbol + 1, [&](EventId event) { found.set(event); });
        const auto byWord = [](const Carried& carried, std::uint32_t of) { return carried.word < of; };
        for (auto at = std::lower_bound(carried_.begin(), carried_.end(), symbol, byWord);
             at != carried_.end() && at->word == symbol; ++at)
            carriers_.visit(at->list, [&](EventId event) { found.set(event); });
    }
    for (std::size_t at = ids_.find(word); at != std::string::npos; at = ids_.find(word, at + 1)) {
        const auto after = std::upper_bound(idStarts_.begin(), idStarts_.end(), at);
        if (at + word.size() <= *after)
            found.set(EventId(static_cast<std::size_t>(after - idStarts_.begin()) - 1));
    }
}

std::vector<EventId> StorySearch::find(std::string_view query) const
{
    const std::vector<std::string> words = wordsOf(searchForm(query));
    if (words.empty())
        return {};
    std::vector<Words> found;
    for (const std::string& word : words)
        markWord(word, found.emplace_back(importance_.size()));
    std::vector<std::vector<EventId>> byRank((kMostCounted + 1) * kRanks);
    for (std::size_t i = 0; i < importance_.size(); ++i) {
        if (!std::all_of(found.begin(), found.end(), [i](const Words& marked) { return marked.has(i); }))
            continue;
        const auto inTitle = static_cast<std::size_t>(
            std::count_if(found.begin(), found.end(), [i](const Words& marked) { return marked.inTitle(i); }));
        const std::size_t importance = std::min<std::size_t>(importance_[i], kRanks - 1);
        byRank[std::min(inTitle, kMostCounted) * kRanks + importance].emplace_back(i);
    }
    std::vector<EventId> events;
    for (auto rank = byRank.rbegin(); rank != byRank.rend(); ++rank)
        events.insert(events.end(), rank->begin(), rank->end());
    return events;
}

} // namespace fabula::model
