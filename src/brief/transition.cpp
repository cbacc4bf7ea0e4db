#include "brief/transition.hpp"

#include "brief/scene_change.hpp"
#include "scene/blended.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

/// Seconds of a transition: at least, and for each thing more.
constexpr double kFirstEvent = 0.35;
constexpr double kEachEvent = 0.14;
constexpr double kMostEvents = 0.9;
constexpr double kShortFlight = 0.7;
constexpr double kEachLength = 0.2; ///< of a flight
constexpr double kWithoutFlight = 0.9;

/// When the old has gone and when the new begins to come, as shares of the time. Words are not long in coming, since
/// they are what is read; events wait until what moves is out of their way.
struct Times
{
    double oldGone;
    double youngBegins;
};
constexpr Times kOfWords{0.45, 0.45};
constexpr Times kOfEvents{0.4, 0.6};

/// Begins and ends at rest.
double eased(double share)
{
    const double t = std::clamp(share, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

std::size_t eventsBetween(const SceneContent& content, std::size_t first, std::size_t last)
{
    return static_cast<std::size_t>(std::count_if(content.shown.begin(), content.shown.end(), [&](EventId event) {
        return content.step[event.index()] > first && content.step[event.index()] <= last;
    }));
}

scene::DisplayList revealPicture(const Briefing& briefing, const Slide& from, const Slide& to, double share)
{
    const double step = std::lerp(static_cast<double>(from.step), static_cast<double>(to.step), eased(share));
    scene::DisplayList picture;
    addStage(briefing.telling, briefing.scenes[to.scene].stage, step, picture);
    return picture;
}

scene::Blend blendAt(double share, const Times& times)
{
    return {eased(share), 1 - eased(share / times.oldGone),
            eased((share - times.youngBegins) / (1 - times.youngBegins)), false};
}

/// Title, narration and evidence: what stays is left alone, the rest goes before anything comes in its place.
void addWordsBetween(const Briefing& briefing, const Slide& from, const Slide& to, double share,
                     scene::DisplayList& picture)
{
    scene::DisplayList old;
    scene::DisplayList young;
    addWords(briefing, from, old);
    addWords(briefing, to, young);
    scene::Blend words = blendAt(share, kOfWords);
    words.still = true;
    scene::addBlended(old.items, young.items, words, picture);
}

} // namespace

double secondsOf(const Briefing& briefing, const Slide& from, const Slide& to)
{
    if (from == to)
        return 0;
    if (from.scene == to.scene) {
        const SceneContent& content = briefing.scenes[from.scene].stage.content;
        const std::size_t events = eventsBetween(content, std::min(from.step, to.step), std::max(from.step, to.step));
        const double more = events > 1 ? static_cast<double>(events - 1) * kEachEvent : 0;
        return std::min(kFirstEvent + more, kMostEvents);
    }
    const auto flight = flightBetween(briefing.scenes[from.scene].stage, briefing.scenes[to.scene].stage);
    return flight ? std::min(kShortFlight + kEachLength * flight->length(), kMostTransitionSeconds) : kWithoutFlight;
}

scene::DisplayList pictureBetween(const Briefing& briefing, const Slide& from, const Slide& to, double share)
{
    if (!(share > 0) || from == to)
        return slidePicture(briefing, from);
    if (share >= 1)
        return slidePicture(briefing, to);
    scene::DisplayList picture;
    picture.size = briefing.size;
    picture.ground = briefing.telling.theme->ground;
    picture.add(
        scene::FillRect{{0, 0, picture.size.width, picture.size.height}, 0, scene::cornersNone, picture.ground});
    if (from.scene == to.scene) {
        const scene::DisplayList stage = revealPicture(briefing, from, to, share);
        picture.items.insert(picture.items.end(), stage.items.begin(), stage.items.end());
    } else {
        addSceneChange(briefing, from, to, blendAt(share, kOfEvents), picture);
    }
    addWordsBetween(briefing, from, to, share, picture);
    return picture;
}

} // namespace fabula::brief
