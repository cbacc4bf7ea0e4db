#pragma once

#include "core/text_measurer.hpp"
#include "layout/timeline/time_scale.hpp"

#include <string>
#include <vector>

namespace fabula::layout {

struct AxisTick
{
    double x = 0; ///< content x of the tick's instant
    time::Instant instant;
    std::string words; ///< empty where the label would touch its neighbour or a fold
};

/// A stretch of the upper rank: it holds from x0 to x1, and its words stand at its start, or at the view's left edge
/// while it covers that. They are empty where the stretch is too narrow for them.
struct AxisContext
{
    double x0 = 0;
    double x1 = 0;
    std::string words;
};

/// How the words of both ranks are set, and where they start, in px right of the tick.
inline constexpr core::TextStyle kAxisTickStyle{12, core::FontWeight::regular, true};
inline constexpr core::TextStyle kAxisContextStyle{13, core::FontWeight::semibold, true};
inline constexpr double kAxisWordsInset = 6;

/// Two ranks: ticks that fit the zoom ("Jan, Feb, …") under their contexts ("2025"), from millions of years to hours.
struct Axis
{
    std::vector<AxisContext> contexts;
    std::vector<AxisTick> ticks;
};

/// The axis for content x in [x0, x1] (at least all ticks in it). Ticks are anchored to absolute time and the choice of
/// unit depends on the zoom alone, so panning changes none; labels are at least 12 px apart and ticks never inside a
/// fold. Linear in the ticks.
Axis axisFor(const TimeScale& scale, double x0, double x1, const std::string& language,
             const core::TextMeasurer& measurer);

} // namespace fabula::layout
