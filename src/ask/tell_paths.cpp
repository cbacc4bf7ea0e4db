#include "ask/wording.hpp"

namespace fabula::ask {
namespace {

using graph::Chain;
using graph::Paths;

constexpr std::size_t kMostLinksTold = 6;

/// "“A” prompted “B”, which caused “C”."
std::string chainSentence(const Wording& wording, const Chain& chain)
{
    std::string sentence = wording.quoted(chain.events.front());
    for (std::size_t i = 0; i < chain.links.size(); ++i) {
        if (i == kMostLinksTold && chain.links.size() > kMostLinksTold + 1)
            return wording.count("ask.path.on", chain.links.size() - i,
                                 {{"so-far", sentence}, {"event", wording.quoted(chain.events.back())}});
        sentence = wording.say(i == 0 ? "ask.effects.first" : "ask.effects.next",
                               {{"so-far", sentence},
                                {"verb", wording.verb(chain.links[i], graph::Way::effects)},
                                {"event", wording.quoted(chain.events[i + 1])}});
    }
    return sentence + ".";
}

Section chainSection(const Wording& wording, const Chain& chain, std::string heading)
{
    Section section{std::move(heading), {}};
    for (std::size_t i = 0; i < chain.events.size(); ++i) {
        Row row = wording.row(chain.events[i]);
        row.layer = i;
        if (i > 0) {
            row.link = chain.links[i - 1];
            row.relation = wording.verb(row.link, graph::Way::causes);
            row.detail += " · " + wording.confidence(wording.story()[row.link].confidence);
        }
        section.rows.push_back(std::move(row));
    }
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
    const std::string first = wording.count("picture.links", paths.chains[0].links.size());
    const std::string second = wording.count("picture.links", paths.chains[1].links.size());
    Told told;
    told.sentence = joined({wording.say(key, {{"from", wording.quoted(paths.from)},
                                              {"to", wording.quoted(paths.to)},
                                              {"meeting", wording.quoted(paths.meeting)},
                                              {"first", first},
                                              {"second", second}}),
                            wording.loopWords(paths.loops)});
    for (const Chain& chain : paths.chains)
        told.sections.push_back(chainSection(
            wording, chain, wording.title(chain.events.front()) + " → " + wording.title(chain.events.back())));
    return told;
}

} // namespace

Told tellPaths(const Wording& wording, const graph::Paths& paths)
{
    const core::Gaps ends{{"from", {}}, {"to", {}}};
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
    told.sentence =
        joined({backwards ? wording.say("ask.path.backwards", {{"from", from}, {"to", to}}) : std::string(),
                chainSentence(wording, best), wording.strengthWords(best.links), wording.originWords(best.links),
                othersWords(wording, paths), wording.loopWords(paths.loops)});
    for (std::size_t i = 0; i < paths.chains.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        told.sections.push_back(
            chainSection(wording, paths.chains[i], wording.say("ask.path.section", {{"n", number}})));
    }
    return told;
}

} // namespace fabula::ask
