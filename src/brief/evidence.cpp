#include "brief/evidence.hpp"

#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace fabula::brief {
namespace {

/// What the claims of a picture come to.
struct Claims
{
    std::array<bool, model::kBasisNames.size()> bases{};
    std::optional<model::Confidence> weakest;
    std::optional<model::Confidence> strongest;
    std::map<SourceId, std::size_t> cited; ///< how often

    template <class Claim>
    void add(const Claim& claim, const model::Known* known)
    {
        bases[static_cast<std::size_t>(claim.basis)] = true;
        if (claim.confidence) {
            weakest = std::min(weakest.value_or(*claim.confidence), *claim.confidence);
            strongest = std::max(strongest.value_or(*claim.confidence), *claim.confidence);
        }
        for (const model::Citation& citation : claim.sources) {
            if (known == nullptr || known->sources[citation.source.index()])
                ++cited[citation.source];
        }
    }
};

std::string wordsOf(const Claims& claims, std::string_view language)
{
    std::string words;
    const auto add = [&](std::string_view part) { words += (words.empty() ? "" : ", ") + std::string(part); };
    for (std::size_t i = 0; i < claims.bases.size(); ++i) {
        if (claims.bases[i])
            add(core::phrase("basis." + std::string(model::kBasisNames[i]), language));
    }
    const auto confidence = [&](model::Confidence term) {
        return core::phrase("confidence." + std::string(model::name(term)), language);
    };
    if (claims.weakest && *claims.weakest == *claims.strongest)
        add(confidence(*claims.weakest));
    else if (claims.weakest)
        add(core::phraseFilled(
            "brief.from-to", {{"from", confidence(*claims.weakest)}, {"to", confidence(*claims.strongest)}}, language));
    return words;
}

} // namespace

std::vector<SourceId> citedBy(const SceneContent& content, EventId event)
{
    std::vector<SourceId> sources;
    for (const model::Citation& citation : content.events.story()[event].sources) {
        if (content.known == nullptr || content.known->sources[citation.source.index()])
            sources.push_back(citation.source);
    }
    return sources;
}

Evidence evidenceOf(const SceneContent& content, std::size_t step, std::string_view language)
{
    const model::Story& story = content.events.story();
    const model::Known* known = content.known.get();
    const std::vector<bool>& lit = content.emphasis.events;
    std::vector<bool> counts(story.events.size(), false);
    Claims claims;
    std::vector<bool> central(story.sources.size(), false);
    for (const EventId event : content.shown) {
        const bool there = content.step[event.index()] <= step;
        counts[event.index()] = there && (content.emphasis.strength <= 0 || lit[event.index()]);
        if (counts[event.index()])
            claims.add(story[event], known);
    }
    for (const EventId event : content.focus) {
        for (const model::Citation& citation : story[event].sources)
            central[citation.source.index()] = central[citation.source.index()] || counts[event.index()];
    }
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        const bool there = counts[link.from.index()] && counts[link.to.index()];
        if (there && (known == nullptr || known->links[i]))
            claims.add(link, known);
    }
    Evidence evidence{{}, wordsOf(claims, language)};
    for (const auto& [source, times] : claims.cited)
        evidence.sources.push_back(source);
    const auto rank = [&](SourceId source) {
        return std::tuple(!central[source.index()], story[source].relays.valid(),
                          -static_cast<long>(claims.cited.at(source)), story[source].published.span().begin, source);
    };
    std::sort(evidence.sources.begin(), evidence.sources.end(),
              [&](SourceId a, SourceId b) { return rank(a) < rank(b); });
    return evidence;
}

std::string claimWords(model::Basis basis, std::optional<model::Confidence> confidence, std::string_view language)
{
    Claims claims;
    claims.bases[static_cast<std::size_t>(basis)] = true;
    claims.weakest = claims.strongest = confidence;
    return wordsOf(claims, language);
}

std::string gradeWords(std::string_view grade, std::string_view language)
{
    if (grade.size() != 2 || grade[0] < 'A' || grade[0] > 'F' || grade[1] < '1' || grade[1] > '6')
        return {};
    return std::string(core::phrase("grade." + std::string(1, grade[0]), language)) + "; " +
           std::string(core::phrase("grade." + std::string(1, grade[1]), language));
}

std::string sourceWords(const model::Source& source, std::string_view language)
{
    std::string words = layout::singleLine(model::publisherOf(source));
    if (source.published.known())
        words += ", " + time::words(source.published, language, time::WordLength::compact);
    return words;
}

} // namespace fabula::brief
