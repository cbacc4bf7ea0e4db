#include "ui/graph_stage.hpp"

#include <utility>

namespace fabula::ui {

bool GraphStage::prepare(const AppState& state)
{
    if (!state.story.graph)
        return false;
    const model::Story& story = state.story.graph->story();
    Request wanted{&story, state.language(), state.grouping, state.filter, state.rankBy, state.hideImplied, {}};
    if (state.hideImplied)
        wanted.known = state.asOf.known;
    if (layout_ != nullptr && wanted == request_)
        return false;
    layout::CausalRequest request{*state.story.graph, measurer_};
    request.language = wanted.language;
    request.metrics = metrics_;
    request.grouping = wanted.grouping;
    request.hidden = model::hiddenBy(wanted.filter, story);
    request.rankBy = wanted.rankBy;
    request.hideImplied = wanted.hideImplied;
    request.known = wanted.known;
    // Another order of the layers is another picture: nothing of the one before is worth keeping.
    if (layout_ != nullptr && wanted.rankBy == request_.rankBy && layout_->story->id == story.id)
        request.before = layout_;
    layout_ = std::make_shared<const layout::CausalLayout>(layout::causalLayout(request));
    request_ = std::move(wanted);
    ++layoutsMade_;
    return true;
}

} // namespace fabula::ui
