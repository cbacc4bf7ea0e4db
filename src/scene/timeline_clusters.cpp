#include "layout/event_words.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fabula::scene {
namespace {

/// The box of the dot or the cluster in which the selected event stands; nothing where its name is drawn.
std::optional<Rect> namelessPlace(const TimelineItems& items)
{
    const core::EventId event = items.view.selected;
    if (!event.valid() || items.present(event) <= 0.5)
        return std::nullopt;
    if (const layout::PlacedEvent* placed = items.layout.place(event))
        return placed->detail == layout::Detail::dot ? std::optional(items.snapped(placed->box)) : std::nullopt;
    for (const layout::EventCluster& cluster : items.layout.clusters) {
        if (items.inView(cluster.box) &&
            std::find(cluster.events.begin(), cluster.events.end(), event) != cluster.events.end())
            return items.snapped(cluster.box);
    }
    return std::nullopt;
}

} // namespace

void addSelectedName(const TimelineItems& items)
{
    constexpr double kMostWide = 320;
    constexpr double kPadding = 10;
    constexpr double kHeight = 40;
    const std::optional<Rect> place = namelessPlace(items);
    if (!place || !place->overlaps(items.canvas))
        return;
    const core::EventId event = items.view.selected;
    const model::Story& story = items.graph.story();
    const core::TextStyle& titleStyle = items.metrics.titleStyle;
    const core::TextStyle& dateStyle = items.metrics.dateStyle;
    const std::string title =
        layout::fitted(items.measurer,
                       layout::singleLine(model::choose(story[event].title, items.view.language, story.languages).text),
                       titleStyle, kMostWide);
    const std::string date =
        layout::fitted(items.measurer,
                       layout::dateLine(items.view.presence.graph ? *items.view.presence.graph : items.graph, event,
                                        items.view.language),
                       dateStyle, kMostWide);
    const double width =
        std::ceil(std::max(items.measurer.width(title, titleStyle), items.measurer.width(date, dateStyle))) +
        2 * kPadding;
    const Rect& canvas = items.canvas;
    const double above = place->y - kHeight - 8;
    const Rect tag{std::round(std::clamp(place->centre().x - width / 2, canvas.left() + 4,
                                         std::max(canvas.left() + 4, canvas.right() - width - 4))),
                   above >= canvas.top() + 2 ? above : place->bottom() + 8, width, kHeight};
    const Subject subject{SubjectKind::event, event.value};
    items.picture.add(ShadowRect{tag, 6, 12, 4, items.theme.shadow});
    items.picture.add(FillRect{tag, 6, cornersAll, items.theme.raised}, subject);
    items.picture.add(StrokeRect{tag, 6, items.theme.accent, 1, 0, 0});
    items.picture.add(TextRun{{tag.x + kPadding, tag.y + 17}, title, titleStyle, items.theme.text1, {}}, subject);
    items.picture.add(TextRun{{tag.x + kPadding, tag.y + 32}, date, dateStyle, items.theme.text2, {}}, subject);
}

void addClusters(const TimelineItems& items)
{
    if (items.layout.crowded)
        return addDensity(items);
    const auto& clusters = items.layout.clusters;
    const core::TextStyle style{11, core::FontWeight::semibold, true};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const layout::EventCluster& cluster = clusters[i];
        if (!items.inView(cluster.box))
            continue;
        const auto there = std::count_if(cluster.events.begin(), cluster.events.end(),
                                         [&](core::EventId event) { return items.present(event) > 0.5; });
        if (there == 0)
            continue;
        const bool lit = std::any_of(cluster.events.begin(), cluster.events.end(), [&](core::EventId event) {
            return items.lit(event) && items.present(event) > 0.5;
        });
        const double gone = lit ? 0 : items.behind();
        const bool chosen =
            std::find(cluster.events.begin(), cluster.events.end(), items.view.selected) != cluster.events.end();
        const Subject subject{SubjectKind::cluster, static_cast<std::uint32_t>(i)};
        const Rect rect = items.snapped(cluster.box);
        const auto& lane = items.layout.lanes[cluster.lane.index()];
        const Colour colour = items.receded(items.theme.lane(lane.colour), gone);
        if (chosen)
            items.picture.add(StrokeRect{rect.grown(3), rect.height / 2 + 3, items.theme.accent, 2, 0, 0});
        if (there == 1) {
            items.picture.add(Disc{rect.centre(), items.metrics.dotDiameter / 2, colour, colour, 0}, subject);
            continue;
        }
        items.picture.add(FillRect{rect, rect.height / 2, cornersAll, core::mixed(items.theme.ground, colour, 0.22)},
                          subject);
        const auto& within = cluster.events;
        if (std::any_of(within.begin(), within.end(), [&](core::EventId event) { return items.outlined(event); }))
            items.picture.add(StrokeRect{rect.grown(2), rect.height / 2 + 2, colour, 1.25, 5, 4});
        const std::string count = std::to_string(there);
        const double width = items.measurer.width(count, style);
        items.picture.add(TextRun{{std::round(rect.centre().x - width / 2), std::round(rect.centre().y + 4)},
                                  count,
                                  style,
                                  items.receded(items.theme.text1, gone),
                                  {}},
                          subject);
    }
}

} // namespace fabula::scene
