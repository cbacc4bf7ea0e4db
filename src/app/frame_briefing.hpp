#pragma once

#include "app/audience_window.hpp"
#include "app/stay_awake.hpp"
#include "ui/app_state.hpp"
#include "ui/panel_briefing.hpp"

#include <memory>
#include <optional>
#include <vector>

struct GLFWwindow;

namespace fabula::app {

/// The briefing that a window gives: lays it out for the screen, moves from slide to slide by the clock, and fills the
/// screen while it lasts.
class FrameBriefing
{
public:
    /// All outlive it.
    FrameBriefing(GLFWwindow* window, const ui::UiFonts& fonts, ui::CommandQueue& commands)
        : window_(window), fonts_(fonts), commands_(commands)
    {
    }

    /// With that scene, at the step at which the event stands there; not valid(): at its first.
    void begin(ui::AppState& state, std::size_t scene, core::EventId from);
    void end();
    /// Makes the picture of the slide for a window of this size, in window px; lays out anew where its shape, the
    /// language or the theme has changed.
    void prepare(ui::AppState& state, core::Size window);
    /// The audience has a window of its own, which goes on while the presenter's is minimised.
    bool hasAudience() const { return audience_ != nullptr; }
    /// When, by GLFW's clock, the presenter's time must be drawn anew; far in the future where none is shown.
    double nextTick(const ui::AppState& state, double now) const;
    /// Whether that time has come, or the audience's window must be drawn anew.
    bool takeDue(const ui::AppState& state, double now);
    /// The slide is on its way to the next one.
    bool moving() const { return moving_; }
    ui::BriefingPictures pictures() const { return {slide_, next_, scenes_}; }
    /// Shows the audience's own window, if there is one, the slide, or `explored` while the slide waits. The
    /// presenter's window, with its area and scale as drawPresenter had them, is the one that is spoken to before and
    /// after.
    void showAudience(const ui::AppState& state, const scene::DisplayList& explored, const core::Rect& area,
                      double scale);

private:
    void layOut(ui::AppState& state, core::Size window);
    void fillScreen();
    void leaveScreen();
    void openAudience(ui::AppState& state);

    /// What a layout depends on.
    struct Shape
    {
        core::Size window;
        std::string language;
        bool light = false;
        friend bool operator==(const Shape&, const Shape&) = default;
    };
    /// The window as it was before the briefing.
    struct Place
    {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        bool filled = false;
    };

    GLFWwindow* window_;
    const ui::UiFonts& fonts_;
    ui::CommandQueue& commands_;
    std::unique_ptr<AudienceWindow> audience_;
    std::optional<StayAwake> awake_;
    Shape shape_;
    Place place_;
    double began_ = 0; ///< by GLFW's clock
    double left_ = 0;  ///< when the slide before was left
    std::size_t shown_ = 0;
    bool moving_ = false;
    scene::DisplayList slide_;
    scene::DisplayList next_;
    std::vector<scene::DisplayList> scenes_;
};

} // namespace fabula::app
