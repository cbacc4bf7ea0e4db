#pragma once

#include "app/answer_desk.hpp"
#include "app/file_watches.hpp"
#include "app/frame_briefing.hpp"
#include "app/frame_input.hpp"
#include "app/frame_motion.hpp"
#include "app/frame_places.hpp"
#include "app/frame_trace.hpp"
#include "app/pinch_watch.hpp"
#include "app/story_desk.hpp"
#include "app/story_loader.hpp"
#include "ui/apply.hpp"
#include "ui/canvas.hpp"
#include "ui/canvas_stage.hpp"
#include "ui/ui_fonts.hpp"

#include <filesystem>

struct GLFWwindow;

namespace fabula::app {

/// The running window: its state, and the order in which a frame is made (`turn`). Needs a current OpenGL context and
/// ImGui context whose backends are initialised; both outlive it.
class Frame
{
public:
    Frame(GLFWwindow* window, const ui::UiFonts& fonts, ui::AppState state);

    /// `since` is an older version to compare it with; empty: none.
    void open(const std::filesystem::path& story, const std::filesystem::path& since)
    {
        commands_.push(ui::command::OpenFile{story, since});
    }
    /// Waits until there is something to do and does it; false once the window is to be closed.
    bool turn();

    const ui::AppState& state() const { return state_; }

private:
    void wait();
    void carryOut(const ui::Effect& effect);
    void applyCommands();
    void takeFinishedWork();
    void measureWindow();
    void updateTimeline();
    void updateGraph(core::Size frame, bool resized);
    core::Rect eventsInWindow() const;                   ///< where events are drawn now
    core::Rect inWindow(const core::Rect& canvas) const; ///< of the stage
    void easeHighlight(double now);
    void easePresence();
    void seekAnswers(double now);
    void playDays(double now);
    void drawPanels();
    void swap();
    bool moving(double now) const;
    bool minimised() const;
    void savePreferences();
    void nameWindow();
    void watchFiles();

    GLFWwindow* window_;
    const ui::UiFonts& fonts_;
    ui::AppState state_;
    ui::CommandQueue commands_;
    FrameInput input_;
    PinchWatch pinches_;
    StoryLoader loader_;
    AnswerDesk answers_;
    StoryDesk desk_;
    FileWatches watches_;
    FrameTrace trace_;

    FrameBriefing briefing_;
    ui::CanvasStage stage_;
    ui::CanvasGesture gesture_;
    FrameMotion motion_;
    ui::CanvasStage::Sight sight_;
    ui::Highlight highlight_;
    double hoveredSince_ = 0;
    bool waitsToHighlight_ = false;
    bool fading_ = false;
    bool comingAndGoing_ = false;
    bool lighting_ = false; ///< an answer is not all lit yet
    bool moved_ = false;    ///< something moved in the frame before
    double drawnAt_ = 0;
    double frameSeconds_ = 0; ///< by how much what moves goes on in this frame
    double nextDayAt_ = 0;    ///< while the days are played
    FramePlaces places_;
    double scale_ = 1; ///< window px for one px of the design
    const scene::Theme* theme_ = nullptr;
    double themeScale_ = 0;

    int framesWanted_ = 3;   ///< Dear ImGui takes two or three to come to rest
    double lookAgainAt_ = 0; ///< for what appears after a while: hints, the progress of a load
    double lastTurn_ = 0;
    double loadBegan_ = 0;
    std::string title_;
};

} // namespace fabula::app
