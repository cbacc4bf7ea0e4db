#pragma once

#include "ui/app_state.hpp"

namespace fabula::ui {

/// A story so large that its index is made, and looked at, beside the window.
bool isLarge(const model::Story& story);

/// What the hits on show are wanted for now.
SearchKey searchKeyOf(const AppState& state);

/// Hits, and the picture's emphasis on them.
struct FoundEvents
{
    SearchKey key;
    std::vector<core::EventId> hits;
    std::shared_ptr<const scene::Emphasis> emphasis;
};

/// Looks for the key's query; `known` is what was known on its day, null: everything. See StorySearch::find for what it
/// costs, and the links of the hits.
FoundEvents found(SearchKey key, const graph::EventGraph& graph, const model::StorySearch& search,
                  const model::Known* known);
void showFound(AppState& state, FoundEvents found);

/// Looks for what the state asks for where that is done at once; in a large story the hits stay what they are until
/// others are shown.
void seekHits(AppState& state);

} // namespace fabula::ui
