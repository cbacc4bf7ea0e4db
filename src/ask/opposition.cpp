#include "ask/opposition.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace fabula::ask {
namespace {

constexpr std::size_t kMostClaimsTold = 3;

/// Weaker than this is called unlikely.
constexpr graph::Strength kNotUnlikely = graph::strengthOf(std::nullopt);

} // namespace

Opposition::Opposition(const Wording& wording, EventId asked, std::span<const graph::ChainStep> steps)
    : wording_(wording)
{
    std::vector<EventId> causes;
    std::vector<bool> involved(wording.story().events.size(), false);
    involved[asked.index()] = true;
    for (const graph::ChainStep& step : steps) {
        causes.push_back(step.event);
        involved[step.event.index()] = true;
    }
    againstCauses_ = claimsAgainst(causes, involved);
    // Its own cause may speak against it, too.
    std::vector<bool> itself(involved.size(), false);
    itself[asked.index()] = true;
    againstAsked_ = claimsAgainst(std::span(&asked, 1), itself);
    findAtOdds(causes);
}

void Opposition::findAtOdds(std::span<const EventId> causes)
{
    std::vector<bool> isCause(wording_.story().events.size(), false);
    for (const EventId cause : causes)
        isCause[cause.index()] = true;
    const graph::Scope& scope = wording_.scope();
    for (const EventId cause : causes) {
        for (const LinkId link : scope.graph().linksFrom(cause)) {
            const model::Link& claim = wording_.story()[link];
            if (claim.kind == model::LinkKind::contradicts && claim.to != cause && isCause[claim.to.index()] &&
                scope.has(link) && scope.strength(link) >= kNotUnlikely)
                atOdds_.push_back(link);
        }
    }
    std::sort(atOdds_.begin(), atOdds_.end());
    // The claim may stand in both directions, or twice.
    std::set<std::pair<EventId, EventId>> told;
    std::erase_if(atOdds_, [&](LinkId link) {
        const model::Link& claim = wording_.story()[link];
        return !told.insert(std::minmax(claim.from, claim.to)).second;
    });
}

std::vector<Opposition::Claim> Opposition::claimsAgainst(std::span<const EventId> events,
                                                         const std::vector<bool>& involved) const
{
    const graph::Scope& scope = wording_.scope();
    std::vector<Claim> claims;
    std::vector<bool> met(involved.size(), false);
    for (const EventId event : events) {
        const auto add = [&](LinkId id, EventId other) {
            const bool against = wording_.story()[id].kind == model::LinkKind::contradicts && scope.has(id);
            if (!against || involved[other.index()] || met[other.index()])
                return;
            met[other.index()] = true;
            claims.push_back({id, other});
        };
        for (const LinkId link : scope.graph().linksFrom(event))
            add(link, wording_.story()[link].to);
        for (const LinkId link : scope.graph().linksTo(event))
            add(link, wording_.story()[link].from);
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [&](const Claim& a, const Claim& b) { return scope.strength(a.link) > scope.strength(b.link); });
    return claims;
}

std::string Opposition::said(EventId event) const
{
    std::vector<std::string> names;
    for (const SourceId source : graph::carriers(wording_.scope(), event)) {
        const SourceId origin = wording_.scope().graph().originOf(source);
        names.push_back(wording_.publisher(wording_.scope().has(origin) ? origin : source));
    }
    names = eachOnce(std::move(names));
    std::string what = wording_.quoted(event);
    if (names.empty())
        return what;
    const std::string source = wording_.list(names);
    return wording_.say(names.size() == 1 ? "ask.says" : "ask.say", {{"what", what}, {"source", source}});
}

std::string Opposition::sentence() const
{
    return joined({atOddsSentence(), againstSentence()});
}

std::string Opposition::atOddsSentence() const
{
    if (atOdds_.empty())
        return {};
    std::string list;
    for (std::size_t i = 0; i < std::min(atOdds_.size(), kMostClaimsTold); ++i) {
        const model::Link& claim = wording_.story()[atOdds_[i]];
        const std::string first = wording_.quoted(claim.from);
        const std::string second = wording_.quoted(claim.to);
        list +=
            (i == 0 ? "" : "; ") + wording_.say("ask.contradictions.claims", {{"first", first}, {"second", second}});
    }
    if (atOdds_.size() > kMostClaimsTold)
        list += "; " + wording_.count("ask.contradictions.more", atOdds_.size() - kMostClaimsTold);
    return wording_.count("ask.at-odds", atOdds_.size(), {{"list", list}});
}

std::string Opposition::againstSentence() const
{
    if (againstCauses_.empty())
        return {};
    const auto likely = static_cast<std::size_t>(
        std::count_if(againstCauses_.begin(), againstCauses_.end(),
                      [this](const Claim& claim) { return wording_.scope().strength(claim.link) >= kNotUnlikely; }));
    const std::size_t told = likely > 0 ? likely : againstCauses_.size();
    std::string list;
    for (std::size_t i = 0; i < std::min(told, kMostClaimsTold); ++i)
        list += (i == 0 ? "" : "; ") + said(againstCauses_[i].event);
    if (told > kMostClaimsTold)
        list += "; " + wording_.count("ask.others", told - kMostClaimsTold);
    const std::string words = wording_.count(likely > 0 ? "ask.against" : "ask.against-weak", told, {{"list", list}});
    const std::size_t more = againstCauses_.size() - told;
    return joined({words, more > 0 ? wording_.count("ask.against-more", more) : std::string()});
}

std::vector<Section> Opposition::sections() const
{
    return {section("ask.against", againstCauses_), section("ask.against-event", againstAsked_)};
}

Section Opposition::section(const char* heading, const std::vector<Claim>& claims) const
{
    const model::Story& story = wording_.story();
    Section section{wording_.say(heading), {}};
    for (std::size_t i = 0; i < std::min(claims.size(), kMostRows); ++i) {
        const Claim& claim = claims[i];
        Row row = wording_.row(claim.event, wording_.say("ask.against.relation"));
        row.link = claim.link;
        row.detail += " · " + wording_.confidence(story[claim.link].confidence);
        if (const std::string names = wording_.publishers(story[claim.event].sources); !names.empty())
            row.detail += " · " + names;
        if (const std::string label = wording_.label(claim.link); !label.empty())
            row.detail += " · " + label;
        section.rows.push_back(std::move(row));
    }
    wording_.addRest(section, claims.size());
    return section;
}

} // namespace fabula::ask
