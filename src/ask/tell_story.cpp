#include "ask/wording.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace fabula::ask {
namespace {

using graph::Contradiction;
using graph::Pivot;
using graph::Strand;

constexpr std::size_t kPivotsInSentence = 3;
constexpr std::size_t kPairsInSentence = 3;

/// "9 events have it on every chain of causes; 31 % of the shortest chains run over it".
std::string reasons(const Wording& wording, const Pivot& pivot)
{
    std::vector<std::string> parts;
    if (pivot.dominated > 0)
        parts.push_back(wording.count("ask.pivots.dominated", pivot.dominated));
    if (const long percent = std::lround(pivot.betweenness * 100); percent > 0) {
        const std::string number = std::to_string(percent);
        parts.push_back(wording.say("ask.pivots.between", {{"percent", number}}));
    }
    if (pivot.articulation)
        parts.push_back(wording.say("ask.pivots.articulation"));
    if (parts.empty())
        return wording.say("ask.pivots.slightly");
    std::string words = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        words += "; " + parts[i];
    return words;
}

/// "from “A” through “B” to “C”".
std::string way(const Wording& wording, const Strand& strand)
{
    const std::span<const EventId> events(strand.events);
    const std::string from = wording.quoted(events.front());
    const std::string to = wording.quoted(events.back());
    if (events.size() == 2)
        return wording.say("ask.mainline.from-to", {{"from", from}, {"to", to}});
    const std::string list = wording.list(events.subspan(1, events.size() - 2), graph::kMainlineEvents);
    return wording.say("ask.mainline.over", {{"from", from}, {"list", list}, {"to", to}});
}

Section strandSection(const Wording& wording, const Strand& strand, std::string heading)
{
    Section section{std::move(heading), {}};
    for (std::size_t i = 0; i < strand.events.size(); ++i) {
        Row row = wording.row(strand.events[i]);
        if (i > 0) {
            row.link = strand.links[i - 1];
            row.relation = wording.verb(row.link, graph::Way::effects);
            row.detail += " · " + wording.confidence(wording.story()[row.link].confidence);
        }
        section.rows.push_back(std::move(row));
    }
    return section;
}

std::string contradictionWords(const Wording& wording, const Contradiction& found)
{
    const std::string first = wording.quoted(found.first);
    const std::string second = wording.quoted(found.second);
    switch (found.kind) {
    case Contradiction::Kind::claims:
        return wording.say("ask.contradictions.claims", {{"first", first}, {"second", second}});
    case Contradiction::Kind::order:
        return wording.say("ask.contradictions.order", {{"first", first}, {"second", second}});
    case Contradiction::Kind::delay:
        return wording.say("ask.contradictions.late", {{"first", first}});
    }
    return {};
}

/// "“A” against “B” (plan against outcome)".
std::string contradictionInSentence(const Wording& wording, const Contradiction& found)
{
    if (found.kind == Contradiction::Kind::delay)
        return wording.quoted(found.first);
    const std::string pair = contradictionWords(wording, found);
    const std::string label = found.link.valid() ? wording.label(found.link) : std::string();
    const bool told = found.kind == Contradiction::Kind::claims && !label.empty();
    return told ? wording.say("ask.contradictions.because", {{"pair", pair}, {"label", label}}) : pair;
}

/// The first few, and how many more there are.
std::string contradictionList(const Wording& wording, const std::vector<Contradiction>& all)
{
    std::string list;
    const std::size_t shown = all.size() == kPairsInSentence + 1 ? all.size() : std::min(all.size(), kPairsInSentence);
    for (std::size_t i = 0; i < shown; ++i)
        list += (i == 0 ? "" : "; ") + contradictionInSentence(wording, all[i]);
    return all.size() > shown ? list + "; " + wording.count("ask.contradictions.more", all.size() - shown) : list;
}

Section contradictionSection(const Wording& wording, const Contradiction& found)
{
    const model::Story& story = wording.story();
    Section section{contradictionWords(wording, found), {}};
    const auto side = [&](EventId event) {
        Row row = wording.row(event);
        row.link = found.link;
        if (const std::string names = wording.publishers(story[event].sources); !names.empty())
            row.detail += " · " + names;
        return row;
    };
    section.rows.push_back(side(found.first));
    if (found.kind == Contradiction::Kind::delay)
        section.rows.back().detail += " · " + wording.planned(found.first);
    else
        section.rows.push_back(side(found.second));
    if (found.kind == Contradiction::Kind::claims) {
        const std::string label = wording.label(found.link);
        section.rows.push_back({{},
                                found.link,
                                0,
                                {},
                                label.empty() ? wording.say("link.contradicts") : label,
                                wording.confidence(story[found.link].confidence)});
    }
    return section;
}

} // namespace

