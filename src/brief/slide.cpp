#include "brief/slide.hpp"

#include "brief/slide_form.hpp"
#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/scaled.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

using namespace form;

std::string chosen(const Telling& telling, const model::Text& text)
{
    return std::string(model::choose(text, telling.language, telling.graph.story().languages).text);
}

BriefScene briefScene(const Telling& telling, SceneId id, core::Size size)
{
    const model::Scene& scene = telling.graph.story()[id];
    BriefScene made{stageOf(telling, id, {0, kStageTop, size.width, kBandTop - kStageTop}),
                    layout::singleLine(chosen(telling, scene.title)),
                    {}};
    std::string narration = chosen(telling, scene.narration);
    if (headlineOf(telling, made.title, size).text != made.title) // nothing is lost: it goes on below
        narration = made.title + '\n' + narration;
    made.narration = narrationOf(telling, narration, size);
    return made;
}

void addHead(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    const scene::Theme& theme = *briefing.telling.theme;
    const Headline headline = headlineOf(briefing.telling, briefing.scenes[slide.scene].title, briefing.size);
    picture.add(scene::TextRun{{kMargin, kTitleBaseline}, headline.text, headline.style, theme.text1, {}});
    const std::string place = placeWords(briefing, slide);
    picture.add(scene::TextRun{{kMargin, kPlaceBaseline}, place, kPlace, theme.text3, {}});
}

/// Those of the scenes that were seen are lit.
void addProgress(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    const std::vector<Rect> dashes = progressDashes(briefing);
    for (std::size_t i = 0; i < dashes.size(); ++i) {
        const scene::Colour colour = i <= slide.scene ? briefing.telling.theme->accent : briefing.telling.theme->line;
        picture.add(scene::FillRect{dashes[i], kDashHeight / 2, scene::cornersAll, colour});
    }
}

void addEvidence(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    double x = kMargin;
    for (const EvidencePart& part : evidenceLine(briefing, slide)) {
        picture.add(scene::TextRun{{x, kFootBaseline}, part.words, kFoot, briefing.telling.theme->text3, part.href});
        x += briefing.telling.measurer->width(part.words, kFoot);
    }
}

void addNarration(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    const Narration& narration = briefing.scenes[slide.scene].narration;
    const scene::Theme& theme = *briefing.telling.theme;
    picture.add(scene::FillRect{
        {0, kBandTop, briefing.size.width, kSlideHeight - kBandTop}, 0, scene::cornersNone, theme.panel});
    picture.add(scene::FillRect{{0, kBandTop, briefing.size.width, 1}, 0, scene::cornersNone, theme.line});
    double y = kNarrationTop + narration.lineHeight * 0.74;
    for (const std::string& line : narration.parts[slide.part].lines) {
        picture.add(scene::TextRun{{kMargin, std::round(y)}, line, narration.style, theme.text1, {}});
        y += narration.lineHeight;
    }
}

void addSources(Briefing& briefing, const std::vector<SourceId>& sources)
{
    for (const SourceId source : sources) {
        if (numberOf(briefing, source) > briefing.sources.size())
            briefing.sources.push_back(source);
    }
}

} // namespace

std::vector<SceneId> allScenes(const model::Story& story)
{
    std::vector<SceneId> scenes;
    for (std::size_t i = 0; i < story.scenes.size(); ++i)
        scenes.emplace_back(static_cast<std::uint32_t>(i));
    return scenes;
}

Briefing briefingOf(const Telling& telling, const std::vector<SceneId>& scenes, core::Size size)
{
    Briefing briefing{telling, {std::round(kSlideHeight * size.width / size.height), kSlideHeight}, {}, {}, {}, false};
    for (const SceneId id : scenes) {
        const std::size_t index = briefing.scenes.size();
        briefing.scenes.push_back(briefScene(telling, id, briefing.size));
        const std::size_t steps = briefing.scenes.back().stage.content.steps;
        for (std::size_t step = 0; step < steps; ++step)
            briefing.slides.push_back({index, step, 0});
        for (std::size_t part = 1; part < briefing.scenes.back().narration.parts.size(); ++part)
            briefing.slides.push_back({index, steps - 1, part});
        const SceneContent& content = briefing.scenes.back().stage.content;
        addSources(briefing, evidenceOf(briefing, {index, steps - 1, 0}).sources);
        for (const EventId event : content.shown) // also of what recedes, which decks list
            addSources(briefing, citedBy(content, event));
    }
    return briefing;
}

std::size_t numberOf(const Briefing& briefing, SourceId source)
{
    const auto found = std::find(briefing.sources.begin(), briefing.sources.end(), source);
    return static_cast<std::size_t>(found - briefing.sources.begin()) + 1;
}

std::string placeWords(const Briefing& briefing, std::size_t scene)
{
    const std::string& language = briefing.telling.language;
    const std::string number = std::to_string(scene + 1);
    const std::string all = std::to_string(briefing.scenes.size());
    std::string place = core::phraseFilled("brief.scene-of", {{"n", number}, {"all", all}}, language);
    const time::Edtf& asOf = briefing.scenes[scene].stage.content.asOf;
    if (asOf.known())
        place += " · " + core::phraseWith("picture.as-of", time::words(asOf, language), language);
    return place;
}

std::string placeWords(const Briefing& briefing, const Slide& slide)
{
    const std::size_t parts = briefing.scenes[slide.scene].narration.parts.size();
    std::string place = placeWords(briefing, slide.scene);
    if (parts > 1)
        place += " · " + core::phraseFilled("brief.part-of",
                                            {{"n", std::to_string(slide.part + 1)}, {"all", std::to_string(parts)}},
                                            briefing.telling.language);
    return place;
}

Evidence evidenceOf(const Briefing& briefing, const Slide& slide)
{
    return evidenceOf(briefing.scenes[slide.scene].stage.content, slide.step, briefing.telling.language);
}

void addWords(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    addHead(briefing, slide, picture);
    addNarration(briefing, slide, picture);
    addProgress(briefing, slide, picture);
    addEvidence(briefing, slide, picture);
}

scene::DisplayList slidePicture(const Briefing& briefing, const Slide& slide, double step)
{
    scene::DisplayList picture;
    picture.size = briefing.size;
    picture.ground = briefing.telling.theme->ground;
    picture.add(scene::FillRect{
        {0, 0, picture.size.width, picture.size.height}, 0, scene::cornersNone, briefing.telling.theme->ground});
    addStage(briefing.telling, briefing.scenes[slide.scene].stage, step, picture);
    addWords(briefing, slide, picture);
    return picture;
}

scene::DisplayList slidePicture(const Briefing& briefing, const Slide& slide)
{
    return slidePicture(briefing, slide, static_cast<double>(slide.step));
}

scene::DisplayList stagePicture(const Briefing& briefing, const Slide& slide)
{
    const Stage& stage = briefing.scenes[slide.scene].stage;
    scene::DisplayList whole;
    addStage(briefing.telling, stage, static_cast<double>(slide.step), whole);
    scene::DisplayList picture;
    picture.size = {stage.frame.width, stage.frame.height};
    picture.ground = briefing.telling.theme->ground;
    scene::addScaled(whole, 1, {-stage.frame.x, -stage.frame.y}, picture);
    return picture;
}

} // namespace fabula::brief
