#include "brief/callouts.hpp"

#include "layout/timeline/text_fitting.hpp"
#include "scene/text_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fabula::brief {
namespace {

const core::TextStyle kStyle{17, core::FontWeight::medium, false};
constexpr double kLineHeight = 23;
const core::TextStyle kDayStyle{14, core::FontWeight::regular, false};
constexpr double kDayHeight = 19;
constexpr double kDayBaseline = 14;
constexpr double kMostWidth = 340;
constexpr std::size_t kMostLines = 3;
constexpr double kPaddingX = 14;
constexpr double kPaddingY = 9;
constexpr double kNear = 12; ///< from what it is pinned to
constexpr double kClear = 6; ///< from everything else
constexpr double kStep = 26; ///< between candidates
constexpr int kRings = 9;    ///< of candidates around an event
constexpr double kBaseline = 17;
constexpr double kCorner = 6;

std::optional<Rect> boxOf(const scene::Shape& shape, const core::TextMeasurer& measurer)
{
    if (const auto* fill = std::get_if<scene::FillRect>(&shape))
        return fill->rect;
    if (const auto* gradient = std::get_if<scene::GradientRect>(&shape))
        return gradient->rect;
    if (const auto* disc = std::get_if<scene::Disc>(&shape))
        return Rect{disc->centre.x - disc->radius, disc->centre.y - disc->radius, 2 * disc->radius, 2 * disc->radius};
    if (const auto* text = std::get_if<scene::TextRun>(&shape))
        return measurer.inkBox(text->text, text->style).moved(text->position.x, text->position.y);
    return std::nullopt;
}

Point nearest(const Rect& rect, Point to)
{
    return {std::clamp(to.x, rect.left(), rect.right()), std::clamp(to.y, rect.top(), rect.bottom())};
}

/// Whether the line runs through the inside of the rectangle; it may touch its edge.
bool crosses(const std::vector<Point>& line, const Rect& rect)
{
    const Rect inside = rect.grown(-1);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = core::distance(line[i - 1], line[i]);
        for (double at = 0; at < length; at += 3) {
            if (inside.contains(line[i - 1] + (line[i] - line[i - 1]) * (at / length)))
                return true;
        }
    }
    return false;
}

} // namespace

CalloutPlacer::CalloutPlacer(const core::TextMeasurer& measurer, const scene::DisplayList& picture, const Rect& canvas)
    : measurer_(measurer), canvas_(canvas)
{
    for (const scene::DisplayItem& item : picture.items) {
        if (const auto* path = std::get_if<scene::Path>(&item.shape); path != nullptr && path->width > 0) {
            const std::vector<Point> line = scene::flattened(path->points, 2);
            for (std::size_t i = 1; i < line.size(); ++i)
                links_.push_back({std::min(line[i - 1].x, line[i].x), std::min(line[i - 1].y, line[i].y),
                                  std::abs(line[i].x - line[i - 1].x) + 1, std::abs(line[i].y - line[i - 1].y) + 1});
            continue;
        }
        const bool ofEvent = item.subject.kind == scene::SubjectKind::event;
        const auto box = boxOf(item.shape, measurer);
        if (!box || (!ofEvent && !std::holds_alternative<scene::TextRun>(item.shape) &&
                     item.subject.kind != scene::SubjectKind::cluster))
            continue;
        taken_.push_back(*box);
        if (!ofEvent || std::holds_alternative<scene::GradientRect>(item.shape))
            continue;
        const auto known = std::find_if(cards_.begin(), cards_.end(),
                                        [&](const auto& card) { return card.first == item.subject.index; });
        if (known == cards_.end())
            cards_.emplace_back(item.subject.index, *box);
        else if (box->width * box->height > known->second.width * known->second.height)
            known->second = *box;
    }
}

PlacedCallout CalloutPlacer::sized(const std::string& text, const std::string& day) const
{
    PlacedCallout callout;
    callout.day = day;
    callout.lines = scene::wrapped(measurer_, layout::singleLine(text), kStyle, kMostWidth, kMostLines);
    double width = measurer_.width(day, kDayStyle);
    for (const std::string& line : callout.lines)
        width = std::max(width, measurer_.width(line, kStyle));
    callout.box.width = std::ceil(width) + 2 * kPaddingX;
    callout.box.height = static_cast<double>(callout.lines.size()) * kLineHeight + 2 * kPaddingY;
    callout.box.height += day.empty() ? 0 : kDayHeight;
    return callout;
}

double CalloutPlacer::cost(const Candidate& candidate) const
{
    constexpr double kNever = 1e9;
    constexpr double kOver = 1e4;
    const Rect& box = candidate.box;
    if (box.left() < canvas_.left() + kClear || box.right() > canvas_.right() - kClear ||
        box.top() < canvas_.top() + kClear || box.bottom() > canvas_.bottom() - kClear)
        return kNever;
    const Rect wide = box.grown(kClear);
    double sum = 0;
    for (const Rect& other : taken_) {
        if (wide.overlaps(other) || crosses(candidate.leader, other))
            sum += kOver;
    }
    for (const Rect& other : links_)
        sum += wide.overlaps(other) ? 1 : 0;
    return sum;
}

