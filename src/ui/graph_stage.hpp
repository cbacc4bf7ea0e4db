#pragma once

#include "layout/causal/causal_layout.hpp"
#include "ui/app_state.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::ui {

/// The causal layout of what the state shows, made anew only when what it depends on has changed, and then close to
/// what was there.
class GraphStage
{
public:
    /// The measurer outlives the stage.
    explicit GraphStage(const core::TextMeasurer& measurer) : measurer_(&measurer) {}

    /// True if there is a new layout.
    bool prepare(const AppState& state);
    /// Null before the first `prepare`.
    const layout::CausalLayout* layout() const { return layout_.get(); }
    const layout::TimelineMetrics& metrics() const { return metrics_; }
    /// How often it was laid out.
    std::uint64_t layoutsMade() const { return layoutsMade_; }

private:
    struct Request
    {
        const model::Story* story = nullptr;
        std::string language;
        layout::Grouping grouping = layout::Grouping::actor;
        model::StoryFilter filter;
        layout::RankBy rankBy = layout::RankBy::cause;
        bool hideImplied = false;
        std::shared_ptr<const model::Known> known; ///< only where implied links are hidden, which hangs on it
        std::vector<core::EventId> chosen;         ///< where there are too many; empty: all
        friend bool operator==(const Request&, const Request&) = default;
    };

    /// What of a story with too many events is chosen by: looking for them takes long.
    struct Choice
    {
        const model::Story* story = nullptr;
        model::StoryFilter filter;
        std::optional<ask::Question> question; ///< of the answer on show
        core::EventId selected;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    std::vector<core::EventId> chosenFor(const AppState& state);

    const core::TextMeasurer* measurer_;
    Choice choice_;
    std::vector<bool> hidden_; ///< by the choice's filter
    std::vector<core::EventId> chosen_;
    layout::TimelineMetrics metrics_;
    Request request_;
    std::shared_ptr<const layout::CausalLayout> layout_;
    std::uint64_t layoutsMade_ = 0;
};

} // namespace fabula::ui
