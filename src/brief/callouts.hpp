#pragma once

#include "brief/stage.hpp"

#include <optional>
#include <vector>

namespace fabula::brief {

/// A remark on a day, and the day in words.
struct DayRemark
{
    std::string text;
    std::string day;
};

/// Finds room for callouts in a picture: over no event, no text and no other callout; over links where it must be.
class CalloutPlacer
{
public:
    /// `picture` with all its events, `canvas` the part of it where callouts may stand. Both are those of the slide.
    CalloutPlacer(const core::TextMeasurer& measurer, const scene::DisplayList& picture, const Rect& canvas);

    /// Beside the event, with a line to it where that is not near; in a corner if the event stands nowhere by itself.
    PlacedCallout atEvent(const std::string& text, EventId event);
    /// With a line from its day on the axis, which is at `x`; in a corner if the day has no place.
    PlacedCallout atDay(const DayRemark& remark, std::optional<double> x);

private:
    /// Where a callout could stand, and its line.
    struct Candidate
    {
        Rect box;
        std::vector<Point> leader;
    };

    PlacedCallout sized(const std::string& text, const std::string& day = {}) const;
    double cost(const Candidate& candidate) const;
    /// The first that lies in the canvas and clear of everything, else the one that hits least.
    PlacedCallout placed(PlacedCallout callout, const std::vector<Candidate>& candidates);
    std::vector<Candidate> corners(const Rect& box) const;

    const core::TextMeasurer& measurer_;
    Rect canvas_;
    std::vector<Rect> taken_;                           ///< events, texts, callouts
    std::vector<Rect> links_;                           ///< their pieces
    std::vector<std::pair<std::uint32_t, Rect>> cards_; ///< by event: the largest box of each
};

/// Draws it, `there` 0 not to 1 wholly.
void addCallout(const PlacedCallout& callout, double there, const scene::Theme& theme, scene::DisplayList& slide);

} // namespace fabula::brief
