#include "ask/wording.hpp"

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
        const std::size_t left = removal_.standing.size() + removal_.untouched;
        told.sentence = joined({isSource() ? groundSentence() : std::string(), fallSentence(), weakenedSentence(),
                                wording_.count("ask.without.rest", left), wording_.loopWords(removal_.loops)});
        if (isSource()) {
            told.sections.push_back(groundless());
            told.sections.push_back(groundlessLinks());
        }
        told.sections.push_back(losses("ask.without.fallen", removal_.fallen));
        told.sections.push_back(losses("ask.without.weakened", removal_.weakened));
        told.sections.push_back(standing());
        return told;
    }

private:
    bool isSource() const { return std::holds_alternative<SourceId>(removal_.removed); }

    /// "Without “A”", "If Reuters is wrong".
    std::string premise() const
    {
        struct Words
        {
            const Wording& wording;
            std::string operator()(EventId event) const
            {
                return wording.say("ask.without.event", {{"what", wording.quoted(event)}});
            }
            std::string operator()(LinkId link) const
            {
                return wording.say("ask.without.link", {{"what", wording.arrow(link)}});
            }
            std::string operator()(SourceId source) const
            {
                return wording.say("ask.without.source", {{"what", wording.publisher(source)}});
            }
        };
        return std::visit(Words{wording_}, removal_.removed);
    }

    std::string groundSentence() const
    {
        const std::string events = wording_.count("picture.events", removal_.gone.size());
        const std::string links = wording_.count("picture.links", removal_.goneLinks.size());
        if (removal_.gone.empty() && removal_.goneLinks.empty())
            return wording_.say("ask.without.ground-none", {{"premise", premise()}});
        return joined(
            {wording_.say("ask.without.ground", {{"premise", premise()}, {"events", events}, {"links", links}}),
             removal_.gone.empty() ? std::string()
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

    std::string weakenedSentence() const
    {
        if (removal_.weakened.empty())
            return {};
        return wording_.count("ask.without.weakens", removal_.weakened.size(),
                              {{"list", wording_.list(eventsOf(removal_.weakened))}});
    }

    Section losses(const char* heading, const std::vector<Loss>& losses) const
    {
        Section section{wording_.say(heading), {}};
        for (const Loss& loss : losses) {
            Row row = wording_.row(loss.event);
            row.layer = loss.layer;
            if (loss.kept > 0)
                row.detail += " · " + wording_.count("ask.without.kept", loss.kept);
            section.rows.push_back(std::move(row));
        }
        return section;
    }

    Section groundless() const
    {
        Section section{wording_.say("ask.without.groundless"), {}};
        for (const EventId event : removal_.gone)
            section.rows.push_back(wording_.row(event));
        return section;
    }

    Section groundlessLinks() const
    {
        Section section{wording_.say("ask.without.groundless-links"), {}};
        for (const LinkId link : removal_.goneLinks)
            section.rows.push_back({wording_.story()[link].to,
                                    link,
                                    0,
                                    {},
                                    wording_.arrow(link),
                                    wording_.confidence(wording_.story()[link].confidence)});
        return section;
    }

    Section standing() const
    {
        Section section{wording_.say("ask.without.standing"), {}};
        for (const EventId event : removal_.standing)
            section.rows.push_back(wording_.row(event));
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
