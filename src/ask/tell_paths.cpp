#include "ask/wording.hpp"

#include <algorithm>

namespace fabula::ask {
namespace {

using graph::Chain;
using graph::Paths;

constexpr std::size_t kMostLinksTold = 6;

/// "“A” prompted “B”, which caused “C”."
std::string chainSentence(const Wording& wording, const Chain& chain)
{
    const auto clause = [&](const char* form, std::size_t i) {
        return wording.clause(form, chain.links[i], graph::Way::effects, wording.quoted(chain.events[i + 1]));
    };
    const std::string first = wording.quoted(chain.events.front());
    std::string sentence = wording.say("ask.effects.direct", {{"event", first}, {"parts", clause("part", 0)}});
    const std::size_t links = chain.links.size();
    // One link more is told rather than counted.
    const std::size_t told = links <= kMostLinksTold + 1 ? links : kMostLinksTold;
    for (std::size_t i = 1; i < told; ++i)
        sentence += ", " + clause("which", i);
    if (told < links)
        sentence = wording.say("ask.path.on", {{"so-far", sentence},
                                               {"links", wording.count("ask.links", links - told)},
                                               {"event", wording.quoted(chain.events.back())}});
    return sentence + ".";
}

Section chainSection(const Wording& wording, const Chain& chain, std::string heading)
{
    Section section{std::move(heading), {}};
    for (std::size_t i = 0; i < std::min(chain.events.size(), kMostRows); ++i) {
        Row row = wording.row(chain.events[i]);
        row.layer = i;
        if (i > 0) {
            row.link = chain.links[i - 1];
            row.relation = wording.verb(row.link, graph::Way::effects);
            row.detail += " · " + wording.confidence(wording.story()[row.link].confidence);
        }
        section.rows.push_back(std::move(row));
    }
    wording.addRest(section, chain.events.size());
    return section;
}

std::string othersWords(const Wording& wording, const Paths& paths)
{
    const std::size_t others = paths.chains.size() - 1;
    if (others == 0)
        return wording.say(paths.cutShort ? "ask.path.cut-short" : "ask.path.no-other");
    return wording.count(paths.cutShort ? "ask.path.others-at-least" : "ask.path.others", others);
}

Told tellMeeting(const Wording& wording, const Paths& paths)
{
    const bool cause = paths.join == Paths::Join::commonCause;
    const std::string key = cause ? "ask.path.common-cause" : "ask.path.common-effect";
    const std::string first = wording.count("ask.links", paths.chains[0].links.size());
    const std::string second = wording.count("ask.links", paths.chains[1].links.size());
    Told told;
    told.sentence = joined({wording.say(key, {{"from", wording.quoted(paths.from)},
                                              {"to", wording.quoted(paths.to)},
                                              {"meeting", wording.quoted(paths.meeting)},
                                              {"first", first},
                                              {"second", second}}),
                            wording.loopWords(paths.loops, "ask.loop-listed")});
    for (const Chain& chain : paths.chains)
        told.sections.push_back(chainSection(
            wording, chain, wording.quoted(chain.events.front()) + " → " + wording.quoted(chain.events.back())));
    return told;
}

} // namespace

Told tellPaths(const Wording& wording, const graph::Paths& paths)
{
    const std::string from = wording.quoted(paths.from);
    const std::string to = wording.quoted(paths.to);
    if (paths.join == Paths::Join::none)
        return {{}, wording.say("ask.path.none", {{"from", from}, {"to", to}}), {}};
    if (paths.join == Paths::Join::commonCause || paths.join == Paths::Join::commonEffect)
        return tellMeeting(wording, paths);
    const Chain& best = paths.chains.front();
    if (best.links.empty())
        return {{}, wording.say("ask.path.same", {{"event", from}}), {}};
    Told told;
    const bool backwards = paths.join == Paths::Join::backwards;
    told.sentence = joined({backwards ? wording.say("ask.path.backwards", {{"from", from}, {"to", to}}) : std::string(),
                            chainSentence(wording, best), wording.strengthWords(best.links),
                            wording.readingWords(best.links), wording.originWords(best.links),
                            othersWords(wording, paths), wording.loopWords(paths.loops, "ask.loop-listed")});
    for (std::size_t i = 0; i < paths.chains.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        told.sections.push_back(
            chainSection(wording, paths.chains[i], wording.say("ask.path.section", {{"n", number}})));
    }
    return told;
}

} // namespace fabula::ask
