#pragma once

#include "graph/event_graph.hpp"
#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"
#include "scene/timeline_view.hpp"

#include <algorithm>

namespace fabula::scene {

/// A card looked at from farther away has no room for its date line and badges.
inline constexpr double kLeastScaleForDate = 0.78;

/// What the parts of a picture share that every layout of a story has: cards, labels, dots and links. Private to the
/// folder.
struct StoryItems
{
    const graph::EventGraph& graph;
    const layout::PlacedStory& placed;
    const layout::TimelineMetrics& metrics;
    const core::TextMeasurer& measurer;
    const StoryView& view;
    const Theme& theme;
    DisplayList& picture;
    Rect canvas;      ///< where events are drawn
    Point origin;     ///< of the content, in the picture
    double zoom = 1;  ///< picture px for one of the content
    double cards = 0; ///< how far labels and dots have become cards: 0 not at all to 1

    /// Content space to picture, not rounded.
    Point at(Point content) const { return origin + content * zoom; }
    /// The same, moved to whole pixels without changing its size.
    Rect snapped(const Rect& content) const;
    bool inView(const Rect& content) const;
    /// How much thinner lines and smaller heads are where the content is looked at from afar.
    double lineScale() const { return std::clamp(zoom, 0.55, 1.0); }

    bool lit(core::EventId event) const;
    bool lit(core::LinkId link) const;
    /// Thought away, or withdrawn since an older version of the story.
    bool outlined(core::EventId event) const;
    model::Novelty novelty(core::EventId event) const { return graph.story()[event].novelty; }
    /// 0 not there to 1 there. What was withdrawn is there, to be seen as that.
    double present(core::EventId event) const;
    double present(core::LinkId link) const;
    /// Whether the event's date is derived otherwise from what is known on the day that is shown.
    bool derivedOtherwise(core::EventId event) const;
    /// A card's date line and badges, by what is known on that day.
    std::string date(const layout::PlacedEvent& card) const;
    layout::EventBadges badges(const layout::PlacedEvent& card) const;
    /// How far it has gone into the ground: 0 not at all to 1 out of sight. Something else stands out, or it is not
    /// there yet.
    double gone(core::EventId event) const;
    double gone(core::LinkId link) const;
    /// How far what recedes behind something that stands out goes.
    double behind() const;
    /// The colour moved towards the ground by a share, still opaque.
    Colour receded(Colour colour, double gone) const;
    /// Of the event's lane, receded as the event is.
    Colour laneColour(const layout::PlacedEvent& event) const;
};

inline Subject eventSubject(const layout::PlacedEvent& placed)
{
    return {SubjectKind::event, placed.event.value};
}

void addLinks(const StoryItems& items);
/// Words at a line, to be clicked as that.
void addNote(const StoryItems& items, const layout::LinkNote& note, double gone, const Subject& subject);
void addDateBars(const StoryItems& items);
void addEvents(const StoryItems& items);

} // namespace fabula::scene
