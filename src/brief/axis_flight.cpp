#include "brief/axis_flight.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace fabula::brief {
namespace {

/// The canvas of a timeline in px of the slide, and what it shows, in seconds from an instant.
struct Seen
{
    double left = 0;
    double width = 0;
    Window window;

    double begin() const { return window.centre - window.width / 2; }
};

Seen seenOf(const Stage& stage, time::Instant since)
{
    const auto& staged = std::get<StagedTimeline>(stage.placed);
    const Rect canvas = staged.view.canvas();
    const double pxPerSecond = staged.layout.scale.pxPerSecond();
    const auto origin = static_cast<double>(static_cast<long double>(staged.layout.scale.origin().seconds) -
                                            static_cast<long double>(since.seconds));
    const double width = canvas.width / pxPerSecond;
    return {canvas.x * stage.factor,
            canvas.width * stage.factor,
            {origin + staged.view.panX / pxPerSecond + width / 2, width}};
}

bool runsEvenly(const Stage& stage)
{
    const auto* staged = std::get_if<StagedTimeline>(&stage.placed);
    return staged != nullptr && staged->layout.scale.folds().empty() &&
           !(staged->layout.events.empty() && staged->layout.clusters.empty());
}

time::Instant originOf(const Stage& stage)
{
    return std::get<StagedTimeline>(stage.placed).layout.scale.origin();
}

/// Within time, as far as an instant reaches.
time::Instant instantAfter(time::Instant since, double seconds)
{
    constexpr double kMost = 9.2e18;
    const double sum = static_cast<double>(since.seconds) + seconds;
    if (std::abs(sum) >= kMost)
        return sum < 0 ? time::kBeginningOfTime : time::kEndOfTime;
    return {since.seconds + std::llround(seconds)};
}

} // namespace

std::optional<Flight> flightBetween(const Stage& from, const Stage& to)
{
    if (!runsEvenly(from) || !runsEvenly(to))
        return std::nullopt;
    const time::Instant since = originOf(from);
    return Flight(seenOf(from, since).window, seenOf(to, since).window);
}

FlyingAxis axisAt(const Stage& from, const Stage& to, const Flight& flight, double share)
{
    const time::Instant since = originOf(from);
    const Seen a = seenOf(from, since);
    const Seen b = seenOf(to, since);
    Seen here{std::lerp(a.left, b.left, share), std::lerp(a.width, b.width, share),
              flight.at(share >= 1 ? flight.length() : share * flight.length())};
    const double pxPerSecond = here.width / here.window.width;
    const auto course = [&](const Seen& other) {
        return Course{other.left, here.left + (other.begin() - here.begin()) * pxPerSecond,
                      other.window.width / other.width * pxPerSecond};
    };
    FlyingAxis axis;
    axis.factor = std::lerp(from.factor, to.factor, share);
    axis.old = course(a);
    axis.young = course(b);
    const auto& first = std::get<StagedTimeline>(from.placed).view;
    const auto& last = std::get<StagedTimeline>(to.placed).view;
    axis.view.language = last.language;
    axis.view.frame = {to.frame.x / axis.factor, to.frame.y / axis.factor, to.frame.width / axis.factor,
                       to.frame.height / axis.factor};
    axis.view.laneHeaderWidth = (here.left - to.frame.x) / axis.factor;
    axis.view.axisHeight = std::lerp(first.axisHeight, last.axisHeight, share);
    // Instants are whole seconds; the rest is panned.
    const time::Instant origin = instantAfter(since, here.begin());
    axis.scale = layout::TimeScale(origin, pxPerSecond / axis.factor);
    const double rest = here.begin() - static_cast<double>(static_cast<long double>(origin.seconds) -
                                                           static_cast<long double>(since.seconds));
    axis.view.panX = rest * axis.scale.pxPerSecond();
    return axis;
}

} // namespace fabula::brief
