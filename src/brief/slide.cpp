#include "brief/slide.hpp"

#include "brief/lines.hpp"
#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/scaled.hpp"
#include "scene/text_fit.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::brief {
namespace {

using core::FontWeight;
using core::TextStyle;

constexpr double kMargin = 64;
constexpr double kTitleBaseline = 82;
constexpr double kPlaceBaseline = 118;
constexpr double kStageTop = 142;
constexpr double kBandTop = 664;
constexpr double kNarrationTop = 684;
constexpr double kNarrationBottom = 836;
constexpr double kMostNarrationWidth = 1240;
constexpr double kFootBaseline = 868;
constexpr double kDashWidth = 22;
constexpr double kDashHeight = 5;
constexpr double kDashGap = 10;
constexpr std::size_t kMostDashes = 16;
constexpr std::array kTitleSizes{40.0, 36.0, 32.0};
constexpr std::array kNarrationSizes{26.0, 24.0, 22.0};
const TextStyle kPlace{16, FontWeight::regular, false};
const TextStyle kFoot{16, FontWeight::regular, false};

std::string chosen(const Telling& telling, const model::Text& text)
{
    return std::string(model::choose(text, telling.language, telling.graph.story().languages).text);
}

double narrationWidth(core::Size size)
{
    return std::min(kMostNarrationWidth, size.width - 2 * kMargin);
}

Narration narrationOf(const Telling& telling, const std::string& text, core::Size size)
{
    Narration narration;
    std::vector<std::string> lines;
    std::size_t most = 1;
    for (const double sizePx : kNarrationSizes) {
        narration.style = {sizePx, FontWeight::regular, false};
        narration.lineHeight = std::round(sizePx * 1.46);
        lines = linesOf(*telling.measurer, text, narration.style, narrationWidth(size));
        most = static_cast<std::size_t>((kNarrationBottom - kNarrationTop) / narration.lineHeight);
        if (lines.size() <= most)
            break;
    }
    for (std::size_t at = 0; at == 0 || at < lines.size(); at += most) {
        const auto first = lines.begin() + static_cast<std::ptrdiff_t>(at);
        narration.parts.emplace_back(first, first + static_cast<std::ptrdiff_t>(std::min(most, lines.size() - at)));
    }
    return narration;
}

/// The title in the largest size that has room; whole or, where none has, to be cut.
TextStyle titleStyle(const Telling& telling, const std::string& title, double room)
{
    TextStyle style{kTitleSizes.front(), FontWeight::bold, false};
    for (const double sizePx : kTitleSizes) {
        style.sizePx = sizePx;
        if (telling.measurer->width(title, style) <= room)
            break;
    }
    return style;
}

double titleRoom(core::Size size)
{
    return size.width - 2 * kMargin;
}

BriefScene briefScene(const Telling& telling, SceneId id, core::Size size)
{
    const model::Scene& scene = telling.graph.story()[id];
    BriefScene made{stageOf(telling, id, {0, kStageTop, size.width, kBandTop - kStageTop}),
                    layout::singleLine(chosen(telling, scene.title)),
                    {}};
    std::string narration = chosen(telling, scene.narration);
    const TextStyle style = titleStyle(telling, made.title, titleRoom(size));
    if (telling.measurer->width(made.title, style) > titleRoom(size)) // nothing is lost: it goes on below
        narration = made.title + '\n' + narration;
    made.narration = narrationOf(telling, narration, size);
    return made;
}

void addHead(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    const Telling& telling = briefing.telling;
    const BriefScene& scene = briefing.scenes[slide.scene];
    const scene::Theme& theme = *telling.theme;
    const TextStyle style = titleStyle(telling, scene.title, titleRoom(briefing.size));
    picture.add(scene::TextRun{{kMargin, kTitleBaseline},
                               layout::fitted(*telling.measurer, scene.title, style, titleRoom(briefing.size)),
                               style,
                               theme.text1,
                               {}});
    const std::string place = placeWords(briefing, slide.scene);
    picture.add(scene::TextRun{{kMargin, kPlaceBaseline}, place, kPlace, theme.text3, {}});
}

/// One dash for each scene, those that were seen lit; of many, none.
double addProgress(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    const std::size_t count = briefing.scenes.size();
    const double right = briefing.size.width - kMargin;
    if (count < 2 || count > kMostDashes)
        return right;
    const double left = right - static_cast<double>(count) * (kDashWidth + kDashGap) + kDashGap;
    for (std::size_t i = 0; i < count; ++i) {
        const scene::Colour colour = i <= slide.scene ? briefing.telling.theme->accent : briefing.telling.theme->line;
        const double x = left + static_cast<double>(i) * (kDashWidth + kDashGap);
        picture.add(scene::FillRect{
            {x, kFootBaseline - 8, kDashWidth, kDashHeight}, kDashHeight / 2, scene::cornersAll, colour});
    }
    return left;
}

/// "4–6, 9" of numbers in any order.
std::string rangesOf(std::vector<std::size_t> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    std::string words;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        words += (words.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (last > i)
            words += (last > i + 1 ? "–" : ", ") + std::to_string(numbers[last]);
        i = last + 1;
    }
    return words;
}

/// The sources from `first` on, which have no room for their names.
std::string restWords(const Briefing& briefing, const std::vector<SourceId>& sources, std::size_t first)
{
    if (!briefing.numbered)
        return core::countPhrase("brief.more-sources", sources.size() - first, briefing.telling.language);
    std::vector<std::size_t> numbers;
    for (std::size_t i = first; i < sources.size(); ++i)
        numbers.push_back(numberOf(briefing, sources[i]));
    return '[' + rangesOf(std::move(numbers)) + ']';
}

/// What carries the picture, in one line; of sources that have no room the number is told.
void addEvidence(const Briefing& briefing, const Slide& slide, double right, scene::DisplayList& picture)
{
    constexpr std::string_view kSeparator = " · ";
    const Telling& telling = briefing.telling;
    const Evidence evidence = evidenceOf(briefing, slide);
    double x = kMargin;
    const auto width = [&](const std::string& words) { return telling.measurer->width(words, kFoot); };
    const auto add = [&](const std::string& words, const std::string& href) {
        if (words.empty())
            return;
        if (x > kMargin) {
            const double before = width(std::string(kSeparator));
            picture.add(scene::TextRun{{x, kFootBaseline}, std::string(kSeparator), kFoot, telling.theme->text3, {}});
            x += before;
        }
        picture.add(scene::TextRun{{x, kFootBaseline}, words, kFoot, telling.theme->text3, href});
        x += width(words);
    };
    add(evidence.claims, {});
    for (std::size_t i = 0; i < evidence.sources.size(); ++i) {
        const model::Source& source = telling.graph.story()[evidence.sources[i]];
        std::string words = sourceWords(source, telling.language);
        if (briefing.numbered)
            words = '[' + std::to_string(numberOf(briefing, evidence.sources[i])) + "] " + words;
        const bool last = i + 1 == evidence.sources.size();
        const std::string rest = last ? std::string() : restWords(briefing, evidence.sources, i + 1);
        const double needed =
            width(std::string(kSeparator) + words) + (last ? 0 : width(std::string(kSeparator) + rest));
        if (x + needed > right)
            return add(restWords(briefing, evidence.sources, i), {});
        add(words, source.url);
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
    for (const std::string& line : narration.parts[slide.part]) {
        picture.add(scene::TextRun{{kMargin, std::round(y)}, line, narration.style, theme.text1, {}});
        y += narration.lineHeight;
    }
}

} // namespace

namespace {

std::vector<SourceId> citedBy(const SceneContent& content, EventId event)
{
    std::vector<SourceId> sources;
    for (const model::Citation& citation : content.events.story()[event].sources) {
        if (content.known == nullptr || content.known->sources[citation.source.index()])
            sources.push_back(citation.source);
    }
    return sources;
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

Evidence evidenceOf(const Briefing& briefing, const Slide& slide)
{
    return evidenceOf(briefing.scenes[slide.scene].stage.content, slide.step, briefing.telling.language);
}

void addWords(const Briefing& briefing, const Slide& slide, scene::DisplayList& picture)
{
    addHead(briefing, slide, picture);
    addNarration(briefing, slide, picture);
    addEvidence(briefing, slide, addProgress(briefing, slide, picture) - 32, picture);
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
