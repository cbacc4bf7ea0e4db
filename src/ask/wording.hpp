#pragma once

#include "ask/told.hpp"
#include "core/phrases.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::ask {

/// How the things of one story are called in one language, and how sentences are put together from them. Private to the
/// folder; the scope must outlive it.
class Wording
{
public:
    /// Which links a sentence speaks of: all that the answer told, or those of the chain that it told last.
    enum class Links { all, chain };

    Wording(const graph::Scope& scope, std::string_view language) : scope_(scope), language_(language) {}

    const graph::Scope& scope() const { return scope_; }
    const model::Story& story() const { return scope_.story(); }

    std::string say(std::string_view key) const;
    std::string say(std::string_view key, const core::Gaps& gaps) const;
    /// With KEY.one or KEY.other as the number asks, and "{n}" among the gaps: a word up to twelve, then digits.
    std::string count(std::string_view key, std::size_t number, core::Gaps gaps = {}) const;
    std::string number(std::size_t number) const;
    /// "five events and eight links"; what there is none of is left out.
    std::string amounts(std::size_t events, std::size_t links) const;

    std::string title(EventId event) const;
    /// The title in quotation marks, for a sentence: no case or gender of the language around it touches it.
    std::string quoted(EventId event) const;
    /// The publisher, or the id where none is given.
    std::string publisher(SourceId source) const;
    /// The publisher, with the date where it published several sources: "Financial Times (14 Aug 2025)". Linear in the
    /// story's sources.
    std::string report(SourceId source) const;
    std::string date(EventId event) const;
    /// When the source was published; empty if nobody says.
    std::string published(SourceId source) const;
    /// "Planned for May 2025".
    std::string planned(EventId event) const;
    /// What the story calls the link; mostly empty.
    std::string label(LinkId link) const;
    std::string confidence(const std::optional<model::Confidence>& confidence) const;
    /// "“A” → “B”", for a line.
    std::string arrow(LinkId link) const;
    /// "caused by", "prompted": what stands for the link in a line, seen from its effect or from its cause.
    std::string verb(LinkId link, graph::Way way) const;
    /// "caused by “A” and “B”" (`part`) or "which was caused by …" (`which`): the same in a sentence.
    std::string clause(std::string_view form, LinkId link, graph::Way way, const std::string& list) const;

    /// How many things a list names if nothing else is said.
    static constexpr std::size_t kMostListed = 6;
    /// "A, B and C"; past `most` "A, B and five others".
    std::string list(const std::vector<std::string>& items, std::size_t most = kMostListed) const;
    std::string list(std::span<const EventId> events, std::size_t most = kMostListed) const;

    /// A line about an event, with its date as detail.
    Row row(EventId event, std::string relation = {}) const;
    /// A line about a link alone.
    Row row(LinkId link) const;
    /// The last line of `all`, of which only kMostRows are told; nothing if those are all.
    void addRest(Section& section, std::size_t all) const;
    /// The publishers of what bears a claim out, each once: "Financial Times and The Information". Empty if none does.
    std::string publishers(std::span<const model::Citation> citations) const;

    /// The term for how sure the link is, where it is held unlikely or less; else empty.
    std::string_view hedge(LinkId link) const;
    /// How sure links are together: "Each link is likely.", or which the weakest one is. Empty for none. `which`
    /// they are: the links told of, or those of a chain that a longer answer speaks of.
    std::string strengthWords(std::span<const LinkId> links, Links which = Links::all) const;
    /// Which of the links nobody reported: our own reading. Empty if none is.
    std::string readingWords(std::span<const LinkId> links) const;
    /// Where all that is cited for these links goes back to one source, says so; else empty.
    std::string originWords(std::span<const LinkId> links, Links which = Links::all) const;
    /// Says under KEY which events are said to cause each other; empty without loops.
    std::string loopWords(const std::vector<std::vector<EventId>>& loops, std::string_view key) const;

private:
    const graph::Scope& scope_;
    std::string language_;
};

/// No section tells more lines than these and one that says how many others there are; the JSON form has them all.
inline constexpr std::size_t kMostRows = 200;

/// The names in their order, each once. O(names log names).
std::vector<std::string> eachOnce(std::vector<std::string> names);

/// Sentences with a space between, each with a capital letter first, empty ones left out.
std::string joined(std::initializer_list<std::string> sentences);

Told tellChains(const Wording& wording, const graph::Chains& chains);
Told tellPaths(const Wording& wording, const graph::Paths& paths);
Told tellRemoval(const Wording& wording, const graph::Removal& removal);
Told tellPivots(const Wording& wording, const graph::Pivots& pivots);
Told tellMainline(const Wording& wording, const graph::Mainline& mainline);
Told tellContradictions(const Wording& wording, const Contradictions& contradictions);
Told tellSources(const Wording& wording, const graph::Sources& sources);
Told tellImplied(const Wording& wording, const ImpliedLinks& implied);

} // namespace fabula::ask
