#include "brief/stage_parts.hpp"

#include "scene/scaled.hpp"

#include <cmath>

namespace fabula::brief {
namespace {

using scene::SubjectKind;

Items scaled(const scene::DisplayList& part, double factor)
{
    scene::DisplayList whole;
    scene::addScaled(part, factor, {}, whole);
    return std::move(whole.items);
}

Rect scaled(const Rect& rect, double factor)
{
    return {rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor};
}

/// Clips around what has a subject and hatchings over it are of the same.
void nameAll(Items& items)
{
    scene::Subject subject;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (std::holds_alternative<scene::PushClip>(items[i].shape))
            subject = i + 1 < items.size() ? items[i + 1].subject : scene::Subject{};
        else if (items[i].subject.any())
            subject = items[i].subject;
        items[i].subject = subject;
    }
}

/// Sorts the items by what they show; those that show something else are left out.
std::vector<Items> byIndex(const Items& items, SubjectKind kind, std::size_t count)
{
    std::vector<Items> sorted(count);
    for (const scene::DisplayItem& item : items) {
        if (item.subject.kind == kind && item.subject.index < count)
            sorted[item.subject.index].push_back(item);
    }
    return sorted;
}

/// Of the events that are there, where `boxOf` says in px of the layout.
template <class Box>
void setPlaces(const layout::PlacedStory& layout, const scene::StoryView& view, const Box& boxOf, StageParts& parts)
{
    parts.places.resize(parts.events.size());
    for (const layout::PlacedEvent& placed : layout.events) {
        if (view.presence.events[placed.event.index()] > 0)
            parts.places[placed.event.index()] = boxOf(placed);
    }
}

StageParts timelineParts(const Telling& telling, const Stage& stage, const StagedTimeline& staged, double step)
{
    const model::Story& story = telling.graph.story();
    const double factor = stage.factor;
    scene::TimelineView view = staged.view;
    setView(stage, step, view);
    scene::TimelineLayers layers = scene::timelineLayers(
        {stage.content.events, staged.layout, stage.metrics, *telling.measurer}, view, *telling.theme);
    nameAll(layers.bars.items);
    StageParts parts;
    parts.canvas = scaled(view.canvas(), factor);
    parts.grounds = scaled(layers.grounds, factor);
    parts.dayLine = scaled(layers.dayLine, factor);
    parts.sums = scaled(layers.ribbons, factor);
    const Items clusters = scaled(layers.clusters, factor);
    parts.sums.insert(parts.sums.end(), clusters.begin(), clusters.end());
    parts.dayWords = scaled(layers.dayWords, factor);
    parts.headers = scaled(layers.headers, factor);
    parts.axis = scaled(layers.axis, factor);
    parts.bars = byIndex(scaled(layers.bars, factor), SubjectKind::event, story.events.size());
    parts.events = byIndex(scaled(layers.events, factor), SubjectKind::event, story.events.size());
    parts.links = byIndex(scaled(layers.links, factor), SubjectKind::link, story.links.size());
    const auto boxOf = [&](const layout::PlacedEvent& placed) {
        const Point corner = view.screenFromContent({placed.box.x, placed.box.y});
        const double anchorX = view.screenFromContent({placed.anchorX, 0}).x * factor;
        return EventPlace{
            scaled(Rect{std::round(corner.x), std::round(corner.y), placed.box.width, placed.box.height}, factor),
            anchorX};
    };
    setPlaces(staged.layout, view, boxOf, parts);
    return parts;
}

StageParts graphParts(const Telling& telling, const Stage& stage, const StagedGraph& staged, double step)
{
    const model::Story& story = telling.graph.story();
    const double factor = stage.factor;
    scene::GraphView view = staged.view;
    setView(stage, step, view);
    const Items all = scaled(layoutPicture(telling, stage, step), factor);
    StageParts parts;
    parts.canvas = stage.frame;
    parts.bars.resize(story.events.size());
    parts.events = byIndex(all, SubjectKind::event, story.events.size());
    parts.links = byIndex(all, SubjectKind::link, story.links.size());
    for (const scene::DisplayItem& item : all) {
        if (!item.subject.any())
            parts.grounds.push_back(item);
    }
    const auto boxOf = [&](const layout::PlacedEvent& placed) {
        const Point corner = view.screenFromContent({placed.box.x, placed.box.y});
        const Rect box{std::round(corner.x), std::round(corner.y), placed.box.width * view.zoom,
                       placed.box.height * view.zoom};
        return EventPlace{scaled(box, factor), 0};
    };
    setPlaces(staged.layout, view, boxOf, parts);
    return parts;
}

} // namespace

StageParts stageParts(const Telling& telling, const Stage& stage, double step)
{
    if (const auto* timeline = std::get_if<StagedTimeline>(&stage.placed))
        return timelineParts(telling, stage, *timeline, step);
    return graphParts(telling, stage, std::get<StagedGraph>(stage.placed), step);
}

} // namespace fabula::brief
