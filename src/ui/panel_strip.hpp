#pragma once

#include "ui/camera.hpp"
#include "ui/panels.hpp"

#include <algorithm>

namespace fabula::ui {

/// The strip: the whole story's time across it, as at the zoom that fits it (so that folds keep their place while the
/// timeline is zoomed). Places on it are window px.
class Strip
{
public:
    Strip(const PanelContext& context, const core::Rect& area)
        : area_(area), fit_(context.timeline->fitPxPerSecond()), base_(scaleAt(context.layout->scale, fit_)),
          first_(base_.screenFromTime(context.timeline->extent().begin)),
          last_(std::max(first_ + 1, base_.screenFromTime(context.timeline->extent().end)))
    {
    }

    const core::Rect& area() const { return area_; }
    double xOf(time::Instant instant) const { return xOfBase(base_.screenFromTime(instant)); }
    /// The window of what a camera shows.
    double leftOf(const Camera& camera) const { return xOfContent(camera.panX, camera); }
    double rightOf(const Camera& camera, double canvasWidth) const
    {
        return xOfContent(camera.panX + canvasWidth, camera);
    }
    /// Content px at the camera's zoom of a place on the strip.
    double contentOf(double x, const Camera& camera) const
    {
        const double base = first_ + (x - area_.x) / area_.width * (last_ - first_);
        return zoomedX(base_, base, camera.pxPerSecond);
    }

    /// The instant at a place on the strip.
    time::Instant timeAt(double x) const
    {
        return base_.timeFromScreen(first_ + (x - area_.x) / area_.width * (last_ - first_));
    }

private:
    double xOfContent(double content, const Camera& camera) const
    {
        return xOfBase(zoomedX(scaleAt(base_, camera.pxPerSecond), content, fit_));
    }
    double xOfBase(double base) const { return area_.x + (base - first_) / (last_ - first_) * area_.width; }

    core::Rect area_;
    double fit_;
    layout::TimeScale base_;
    double first_;
    double last_;
};

} // namespace fabula::ui
