#include "brief/film.hpp"

#include "brief/transition.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

constexpr double kReadingPace = 150; ///< words a minute, of an audience that looks at the picture as well
constexpr double kLeastHeld = 1;     ///< seconds
constexpr double kLook = 1.5;        ///< seconds for a picture, beside the words

std::size_t picturesIn(double seconds)
{
    return static_cast<std::size_t>(std::max(0.0, std::round(seconds * kFilmRate)));
}

/// How many slides have the same words.
double slidesOf(const SceneContent& content, std::size_t part)
{
    return part == 0 ? static_cast<double>(content.steps) : 1;
}

/// Seconds for each word and each slide beside.
struct Pace
{
    double word = 0;
    double slide = 0;
};

Pace paceOf(const Briefing& briefing, const BriefScene& scene, double wordsPerMinute)
{
    const std::optional<double>& seconds = briefing.telling.graph.story()[scene.stage.content.id].seconds;
    if (wordsPerMinute > 0 || !seconds)
        return {60 / (wordsPerMinute > 0 ? wordsPerMinute : kReadingPace), wordsPerMinute > 0 ? 0 : kLook};
    double words = 0;
    double slides = 0;
    for (std::size_t part = 0; part < scene.narration.parts.size(); ++part) {
        words += wordsIn(scene.narration, part);
        slides += slidesOf(scene.stage.content, part);
    }
    return words > 0 ? Pace{*seconds / words, 0} : Pace{0, *seconds / slides};
}

} // namespace

double wordsIn(const Narration& narration, std::size_t part)
{
    constexpr unsigned char kFirstWide =
        0xE2; // U+2E80 and beyond is written in three bytes that begin with this or more
    double words = 0;
    for (const std::string& line : narration.parts[part].lines) {
        bool inside = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto byte = static_cast<unsigned char>(line[i]);
            const bool wide = byte > kFirstWide;
            words += wide ? 0.5 : (!inside && byte != ' ') ? 1 : 0;
            inside = byte != ' ';
        }
    }
    return words;
}

std::vector<Shot> filmOf(const Briefing& briefing, double wordsPerMinute)
{
    std::vector<Shot> film;
    for (const Slide& slide : briefing.slides) {
        const BriefScene& scene = briefing.scenes[slide.scene];
        const Pace pace = paceOf(briefing, scene, wordsPerMinute);
        const double seconds =
            pace.word * wordsIn(scene.narration, slide.part) / slidesOf(scene.stage.content, slide.part) + pace.slide;
        const std::size_t way = film.empty() ? 0 : picturesIn(secondsOf(briefing, film.back().slide, slide));
        film.push_back({slide, way, std::max(picturesIn(seconds), way + picturesIn(kLeastHeld)) - way});
    }
    return film;
}

} // namespace fabula::brief
