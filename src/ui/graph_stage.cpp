#include "ui/graph_stage.hpp"

#include "ui/answering.hpp"
#include "ui/graph_choice.hpp"

#include <algorithm>
#include <utility>

namespace fabula::ui {

std::vector<core::EventId> GraphStage::chosenFor(const AppState& state)
{
    const model::Story& story = state.story.graph->story();
    if (story.events.size() <= kMostInGraph)
        return {};
    const Answered* answer = shownAnswer(state);
    Choice choice{&story, state.filter, {}, answer == nullptr ? state.selected : core::EventId{}};
    if (answer != nullptr)
        choice.question = answer->key.question;
    if (choice == choice_)
        return chosen_;
    if (choice.story != choice_.story || !(choice.filter == choice_.filter))
        hidden_ = model::hiddenBy(choice.filter, story);
    const auto hidden = static_cast<std::size_t>(std::count(hidden_.begin(), hidden_.end(), true));
    chosen_ =
        story.events.size() - hidden <= kMostInGraph ? std::vector<core::EventId>() : chosenForGraph(state, hidden_);
    choice_ = std::move(choice);
    return chosen_;
}

bool GraphStage::prepare(const AppState& state)
{
    if (!state.story.graph)
        return false;
    const model::Story& story = state.story.graph->story();
    Request wanted{&story, state.language(), state.grouping, state.filter, state.rankBy, state.hideImplied,
                   {},     chosenFor(state)};
    if (state.hideImplied)
        wanted.known = state.asOf.known;
    if (layout_ != nullptr && wanted == request_)
        return false;
    layout::CausalRequest request{*state.story.graph, measurer_};
    request.language = wanted.language;
    request.metrics = metrics_;
    request.grouping = wanted.grouping;
    request.hidden = model::hiddenBy(wanted.filter, story);
    if (!wanted.chosen.empty()) {
        request.hidden.assign(story.events.size(), true);
        for (const core::EventId event : wanted.chosen)
            request.hidden[event.index()] = false;
    }
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
