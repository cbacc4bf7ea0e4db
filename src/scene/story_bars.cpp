#include "scene/story_items.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fabula::scene {
namespace {

using layout::BarKind;
using layout::PlacedEvent;

constexpr double kHatchSpacing = 5;
/// A hatching fades by steps of two lines.
constexpr double kHatchStep = 2 * kHatchSpacing;
/// How a bar fades before a text that it passes: px of a step, and how much of it is left at each.
constexpr double kPassingStep = 4;
constexpr double kPassing[] = {0.25, 0.5, 0.75};

/// One bar as it is drawn, without what covers it.
struct Bar
{
    const layout::DateBar& date;
    Rect rect; ///< in the picture, with what fades out
    double fadeLeft = 0;
    double fadeRight = 0;
    Colour colour;
    Subject subject;
};

/// Lines that grow fainter towards an end without a bound; over a bound that is "about" there are none.
void addHatching(const StoryItems& items, const Bar& bar, Colour colour)
{
    const double left = bar.rect.x + bar.fadeLeft;
    const double right = bar.rect.right() - bar.fadeRight;
    const auto add = [&](double from, double width, double share) {
        items.picture.add(
            HatchRect{{from, bar.rect.y, width, bar.rect.height}, core::faded(colour, share), kHatchSpacing, 1.5});
    };
    if (right > left)
        add(left, right - left, 1);
    const double begun = std::ceil((right - left) / kHatchSpacing) * kHatchSpacing;
    for (double at = 0; bar.date.openEnd && at + kHatchStep <= bar.fadeRight; at += kHatchStep)
        add(left + begun + at, kHatchStep, 1 - (at + kHatchStep / 2) / bar.fadeRight);
    for (double at = 0; bar.date.openBegin && at + kHatchStep <= bar.fadeLeft; at += kHatchStep)
        add(left - at - kHatchStep, kHatchStep, 1 - (at + kHatchStep / 2) / bar.fadeLeft);
}

void addShape(const StoryItems& items, const Bar& bar, double strength)
{
    const Rect& rect = bar.rect;
    const Colour colour = core::faded(bar.colour, strength);
    const Colour clear = core::faded(colour, 0);
    const bool fades = rect.width >= 2 * rect.height;
    if (bar.date.kind == BarKind::vague && fades) {
        items.picture.add(GradientRect{rect, clear, core::faded(colour, 0.8), clear, 0.35, 0.65}, bar.subject);
    } else if (bar.date.kind == BarKind::derived) {
        const Colour faint = core::faded(colour, 0.25);
        items.picture.add(GradientRect{rect, bar.fadeLeft > 0 ? clear : faint, faint, bar.fadeRight > 0 ? clear : faint,
                                       std::min(0.3, bar.fadeLeft > 0 ? bar.fadeLeft / rect.width : 0.3),
                                       std::max(0.7, bar.fadeRight > 0 ? 1 - bar.fadeRight / rect.width : 0.7)},
                          bar.subject);
        addHatching(items, bar, core::faded(colour, 0.85));
    } else if (bar.fadeLeft > 0 || bar.fadeRight > 0) {
        items.picture.add(GradientRect{rect, bar.fadeLeft > 0 ? clear : colour, colour,
                                       bar.fadeRight > 0 ? clear : colour, bar.fadeLeft / rect.width,
                                       1 - bar.fadeRight / rect.width},
                          bar.subject);
    } else {
        items.picture.add(FillRect{rect, std::min(2.5, rect.height / 2), cornersAll, colour}, bar.subject);
    }
}

void addStretch(const StoryItems& items, const Bar& bar, double from, double to, double strength)
{
    const double left = std::round(from);
    const double right = std::round(to);
    if (right <= left || right <= items.canvas.left() || left >= items.canvas.right())
        return;
    items.picture.add(PushClip{{left, bar.rect.y - 1, right - left, bar.rect.height + 2}});
    addShape(items, bar, strength);
    items.picture.add(PopClip{});
}

/// What shows between texts that it passes: towards each it fades, so that it does not seem to end there.
void addPassingBar(const StoryItems& items, const Bar& bar)
{
    double from = bar.rect.x;
    bool afterText = false;
    const auto addUpTo = [&](double to, bool beforeText) {
        const double steps = std::size(kPassing) * kPassingStep;
        if (to - from < (afterText ? steps : 0) + (beforeText ? steps : 0))
            return;
        for (std::size_t i = 0; i < std::size(kPassing); ++i) {
            const double at = kPassingStep * static_cast<double>(i);
            if (afterText)
                addStretch(items, bar, from + at, from + at + kPassingStep, kPassing[i]);
            if (beforeText)
                addStretch(items, bar, to - at - kPassingStep, to - at, kPassing[i]);
        }
        addStretch(items, bar, from + (afterText ? steps : 0), to - (beforeText ? steps : 0), 1);
    };
    for (const auto& [left, right] : bar.date.covered) {
        const double begin = items.at({left, 0}).x;
        if (begin > from)
            addUpTo(begin, true);
        from = std::max(from, items.at({right, 0}).x);
        afterText = true;
    }
    if (from < bar.rect.right())
        addUpTo(bar.rect.right(), false);
}

void addBar(const StoryItems& items, const PlacedEvent& placed)
{
    const layout::DateBar& date = placed.bar;
    const Point corner = items.at({date.x0 - date.softBegin, date.y});
    const Rect rect{corner.x, std::round(corner.y), date.x1 - date.x0 + date.softBegin + date.softEnd, date.height};
    const Bar bar{date, rect, date.softBegin, date.softEnd, items.laneColour(placed), eventSubject(placed)};
    // However vague, a closed date this narrow would fade into nothing: here it is as good as a point.
    if (!date.openBegin && !date.openEnd && rect.width < date.height)
        items.picture.add(
            Disc{{corner.x + rect.width / 2, rect.centre().y}, date.height / 2, bar.colour, bar.colour, 0},
            bar.subject);
    else if (date.covered.empty())
        addShape(items, bar, 1);
    else
        addPassingBar(items, bar);
}

} // namespace

void addDateBars(const StoryItems& items)
{
    for (const PlacedEvent& placed : items.placed.events) {
        const layout::DateBar& bar = placed.bar;
        const Rect rect{bar.x0 - bar.softBegin, bar.y, bar.x1 - bar.x0 + bar.softBegin + bar.softEnd, bar.height};
        // Where the range was another on the day that is shown, none is drawn: the places stay those of the whole.
        const bool otherwise = bar.kind == layout::BarKind::derived && items.derivedOtherwise(placed.event);
        if (placed.detail != layout::Detail::dot && !otherwise && !items.outlined(placed.event) &&
            items.present(placed.event) > 0 && items.inView(rect))
            addBar(items, placed);
    }
}

} // namespace fabula::scene
