#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fabula::model {

/// Who stands behind a claim: an actor's own word or filing, a third party's report, or the author's reading.
enum class Basis : std::uint8_t { official, reported, inferred };

/// The seven terms of ICD 203 (Intelligence Community Directive 203, "Analytic Standards"), weakest first.
enum class Confidence : std::uint8_t {
    almostNoChance,
    veryUnlikely,
    unlikely,
    roughlyEven,
    likely,
    veryLikely,
    almostCertain,
};

enum class LinkKind : std::uint8_t { causes, enables, blocks, prompts, precedes, partOf, contradicts };

enum class SceneView : std::uint8_t { timeline, graph };

/// What an older version of the story makes of an event or a link.
enum class Novelty : std::uint8_t { same, added, changed, withdrawn };

/// The questions that can be put to a story (what they mean is told in ask/).
enum class Ask : std::uint8_t { why, effects, path, without, pivots, mainline, contradictions, sources, implied };

inline constexpr std::array<std::string_view, 3> kBasisNames{"official", "reported", "inferred"};
inline constexpr std::array<std::string_view, 7> kConfidenceNames{
    "almost_no_chance", "very_unlikely", "unlikely", "roughly_even", "likely", "very_likely", "almost_certain"};
inline constexpr std::array<std::string_view, 7> kLinkKindNames{"causes",   "enables", "blocks",     "prompts",
                                                                "precedes", "part_of", "contradicts"};
inline constexpr std::array<std::string_view, 2> kSceneViewNames{"timeline", "graph"};
inline constexpr std::array<std::string_view, 9> kAskNames{"why",      "effects",        "path",    "without", "pivots",
                                                           "mainline", "contradictions", "sources", "implied"};

/// The name used in story files.
constexpr std::string_view name(Basis basis)
{
    return kBasisNames[static_cast<std::size_t>(basis)];
}
constexpr std::string_view name(Confidence confidence)
{
    return kConfidenceNames[static_cast<std::size_t>(confidence)];
}
constexpr std::string_view name(LinkKind kind)
{
    return kLinkKindNames[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name(SceneView view)
{
    return kSceneViewNames[static_cast<std::size_t>(view)];
}

constexpr std::string_view name(Ask ask)
{
    return kAskNames[static_cast<std::size_t>(ask)];
}

/// Whether links of this kind claim that one event brought the other about (and so may form no loop).
constexpr bool isCausal(LinkKind kind)
{
    return kind == LinkKind::causes || kind == LinkKind::enables || kind == LinkKind::blocks ||
           kind == LinkKind::prompts;
}

/// Whether links of this kind say that `from` is not later than `to`: the causal ones and `precedes`.
constexpr bool isOrdering(LinkKind kind)
{
    return isCausal(kind) || kind == LinkKind::precedes;
}

} // namespace fabula::model
