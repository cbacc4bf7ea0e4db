#pragma once

#include "model/story.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace fabula::model {

/// By what events can be filtered.
enum class Facet : std::uint8_t { actor, kind, tag, source, basis, confidence };
inline constexpr std::size_t kFacets = 6;

/// Which events are wanted. Within one facet any chosen value will do; all facets with a choice must agree; no choice
/// anywhere lets everything through. Values are the ids and names of the file ("huawei", "setback", "reported"; "" for
/// events without confidence).
struct StoryFilter
{
    std::array<std::set<std::string>, kFacets> chosen;

    bool empty() const;
    std::set<std::string>& operator[](Facet facet) { return chosen[static_cast<std::size_t>(facet)]; }
    const std::set<std::string>& operator[](Facet facet) const { return chosen[static_cast<std::size_t>(facet)]; }
    friend bool operator==(const StoryFilter&, const StoryFilter&) = default;
};

/// The filter without the choices that no event of the story has. Linear.
StoryFilter withoutUnknown(const StoryFilter& filter, const Story& story);

/// One value of a facet and how many events would be left if it were chosen beside the choices in the other facets.
struct FacetValue
{
    std::string value;
    std::string label; ///< in the language asked for
    std::size_t events = 0;
    bool chosen = false;
};

/// By event index: true for those that the filter leaves out; empty if it leaves out none. Linear.
std::vector<bool> hiddenBy(const StoryFilter& filter, const Story& story);

/// The values of a facet that occur in the story, the chosen first, then most events first, then by label. O(events log
/// values).
std::vector<FacetValue> facetValues(const StoryFilter& filter, Facet facet, const Story& story,
                                    std::string_view language);

} // namespace fabula::model
