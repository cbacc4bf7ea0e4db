#include "ask/opposition.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fabula::ask {
namespace {

using graph::Chains;
using graph::ChainStep;
using graph::Way;

constexpr std::size_t kMostLinksTold = 4;

class ChainTeller
{
public:
    ChainTeller(const Wording& wording, const Chains& chains)
        : wording_(wording), chains_(chains), base_(chains.way == Way::causes ? "ask.why" : "ask.effects"),
          opposition_(wording, chains.asked, chains.steps)
    {
    }

    Told tell() const
    {
        Told told;
        told.sentence = sentence();
        told.sections.push_back(steps());
        // What speaks against an explanation; effects are no explanation.
        if (chains_.way == Way::causes) {
            for (Section& section : opposition_.sections())
                told.sections.push_back(std::move(section));
        }
        return told;
    }

private:
    std::string sentence() const
    {
        if (chains_.steps.empty())
            return wording_.say(base_ + ".none", {{"event", wording_.quoted(chains_.asked)}});
        const ChainStep& end = farthest();
        std::vector<LinkId> links = linksOutwards(end);
        const bool oneByOne = directSteps() == 1;
        const std::string told = oneByOne ? joined({chainSentence(links), moreSentence(links)})
                                          : joined({directSentence(), farSentence(end)});
        // Without a chain that leads on, what is told are the direct links.
        if (end.layer == 1)
            links = directLinks();
        const auto which = !oneByOne && end.layer > 1 ? Wording::Links::chain : Wording::Links::all;
        return joined({told, wording_.strengthWords(links, which), wording_.readingWords(links),
                       wording_.originWords(links, which),
                       chains_.way == Way::causes ? opposition_.sentence() : std::string(),
                       wording_.loopWords(chains_.loops, "ask.loop-listed")});
    }

    /// The links of a step's best chain, from the event asked about outwards.
    std::vector<LinkId> linksOutwards(const ChainStep& step) const
    {
        std::vector<LinkId> links = graph::bestChain(chains_, step, wording_.story());
        std::reverse(links.begin(), links.end());
        return links;
    }

    /// They come first, the surest first.
    std::size_t directSteps() const
    {
        return static_cast<std::size_t>(
            std::count_if(chains_.steps.begin(), chains_.steps.end(), [](const ChainStep& s) { return s.layer == 1; }));
    }

    /// By event: whether its best chain runs over an obstacle, which what came about came about in spite of.
    std::vector<bool> overObstacles() const
    {
        std::vector<std::size_t> nearestFirst(chains_.steps.size());
        std::iota(nearestFirst.begin(), nearestFirst.end(), std::size_t{0});
        std::stable_sort(nearestFirst.begin(), nearestFirst.end(), [this](std::size_t a, std::size_t b) {
            return chains_.steps[a].length < chains_.steps[b].length;
        });
        std::vector<bool> over(wording_.story().events.size(), false);
        for (const std::size_t i : nearestFirst) {
            const ChainStep& step = chains_.steps[i];
            const model::Link& link = wording_.story()[step.link];
            const EventId next = chains_.way == Way::causes ? link.to : link.from;
            over[step.event.index()] = link.kind == model::LinkKind::blocks || over[next.index()];
        }
        return over;
    }

    /// Of the chains that lead beyond the direct steps (if any do) those without an obstacle; of these the strongest;
    /// of these the longest, which tells most; of these the one with the most important end.
    const ChainStep& farthest() const
    {
        const std::vector<bool> over = overObstacles();
        const auto rank = [&](const ChainStep& step) {
            return std::tuple(step.layer > 1, !over[step.event.index()], wording_.scope().strength(step.weakest),
                              step.length, wording_.story()[step.event].importance);
        };
        return *std::max_element(chains_.steps.begin(), chains_.steps.end(),
                                 [&](const ChainStep& a, const ChainStep& b) { return rank(a) < rank(b); });
    }

    EventId outerEnd(LinkId link) const
    {
        const model::Link& claim = wording_.story()[link];
        return chains_.way == Way::causes ? claim.from : claim.to;
    }

