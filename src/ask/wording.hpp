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
    Wording(const graph::Scope& scope, std::string_view language) : scope_(scope), language_(language) {}

    const graph::Scope& scope() const { return scope_; }
    const model::Story& story() const { return scope_.story(); }

    std::string say(std::string_view key) const;
    std::string say(std::string_view key, const core::Gaps& gaps) const;
    /// With KEY.one or KEY.other as the number asks, and "{n}" among the gaps.
    std::string count(std::string_view key, std::size_t number, core::Gaps gaps = {}) const;

    std::string title(EventId event) const;
    /// The title in quotation marks, for a sentence.
    std::string quoted(EventId event) const;
    /// The publisher, or the id where none is given.
    std::string publisher(SourceId source) const;
    std::string date(EventId event) const;
    /// When the source was published; empty if nobody says.
    std::string published(SourceId source) const;
    /// "Planned for May 2025".
    std::string planned(EventId event) const;
    /// What the story calls the link; mostly empty.
    std::string label(LinkId link) const;
    std::string confidence(const std::optional<model::Confidence>& confidence) const;
    /// "“A” → “B”".
    std::string arrow(LinkId link) const;
    /// "caused by", "prompted": what stands for the link seen from its effect or from its cause.
    std::string verb(LinkId link, graph::Way way) const;

    /// "A, B and C"; past `most` "A, B and 5 others".
    std::string list(const std::vector<std::string>& items, std::size_t most = 6) const;
    std::string list(std::span<const EventId> events, std::size_t most = 6) const;

    /// A line about an event, with its date as detail.
    Row row(EventId event, std::string relation = {}) const;
    /// The publishers of what bears a claim out, each once: "Financial Times and The Information". Empty if none does.
    std::string publishers(const std::vector<model::Citation>& citations) const;

    /// How sure the links are together: "Each link of it is likely." or which the weakest one is. Empty for none.
    std::string strengthWords(std::span<const LinkId> links) const;
    /// Where all the sources of these links go back to one, says so; else empty.
    std::string originWords(std::span<const LinkId> links) const;
    /// Says that events which cause each other were taken as one; empty without loops.
    std::string loopWords(const std::vector<std::vector<EventId>>& loops) const;

private:
    const graph::Scope& scope_;
    std::string language_;
};

/// Sentences with a space between, empty ones left out.
std::string joined(std::initializer_list<std::string> sentences);

/// The claims joined by `contradicts` links to any of the events, as a section; no rows if there are none.
Section against(const Wording& wording, std::span<const EventId> events);

Told tellChains(const Wording& wording, const graph::Chains& chains);
Told tellPaths(const Wording& wording, const graph::Paths& paths);
Told tellRemoval(const Wording& wording, const graph::Removal& removal);
Told tellPivots(const Wording& wording, const graph::Pivots& pivots);
Told tellMainline(const Wording& wording, const graph::Mainline& mainline);
Told tellContradictions(const Wording& wording, const Contradictions& contradictions);
Told tellSources(const Wording& wording, const graph::Sources& sources);
Told tellImplied(const Wording& wording, const ImpliedLinks& implied);

} // namespace fabula::ask
