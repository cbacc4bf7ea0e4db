#pragma once

#include "core/ids.hpp"
#include "model/terms.hpp"

#include <cstdint>
#include <optional>

namespace fabula::graph {

using core::EventId;
using core::LinkId;

/// Which way along the causal links a question goes: against them to the causes, or with them to the effects.
enum class Way : std::uint8_t { causes, effects };

/// How sure a claim is, for comparing: 0 (almost no chance) to 7 (almost certain), in the order of ICD 203. A claim
/// whose confidence nobody stated stands at 3, just under an even chance: nobody vouches for it, nobody denies it.
using Strength = std::uint8_t;
inline constexpr Strength kStrongest = 7;

constexpr Strength strengthOf(const std::optional<model::Confidence>& confidence)
{
    constexpr Strength kNotStated = 3;
    if (!confidence.has_value())
        return kNotStated;
    const auto term = static_cast<Strength>(*confidence);
    return term < kNotStated ? term : static_cast<Strength>(term + 1);
}

/// A causal link seen from one of its two different events: all that a search must know to go on. Those of an event lie
/// side by side, so that a search never touches the links of the story, which are large and lie apart.
struct CausalStep
{
    LinkId link;
    EventId other; ///< the event at its other end
    Strength strength = 0;
};

} // namespace fabula::graph
