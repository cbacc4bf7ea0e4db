#include "ask/wording.hpp"

#include <algorithm>
#include <utility>

namespace fabula::ask {
namespace {

using graph::Loss;
using graph::Removal;

std::vector<EventId> eventsOf(const std::vector<Loss>& losses)
{
    std::vector<EventId> events;
    for (const Loss& loss : losses)
        events.push_back(loss.event);
    return events;
}

class RemovalTeller
{
public:
    RemovalTeller(const Wording& wording, const Removal& removal) : wording_(wording), removal_(removal) {}

    Told tell() const
    {
        Told told;
        told.sentence = joined({isSource() ? groundSentence() : std::string(), fallSentence(), lossSentence(),
                                restSentence(), wording_.loopWords(removal_.loops, "ask.loop")});
        if (isSource()) {
            told.sections.push_back(events("ask.without.groundless", removal_.gone));
            told.sections.push_back(groundlessLinks());
        }
        told.sections.push_back(losses("ask.without.fallen", removal_.fallen));
        const auto [weakened, freed] = weakenedAndFreed();
        told.sections.push_back(losses("ask.without.weakened", weakened));
        told.sections.push_back(losses("ask.without.freed", freed));
        told.sections.push_back(events("ask.without.standing", removal_.standing));
        return told;
    }

private:
    bool isSource() const { return std::holds_alternative<SourceId>(removal_.removed); }

    /// "Without “A”"; empty for a source, of which `groundSentence` tells.
    std::string premise() const
    {
        if (const auto* event = std::get_if<EventId>(&removal_.removed))
            return wording_.say("ask.without.event", {{"what", wording_.quoted(*event)}});
        if (const auto* id = std::get_if<LinkId>(&removal_.removed)) {
            const model::Link& link = wording_.story()[*id];
            return wording_.say("ask.without.link",
                                {{"from", wording_.quoted(link.from)}, {"to", wording_.quoted(link.to)}});
        }
        return {};
    }

    std::string groundSentence() const
    {
        const std::string what = wording_.report(std::get<SourceId>(removal_.removed));
        const std::string amounts = wording_.amounts(removal_.gone.size(), removal_.goneLinks.size());
        if (amounts.empty())
            return wording_.say("ask.without.ground-none", {{"what", what}});
        return joined({wording_.say("ask.without.ground", {{"what", what}, {"list", amounts}}),
                       removal_.gone.empty()
                           ? std::string()
                           : wording_.say("ask.without.names", {{"list", wording_.list(removal_.gone)}})});
    }

    std::string fallSentence() const
    {
        const std::string base = isSource() ? "ask.without.also-falls" : "ask.without.falls";
        const std::string list = wording_.list(eventsOf(removal_.fallen));
        if (removal_.fallen.empty())
            return wording_.say(base + ".none", {{"premise", premise()}});
        return wording_.count(base, removal_.fallen.size(), {{"premise", premise()}, {"list", list}});
    }

    /// What loses a part of its causes, and what is rid of an obstacle.
    std::pair<std::vector<Loss>, std::vector<Loss>> weakenedAndFreed() const
    {
        std::pair<std::vector<Loss>, std::vector<Loss>> parts;
        const std::vector<bool> gone = goneByEvent();
        for (const Loss& loss : removal_.weakened)
            (losesOnlyObstacles(loss.event, gone) ? parts.second : parts.first).push_back(loss);
        return parts;
    }

    std::string lossSentence() const
    {
        const auto words = [this](const char* key, const std::vector<Loss>& losses) {
            return losses.empty() ? std::string()
                                  : wording_.count(key, losses.size(), {{"list", wording_.list(eventsOf(losses))}});
        };
        const auto [weakened, freed] = weakenedAndFreed();
        return joined({words("ask.without.weakens", weakened), words("ask.without.frees", freed)});
    }

    std::vector<bool> goneByEvent() const
    {
        std::vector<bool> gone(wording_.story().events.size(), false);
        for (const EventId event : removal_.gone)
            gone[event.index()] = true;
        for (const Loss& loss : removal_.fallen)
            gone[loss.event.index()] = true;
        return gone;
    }

    bool losesOnlyObstacles(EventId event, const std::vector<bool>& gone) const
    {
        const auto& links = removal_.goneLinks;
        bool only = true;
        wording_.scope().eachLink(event, graph::Way::causes, [&](LinkId link, EventId cause) {
            const bool lost = gone[cause.index()] || std::binary_search(links.begin(), links.end(), link);
            only = only && (!lost || wording_.story()[link].kind == model::LinkKind::blocks);
        });
        return only;
    }

    std::string restSentence() const
    {
        const std::size_t left = removal_.standing.size() + removal_.untouched;
        return left == 0 ? wording_.say("ask.without.rest.none") : wording_.count("ask.without.rest", left);
    }

    Section losses(const char* heading, const std::vector<Loss>& losses) const
    {
        Section section{wording_.say(heading), {}};
        for (std::size_t i = 0; i < std::min(losses.size(), kMostRows); ++i) {
            Row row = wording_.row(losses[i].event);
            row.layer = losses[i].layer;
            if (losses[i].kept > 0)
                row.detail += " · " + wording_.count("ask.without.kept", losses[i].kept);
            section.rows.push_back(std::move(row));
        }
        wording_.addRest(section, losses.size());
        return section;
    }

    Section events(const char* heading, const std::vector<EventId>& events) const
    {
        Section section{wording_.say(heading), {}};
        for (std::size_t i = 0; i < std::min(events.size(), kMostRows); ++i)
            section.rows.push_back(wording_.row(events[i]));
        wording_.addRest(section, events.size());
        return section;
    }

    Section groundlessLinks() const
    {
        Section section{wording_.say("ask.without.groundless-links"), {}};
        for (std::size_t i = 0; i < std::min(removal_.goneLinks.size(), kMostRows); ++i)
            section.rows.push_back(wording_.row(removal_.goneLinks[i]));
        wording_.addRest(section, removal_.goneLinks.size());
        return section;
    }

    const Wording& wording_;
    const Removal& removal_;
};

} // namespace

Told tellRemoval(const Wording& wording, const graph::Removal& removal)
{
    return RemovalTeller(wording, removal).tell();
}

} // namespace fabula::ask
