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
            return {{}, wording_.say("ask.sources.none", {{"claim", claim()}}), {}};
        told.sentence = joined({carriedSentence(), restSentence()});
        told.sections.push_back(origins());
        told.sections.push_back(events());
        told.sections.push_back(links());
        return told;
    }

private:
    std::string claim() const
    {
        if (const auto* event = std::get_if<EventId>(&sources_.claim))
            return wording_.quoted(*event);
        return wording_.arrow(std::get<LinkId>(sources_.claim));
    }

    std::string carriedSentence() const
    {
        std::vector<std::string> names;
        for (const Origin& origin : sources_.origins)
            names.push_back(wording_.publisher(origin.source));
        const std::string list = wording_.list(names);
        if (sources_.carriers.size() == 1 && sources_.origins.front().cited)
            return wording_.say("ask.sources.single", {{"claim", claim()}, {"source", list}});
        if (sources_.origins.size() == 1)
            return wording_.count("ask.sources.one-origin", sources_.carriers.size(),
                                  {{"claim", claim()}, {"source", list}});
        const std::string key =
            sources_.origins.size() == sources_.carriers.size() ? "ask.sources.independent" : "ask.sources.several";
        const std::string origins = std::to_string(sources_.origins.size());
        return wording_.count(key, sources_.carriers.size(),
                              {{"claim", claim()}, {"origins", origins}, {"list", list}});
    }

    std::string restSentence() const
    {
        if (sources_.origins.size() != 1)
            return {};
        if (sources_.eventsOnIt.empty() && sources_.linksOnIt.empty())
            return wording_.say("ask.sources.nothing-else");
        return wording_.say("ask.sources.rest",
                            {{"events", wording_.count("picture.events", sources_.eventsOnIt.size())},
                             {"links", wording_.count("picture.links", sources_.linksOnIt.size())}});
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
        for (const Origin& origin : sources_.origins) {
            section.rows.push_back(sourceRow(
                origin.source, wording_.say(origin.cited ? "ask.sources.origin" : "ask.sources.origin-uncited"), 0));
            for (const SourceId relay : origin.relays)
                section.rows.push_back(sourceRow(relay, wording_.say("ask.sources.relay"), 1));
        }
        return section;
    }

    Section events() const
    {
        Section section{wording_.say("ask.sources.events"), {}};
        for (const EventId event : sources_.eventsOnIt)
            section.rows.push_back(wording_.row(event));
        return section;
    }

    Section links() const
    {
        Section section{wording_.say("ask.sources.links"), {}};
        for (const LinkId link : sources_.linksOnIt)
            section.rows.push_back({wording_.story()[link].to,
                                    link,
                                    0,
                                    {},
                                    wording_.arrow(link),
                                    wording_.confidence(wording_.story()[link].confidence)});
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
