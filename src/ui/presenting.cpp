#include "ui/presenting.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

constexpr double kNotesStep = 1.15;
constexpr double kLeastNotesPx = 14;
constexpr double kMostNotesPx = 56;

void goTo(Presenting& presenting, std::size_t slide)
{
    presenting.before = presenting.slide;
    presenting.slide = std::min(slide, presenting.briefing->slides.size() - 1);
    presenting.blank = Blank::none;
    presenting.grid = false;
    presenting.typed.clear();
}

void show(Presenting& presenting, Blank blank)
{
    presenting.blank = presenting.blank == blank ? Blank::none : blank;
}

void jump(Presenting& presenting)
{
    if (presenting.typed.empty())
        return goTo(presenting, presenting.slide + 1);
    const auto number = static_cast<std::size_t>(std::stoul(presenting.typed));
    goTo(presenting, firstSlideOf(*presenting.briefing, std::max<std::size_t>(number, 1) - 1));
}

void addDigit(Presenting& presenting, std::size_t digit)
{
    constexpr std::size_t kMostDigits = 4;
    if (presenting.typed.size() < kMostDigits)
        presenting.typed += static_cast<char>('0' + static_cast<int>(digit));
}

/// True if there was something to close.
bool closeOne(Presenting& presenting)
{
    if (presenting.grid)
        presenting.grid = false;
    else if (!presenting.typed.empty())
        presenting.typed.clear();
    else if (presenting.blank != Blank::none)
        presenting.blank = Blank::none;
    else
        return false;
    return true;
}

} // namespace

std::size_t firstSlideOf(const brief::Briefing& briefing, std::size_t scene)
{
    const auto found = std::find_if(briefing.slides.begin(), briefing.slides.end(),
                                    [&](const brief::Slide& slide) { return slide.scene >= scene; });
    return found == briefing.slides.end() ? briefing.slides.size() - 1
                                          : static_cast<std::size_t>(found - briefing.slides.begin());
}

std::size_t slideShowing(const brief::Briefing& briefing, std::size_t scene, core::EventId event)
{
    const std::size_t first = firstSlideOf(briefing, scene);
    const brief::SceneContent& content = briefing.scenes[briefing.slides[first].scene].stage.content;
    const bool shown = std::find(content.shown.begin(), content.shown.end(), event) != content.shown.end();
    return shown ? first + content.step[event.index()] : first;
}

std::size_t sameSlide(const brief::Briefing& from, std::size_t slide, const brief::Briefing& to)
{
    const brief::Slide& wanted = from.slides[slide];
    std::size_t best = firstSlideOf(to, wanted.scene);
    for (std::size_t i = best; i < to.slides.size() && to.slides[i].scene == wanted.scene; ++i) {
        if (to.slides[i].step <= wanted.step && to.slides[i].part <= wanted.part)
            best = i;
    }
    return best;
}

std::optional<double> secondsFrom(const brief::Briefing& briefing, std::size_t scene)
{
    double sum = 0;
    for (std::size_t i = scene; i < briefing.scenes.size(); ++i) {
        const auto& seconds = briefing.telling.graph.story()[briefing.scenes[i].stage.content.id].seconds;
        if (!seconds)
            return std::nullopt;
        sum += *seconds;
    }
    return sum;
}

bool carryOut(Presenting& presenting, PresentAct act, std::size_t value)
{
    switch (act) {
    case PresentAct::next:
        goTo(presenting, presenting.slide + 1);
        break;
    case PresentAct::previous:
        goTo(presenting, presenting.slide == 0 ? 0 : presenting.slide - 1);
        break;
    case PresentAct::first:
        goTo(presenting, 0);
        break;
    case PresentAct::last:
        goTo(presenting, presenting.briefing->slides.size() - 1);
        break;
    case PresentAct::toScene:
        goTo(presenting, firstSlideOf(*presenting.briefing, value));
        break;
    case PresentAct::digit:
        addDigit(presenting, value);
        break;
    case PresentAct::jump:
        jump(presenting);
        break;
    case PresentAct::black:
        show(presenting, Blank::black);
        break;
    case PresentAct::white:
        show(presenting, Blank::white);
        break;
    case PresentAct::pointer:
        presenting.pointer = !presenting.pointer;
        break;
    case PresentAct::notes:
        presenting.notes = !presenting.notes;
        break;
    case PresentAct::largerNotes:
        presenting.notesPx = std::min(kMostNotesPx, presenting.notesPx * kNotesStep);
        break;
    case PresentAct::smallerNotes:
        presenting.notesPx = std::max(kLeastNotesPx, presenting.notesPx / kNotesStep);
        break;
    case PresentAct::grid:
        presenting.grid = !presenting.grid;
        break;
    case PresentAct::ownWindow:
        presenting.ownWindow = !presenting.ownWindow;
        break;
    case PresentAct::back:
        return closeOne(presenting);
    }
    return true;
}

} // namespace fabula::ui
