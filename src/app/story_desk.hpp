#pragma once

#include "core/errand.hpp"
#include "ui/glance.hpp"
#include "ui/searching.hpp"

#include <functional>
#include <memory>

namespace fabula::app {

/// Does beside the window what takes long in a large story: makes its index while it is already shown, looks for what
/// is typed, counts what panels say of all events.
class StoryDesk
{
public:
    /// `wake` is called from the working threads when something is ready.
    explicit StoryDesk(const std::function<void()>& wake) : index_(wake), hits_(wake), glance_(wake) {}

    /// Brings the state's index, hits and glance up to date as far as they are ready. True if something came.
    bool seek(ui::AppState& state);

private:
    bool seekIndex(ui::AppState& state);
    bool seekHits(ui::AppState& state);
    bool seekGlance(ui::AppState& state);

    core::Errand<std::shared_ptr<const model::StorySearch>> index_;
    std::shared_ptr<const model::Story> indexed_; ///< whose index is made
    core::Errand<ui::FoundEvents> hits_;
    ui::SearchKey looking_; ///< what is looked for
    core::Errand<ui::Glance> glance_;
    ui::GlanceKey glancing_;
};

} // namespace fabula::app
