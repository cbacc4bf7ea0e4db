#pragma once

#include "brief/stage.hpp"

#include <optional>
#include <vector>

namespace fabula::brief {

/// Finds room for callouts in a picture: over no event, no text and no other callout; over links where it must be.
class CalloutPlacer
{
public:
    /// `picture` with all its events, `canvas` the part of it where callouts may stand. Both are those of the slide.
    CalloutPlacer(const core::TextMeasurer& measurer, const scene::DisplayList& picture, const Rect& canvas);

    /// Beside the event, with a line to it where that is not near; in a corner if the event stands nowhere by itself.
    PlacedCallout atEvent(const std::string& text, EventId event);
    /// Under the axis, with a line to its day; in a corner if the day has no place.
    PlacedCallout atDay(const std::string& text, std::optional<double> x);

private:
    PlacedCallout sized(const std::string& text) const;
    /// The first candidate that lies in the canvas and clear of everything, else the one that hits least.
    Rect best(const std::vector<Rect>& candidates) const;
    double cost(const Rect& box) const;
    PlacedCallout placed(PlacedCallout callout, const std::vector<Rect>& candidates);
    std::vector<Rect> corners(const Rect& box) const;

    const core::TextMeasurer& measurer_;
    Rect canvas_;
    std::vector<Rect> taken_; ///< events, texts, callouts
    std::vector<Rect> links_; ///< their pieces
    std::vector<std::pair<std::uint32_t, Rect>> events_;
};

/// Draws it, `there` 0 not to 1 wholly.
void addCallout(const PlacedCallout& callout, double there, const scene::Theme& theme, scene::DisplayList& slide);

} // namespace fabula::brief