Told tellPivots(const Wording& wording, const graph::Pivots& pivots)
{
    Told told;
    if (pivots.ranked.empty())
        return {{}, joined({wording.say("ask.pivots.none"), wording.loopWords(pivots.loops, "ask.loop")}), {}};
    std::vector<std::string> next;
    for (std::size_t i = 1; i < std::min(pivots.ranked.size(), kPivotsInSentence); ++i) {
        const Pivot& pivot = pivots.ranked[i];
        const std::string event = wording.quoted(pivot.event);
        next.push_back(pivot.dominated == 0
                           ? event
                           : wording.say("ask.pivots.with-events",
                                         {{"event", event}, {"events", wording.amounts(pivot.dominated, 0)}}));
    }
    const Pivot& first = pivots.ranked.front();
    const char* nextKey = next.size() == 1 ? "ask.pivots.next-one" : "ask.pivots.next";
    told.sentence = joined({wording.say("ask.pivots.first",
                                        {{"event", wording.quoted(first.event)}, {"reasons", reasons(wording, first)}}),
                            next.empty() ? std::string() : wording.say(nextKey, {{"list", wording.list(next)}}),
                            pivots.sampled ? wording.say("ask.pivots.sampled") : std::string(),
                            wording.loopWords(pivots.loops, "ask.loop")});
    Section section;
    for (std::size_t i = 0; i < std::min(pivots.ranked.size(), kPivotsTold); ++i) {
        Row row = wording.row(pivots.ranked[i].event);
        row.detail += " · " + reasons(wording, pivots.ranked[i]);
        section.rows.push_back(std::move(row));
    }
    told.sections.push_back(std::move(section));
    return told;
}

Told tellMainline(const Wording& wording, const graph::Mainline& mainline)
{
    Told told;
    if (mainline.strands.empty())
        return {{}, wording.say("ask.mainline.none"), {}};
    const Strand& first = mainline.strands.front();
    if (first.links.empty())
        return {{}, wording.say("ask.mainline.alone", {{"event", wording.quoted(first.events.front())}}), {}};
    for (std::size_t i = 0; i < mainline.strands.size(); ++i) {
        const Strand& strand = mainline.strands[i];
        const std::string key = i == 0 ? "ask.mainline.first" : i == 1 ? "ask.mainline.second" : "ask.mainline.third";
        told.sentence = joined({told.sentence, wording.say(key, {{"way", way(wording, strand)}}),
                                wording.strengthWords(strand.links), wording.readingWords(strand.links)});
        const std::string number = std::to_string(i + 1);
        told.sections.push_back(strandSection(wording, strand, wording.say("ask.mainline.section", {{"n", number}})));
    }
    told.sentence = joined({told.sentence, wording.loopWords(mainline.loops, "ask.loop-cut")});
    return told;
}

Told tellContradictions(const Wording& wording, const Contradictions& contradictions)
{
    if (contradictions.found.empty())
        return {{}, wording.say("ask.contradictions.none"), {}};
    std::vector<Contradiction> pairs;
    std::vector<Contradiction> delays;
    for (const Contradiction& found : contradictions.found)
        (found.kind == Contradiction::Kind::delay ? delays : pairs).push_back(found);
    // Dates that cannot be weigh more than any claim; of the claims the surest come first.
    const auto strength = [&](const Contradiction& found) {
        const bool claims = found.kind == Contradiction::Kind::claims;
        return claims ? static_cast<int>(wording.scope().strength(found.link)) : graph::kStrongest + 1;
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const Contradiction& a, const Contradiction& b) { return strength(a) > strength(b); });
    const auto words = [&](const char* key, const std::vector<Contradiction>& all) {
        return all.empty() ? std::string()
                           : wording.count(key, all.size(), {{"list", contradictionList(wording, all)}});
    };
    Told told;
    told.sentence = joined({words("ask.contradictions", pairs), words("ask.contradictions.delay", delays)});
    pairs.insert(pairs.end(), delays.begin(), delays.end());
    for (std::size_t i = 0; i < std::min(pairs.size(), kMostRows); ++i)
        told.sections.push_back(contradictionSection(wording, pairs[i]));
    return told;
}

Told tellImplied(const Wording& wording, const ImpliedLinks& implied)
{
    Told told;
    const std::string loops = wording.loopWords(implied.loops, "ask.loop-skipped");
    if (implied.found.empty())
        return {{}, joined({wording.say("ask.implied.none"), loops}), {}};
    std::vector<std::string> links;
    for (std::size_t i = 0; i < std::min(implied.found.size(), kMostRows); ++i) {
        const graph::ImpliedLink& found = implied.found[i];
        links.push_back(wording.arrow(found.link));
        Section section{links.back(), {}};
        for (std::size_t step = 0; step < std::min(found.way.size(), kMostRows); ++step)
            section.rows.push_back(wording.row(found.way[step]));
        wording.addRest(section, found.way.size());
        section.rows.front().link = found.link;
        told.sections.push_back(std::move(section));
    }
    std::string list;
    for (std::size_t i = 0; i < std::min(links.size(), kPairsInSentence); ++i)
        list += (i == 0 ? "" : "; ") + links[i];
    if (implied.found.size() > kPairsInSentence)
        list += "; " + wording.count("ask.contradictions.more", implied.found.size() - kPairsInSentence);
    told.sentence = joined({wording.count("ask.implied", implied.found.size(), {{"list", list}}), loops});
    return told;
}

} // namespace fabula::ask
