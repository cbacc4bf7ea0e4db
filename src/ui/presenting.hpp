#pragma once

#include "brief/slide.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace fabula::ui {

/// The screen instead of a slide, for when the audience shall listen.
enum class Blank { none, black, white };

/// A briefing that is being given. It holds the story as it was when it began: no change of the file jumps in.
struct Presenting
{
    std::shared_ptr<const brief::Briefing> briefing; ///< never null, with at least one slide
    std::size_t slide = 0;                           ///< on its way there from `before`
    std::size_t before = 0;
    Blank blank = Blank::none;
    bool notes = false;     ///< the presenter's notes lie over the slide
    bool pointer = false;   ///< a bright spot follows the mouse
    bool grid = false;      ///< all scenes, to choose one
    bool ownWindow = false; ///< the audience has a window of its own, this one is the presenter's
    bool away = false;      ///< a question from the room: the story is explored, and the slide waits
    double notesPx = 24;    ///< em of the notes
    std::string typed;      ///< digits of the number of a scene to jump to
    bool moving = false;    ///< the slide is still on its way
    double seconds = 0;     ///< since it began
    std::string clock;      ///< the time of day, "14:05"

    const brief::Slide& current() const { return briefing->slides[slide]; }
    const brief::BriefScene& scene() const { return briefing->scenes[current().scene]; }
};

/// What can be done in a briefing.
enum class PresentAct {
    next,
    previous,
    first,
    last,
    toScene, ///< `value`: its index
    digit,   ///< `value`: 0 to 9
    jump,    ///< to the number typed; without one the next slide
    black,
    white,
    pointer,
    notes,
    largerNotes,
    smallerNotes,
    grid,
    ownWindow,
    back, ///< Esc: closes the grid, clears what was typed or the blank screen, else ends
};

/// Does it; false if that ends the briefing.
bool carryOut(Presenting& presenting, PresentAct act, std::size_t value = 0);

/// The first slide of a scene; the last slide if there are not so many scenes.
std::size_t firstSlideOf(const brief::Briefing& briefing, std::size_t scene);

/// The first slide of a scene on which the event stands; its first slide if it never does or is not valid().
std::size_t slideShowing(const brief::Briefing& briefing, std::size_t scene, core::EventId event);

/// The same place in another briefing of the same scenes.
std::size_t sameSlide(const brief::Briefing& from, std::size_t slide, const brief::Briefing& to);

/// How many seconds the story gives the scenes from this one on; nothing where one of them says none.
std::optional<double> secondsFrom(const brief::Briefing& briefing, std::size_t scene);

} // namespace fabula::ui
