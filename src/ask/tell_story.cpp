#include "ask/wording.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ask {
namespace {

using graph::Contradiction;
using graph::Pivot;
using graph::Strand;

constexpr std::size_t kMostPivots = 8;
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
    return wording.list(parts);
}

/// "A → B → C".
std::string chainWords(const Wording& wording, const Strand& strand)
{
    std::string words;
    for (const EventId event : strand.events)
        words += (words.empty() ? "" : " → ") + wording.quoted(event);
    return words;
}

Section strandSection(const Wording& wording, const Strand& strand, std::string heading)
{
    Section section{std::move(heading), {}};
    for (std::size_t i = 0; i < strand.events.size(); ++i) {
        Row row = wording.row(strand.events[i]);
        if (i > 0) {
            row.link = strand.links[i - 1];
            row.relation = wording.verb(row.link, graph::Way::causes);
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
        return wording.say("ask.contradictions.delay", {{"first", first}});
    }
    return {};
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
        return {{}, wording.say("ask.pivots.none"), {}};
    std::vector<EventId> next;
    for (std::size_t i = 1; i < std::min(pivots.ranked.size(), kPivotsInSentence); ++i)
        next.push_back(pivots.ranked[i].event);
    const Pivot& first = pivots.ranked.front();
    told.sentence =
        joined({wording.say("ask.pivots.first",
                            {{"event", wording.quoted(first.event)}, {"reasons", reasons(wording, first)}}),
                next.empty() ? std::string() : wording.say("ask.pivots.next", {{"list", wording.list(next)}}),
                pivots.sampled ? wording.say("ask.pivots.sampled") : std::string(), wording.loopWords(pivots.loops)});
    Section section;
    for (std::size_t i = 0; i < std::min(pivots.ranked.size(), kMostPivots); ++i) {
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
        return {{}, wording.say("picture.nothing"), {}};
    std::string words;
    for (std::size_t i = 0; i < mainline.strands.size(); ++i) {
        const Strand& strand = mainline.strands[i];
        const std::string chain = chainWords(wording, strand);
        const std::string key = i == 0 ? "ask.mainline.first" : i == 1 ? "ask.mainline.second" : "ask.mainline.third";
        words = joined({words, wording.say(key, {{"chain", chain}}), wording.strengthWords(strand.links)});
        const std::string number = std::to_string(i + 1);
        told.sections.push_back(strandSection(wording, strand, wording.say("ask.mainline.section", {{"n", number}})));
    }
    told.sentence = joined({words, wording.loopWords(mainline.loops)});
    return told;
}

Told tellContradictions(const Wording& wording, const Contradictions& contradictions)
{
    Told told;
    if (contradictions.found.empty())
        return {{}, wording.say("ask.contradictions.none"), {}};
    std::vector<std::string> pairs;
    for (const Contradiction& found : contradictions.found) {
        pairs.push_back(contradictionWords(wording, found));
        told.sections.push_back(contradictionSection(wording, found));
    }
    told.sentence = wording.count("ask.contradictions", pairs.size());
    for (std::size_t i = 0; i < std::min(pairs.size(), kPairsInSentence); ++i)
        told.sentence += (i == 0 ? " " : "; ") + pairs[i];
    told.sentence += pairs.size() > kPairsInSentence ? "; …" : ".";
    return told;
}

Told tellImplied(const Wording& wording, const ImpliedLinks& implied)
{
    Told told;
    if (implied.found.empty())
        return {{}, wording.say("ask.implied.none"), {}};
    told.sentence = wording.count("ask.implied", implied.found.size());
    for (const graph::ImpliedLink& found : implied.found) {
        Section section{wording.arrow(found.link), {}};
        for (const EventId event : found.way)
            section.rows.push_back(wording.row(event));
        section.rows.front().link = found.link;
        told.sections.push_back(std::move(section));
    }
    return told;
}

} // namespace fabula::ask