    std::string asked(const std::string& parts) const
    {
        return wording_.say(base_ + ".direct", {{"event", wording_.quoted(chains_.asked)}, {"parts", parts}});
    }

    /// "“C” was caused by “B”, which was prompted by “A”."
    std::string chainSentence(const std::vector<LinkId>& outwards) const
    {
        const auto clause = [this](const char* form, LinkId link) {
            return wording_.clause(form, link, chains_.way, wording_.quoted(outerEnd(link)));
        };
        std::string sentence = asked(clause("part", outwards.front()));
        for (std::size_t i = 1; i < std::min(outwards.size(), kMostLinksTold); ++i)
            sentence += ", " + clause("which", outwards[i]);
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
        struct Group
        {
            LinkId link;
            std::vector<EventId> events;
        };
        std::vector<Group> groups;
        for (const LinkId link : directLinks()) {
            const auto like = [&](const Group& each) {
                return wording_.story()[each.link].kind == wording_.story()[link].kind &&
                       wording_.hedge(each.link) == wording_.hedge(link);
            };
            auto group = std::find_if(groups.begin(), groups.end(), like);
            if (group == groups.end())
                group = groups.insert(group, {link, {}});
            group->events.push_back(outerEnd(link));
        }
        std::string parts;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const std::string part =
                wording_.clause("part", groups[i].link, chains_.way, wording_.list(groups[i].events));
            if (i > 0 && i + 1 == groups.size())
                parts = wording_.say("ask.and-part", {{"first", parts}, {"last", part}});
            else
                parts += (i == 0 ? "" : ", ") + part;
        }
        return asked(parts) + ".";
    }

    /// The strongest link between each step of the first layer and the event asked about; its best chain may go another
    /// way round.
    std::vector<LinkId> directLinks() const
    {
        std::vector<LinkId> links(directSteps());
        for (std::size_t i = 0; i < links.size(); ++i) {
            const Way back = chains_.way == Way::causes ? Way::effects : Way::causes;
            wording_.scope().eachLink(chains_.steps[i].event, back, [&](LinkId link, EventId other) {
                const auto strength = [this](LinkId id) { return wording_.scope().strength(id); };
                if (other == chains_.asked && (!links[i].valid() || strength(link) > strength(links[i])))
                    links[i] = link;
            });
        }
        return links;
    }

    std::string farSentence(const ChainStep& end) const
    {
        if (end.layer == 1)
            return {};
        return wording_.count(base_ + ".far", chains_.steps.size() - directSteps(),
                              {{"event", wording_.quoted(end.event)}, {"date", wording_.date(end.event)}});
    }

    /// How sure the step's own link is and, where it is surer than its chain, the weakest link on the way.
    std::string howSure(const ChainStep& step) const
    {
        const model::Story& story = wording_.story();
        std::string words = wording_.confidence(story[step.link].confidence);
        const graph::Scope& scope = wording_.scope();
        if (scope.strength(step.weakest) < scope.strength(step.link)) {
            const std::string weakest = wording_.confidence(story[step.weakest].confidence);
            words += ", " + wording_.say("ask.over-chain", {{"confidence", weakest}});
        }
        return words;
    }

    Section steps() const
    {
        Section section{wording_.say(base_ + ".section"), {}};
        for (std::size_t i = 0; i < std::min(chains_.steps.size(), kMostRows); ++i) {
            const ChainStep& step = chains_.steps[i];
            Row row = wording_.row(step.event, wording_.verb(step.link, chains_.way));
            row.link = step.link;
            row.layer = step.layer;
            row.detail += " · " + howSure(step);
            if (wording_.story()[step.link].basis == model::Basis::inferred)
                row.detail += " · " + wording_.say("basis.inferred");
            section.rows.push_back(std::move(row));
        }
        wording_.addRest(section, chains_.steps.size());
        return section;
    }

    const Wording& wording_;
    const Chains& chains_;
    std::string base_;
    Opposition opposition_;
};

} // namespace

Told tellChains(const Wording& wording, const graph::Chains& chains)
{
    return ChainTeller(wording, chains).tell();
}

} // namespace fabula::ask
