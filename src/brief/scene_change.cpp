#include "brief/scene_change.hpp"

#include "brief/callouts.hpp"
#include "brief/lane_change.hpp"
#include "scene/scaled.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

Rect between(const Rect& a, const Rect& b, double share)
{
    return {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share), std::lerp(a.width, b.width, share),
            std::lerp(a.height, b.height, share)};
}

Items moved(Items items, const scene::PointMapping& to)
{
    for (scene::DisplayItem& item : items)
        scene::move(item, to);
    return items;
}

/// As its first point goes, without a change of its shape.
void moveWhole(scene::DisplayItem& item, const scene::PointMapping& to)
{
    std::optional<Point> way;
    scene::move(item, [&](Point point) {
        if (!way)
            way = to(point) - point;
        return point + *way;
    });
}

/// Where a point goes that is fixed to a box.
Point carried(Point point, const Rect& from, const Rect& to)
{
    const double wide = from.width > 0 ? to.width / from.width : 1;
    const double high = from.height > 0 ? to.height / from.height : 1;
    return {to.x + (point.x - from.x) * wide, to.y + (point.y - from.y) * high};
}

double distance(Point point, const Rect& box)
{
    return std::hypot(std::max({box.left() - point.x, 0.0, point.x - box.right()}),
                      std::max({box.top() - point.y, 0.0, point.y - box.bottom()}));
}

/// One of the two pictures, and where its events are on the way.
struct Side
{
    const BriefScene& told;
    double step;
    StageParts parts;
    Course course;                         ///< of what stands on the axis
    std::vector<std::optional<Rect>> on{}; ///< by event index

    /// The event's box where its date has come to.
    Rect flown(EventId event) const
    {
        const EventPlace& place = *parts.places[event.index()];
        return place.box.moved(course(place.anchorX) - place.anchorX, 0);
    }
    bool has(EventId event) const { return parts.places[event.index()].has_value(); }

    /// A point of a link, which holds on to both its events.
    Point alongLink(Point point, EventId from, EventId to) const
    {
        if (!has(from) || !has(to))
            return has(from) ? atEvent(point, from) : has(to) ? atEvent(point, to) : point;
        const double near = distance(point, parts.places[from.index()]->box);
        const double far = distance(point, parts.places[to.index()]->box);
        const double share = near + far > 0 ? near / (near + far) : 0.5;
        const Point a = atEvent(point, from);
        return a + (atEvent(point, to) - a) * share;
    }
    Point atEvent(Point point, EventId event) const
    {
        return carried(point, parts.places[event.index()]->box, *on[event.index()]);
    }
};

/// Adds what two pictures have, layer by layer.
class SceneChange
{
public:
    SceneChange(const Briefing& briefing, const Slide& from, const Slide& to, const scene::Blend& blend)
        : telling_(briefing.telling), blend_(blend), old_(sideOf(briefing, from)), young_(sideOf(briefing, to))
    {
        const auto flight = flightBetween(old_.told.stage, young_.told.stage);
        if (flight) {
            axis_ = axisAt(old_.told.stage, young_.told.stage, *flight, blend.moved);
            old_.course = axis_->old;
            young_.course = axis_->young;
            lanes_.emplace(old_.told.stage, old_.parts.headers, young_.told.stage, young_.parts.headers);
        }
        placeEvents();
    }

    void add(scene::DisplayList& picture) const
    {
        const std::optional<scene::AxisLayers> axis = flownAxis();
        const Rect& frame = young_.told.stage.frame;
        picture.add(scene::PushClip{frame});
        addGrounds(axis, picture);
        picture.add(scene::PushClip{between(old_.parts.canvas, young_.parts.canvas, blend_.moved)});
        addDay(&StageParts::dayLine, picture);
        addApart(&StageParts::sums, picture);
        addBars(picture);
        addLinks(picture);
        addEvents(picture);
        addDay(&StageParts::dayWords, picture);
        picture.add(scene::PopClip{});
        if (lanes_)
            lanes_->addHeaders(blend_, picture);
        else
            addApart(&StageParts::headers, picture);
        addAxis(axis, picture);
        picture.add(scene::PopClip{});
        addCallouts(old_, blend_.old, picture);
        addCallouts(young_, blend_.young, picture);
    }

private:
    static Side sideOf(const Briefing& briefing, const Slide& slide)
    {
        const BriefScene& told = briefing.scenes[slide.scene];
        const auto step = static_cast<double>(slide.step);
        return {told, step, stageParts(briefing.telling, told.stage, step), {}};
    }

