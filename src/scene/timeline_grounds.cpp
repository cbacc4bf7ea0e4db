#include "core/phrases.hpp"
#include "layout/event_words.hpp"
#include "layout/timeline/axis.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/text_fit.hpp"
#include "scene/timeline_items.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace fabula::scene {
namespace {

using core::FontWeight;
using core::TextStyle;

constexpr double kLaneEdge = 5;
constexpr double kHeaderPadding = 18;
const TextStyle kLaneTitle{14, FontWeight::semibold, false};
const TextStyle kLaneSubtitle{12, FontWeight::regular, false};

bool meets(const Rect& rect, const Rect& area)
{
    return rect.bottom() > area.y && rect.y < area.bottom();
}

Rect laneRect(const TimelineItems& items, const layout::TimelineLane& lane)
{
    const double top = std::round(items.at({0, lane.top}).y);
    const double bottom = std::round(items.at({0, lane.top + lane.height}).y);
    return {items.view.frame.x, top, items.view.frame.width, bottom - top};
}

/// A folded lane opens again by a click: a triangle that points to what it hides.
void addFoldMark(const TimelineItems& items, const Rect& lane, const Subject& subject)
{
    const Point centre{lane.x + items.timeline.laneHeaderWidth - 18, std::round(lane.centre().y)};
    const std::array<Point, 3> corners{centre + Point{-3, -4.5}, centre + Point{4, 0}, centre + Point{-3, 4.5}};
    Path mark;
    mark.points.push_back(corners.back());
    Point from = corners.back();
    for (const Point to : corners) {
        mark.points.insert(mark.points.end(), {from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
        from = to;
    }
    mark.colour = items.theme.text3;
    mark.width = 0;
    mark.closed = true;
    items.picture.add(std::move(mark), subject);
}

void addLaneTexts(const TimelineItems& items, const layout::TimelineLane& lane, const Rect& rect, Subject subject)
{
    const core::TextMeasurer& measurer = items.measurer;
    const double x = rect.x + kHeaderPadding;
    const double room = items.timeline.laneHeaderWidth - kHeaderPadding - 16;
    double y = rect.y + (lane.folded ? rect.height / 2 + 5 : 26);
    const core::TextStyle& markStyle = items.metrics.noteStyle;
    const double mark = lane.standIn.empty() ? 0 : layout::kStandInGapPx + measurer.width(lane.standIn, markStyle);
    const auto title = layout::fitted(measurer, lane.title, kLaneTitle, room - mark);
    items.picture.add(TextRun{{x, y}, title, kLaneTitle, items.theme.text1, {}}, subject);
    if (mark > 0)
        items.picture.add(TextRun{{std::round(x + measurer.width(title, kLaneTitle) + layout::kStandInGapPx), y},
                                  lane.standIn,
                                  markStyle,
                                  items.theme.text3,
                                  {}},
                          subject);
    if (lane.folded)
        return addFoldMark(items, rect, subject);
    const auto lines = static_cast<std::size_t>(std::max(0.0, (rect.height - 34) / 17));
    for (const std::string& line :
         wrapped(measurer, lane.subtitle, kLaneSubtitle, room, std::min<std::size_t>(lines, 3))) {
        y += y < rect.y + 30 ? 19 : 17;
        items.picture.add(TextRun{{x, y}, line, kLaneSubtitle, items.theme.text3, {}}, subject);
    }
}

/// Where the end of the day stands as of which the story is shown; nothing if none is, or not in view.
std::optional<double> dayX(const TimelineItems& items)
{
    const time::Edtf& asOf = items.view.presence.asOf;
    if (!asOf.known() || !items.hasDates())
        return std::nullopt;
    const Rect canvas = items.canvas;
    const double x = std::round(items.at({items.layout.scale.screenFromTime(asOf.span().end), 0}).x);
    return x >= canvas.left() && x <= canvas.right() ? std::optional(x) : std::nullopt;
}

/// How long the stretch is that was folded away.
void addSeamWords(const TimelineItems& items, const layout::TimeScale::Fold& fold, const Rect& band)
{
    const double x = items.at({items.layout.scale.screenFromTime(fold.span.begin), 0}).x;
    const Rect seam{std::round(x), band.y, fold.widthPx, band.height - 1};
    const std::string words = layout::fitted(items.measurer, time::lengthWords(fold.span, items.view.language),
                                             layout::kAxisTickStyle, fold.widthPx - 8);
    const double width = items.measurer.width(words, layout::kAxisTickStyle);
    items.picture.add(FillRect{{seam.x, band.y + 28, seam.width, band.height - 29}, 0, cornersNone, items.theme.panel});
    items.picture.add(HatchRect{{seam.x, band.y + 28, seam.width, 4}, core::faded(items.theme.text3, 0.6), 7, 1});
    items.picture.add(TextRun{
        {std::round(seam.centre().x - width / 2), band.y + 43}, words, layout::kAxisTickStyle, items.theme.text3, {}});
}

/// Events without a date have no place on the axis: they are counted at its head.
void addUndated(const TimelineItems& items, const Rect& band)
{
    const auto& undated = items.layout.undated;
    const auto count = static_cast<std::size_t>(
        std::count_if(undated.begin(), undated.end(), [&](core::EventId event) { return items.present(event) > 0.5; }));
    if (count == 0)
        return;
    const Subject subject{SubjectKind::undated, 0};
    const double room = items.timeline.laneHeaderWidth - kHeaderPadding - 8;
    const std::string words = layout::fitted(
        items.measurer, core::countPhrase("picture.undated", count, items.view.language), layout::kAxisTickStyle, room);
    items.picture.add(
        FillRect{
            {band.x, band.y + 24, items.timeline.laneHeaderWidth, band.height - 25}, 0, cornersNone, items.theme.panel},
        subject);
    items.picture.add(
        TextRun{{band.x + kHeaderPadding, band.y + 43}, words, layout::kAxisTickStyle, items.theme.text2, {}}, subject);
}

} // namespace

void addLaneGrounds(const TimelineItems& items)
{
    const auto& lanes = items.layout.lanes;
    for (std::size_t i = 1; i < lanes.size(); i += 2) {
        const Rect rect = laneRect(items, lanes[i]);
        if (meets(rect, items.view.frame))
            items.picture.add(FillRect{rect, 0, cornersNone, items.theme.laneTint});
    }
}

void addGrid(const TimelineItems& items)
{
    const Rect canvas = items.canvas;
    for (const layout::AxisTick& tick : items.axis.ticks) {
        const double x = std::round(items.at({tick.x, 0}).x);
        items.picture.add(
            FillRect{{x, canvas.y, 1, canvas.height}, 0, cornersNone, core::faded(items.theme.line, 0.55)});
    }
    for (const layout::TimeScale::Fold& fold : items.layout.folds) {
        const double x = items.at({items.layout.scale.screenFromTime(fold.span.begin), 0}).x;
        const Rect seam{std::round(x), canvas.y, fold.widthPx, canvas.height};
        items.picture.add(FillRect{seam, 0, cornersNone, items.theme.panel});
        items.picture.add(HatchRect{seam, core::faded(items.theme.line, 0.8), 7, 1});
    }
}

void addNothingHere(const TimelineItems& items)
{
    const core::TextStyle style{14, FontWeight::regular, false};
    const Rect canvas = items.canvas;
    const std::string words(core::phrase("picture.nothing", items.view.language));
    const double x = canvas.centre().x - items.measurer.width(words, style) / 2;
    items.picture.add(TextRun{{std::round(x), std::round(canvas.centre().y)}, words, style, items.theme.text2, {}});
}

void addLaneHeaders(const TimelineItems& items)
{
    const auto& lanes = items.layout.lanes;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const Rect rect = laneRect(items, lanes[i]);
        if (!meets(rect, items.view.frame))
            continue;
        const Subject subject{SubjectKind::lane, static_cast<std::uint32_t>(i)};
        const Rect header{rect.x, rect.y, items.timeline.laneHeaderWidth, rect.height};
        items.picture.add(PushClip{header});
        items.picture.add(FillRect{header, 0, cornersNone, items.theme.ground}, subject);
        if (i % 2 == 1)
            items.picture.add(FillRect{header, 0, cornersNone, items.theme.laneTint});
        items.picture.add(
            FillRect{{rect.x, rect.y, kLaneEdge, rect.height}, 0, cornersNone, items.theme.lane(lanes[i].colour)});
        addLaneTexts(items, lanes[i], rect, subject);
        items.picture.add(PopClip{});
    }
    const Rect canvas = items.canvas;
    items.picture.add(FillRect{{canvas.x, canvas.y, 1, canvas.height}, 0, cornersNone, items.theme.line});
}

void addAxis(const TimelineItems& items)
{
    const Rect canvas = items.canvas;
    const Rect band{items.view.frame.x, items.view.frame.y, items.view.frame.width, items.timeline.axisHeight};
    const double left = canvas.x;
    const layout::Axis& axis = items.axis;
    items.picture.add(FillRect{band, 0, cornersNone, items.theme.panel});
    items.picture.add(PushClip{{left, band.y, canvas.width, band.height}});
    const double contextLine = band.y + 19;
    for (const layout::AxisContext& context : axis.contexts) {
        if (context.words.empty())
            continue;
        const double x0 = items.at({context.x0, 0}).x;
        const double x1 = items.at({context.x1, 0}).x;
        const double width = items.measurer.width(context.words, layout::kAxisContextStyle);
        // While a context covers the left edge, its words stay there, until the next one pushes them out.
        const double x = std::min(std::max(x0, left) + layout::kAxisWordsInset, x1 - width - 12);
        // Words that an edge would cut wait until they fit.
        if (x >= left && x + width <= canvas.right())
            items.picture.add(
                TextRun{{std::round(x), contextLine}, context.words, layout::kAxisContextStyle, items.theme.text2, {}});
    }
    for (const layout::AxisTick& tick : axis.ticks) {
        const double x = std::round(items.at({tick.x, 0}).x);
        items.picture.add(FillRect{{x, band.y + 28, 1, band.height - 28}, 0, cornersNone, items.theme.line});
        const double width = items.measurer.width(tick.words, layout::kAxisTickStyle);
        const double wordsX = x + layout::kAxisWordsInset;
        if (!tick.words.empty() && wordsX >= left && wordsX + width <= canvas.right())
            items.picture.add(
                TextRun{{wordsX, band.y + 43}, tick.words, layout::kAxisTickStyle, items.theme.text2, {}});
    }
    for (const layout::TimeScale::Fold& fold : items.layout.folds)
        addSeamWords(items, fold, band);
    items.picture.add(PopClip{});
    addUndated(items, band);
    items.picture.add(FillRect{{band.x, band.bottom() - 1, band.width, 1}, 0, cornersNone, items.theme.line});
}

void addDayLine(const TimelineItems& items)
{
    const std::optional<double> x = dayX(items);
    if (!x)
        return;
    const Rect canvas = items.canvas;
    Path line;
    const Point top{*x + 0.5, canvas.top()};
    const Point end{*x + 0.5, canvas.bottom()};
    line.points = {top, top + (end - top) * (1.0 / 3), top + (end - top) * (2.0 / 3), end};
    line.colour = core::faded(items.theme.accent, 0.8);
    line.width = 1;
    line.dash = 4;
    line.dashGap = 4;
    items.picture.add(std::move(line));
}

void addDayWords(const TimelineItems& items)
{
    const std::optional<double> x = dayX(items);
    if (!x)
        return;
    const core::TextStyle style{11, FontWeight::semibold, true};
    const Rect canvas = items.canvas;
    const std::string words = time::words(items.view.presence.asOf, items.view.language, time::WordLength::compact);
    const double width = items.measurer.width(words, style) + 16;
    const Rect pill{std::round(std::clamp(*x - width / 2, canvas.left() + 2, canvas.right() - width - 2)),
                    canvas.bottom() - 24, std::round(width), 20};
    items.picture.add(FillRect{pill, 10, cornersAll, core::mixed(items.theme.ground, items.theme.accent, 0.22)});
    items.picture.add(TextRun{{pill.x + 8, pill.y + 14}, words, style, items.theme.text1, {}});
}

} // namespace fabula::scene
