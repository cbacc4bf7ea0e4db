#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <memory>

namespace fabula::layout {

/// The layouts of one request at every zoom. Zoom is quantised to steps of √2 for packing: step 0 shows the whole story
/// in the request's `fitWidthPx` (content x from 0 to there), each step has √2 times the pixels per second of the one
/// before. Anchors move apart by √2 from step to step while cards keep their width, so what does not overlap at one
/// step cannot at the next: each step shows at least what the one before shows, in the same rows, and zooming in never
/// takes detail away (the "active ranges" of Been, Nöllenburg, Poon, Wolff, Computational Geometry 43, 2010, with
/// rows). Steps are computed when first asked for and kept; results depend on the request and the zoom alone. One
/// object serves one thread at a time.
class Timeline
{
public:
    static constexpr int kMinStep = -3;       ///< the coarsest that a window shows
    static constexpr int kCoarsestStep = -40; ///< for pages of a stretch much longer than the story
    static constexpr int kMaxStep = 120;

    explicit Timeline(TimelineRequest request);
    ~Timeline();
    Timeline(Timeline&&) noexcept;
    Timeline& operator=(Timeline&&) noexcept;

    const TimelineRequest& request() const;

    /// From the earliest to the latest date drawn (derived bounds included), never empty.
    time::Span extent() const;
    /// Pixels per second at which the extent, with room for the outermost cards, takes `fitWidthPx`.
    double fitPxPerSecond() const;
    /// The step whose packing serves this zoom: the greatest with pxPerSecond(step) <= zoom; kept within the limits.
    int stepFor(double pxPerSecond) const;
    double pxPerSecond(int step) const;
    /// The limits for looking around. Layouts are made for coarser zooms too, down to `kCoarsestStep`.
    double minPxPerSecond() const { return pxPerSecond(kMinStep); }
    double maxPxPerSecond() const;

    /// Places everything at this zoom (clamped to the limits) and routes the links. O((n + m) log n) when the step is
    /// known.
    TimelineLayout at(double pxPerSecond);
    /// The same without links.
    TimelineLayout placementAt(double pxPerSecond);

    struct State;

private:
    std::unique_ptr<State> state_;
};

} // namespace fabula::layout
