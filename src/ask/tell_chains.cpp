#include "ask/wording.hpp"

#include <algorithm>
#include <map>

namespace fabula::ask {
namespace {

using graph::Chains;
using graph::ChainStep;
using graph::Way;

constexpr std::size_t kMostLinksTold = 4;

/// The links of a step's best chain, from the event asked about outwards.
std::vector<LinkId> linksOutwards(const Chains& chains, const ChainStep& step, const model::Story& story)
{
    std::vector<LinkId> links;
    for (const ChainStep* at = &step; at != nullptr;) {
        links.push_back(at->link);
        at = chains.find(chains.way == Way::causes ? story[at->link].to : story[at->link].from);
    }
    std::reverse(links.begin(), links.end());
    return links;
}

class ChainTeller
{
public:
    ChainTeller(const Wording& wording, const Chains& chains)
        : wording_(wording), chains_(chains), base_(chains.way == Way::causes ? "ask.why" : "ask.effects")
    {
    }

    Told tell() const
    {
        const std::string asked = wording_.quoted(chains_.asked);
        if (chains_.steps.empty())
            return {{}, wording_.say(base_ + ".none", {{"event", asked}}), {opposition()}};
        const ChainStep& end = farthest();
        const std::vector<LinkId> outwards = linksOutwards(chains_, end, wording_.story());
        const bool oneByOne = directSteps() == 1;
        const std::string told = oneByOne ? chainSentence(outwards) : directSentence() + farSentence(end);
        const std::string more = oneByOne ? moreSentence(outwards) : std::string();
        return {{},
                joined({told, more, wording_.strengthWords(outwards), wording_.originWords(outwards), againstSentence(),
                        wording_.loopWords(chains_.loops)}),
                {steps(), opposition()}};
    }

private:
    std::size_t directSteps() const
    {
        return static_cast<std::size_t>(
            std::count_if(chains_.steps.begin(), chains_.steps.end(), [](const ChainStep& s) { return s.layer == 1; }));
    }

    /// Of the strongest chains the longest: the one that tells most.
    const ChainStep& farthest() const
    {
        const auto strength = [this](const ChainStep& step) { return wording_.scope().strength(step.weakest); };
        return *std::max_element(
            chains_.steps.begin(), chains_.steps.end(), [&](const ChainStep& a, const ChainStep& b) {
                return strength(a) != strength(b) ? strength(a) < strength(b) : a.length < b.length;
            });
    }

    EventId outerEnd(LinkId link) const
    {
        const model::Link& claim = wording_.story()[link];
        return chains_.way == Way::causes ? claim.from : claim.to;
    }

    /// "“C” was caused by “B”, which was prompted by “A”."
    std::string chainSentence(const std::vector<LinkId>& outwards) const
    {
        std::string sentence = wording_.quoted(chains_.asked);
        const std::size_t shown = std::min(outwards.size(), kMostLinksTold);
        for (std::size_t i = 0; i < shown; ++i) {
            const std::string key = base_ + (i == 0 ? ".first" : ".next");
            sentence = wording_.say(key, {{"so-far", sentence},
                                          {"verb", wording_.verb(outwards[i], chains_.way)},
                                          {"event", wording_.quoted(outerEnd(outwards[i]))}});
        }
        return sentence + ".";
    }

    /// What the sentence on the chain left untold.
    std::string moreSentence(const std::vector<LinkId>& outwards) const
    {
        const std::size_t told = std::min(outwards.size(), kMostLinksTold);
        return chains_.steps.size() == told ? std::string()
                                            : wording_.count(base_ + ".more", chains_.steps.size() - told);
    }

    /// "“D” was caused by “A” and “B”, and prompted by “C”."
    std::string directSentence() const
    {
        std::vector<std::pair<std::string, std::vector<EventId>>> byVerb;
        for (const ChainStep& step : chains_.steps) {
            if (step.layer != 1)
                continue;
            const LinkId direct = directLink(step);
            const std::string verb = wording_.verb(direct, chains_.way);
            auto group =
                std::find_if(byVerb.begin(), byVerb.end(), [&](const auto& each) { return each.first == verb; });
            if (group == byVerb.end())
                group = byVerb.insert(group, {verb, {}});
            group->second.push_back(step.event);
        }
        std::string parts;
        for (std::size_t i = 0; i < byVerb.size(); ++i) {
            const std::string part = byVerb[i].first + " " + wording_.list(byVerb[i].second);
            parts = i == 0 ? part : wording_.say("ask.and-part", {{"first", parts}, {"last", part}});
        }
        return wording_.say(base_ + ".direct", {{"event", wording_.quoted(chains_.asked)}, {"parts", parts}});
    }

    /// The strongest direct link between a step of the first layer and the event asked about; its best chain may go
    /// another way round.
    LinkId directLink(const ChainStep& step) const
    {
        LinkId best;
        const Way back = chains_.way == Way::causes ? Way::effects : Way::causes;
        wording_.scope().eachLink(step.event, back, [&](LinkId link, EventId other) {
            if (other == chains_.asked &&
                (!best.valid() || wording_.scope().strength(link) > wording_.scope().strength(best)))
                best = link;
        });
        return best;
    }

    std::string farSentence(const ChainStep& end) const
    {
        if (chains_.steps.size() == directSteps())
            return {};
        return " " + wording_.count(base_ + ".far", chains_.steps.size() - directSteps(),
                                    {{"event", wording_.quoted(end.event)}, {"date", wording_.date(end.event)}});
    }

    std::vector<EventId> involved() const
    {
        std::vector<EventId> events{chains_.asked};
        for (const ChainStep& step : chains_.steps)
            events.push_back(step.event);
        return events;
    }

    /// What speaks against an explanation; effects are no explanation.
    Section opposition() const { return chains_.way == Way::causes ? against(wording_, involved()) : Section(); }

    std::string againstSentence() const
    {
        const std::size_t claims = opposition().rows.size();
        return claims == 0 ? std::string() : wording_.count("ask.against", claims);
    }

    Section steps() const
    {
        Section section{wording_.say(base_ + ".section"), {}};
        for (const ChainStep& step : chains_.steps) {
            Row row = wording_.row(step.event, wording_.verb(step.link, chains_.way));
            row.link = step.link;
            row.layer = step.layer;
            row.detail += " · " + wording_.confidence(wording_.story()[step.weakest].confidence);
            section.rows.push_back(std::move(row));
        }
        return section;
    }

    const Wording& wording_;
    const Chains& chains_;
    std::string base_;
};

} // namespace

Told tellChains(const Wording& wording, const graph::Chains& chains)
{
    return ChainTeller(wording, chains).tell();
}

} // namespace fabula::ask
