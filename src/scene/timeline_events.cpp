#include "layout/event_words.hpp"
#include "scene/marks.hpp"
#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {
namespace {

using layout::BarKind;
using layout::Detail;
using layout::PlacedEvent;
using model::Basis;

constexpr double kCardRadius = 7;
constexpr double kCardEdge = 7;
constexpr double kOpenFade = 120; ///< px over which a bar without a bound fades out

bool inView(const TimelineItems& items, const Rect& content)
{
    const Point corner = items.at({content.x, content.y});
    return Rect{corner.x, corner.y, content.width, content.height}.grown(16).overlaps(items.view.canvas());
}

Subject subjectOf(const PlacedEvent& placed)
{
    return {SubjectKind::event, placed.event.value};
}

Colour laneColour(const TimelineItems& items, const PlacedEvent& placed)
{
    const auto& lane = items.subject.layout.lanes[placed.lane.index()];
    return items.receded(items.theme.lane(lane.colour), items.lit(placed.event));
}

void addRing(const TimelineItems& items, const Rect& rect)
{
    items.picture.add(StrokeRect{rect.grown(4), kCardRadius + 4, items.theme.accent, 2, 0, 0});
}

/// The address of the first of its sources that has one.
std::string addressOf(const TimelineItems& items, const PlacedEvent& placed)
{
    const model::Story& story = items.subject.graph.story();
    for (const model::Citation& citation : story[placed.event].sources)
        if (!story[citation.source].url.empty())
            return story[citation.source].url;
    return {};
}

/// From the right end of the line to the left, as wide as layout::badgesWidth says.
void addBadges(const TimelineItems& items, const PlacedEvent& placed, double right, double baseline)
{
    const Theme& theme = items.theme;
    const core::TextStyle& style = items.subject.metrics.dateStyle;
    const core::TextMeasurer& measurer = items.subject.measurer;
    const bool lit = items.lit(placed.event);
    double x = right;
    const auto write = [&](const std::string& text, Colour colour) {
        x -= measurer.width(text, style);
        items.picture.add(TextRun{{std::round(x), baseline}, text, style, items.receded(colour, lit), {}},
                          subjectOf(placed));
    };
    if (placed.badges.showsSources()) {
        write(placed.badges.sourcesText(), theme.text2);
        x = std::round(x - layout::kMarkGapPx - layout::kSourceMarkPx);
        items.picture.add(sourceMark({x, baseline - 9}, items.receded(theme.text3, lit)));
        x -= layout::kBadgeGapPx;
    }
    if (placed.badges.contradictions > 0)
        write(layout::kContradictionMark, theme.link(model::LinkKind::contradicts));
}

/// After a title that is not in the language wanted, the language it is in.
void addStandIn(const TimelineItems& items, const PlacedEvent& placed, Point titleEnd)
{
    if (!placed.standIn.empty())
        items.picture.add(TextRun{{std::round(titleEnd.x + layout::kStandInGapPx), titleEnd.y},
                                  placed.standIn,
                                  items.subject.metrics.noteStyle,
                                  items.receded(items.theme.text3, items.lit(placed.event)),
                                  {}},
                          subjectOf(placed));
}

void addCard(const TimelineItems& items, const PlacedEvent& placed)
{
    const layout::TimelineMetrics& metrics = items.subject.metrics;
    const Theme& theme = items.theme;
    const Subject subject = subjectOf(placed);
    const bool lit = items.lit(placed.event);
    const bool hovered = items.view.hovered == subject;
    const Rect rect = items.snapped(placed.box);
    Colour fill = items.receded(theme.cardFill, lit);
    if (hovered)
        fill = core::mixed(fill, theme.text1, theme.dark ? 0.06 : 0.03);
    items.picture.add(ShadowRect{rect, kCardRadius, hovered ? 14.0 : 9.0, hovered ? 5.0 : 3.0,
                                 core::faded(theme.shadow, lit ? 1 : 1 - 0.7 * items.view.emphasis.strength)});
    items.picture.add(FillRect{rect, kCardRadius, cornersAll, fill}, subject);
    StrokeRect outline = basisOutline(theme, rect, kCardRadius, items.subject.graph.story()[placed.event].basis);
    outline.colour = items.receded(outline.colour, lit);
    items.picture.add(outline);
    items.picture.add(
        FillRect{{rect.x, rect.y, kCardEdge, rect.height}, kCardRadius, cornersLeft, laneColour(items, placed)});
    const double x = rect.x + metrics.cardPadding;
    const double titleLine = rect.y + std::round(metrics.cardHeight * 0.42);
    const double dateLine = rect.y + std::round(metrics.cardHeight * 0.8);
    items.picture.add(TextRun{{x, titleLine},
                              placed.title,
                              metrics.titleStyle,
                              items.receded(theme.text1, lit),
                              addressOf(items, placed)},
                      subject);
    addStandIn(items, placed, {x + items.subject.measurer.width(placed.title, metrics.titleStyle), titleLine});
    items.picture.add(TextRun{{x, dateLine}, placed.date, metrics.dateStyle, items.receded(theme.text2, lit), {}},
                      subject);
    addBadges(items, placed, rect.right() - metrics.cardPadding, dateLine);
    if (items.view.selected == placed.event)
        addRing(items, rect);
}

void addDot(const TimelineItems& items, const PlacedEvent& placed, Point centre)
{
    const double radius = items.subject.metrics.dotDiameter / 2;
    const Basis basis = items.subject.graph.story()[placed.event].basis;
    const Colour colour = laneColour(items, placed);
    Disc dot{centre, radius, colour, colour, 0};
    if (basis != Basis::official) {
        // A hollow dot is somebody's report or our reading; a full one an actor's own word.
        dot.fill = basis == Basis::inferred ? items.theme.ground : core::mixed(items.theme.ground, colour, 0.55);
        dot.stroke = colour;
        dot.strokeWidth = 1.5;
        dot.radius = radius - 0.75;
    }
    items.picture.add(dot, subjectOf(placed));
}

void addLoneDot(const TimelineItems& items, const PlacedEvent& placed)
{
    const Point centre = items.at({placed.anchorX, placed.box.centre().y});
    addDot(items, placed, centre);
    if (items.view.selected == placed.event)
        items.picture.add(Disc{centre, placed.box.width / 2 + 4, {0, 0, 0, 0}, items.theme.accent, 2});
}

void addLabel(const TimelineItems& items, const PlacedEvent& placed)
{
    const core::TextStyle& style = items.subject.metrics.labelStyleFor(placed.importance);
    const Subject subject = subjectOf(placed);
    const bool lit = items.lit(placed.event);
    const Rect rect = items.snapped(placed.box);
    const double middle = rect.y + rect.height / 2;
    const double dotX = items.at({placed.anchorX, 0}).x;
    // The dot stands on its date; the words to its right, or to its left where the box ends at the date.
    const double radius = items.subject.metrics.dotDiameter / 2;
    items.picture.add(FillRect{rect, 4, cornersAll, {0, 0, 0, 0}}, subject);
    if (items.view.hovered == subject)
        items.picture.add(FillRect{rect.grown(2), 5, cornersAll, items.theme.raised});
    addDot(items, placed, {dotX, middle});
    const double textX = std::round(dotX + radius + 6);
    const double width = items.subject.measurer.width(placed.title, style);
    const double mark =
        placed.standIn.empty()
            ? 0
            : layout::kStandInGapPx + items.subject.measurer.width(placed.standIn, items.subject.metrics.noteStyle);
    const double x = textX + width + mark <= rect.right() + 2 ? textX : rect.x;
    const core::LineMetrics line = items.subject.measurer.metrics(style);
    const double baseline = std::round(middle + (line.ascent - line.descent) / 2 - 0.5);
    items.picture.add(
        TextRun{{x, baseline}, placed.title, style, items.receded(items.theme.text1, lit), addressOf(items, placed)},
        subject);
    addStandIn(items, placed, {x + width, baseline});
    if (items.view.selected == placed.event)
        addRing(items, rect.grown(-2));
}

void addBar(const TimelineItems& items, const PlacedEvent& placed)
{
    const layout::DateBar& bar = placed.bar;
    const double fadeLeft = bar.openBegin ? kOpenFade : bar.softBegin;
    const double fadeRight = bar.openEnd ? kOpenFade : bar.softEnd;
    const Point corner = items.at({bar.x0 - fadeLeft, bar.y});
    Rect rect{corner.x, std::round(corner.y), bar.x1 - bar.x0 + fadeLeft + fadeRight, bar.height};
    const Subject subject = subjectOf(placed);
    const Colour colour = laneColour(items, placed);
    // However vague, a closed date this narrow would fade into nothing: here it is as good as a point.
    if (!bar.openBegin && !bar.openEnd && rect.width < bar.height) {
        items.picture.add(Disc{{corner.x + rect.width / 2, rect.centre().y}, bar.height / 2, colour, colour, 0},
                          subject);
        return;
    }
    const Colour clear = core::faded(colour, 0);
    const bool fades = rect.width >= 2 * bar.height;
    if (bar.kind == BarKind::vague && fades) {
        items.picture.add(GradientRect{rect, clear, core::faded(colour, 0.8), clear, 0.35, 0.65}, subject);
    } else if (bar.kind == BarKind::derived) {
        const Colour faint = core::faded(colour, 0.25);
        items.picture.add(
            GradientRect{rect, fadeLeft > 0 ? clear : faint, faint, fadeRight > 0 ? clear : faint, 0.3, 0.7}, subject);
        const double soft = bar.openBegin ? 0 : bar.softBegin;
        items.picture.add(
            HatchRect{{rect.x + soft, rect.y, rect.width - soft - (bar.openEnd ? 0 : bar.softEnd), rect.height},
                      core::faded(colour, 0.85),
                      5,
                      1.5});
    } else if (fadeLeft > 0 || fadeRight > 0) {
        items.picture.add(GradientRect{rect, fadeLeft > 0 ? clear : colour, colour, fadeRight > 0 ? clear : colour,
                                       fadeLeft / rect.width, 1 - fadeRight / rect.width},
                          subject);
    } else {
        items.picture.add(FillRect{rect, std::min(2.5, rect.height / 2), cornersAll, colour}, subject);
    }
}

} // namespace

