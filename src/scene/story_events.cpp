#include "layout/event_words.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/marks.hpp"
#include "scene/story_items.hpp"
#include "scene/text_fit.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {
namespace {

using layout::Detail;
using layout::PlacedEvent;
using model::Basis;

constexpr double kCardRadius = 7;
constexpr double kCardEdge = 7;

void addRing(const StoryItems& items, const Rect& rect)
{
    items.picture.add(StrokeRect{rect.grown(4), kCardRadius + 4, items.theme.accent, 2, 0, 0});
}

/// Towards left and right alone, so that a frame keeps clear of the letters and of the lines above and below.
Rect widened(const Rect& rect, double by)
{
    return {rect.x - by, rect.y, rect.width + 2 * by, rect.height};
}

/// The address of the first of its sources that has one and was out on the day that is shown.
std::string addressOf(const StoryItems& items, const PlacedEvent& placed)
{
    const model::Story& story = items.graph.story();
    const model::Known* known = items.view.presence.known.get();
    for (const model::Citation& citation : story[placed.event].sources)
        if (!story[citation.source].url.empty() && (known == nullptr || known->sources[citation.source.index()]))
            return story[citation.source].url;
    return {};
}

/// From the right end of the line to the left, as wide as layout::badgesWidth says.
void addBadges(const StoryItems& items, const PlacedEvent& placed, Point end, const core::TextStyle& style)
{
    const Theme& theme = items.theme;
    const core::TextMeasurer& measurer = items.measurer;
    const double gone = items.gone(placed.event);
    double x = end.x;
    const auto write = [&](const std::string& text, Colour colour) {
        x -= measurer.width(text, style);
        items.picture.add(TextRun{{std::round(x), end.y}, text, style, items.receded(colour, gone), {}},
                          eventSubject(placed));
    };
    const layout::EventBadges badges = items.badges(placed);
    if (badges.showsSources()) {
        write(badges.sourcesText(), theme.text2);
        x = std::round(x - layout::kMarkGapPx - layout::kSourceMarkPx);
        addSourceMark(items.picture, {x, end.y - 9}, items.receded(theme.text2, gone));
        x -= layout::kBadgeGapPx;
    }
    if (badges.contradictions > 0)
        write(layout::kContradictionMark, theme.link(model::LinkKind::contradicts));
}

/// Where something stands that was thought away, or that is yet to come.
StrokeRect emptyOutline(const Rect& rect, double radius, Colour colour)
{
    return {rect, radius, colour, 1.25, 5, 4};
}

/// After a title that is not in the language wanted, the language it is in; of an event that is new or changed since an
/// older version of the story, that.
void addTitleMark(const StoryItems& items, const PlacedEvent& placed, Point titleEnd)
{
    if (placed.titleMark.empty())
        return;
    const Theme& theme = items.theme;
    const core::TextStyle& style = items.metrics.noteStyle;
    const model::Novelty novelty = items.novelty(placed.event);
    const double gone = items.gone(placed.event);
    double x = std::round(titleEnd.x + layout::kStandInGapPx);
    Colour ink = items.receded(theme.text3, gone);
    if (novelty != model::Novelty::same) {
        const core::LineMetrics line = items.measurer.metrics(style);
        const double wide = items.measurer.width(placed.titleMark, style) + 2 * layout::kMarkPillPadPx;
        const Rect pill{x, titleEnd.y - std::round(line.ascent * 0.86) - 1, std::round(wide), style.sizePx + 3};
        x += layout::kMarkPillPadPx;
        addNoveltyPill(items.picture, theme, pill, novelty, gone);
        ink = noveltyInk(theme, novelty, gone);
    }
    items.picture.add(TextRun{{x, titleEnd.y}, placed.titleMark, style, ink, {}}, eventSubject(placed));
}

/// A line through the title of what was withdrawn.
void addStrike(const StoryItems& items, const PlacedEvent& placed, Point start, const core::TextStyle& style)
{
    if (items.novelty(placed.event) != model::Novelty::withdrawn)
        return;
    const double y = std::round(start.y - style.sizePx * 0.32);
    items.picture.add(FillRect{{start.x, y, items.measurer.width(placed.title, style), 1},
                               0,
                               cornersNone,
                               items.receded(items.theme.text2, items.gone(placed.event))});
}

/// At the corner of a card that has no room for the word, and around a dot: that it is new or changed.
void addNoveltySpot(const StoryItems& items, const PlacedEvent& placed, Point at, double radius)
{
    const model::Novelty novelty = items.novelty(placed.event);
    if (novelty == model::Novelty::same || novelty == model::Novelty::withdrawn)
        return;
    const Colour colour = items.receded(items.theme.text1, items.gone(placed.event));
    const Colour fill = novelty == model::Novelty::added ? colour : items.theme.ground;
    items.picture.add(Disc{at, radius, fill, colour, 1});
}

/// The card itself, without what is written on it.
void addCardGround(const StoryItems& items, const PlacedEvent& placed, const Rect& rect)
{
    const Theme& theme = items.theme;
    const Subject subject = eventSubject(placed);
    const double card = placed.detail == Detail::card ? 1 : items.cards;
    const double gone = 1 - (1 - items.gone(placed.event)) * card;
    const bool hovered = items.view.hovered == subject;
    if (items.outlined(placed.event)) {
        items.picture.add(FillRect{rect, kCardRadius, cornersAll, theme.ground}, subject);
        items.picture.add(emptyOutline(rect, kCardRadius, items.laneColour(placed)));
        return;
    }
    Colour fill = items.receded(theme.cardFill, gone);
    if (hovered)
        fill = core::mixed(fill, theme.text1, theme.dark ? 0.06 : 0.03);
    items.picture.add(
        ShadowRect{rect, kCardRadius, hovered ? 14.0 : 9.0, hovered ? 5.0 : 3.0, core::faded(theme.shadow, 1 - gone)});
    items.picture.add(FillRect{rect, kCardRadius, cornersAll, fill}, subject);
    StrokeRect outline = basisOutline(theme, rect, kCardRadius, items.graph.story()[placed.event].basis);
    outline.colour = items.receded(outline.colour, gone);
    items.picture.add(outline);
    items.picture.add(
        FillRect{{rect.x, rect.y, kCardEdge, rect.height}, kCardRadius, cornersLeft, items.laneColour(placed)});
}

/// A card of another than its natural size, in a graph looked at from afar or on its way between two layouts: as much
/// of its words as there is room for.
void addScaledCard(const StoryItems& items, const PlacedEvent& placed, const Rect& rect)
{
    constexpr double kLeastHeight = 14; ///< for words at all
    const Theme& theme = items.theme;
    const double scale = rect.height / items.metrics.cardHeight;
    const double gone = items.gone(placed.event);
    addCardGround(items, placed, rect);
    addNoveltySpot(items, placed, {rect.right() - 2, rect.y + 2}, 2 + 2 * std::min(1.0, scale));
    if (items.view.selected == placed.event)
        addRing(items, rect);
    if (rect.height < kLeastHeight)
        return;
    const double inset = std::max(items.metrics.cardPadding * scale, kCardEdge + 3);
    const double room = rect.width - inset - std::min(inset, 8.0);
    const bool dated = scale >= kLeastScaleForDate;
    core::TextStyle title = items.metrics.titleStyle;
    title.sizePx = std::max(9.0, std::floor(title.sizePx * scale));
    const core::LineMetrics line = items.measurer.metrics(title);
    const double x = std::round(rect.x + inset);
    const Colour ink = items.receded(items.outlined(placed.event) ? theme.text2 : theme.text1, gone);
    // Where the date has no room, the title may have its line.
    const double pitch = title.sizePx + (rect.height >= 24 ? 1.0 : 0.0);
    const std::size_t most = !dated && rect.height >= 2 * pitch + 1 ? 2 : 1;
    const std::vector<std::string> lines = wrapped(items.measurer, placed.title, title, room, most);
    const double block = pitch * static_cast<double>(lines.size() - 1);
    double baseline = dated ? rect.y + std::round(rect.height * 0.42)
                            : std::round(rect.centre().y - block / 2 + (line.ascent - line.descent) / 2 - 0.5);
    for (const std::string& words : lines) {
        items.picture.add(TextRun{{x, baseline}, words, title, ink, addressOf(items, placed)}, eventSubject(placed));
        baseline += pitch;
    }
    if (!dated)
        return;
    core::TextStyle date = items.metrics.dateStyle;
    date.sizePx = std::max(10.0, std::floor(date.sizePx * scale));
    const double dateLine = rect.y + std::round(rect.height * 0.8);
    const double badges = layout::badgesWidth(items.badges(placed), items.measurer, date);
    addBadges(items, placed, {x + room, dateLine}, date);
    items.picture.add(TextRun{{x, dateLine},
                              layout::fitted(items.measurer, items.date(placed), date, room - badges),
                              date,
                              items.receded(theme.text2, gone),
                              {}},
                      eventSubject(placed));
}

void addCard(const StoryItems& items, const PlacedEvent& placed)
{
    const layout::TimelineMetrics& metrics = items.metrics;
    const Theme& theme = items.theme;
    const Subject subject = eventSubject(placed);
    const double gone = items.gone(placed.event);
    const Rect rect = items.snapped(placed.box);
    if (std::abs(rect.height - metrics.cardHeight) > 0.5)
        return addScaledCard(items, placed, rect);
    addCardGround(items, placed, rect);
    const double x = rect.x + metrics.cardPadding;
    const double titleLine = rect.y + std::round(metrics.cardHeight * 0.42);
    const double dateLine = rect.y + std::round(metrics.cardHeight * 0.8);
    items.picture.add(TextRun{{x, titleLine},
                              placed.title,
                              metrics.titleStyle,
                              items.receded(items.outlined(placed.event) ? theme.text2 : theme.text1, gone),
                              addressOf(items, placed)},
                      subject);
    addStrike(items, placed, {x, titleLine}, metrics.titleStyle);
    addTitleMark(items, placed, {x + items.measurer.width(placed.title, metrics.titleStyle), titleLine});
    items.picture.add(
        TextRun{{x, dateLine}, items.date(placed), metrics.dateStyle, items.receded(theme.text2, gone), {}}, subject);
    addBadges(items, placed, {rect.right() - metrics.cardPadding, dateLine}, metrics.dateStyle);
    if (items.view.selected == placed.event)
        addRing(items, rect);
}

void addDot(const StoryItems& items, const PlacedEvent& placed, Point centre)
{
    const double radius = items.metrics.dotDiameter / 2;
    const Basis basis = items.graph.story()[placed.event].basis;
    const Colour colour = items.laneColour(placed);
    Disc dot{centre, radius, colour, colour, 0};
    if (items.outlined(placed.event)) {
        dot = {centre, radius - 0.5, items.theme.ground, colour, 1};
    } else if (basis != Basis::official) {
        // A hollow dot is somebody's report or our reading; a full one an actor's own word.
        dot.fill = basis == Basis::inferred ? items.theme.ground : core::mixed(items.theme.ground, colour, 0.55);
        dot.stroke = colour;
        dot.strokeWidth = 1.5;
        dot.radius = radius - 0.75;
    }
    items.picture.add(dot, eventSubject(placed));
}

void addLoneDot(const StoryItems& items, const PlacedEvent& placed)
{
    const Point centre = items.at({placed.anchorX, placed.box.centre().y});
    addDot(items, placed, centre);
    if (items.outlined(placed.event)) {
        const double radius = items.metrics.dotDiameter / 2 + 4;
        items.picture.add(emptyOutline(Rect{centre.x, centre.y, 0, 0}.grown(radius), radius, items.laneColour(placed)));
    }
    addNoveltySpot(items, placed, centre + Point{5, -5}, 2.5);
    if (items.view.selected == placed.event)
        items.picture.add(Disc{centre, placed.box.width / 2 + 4, {0, 0, 0, 0}, items.theme.accent, 2});
}

void addLabel(const StoryItems& items, const PlacedEvent& placed)
{
    const core::TextStyle& style = items.metrics.labelStyleFor(placed.importance);
    const Subject subject = eventSubject(placed);
    const Rect rect = items.snapped(placed.box);
    const Colour ink =
        items.receded(items.outlined(placed.event) ? items.theme.text2 : items.theme.text1, items.gone(placed.event));
    const double middle = rect.y + rect.height / 2;
    const double dotX = items.at({placed.anchorX, 0}).x;
    // The dot stands on its date; the words to its right, or to its left where the box ends at the date.
    const double radius = items.metrics.dotDiameter / 2;
    items.picture.add(FillRect{rect, 4, cornersAll, {0, 0, 0, 0}}, subject);
    if (items.view.hovered == subject)
        items.picture.add(FillRect{rect.grown(2), 5, cornersAll, items.theme.raised});
    addDot(items, placed, {dotX, middle});
    const double textX = std::round(dotX + radius + 6);
    const double width = items.measurer.width(placed.title, style);
    const double mark =
        layout::titleMarkWidth(placed.titleMark, items.novelty(placed.event), items.measurer, items.metrics.noteStyle);
    const double x = textX + width + mark <= rect.right() + 2 ? textX : std::round(dotX - radius - 6 - width - mark);
    const core::LineMetrics line = items.measurer.metrics(style);
    const double baseline = std::round(middle + (line.ascent - line.descent) / 2 - 0.5);
    items.picture.add(TextRun{{x, baseline}, placed.title, style, ink, addressOf(items, placed)}, subject);
    addStrike(items, placed, {x, baseline}, style);
    addTitleMark(items, placed, {x + width, baseline});
    if (items.outlined(placed.event))
        items.picture.add(emptyOutline(widened(rect, 4).grown(1), 4, items.laneColour(placed)));
    if (items.view.selected == placed.event)
        addRing(items, widened(rect, 3).grown(-2));
}

/// An event of which nobody could know yet: that something will come here, not what.
void addGhost(const StoryItems& items, const PlacedEvent& placed)
{
    const Colour colour = core::mixed(items.theme.ground, items.theme.text3, 0.5 * (1 - items.present(placed.event)));
    const Rect rect = items.snapped(placed.box);
    if (placed.detail == Detail::dot)
        items.picture.add(Disc{rect.centre(), items.metrics.dotDiameter / 2 - 0.5, {0, 0, 0, 0}, colour, 1});
    else
        items.picture.add(emptyOutline(rect, placed.detail == Detail::card ? kCardRadius : 4, colour));
}

} // namespace

void addEvents(const StoryItems& items)
{
    for (const PlacedEvent& placed : items.placed.events) {
        if (!items.inView(placed.box))
            continue;
        if (items.view.presence.ghosts && items.present(placed.event) < 1)
            addGhost(items, placed);
        if (items.present(placed.event) <= 0)
            continue;
        const std::size_t first = items.picture.items.size();
        if (placed.detail == Detail::card || items.cards > 0)
            addCard(items, placed);
        else if (placed.detail == Detail::label)
            addLabel(items, placed);
        else
            addLoneDot(items, placed);
        // Its edge, its shadow and its ring come and go with it wherever the picture is taken apart.
        for (std::size_t i = first; i < items.picture.items.size(); ++i)
            items.picture.items[i].subject = eventSubject(placed);
    }
}

} // namespace fabula::scene
