/// Writes a large story as stories of the field are: bursts of events and quiet years, 64 actors of very unequal
/// weight, dates vague in every way and some missing, chains of causes, texts mostly short and some long, three
/// languages. The same arguments give the same bytes everywhere: no distribution of the standard library is used, which
/// may differ.
///
///     make_story EVENTS [LINKS] [SEED] > story.json

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t kActors = 64;
constexpr std::size_t kSources = 400;
constexpr std::int64_t kFirstDay = -10'957; // 1940-01-01, in days since 1970
constexpr std::int64_t kDays = 31'411;      // to the end of 2025
constexpr std::size_t kMostText = 400'000;  // bytes of a buffer before it is written

constexpr std::array<std::string_view, 48> kWords{
    "talks",    "plant",    "export", "licence", "court",     "price",    "border",  "party",   "signal",  "fleet",
    "harvest",  "ruling",   "merger", "protest", "treaty",    "outage",   "recall",  "leak",    "subsidy", "strike",
    "bridge",   "launch",   "audit",  "quota",   "ceasefire", "dam",      "railway", "chip",    "embargo", "census",
    "pipeline", "reactor",  "summit", "tariff",  "vaccine",   "wildfire", "zoning",  "archive", "bailout", "cable",
    "drought",  "election", "ferry",  "grid",    "hearing",   "index",    "journal", "kiosk"};
constexpr std::array<std::string_view, 10> kVerbs{"opens",   "fails",     "grows", "is halted", "is leaked",
                                                  "returns", "is signed", "slips", "is denied", "ends"};
constexpr std::array<std::string_view, 12> kKinds{"launch",  "policy", "trade",    "research", "court",    "market",
                                                  "protest", "report", "accident", "deal",     "election", "other"};
constexpr std::array<std::string_view, 7> kConfidences{
    "almost_no_chance", "very_unlikely", "unlikely", "roughly_even", "likely", "very_likely", "almost_certain"};

struct Day
{
    std::int64_t year;
    int month;
    int day;
};

/// Of days since 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
Day dayOf(std::int64_t days)
{
    days += 719'468;
    const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
    const std::int64_t dayOfEra = days - era * 146'097;
    const std::int64_t year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * dayOfYear + 2) / 153;
    const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {year + era * 400 + (month <= 2 ? 1 : 0), month, static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1)};
}

class Maker
{
public:
    Maker(std::size_t events, std::size_t links, std::uint64_t seed) : events_(events), links_(links), random_(seed) {}

    void write()
    {
        draft();
        put("{{\"fabula\": 1,\n \"id\": \"made\",\n \"title\": {{\"en\": \"A made story of {} events\", \"de\": "
            "\"Eine gemachte Geschichte aus {} Ereignissen\"}},\n \"languages\": [\"en\", \"de\", \"zh\"],\n",
            events_, events_);
        writeActors();
        writeSources();
        put(" \"events\": [\n");
        for (std::size_t i = 0; i < events_; ++i)
            writeEvent(i);
        put(" ],\n \"links\": [\n");
        for (std::size_t i = 0; i < links_ && events_ > 1; ++i)
            writeLink(i);
        put(" ]\n}}\n");
        flush();
    }

private:
    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
    bool oneIn(std::uint64_t bound) { return below(bound) == 0; }
    /// Small numbers often, large ones seldom: about bound ^ u of an even u, in whole numbers.
    std::uint64_t seldomLarge(std::uint64_t bound)
    {
        std::uint64_t limit = bound;
        while (limit > 1 && below(3) != 0)
            limit = (limit + 2) / 3;
        return below(std::max<std::uint64_t>(limit, 1));
    }

    template <class... Values>
    void put(fmt::format_string<Values...> format, Values&&... values)
    {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
        if (text_.size() > kMostText)
            flush();
    }
    void flush()
    {
        std::fwrite(text_.data(), 1, text_.size(), stdout);
        text_.clear();
    }

    /// The days of all events, in order: a burst takes a share of them, the rest lie anywhere, more of them late.
    void draft()
    {
        days_.reserve(events_);
        while (days_.size() < events_) {
            const std::int64_t late = static_cast<std::int64_t>(std::max(below(kDays), below(kDays)));
            const std::uint64_t burst = std::min<std::uint64_t>(events_ - days_.size(), 1 + seldomLarge(400));
            const std::uint64_t width = 1 + seldomLarge(120);
            for (std::uint64_t i = 0; i < burst; ++i) {
                const auto day = late + static_cast<std::int64_t>(below(width));
                days_.push_back(kFirstDay + std::min(day, kDays - 1));
            }
        }
        std::sort(days_.begin(), days_.end());
    }

    void writeActors()
    {
        put(" \"actors\": [\n");
        for (std::size_t i = 0; i < kActors; ++i)
            put("  {{\"id\": \"actor-{}\", \"name\": {{\"en\": \"The {} board {}\", \"de\": \"Der Rat {}\", \"zh\": "
                "\"委员会{}\"}}, \"kind\": \"{}\"}}{}\n",
                i, kWords[i % kWords.size()], i, i, i, i % 3 == 0 ? "state" : "company", i + 1 < kActors ? "," : "");
        put(" ],\n");
    }

