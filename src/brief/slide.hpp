#pragma once

#include "brief/evidence.hpp"
#include "brief/narration.hpp"
#include "brief/stage.hpp"
#include "core/text_measurer.hpp"

#include <string>
#include <vector>

namespace fabula::brief {

/// A slide is drawn `kSlideHeight` px high and as wide as the screen or page asks; painters scale it.
inline constexpr double kSlideHeight = 900;

/// One picture that the audience sees: a scene at a step of its reveal; a narration too long for one picture goes on
/// over the last step.
struct Slide
{
    std::size_t scene = 0; ///< index into the briefing's scenes
    std::size_t step = 0;
    std::size_t part = 0; ///< of the narration

    friend bool operator==(const Slide&, const Slide&) = default;
};

/// A scene with all that its slides are made from.
struct BriefScene
{
    Stage stage;
    std::string title;
    Narration narration;
};

/// A briefing in one language and theme: its scenes, laid out, and the slides that they come to. Immutable.
struct Briefing
{
    Telling telling;
    core::Size size; ///< of a slide, in its px
    std::vector<BriefScene> scenes;
    std::vector<Slide> slides;
    std::vector<SourceId> sources; ///< of all its pictures, in the order in which they are met
    bool numbered = false;         ///< slides name sources with their numbers in `sources`, from 1: in decks
};

/// The place of a source in `sources`, from 1. Linear.
std::size_t numberOf(const Briefing& briefing, SourceId source);

/// Lays out the scenes, in this order, for slides of the given shape (height to width as of `size`). Costs the layouts.
Briefing briefingOf(const Telling& telling, const std::vector<SceneId>& scenes, core::Size size);

/// All of the story's scenes.
std::vector<SceneId> allScenes(const model::Story& story);

/// The slide as the audience sees it: title, picture, narration, evidence, how far the briefing has come. The picture
/// of a scene on screen, in decks and in tests. `step` may lie between two steps (see presenceAt).
scene::DisplayList slidePicture(const Briefing& briefing, const Slide& slide, double step);
scene::DisplayList slidePicture(const Briefing& briefing, const Slide& slide);

/// Adds what stands around the picture of a slide: title, narration, evidence, how far the briefing has come.
void addWords(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture);

/// "Scene 3 of 9", with the day as of which the scene is shown.
std::string placeWords(const Briefing& briefing, std::size_t scene);
/// The same, with which part of the narration stands there if it has several: "· text 2 of 3".
std::string placeWords(const Briefing& briefing, const Slide& slide);

/// What carries the slide's picture.
Evidence evidenceOf(const Briefing& briefing, const Slide& slide);

/// The timeline or graph of a slide alone, with its callouts, at (0, 0).
scene::DisplayList stagePicture(const Briefing& briefing, const Slide& slide);

} // namespace fabula::brief