    void placeEvents()
    {
        const std::size_t count = old_.parts.places.size();
        old_.on.resize(count);
        young_.on.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const EventId event(static_cast<std::uint32_t>(i));
            if (old_.has(event))
                old_.on[i] = old_.flown(event);
            if (young_.has(event))
                young_.on[i] = young_.flown(event);
            if (old_.on[i] && young_.on[i])
                old_.on[i] = young_.on[i] = between(*old_.on[i], *young_.on[i], blend_.moved);
        }
    }

    std::optional<scene::AxisLayers> flownAxis() const
    {
        if (!axis_)
            return std::nullopt;
        layout::TimelineLayout layout;
        layout.scale = axis_->scale;
        const Stage& stage = young_.told.stage;
        const scene::TimelineSubject subject{stage.content.events, layout, stage.metrics, *telling_.measurer};
        scene::AxisLayers drawn = scene::axisLayers(subject, axis_->view, *telling_.theme);
        scene::AxisLayers scaled;
        scene::addScaled(drawn.grid, axis_->factor, {}, scaled.grid);
        scene::addScaled(drawn.axis, axis_->factor, {}, scaled.axis);
        return scaled;
    }

    void addApart(Items StageParts::*layer, scene::DisplayList& picture) const
    {
        scene::addFaded(old_.parts.*layer, blend_.old, picture);
        scene::addFaded(young_.parts.*layer, blend_.young, picture);
    }

    void addGrounds(const std::optional<scene::AxisLayers>& axis, scene::DisplayList& picture) const
    {
        if (!axis)
            return addApart(&StageParts::grounds, picture);
        lanes_->addGrounds(young_.told.stage.frame, telling_.theme->laneTint, blend_, picture);
        picture.items.insert(picture.items.end(), axis->grid.items.begin(), axis->grid.items.end());
    }

    void addAxis(const std::optional<scene::AxisLayers>& axis, scene::DisplayList& picture) const
    {
        if (!axis)
            return addApart(&StageParts::axis, picture);
        picture.items.insert(picture.items.end(), axis->axis.items.begin(), axis->axis.items.end());
        const auto undated = [](const Items& items) {
            Items found;
            std::copy_if(items.begin(), items.end(), std::back_inserter(found),
                         [](const auto& item) { return item.subject.kind == scene::SubjectKind::undated; });
            return found;
        };
        scene::addBlended(undated(old_.parts.axis), undated(young_.parts.axis), blend_, picture);
    }

    /// The day as of which a scene is shown flies with the axis.
    void addDay(Items StageParts::*layer, scene::DisplayList& picture) const
    {
        const auto flown = [layer](const Side& side) {
            return moved(side.parts.*layer, [&side](Point p) { return Point{side.course(p.x), p.y}; });
        };
        scene::addBlended(flown(old_), flown(young_), blend_, picture);
    }

    /// Bars keep to the dates they stand for, and go up and down with their event.
    Items flownBars(const Side& side, std::size_t event) const
    {
        const std::optional<EventPlace>& place = side.parts.places[event];
        if (!place)
            return side.parts.bars[event];
        const double down = side.on[event]->bottom() - place->box.bottom();
        const double right = axis_ ? 0 : side.on[event]->x - place->box.x;
        return moved(side.parts.bars[event], [&](Point p) { return Point{side.course(p.x) + right, p.y + down}; });
    }

    void addBars(scene::DisplayList& picture) const
    {
        for (std::size_t i = 0; i < old_.parts.bars.size(); ++i)
            scene::addBlended(flownBars(old_, i), flownBars(young_, i), blend_, picture);
    }

    void addLinksOf(const Side& side, double there, scene::DisplayList& picture) const
    {
        const model::Story& story = telling_.graph.story();
        for (std::size_t i = 0; there > 0 && i < side.parts.links.size(); ++i) {
            const model::Link& link = story.links[i];
            const auto along = [&](Point p) { return side.alongLink(p, link.from, link.to); };
            Items items = side.parts.links[i];
            for (scene::DisplayItem& item : items) {
                if (std::holds_alternative<scene::Path>(item.shape))
                    scene::move(item, along);
                else
                    moveWhole(item, along);
            }
            scene::addFaded(items, there, picture);
        }
    }

    void addLinks(scene::DisplayList& picture) const
    {
        addLinksOf(old_, blend_.old, picture);
        addLinksOf(young_, blend_.young, picture);
    }

    /// The event's items where it is on its way, in their own sizes.
    static Items carriedItems(const Side& side, std::size_t event)
    {
        if (!side.on[event])
            return {};
        const Rect& from = side.parts.places[event]->box;
        const Rect& to = *side.on[event];
        return moved(side.parts.events[event], [&](Point p) { return carried(p, from, to); });
    }

    void addEvents(scene::DisplayList& picture) const
    {
        // What goes lies under what stays, and what comes over it.
        for (const bool stays : {false, true}) {
            for (std::size_t i = 0; i < old_.on.size(); ++i) {
                if (old_.on[i] && young_.on[i].has_value() == stays)
                    scene::addBlended(carriedItems(old_, i), carriedItems(young_, i), blend_, picture);
            }
        }
        for (std::size_t i = 0; i < young_.on.size(); ++i) {
            if (young_.on[i] && !old_.on[i])
                scene::addFaded(carriedItems(young_, i), blend_.young, picture);
        }
    }

    /// Callouts go and come with what they are pinned to.
    void addCallouts(const Side& side, double there, scene::DisplayList& picture) const
    {
        for (const PlacedCallout& callout : side.told.stage.callouts) {
            const double whole = presenceOf(callout, side.told.stage.content, side.step);
            if (there <= 0 || whole <= 0 || (callout.event.valid() && !side.has(callout.event)))
                continue;
            scene::DisplayList drawn;
            addCallout(callout, there * whole, *telling_.theme, drawn);
            Point away;
            if (callout.event.valid()) {
                const Rect& from = side.parts.places[callout.event.index()]->box;
                away = side.on[callout.event.index()]->centre() - from.centre();
            } else if (!callout.leader.empty()) {
                away.x = side.course(callout.leader.front().x) - callout.leader.front().x;
            }
            scene::addScaled(drawn, 1, away, picture);
        }
    }

    const Telling& telling_;
    scene::Blend blend_;
    Side old_;
    Side young_;
    std::optional<FlyingAxis> axis_;
    std::optional<LaneChange> lanes_; ///< as there is an axis
};

} // namespace

void addSceneChange(const Briefing& briefing, const Slide& from, const Slide& to, const scene::Blend& blend,
                    scene::DisplayList& picture)
{
    SceneChange(briefing, from, to, blend).add(picture);
}

} // namespace fabula::brief
