#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <memory>
#include <string>
#include <vector>

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
    /// More events than these are a crowd.
    static constexpr std::size_t kMostPlaced = 3000;

    explicit Timeline(TimelineRequest request);
    ~Timeline();
    Timeline(Timeline&&) noexcept;
    Timeline& operator=(Timeline&&) noexcept;

    /// The same for a canvas of another size. Of a crowd far cheaper than making it anew.
    Timeline resized(double fitWidthPx, double heightPx) const;
    /// The same with these lanes folded, by key, and no others.
    Timeline folded(std::vector<std::string> lanes) const;
    double height() const; ///< of the content

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
    /// known. Of a crowd only what stands in the part `seen` of the content is placed, at a cost that follows from its
    /// size in pixels.
    /// The links of `asked` are drawn wherever they lead; where there is no crowd, all are.
    TimelineLayout at(double pxPerSecond, const Rect& seen, const std::vector<LinkId>& asked = {});
    /// The same of a stretch of time in all lanes.
    TimelineLayout at(double pxPerSecond, const time::Span& seen);
    /// The same without links.
    TimelineLayout placementAt(double pxPerSecond, const Rect& seen);
    /// The same, all of it; of a crowd what is seen of the whole extent, but nothing where that is far wider than any
    /// screen.
    TimelineLayout at(double pxPerSecond);
    TimelineLayout placementAt(double pxPerSecond);

    /// How many of the events that are shown and dated hang between each two neighbours of `edges`, which rise: the
    /// first of them counts, the last does not. Of a crowd O(lanes · edges · log n), else O(n log edges).
    std::vector<std::size_t> counts(const std::vector<time::Instant>& edges) const;

    /// Whether there are so many events that layouts hold but a part of them (see CrowdTimeline).
    bool crowded() const;
    /// Where events stand at a zoom, by themselves, bars and all, or in clusters; empty where none is shown. Of a crowd
    /// where their dates are. Linear in the events, of a crowd in those asked for.
    Rect boxOf(const std::vector<EventId>& events, double pxPerSecond);

    struct State;

private:
    explicit Timeline(std::unique_ptr<State> state);
    Timeline changed(TimelineRequest request) const;
    Rect wholeAt(double pxPerSecond) const;

    std::unique_ptr<State> state_;
};

} // namespace fabula::layout
