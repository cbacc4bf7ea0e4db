#pragma once

#include "core/errand.hpp"
#include "ui/searching.hpp"

#include <functional>
#include <memory>

namespace fabula::app {

/// Makes the index of a large story while the story is already shown, and looks for what is typed beside the window.
class SearchDesk
{
public:
    /// `wake` is called from the working threads when something is ready.
    explicit SearchDesk(const std::function<void()>& wake) : index_(wake), hits_(wake) {}

    /// Brings the state's index and hits up to date as far as they are ready. True if something came.
    bool seek(ui::AppState& state);

private:
    core::Errand<std::shared_ptr<const model::StorySearch>> index_;
    std::shared_ptr<const model::Story> indexed_; ///< whose index is made
    core::Errand<ui::FoundEvents> hits_;
    ui::SearchKey looking_; ///< what is looked for
};

} // namespace fabula::app