    void writeSources()
    {
        put(" \"sources\": [\n");
        for (std::size_t i = 0; i < kSources; ++i) {
            put("  {{\"id\": \"source-{}\", \"publisher\": \"The {} Gazette\", \"grade\": \"{}{}\"", i,
                kWords[i % kWords.size()], "ABCDEF"[below(6)], 1 + below(6));
            if (i % 3 == 2)
                put(", \"relays\": \"source-{}\"", below(i));
            put("}}{}\n", i + 1 < kSources ? "," : "");
        }
        put(" ],\n");
    }

    void writeDate(std::int64_t at)
    {
        const Day day = dayOf(at);
        const std::uint64_t roll = below(100);
        if (roll < 50)
            put(", \"when\": \"{:04}-{:02}-{:02}\"", day.year, day.month, day.day);
        else if (roll < 68)
            put(", \"when\": \"{:04}-{:02}\"", day.year, day.month);
        else if (roll < 76)
            put(", \"when\": \"{:04}-{:02}~\"", day.year, day.month);
        else if (roll < 80)
            put(", \"when\": \"{:04}\"", day.year);
        else if (roll < 84)
            put(", \"when\": \"{:04}-{:02}-{:02}?\"", day.year, day.month, day.day);
        else if (roll < 88)
            put(", \"when\": \"{:04}-{}\"", day.month < 3 ? day.year - 1 : day.year, 21 + (day.month + 9) / 3 % 4);
        else if (roll < 96) {
            const Day end = dayOf(at + 1 + static_cast<std::int64_t>(seldomLarge(900)));
            put(", \"when\": \"{:04}-{:02}-{:02}/{:04}-{:02}-{:02}\"", day.year, day.month, day.day, end.year,
                end.month, end.day);
            if (oneIn(2))
                put(", \"span\": true");
        } // else nobody said when
    }

    /// A few words, seldom many.
    void writeWords(std::uint64_t most)
    {
        const std::uint64_t words = 1 + seldomLarge(most);
        for (std::uint64_t i = 0; i < words; ++i)
            put("{}{}", i > 0 ? " " : "", kWords[seldomLarge(kWords.size())]);
    }

    void writeEvent(std::size_t i)
    {
        const std::uint64_t actor = seldomLarge(kActors);
        const std::string_view word = kWords[below(kWords.size())];
        const std::string_view verb = kVerbs[below(kVerbs.size())];
        put("  {{\"id\": \"e{}\", \"title\": {{\"en\": \"{} {} ", i, word, verb);
        writeWords(12);
        put("\", \"de\": \"{}: Nummer {}\", \"zh\": \"第{}号事件\"}}", word, i, i);
        if (oneIn(3)) {
            put(", \"summary\": {{\"en\": \"");
            writeWords(120);
            put(".\", \"de\": \"Mehr zu {}.\", \"zh\": \"详情{}。\"}}", i, i);
        }
        writeDate(days_[i]);
        put(", \"kind\": \"{}\", \"actors\": [\"actor-{}\"", kKinds[seldomLarge(kKinds.size())], actor);
        if (oneIn(3))
            put(", \"actor-{}\"", (actor + 1 + below(kActors - 1)) % kActors);
        put("], \"importance\": {}", oneIn(40) ? 5 : oneIn(10) ? 4 : 1 + below(3));
        if (oneIn(4))
            put(", \"basis\": \"{}\"", oneIn(3) ? "inferred" : "official");
        if (oneIn(2))
            put(", \"confidence\": \"{}\"", kConfidences[below(kConfidences.size())]);
        put(", \"sources\": [\"source-{}\"", seldomLarge(kSources));
        if (oneIn(4))
            put(", {{\"source\": \"source-{}\", \"at\": \"p. {}\"}}", below(kSources), 1 + below(300));
        put("]}}{}\n", i + 1 < events_ ? "," : "");
    }

    /// From an event to a later one, mostly a near one, so that chains come about; a hub now and then has many.
    void writeLink(std::size_t index)
    {
        std::uint64_t from = index * (events_ - 1) / links_;
        if (oneIn(20))
            from -= from % std::max<std::uint64_t>(1, std::min<std::uint64_t>(events_ / 8, 5000));
        const std::uint64_t to = from + 1 + seldomLarge(events_ - 1 - from);
        constexpr std::array<std::string_view, 6> kLinkKinds{"causes", "enables",  "prompts",
                                                             "blocks", "precedes", "contradicts"};
        put("  {{\"from\": \"e{}\", \"to\": \"e{}\", \"kind\": \"{}\"", from, to,
            kLinkKinds[seldomLarge(kLinkKinds.size())]);
        if (oneIn(3))
            put(", \"confidence\": \"{}\"", kConfidences[below(kConfidences.size())]);
        put("}}{}\n", index + 1 < links_ ? "," : "");
    }

    std::size_t events_;
    std::size_t links_;
    std::mt19937_64 random_;
    std::vector<std::int64_t> days_;
    fmt::memory_buffer text_;
};

/// The whole of the text as a number; false where it is none.
template <class Number>
bool readNumber(std::string_view text, Number& number)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

} // namespace

int main(int argc, char** argv)
{
    std::size_t events = 0;
    std::size_t links = 0;
    std::uint64_t seed = 1;
    bool good = argc >= 2 && argc <= 4 && readNumber(argv[1], events) && events > 0;
    links = events;
    good = good && (argc < 3 || readNumber(argv[2], links)) && (argc < 4 || readNumber(argv[3], seed));
    if (!good) {
        fmt::print(stderr, "make_story EVENTS [LINKS] [SEED] writes a story to standard output\n");
        return 2;
    }
    Maker(events, links, seed).write();
    return std::fflush(stdout) == 0 ? 0 : 1;
}
