#include "ask/wording.hpp"

#include <algorithm>

namespace fabula::ask {
namespace {

using graph::Origin;
using graph::Sources;

class SourcesTeller
{
public:
    SourcesTeller(const Wording& wording, const Sources& sources) : wording_(wording), sources_(sources) {}

    Told tell() const
    {
        Told told;
        if (sources_.carriers.empty())
            return {{}, wording_.say(cited() ? "ask.sources.none-yet" : "ask.sources.none", {{"claim", claim()}}), {}};
        told.sentence = joined({carriedSentence(), restSentence()});
        told.sections.push_back(origins());
        told.sections.push_back(resting("ask.sources.events", sources_.eventsOnIt));
        told.sections.push_back(resting("ask.sources.links", sources_.linksOnIt));
        return told;
    }

private:
    /// Whether the story names sources, though none was out yet.
    bool cited() const
    {
        const model::Story& story = wording_.story();
        if (const auto* event = std::get_if<EventId>(&sources_.claim))
            return !story[*event].sources.empty();
        return !story[std::get<LinkId>(sources_.claim)].sources.empty();
    }

    std::string claim() const
    {
        if (const auto* event = std::get_if<EventId>(&sources_.claim))
            return wording_.quoted(*event);
        const model::Link& link = wording_.story()[std::get<LinkId>(sources_.claim)];
        return wording_.say("ask.link", {{"from", wording_.quoted(link.from)}, {"to", wording_.quoted(link.to)}});
    }

    std::string carriedSentence() const
    {
        // The list counts those past its end without naming them.
        std::vector<std::string> names(sources_.origins.size());
        for (std::size_t i = 0; i < std::min(names.size(), Wording::kMostListed); ++i)
            names[i] = wording_.report(sources_.origins[i].source);
        const std::string list = wording_.list(names);
        const std::size_t carriers = sources_.carriers.size();
        const std::size_t origins = sources_.origins.size();
        if (carriers == 1 && sources_.origins.front().cited)
            return wording_.say("ask.sources.single", {{"claim", claim()}, {"source", list}});
        if (origins == 1)
            return wording_.count("ask.sources.one-origin", carriers, {{"claim", claim()}, {"source", list}});
        return wording_.say(origins == carriers ? "ask.sources.independent" : "ask.sources.several",
                            {{"claim", claim()},
                             {"n", wording_.number(carriers)},
                             {"origins", wording_.number(origins)},
                             {"list", list}});
    }

    std::string restSentence() const
    {
        if (sources_.origins.size() != 1)
            return {};
        const std::string amounts = wording_.amounts(sources_.eventsOnIt.size(), sources_.linksOnIt.size());
        return amounts.empty() ? wording_.say("ask.sources.nothing-else")
                               : wording_.say("ask.sources.rest", {{"list", amounts}});
    }

    Row sourceRow(SourceId source, std::string relation, std::size_t layer) const
    {
        const model::Source& shown = wording_.story()[source];
        Row row{{}, {}, layer, std::move(relation), wording_.publisher(source), wording_.published(source)};
        if (!shown.grade.empty())
            row.detail += (row.detail.empty() ? "" : " · ") + shown.grade;
        return row;
    }

    Section origins() const
    {
        Section section{wording_.say("window.sources"), {}};
        std::size_t all = 0;
        const auto add = [&](SourceId source, const char* relation, std::size_t layer) {
            if (all++ < kMostRows)
                section.rows.push_back(sourceRow(source, wording_.say(relation), layer));
        };
        for (const Origin& origin : sources_.origins) {
            add(origin.source, origin.cited ? "ask.sources.origin" : "ask.sources.origin-uncited", 0);
            for (const SourceId relay : origin.relays)
                add(relay, "ask.sources.relay", 1);
        }
        wording_.addRest(section, all);
        return section;
    }

    template <class Id>
    Section resting(const char* heading, const std::vector<Id>& claims) const
    {
        Section section{wording_.say(heading), {}};
        for (std::size_t i = 0; i < std::min(claims.size(), kMostRows); ++i)
            section.rows.push_back(wording_.row(claims[i]));
        wording_.addRest(section, claims.size());
        return section;
    }

    const Wording& wording_;
    const Sources& sources_;
};

} // namespace

Told tellSources(const Wording& wording, const graph::Sources& sources)
{
    return SourcesTeller(wording, sources).tell();
}

} // namespace fabula::ask