void addDateBars(const TimelineItems& items)
{
    for (const PlacedEvent& placed : items.subject.layout.events) {
        const layout::DateBar& bar = placed.bar;
        const Rect rect{bar.x0, bar.y, bar.x1 - bar.x0, bar.height};
        if (placed.detail != Detail::dot && inView(items, rect.grown(kOpenFade)))
            addBar(items, placed);
    }
}

void addEvents(const TimelineItems& items)
{
    for (const PlacedEvent& placed : items.subject.layout.events) {
        if (!inView(items, placed.box))
            continue;
        if (placed.detail == Detail::card)
            addCard(items, placed);
        else if (placed.detail == Detail::label)
            addLabel(items, placed);
        else
            addLoneDot(items, placed);
    }
}

void addClusters(const TimelineItems& items)
{
    const auto& clusters = items.subject.layout.clusters;
    const core::TextStyle style{11, core::FontWeight::semibold, true};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const layout::EventCluster& cluster = clusters[i];
        if (!inView(items, cluster.box))
            continue;
        const bool lit = std::any_of(cluster.events.begin(), cluster.events.end(),
                                     [&](core::EventId event) { return items.lit(event); });
        const Subject subject{SubjectKind::cluster, static_cast<std::uint32_t>(i)};
        const Rect rect = items.snapped(cluster.box);
        const auto& lane = items.subject.layout.lanes[cluster.lane.index()];
        const Colour colour = items.receded(items.theme.lane(lane.colour), lit);
        if (std::find(cluster.events.begin(), cluster.events.end(), items.view.selected) != cluster.events.end())
            items.picture.add(StrokeRect{rect.grown(3), rect.height / 2 + 3, items.theme.accent, 2, 0, 0});
        if (cluster.events.size() == 1) {
            items.picture.add(Disc{rect.centre(), items.subject.metrics.dotDiameter / 2, colour, colour, 0}, subject);
            continue;
        }
        items.picture.add(FillRect{rect, rect.height / 2, cornersAll, core::mixed(items.theme.ground, colour, 0.22)},
                          subject);
        const std::string count = std::to_string(cluster.events.size());
        const double width = items.subject.measurer.width(count, style);
        items.picture.add(TextRun{{std::round(rect.centre().x - width / 2), std::round(rect.centre().y + 4)},
                                  count,
                                  style,
                                  items.receded(items.theme.text1, lit),
                                  {}},
                          subject);
    }
}

} // namespace fabula::scene