PlacedCallout CalloutPlacer::placed(PlacedCallout callout, const std::vector<Candidate>& candidates)
{
    double least = std::numeric_limits<double>::max();
    for (const Candidate& candidate : candidates) {
        const double hits = cost(candidate);
        if (hits >= least)
            continue;
        least = hits;
        callout.box = candidate.box;
        callout.leader = candidate.leader;
        if (hits == 0)
            break;
    }
    taken_.push_back(callout.box);
    return callout;
}

std::vector<CalloutPlacer::Candidate> CalloutPlacer::corners(const Rect& box) const
{
    const double left = canvas_.left() + 2 * kNear;
    const double right = canvas_.right() - 2 * kNear - box.width;
    const double top = canvas_.top() + 2 * kNear;
    const double bottom = canvas_.bottom() - 2 * kNear - box.height;
    std::vector<Candidate> found;
    for (const Point corner : {Point{right, bottom}, Point{right, top}, Point{left, bottom}, Point{left, top}})
        found.push_back({{std::round(corner.x), std::round(corner.y), box.width, box.height}, {}});
    return found;
}

PlacedCallout CalloutPlacer::atEvent(const std::string& text, EventId event)
{
    PlacedCallout callout = sized(text);
    callout.event = event;
    const auto pinned =
        std::find_if(cards_.begin(), cards_.end(), [&](const auto& card) { return card.first == event.value; });
    if (pinned == cards_.end())
        return placed(callout, corners(callout.box));
    const Rect at = pinned->second;
    const double width = callout.box.width;
    const double height = callout.box.height;
    std::vector<Candidate> candidates;
    for (int ring = 0; ring < kRings; ++ring) {
        const double away = kNear + ring * kStep;
        for (const double x :
             {at.left(), at.centre().x - width / 2, at.right() - width, at.left() - width - away, at.right() + away}) {
            for (const double y : {at.bottom() + away, at.top() - away - height, at.centre().y - height / 2}) {
                const Rect box{std::round(x), std::round(y), width, height};
                const Point from = nearest(box, at.centre());
                const Point to = nearest(at, from);
                if (!box.overlaps(at))
                    candidates.push_back({box, {nearest(box, to), to}});
            }
        }
    }
    return placed(callout, candidates);
}

PlacedCallout CalloutPlacer::atDay(const DayRemark& remark, std::optional<double> x)
{
    PlacedCallout callout = sized(remark.text, remark.day);
    if (!x)
        return placed(callout, corners(callout.box));
    const Point day{std::round(*x), canvas_.top()};
    const double width = callout.box.width;
    const double height = callout.box.height;
    std::vector<Candidate> candidates;
    for (double y = canvas_.top() + kNear; y + height < canvas_.bottom(); y += kStep) {
        for (double away = 0; away <= kMostWidth; away += kStep) {
            for (const double left : {day.x - width / 2 + away, day.x - width / 2 - away}) {
                const Rect box{std::round(left), std::round(y), width, height};
                const bool under = day.x >= box.left() + kCorner && day.x <= box.right() - kCorner;
                const Point turn{day.x, under ? box.top() : box.centre().y};
                candidates.push_back({box, {day, turn}});
                if (!under)
                    candidates.back().leader.push_back({day.x < box.left() ? box.left() : box.right(), turn.y});
            }
        }
    }
    const std::vector<Candidate> otherwise = corners(callout.box);
    candidates.insert(candidates.end(), otherwise.begin(), otherwise.end());
    return placed(callout, candidates);
}

void addCallout(const PlacedCallout& callout, double there, const scene::Theme& theme, scene::DisplayList& slide)
{
    const Rect& box = callout.box;
    const scene::Subject subject =
        callout.event.valid() ? scene::Subject{scene::SubjectKind::event, callout.event.value} : scene::Subject{};
    if (callout.leader.size() > 1) {
        scene::Path line;
        line.points = {callout.leader.front()};
        for (std::size_t i = 1; i < callout.leader.size(); ++i) {
            const Point from = callout.leader[i - 1];
            const Point way = callout.leader[i] - from;
            line.points.insert(line.points.end(), {from + way * (1.0 / 3), from + way * (2.0 / 3), from + way});
        }
        line.colour = core::faded(theme.accent, there);
        line.width = 1.5;
        slide.add(std::move(line), subject);
    }
    slide.add(scene::FillRect{box, 6, scene::cornersAll, core::faded(theme.raised, there)}, subject);
    slide.add(scene::StrokeRect{box, 6, core::faded(theme.accent, there), 1.5}, subject);
    double y = box.y + kPaddingY;
    if (!callout.day.empty()) {
        const Point at{box.x + kPaddingX, y + kDayBaseline};
        slide.add(scene::TextRun{at, callout.day, kDayStyle, core::faded(theme.text2, there), {}}, subject);
        y += kDayHeight;
    }
    y += kBaseline;
    for (const std::string& line : callout.lines) {
        slide.add(scene::TextRun{{box.x + kPaddingX, y}, line, kStyle, core::faded(theme.text1, there), {}}, subject);
        y += kLineHeight;
    }
}

} // namespace fabula::brief
