#include "brief/slide_form.hpp"

#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <array>

namespace fabula::brief {
namespace {

using namespace form;

constexpr double kMostNarrationWidth = 1240;
constexpr double kDashWidth = 22;
constexpr double kDashGap = 10;
constexpr std::size_t kMostDashes = 16;
constexpr double kBeforeDashes = 32;
constexpr std::array kTitleSizes{40.0, 36.0, 32.0};

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

} // namespace

double narrationWidth(core::Size size)
{
    return std::min(kMostNarrationWidth, size.width - 2 * kMargin);
}

Headline headlineOf(const Telling& telling, const std::string& title, core::Size size)
{
    const double room = size.width - 2 * kMargin;
    core::TextStyle style{kTitleSizes.front(), core::FontWeight::bold, false};
    for (const double sizePx : kTitleSizes) {
        style.sizePx = sizePx;
        if (telling.measurer->width(title, style) <= room)
            break;
    }
    return {layout::fitted(*telling.measurer, title, style, room), style};
}

std::vector<Rect> progressDashes(const Briefing& briefing)
{
    const std::size_t count = briefing.scenes.size();
    std::vector<Rect> dashes;
    if (count < 2 || count > kMostDashes)
        return dashes;
    double x = briefing.size.width - kMargin - static_cast<double>(count) * (kDashWidth + kDashGap) + kDashGap;
    for (std::size_t i = 0; i < count; ++i, x += kDashWidth + kDashGap)
        dashes.push_back({x, kFootBaseline - 8, kDashWidth, kDashHeight});
    return dashes;
}

std::vector<EvidencePart> evidenceLine(const Briefing& briefing, const Slide& slide)
{
    const std::string separator = " · ";
    const Telling& telling = briefing.telling;
    const Evidence evidence = evidenceOf(briefing, slide);
    const std::vector<Rect> dashes = progressDashes(briefing);
    const double right = (dashes.empty() ? briefing.size.width - kMargin : dashes.front().x) - kBeforeDashes;
    const auto width = [&](const std::string& words) { return telling.measurer->width(words, kFoot); };
    std::vector<EvidencePart> parts;
    double x = kMargin;
    const auto add = [&](const std::string& words, const std::string& href) {
        if (words.empty())
            return;
        if (!parts.empty())
            parts.push_back({separator, {}});
        x += (parts.empty() ? 0 : width(separator)) + width(words);
        parts.push_back({words, href});
    };
    add(evidence.claims, {});
    for (std::size_t i = 0; i < evidence.sources.size(); ++i) {
        const model::Source& source = telling.graph.story()[evidence.sources[i]];
        std::string words = sourceWords(source, telling.language);
        if (briefing.numbered)
            words.insert(0, '[' + std::to_string(numberOf(briefing, evidence.sources[i])) + "] ");
        const bool last = i + 1 == evidence.sources.size();
        const std::string rest = last ? std::string() : restWords(briefing, evidence.sources, i + 1);
        const double needed = width(separator + words) + (last ? 0 : width(separator + rest));
        if (x + needed > right) {
            add(restWords(briefing, evidence.sources, i), {});
            break;
        }
        add(words, source.url);
    }
    return parts;
}

} // namespace fabula::brief
