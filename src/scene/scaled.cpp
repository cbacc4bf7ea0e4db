#include "scene/scaled.hpp"

namespace fabula::scene {
namespace {

/// Moves one shape after the other.
class Scaling
{
public:
    Scaling(const PointMapping& to, double factor) : to_(to), factor_(factor) {}

    void operator()(FillRect& fill) const
    {
        set(fill.rect);
        fill.radius *= factor_;
    }
    void operator()(StrokeRect& stroke) const
    {
        set(stroke.rect);
        for (double* length : {&stroke.radius, &stroke.width, &stroke.dash, &stroke.dashGap})
            *length *= factor_;
    }
    void operator()(GradientRect& gradient) const { set(gradient.rect); }
    void operator()(HatchRect& hatch) const
    {
        set(hatch.rect);
        hatch.spacing *= factor_;
        hatch.width *= factor_;
    }
    void operator()(ShadowRect& shadow) const
    {
        set(shadow.rect);
        for (double* length : {&shadow.radius, &shadow.blur, &shadow.offsetY})
            *length *= factor_;
    }
    void operator()(Disc& disc) const
    {
        disc.centre = to_(disc.centre);
        disc.radius *= factor_;
        disc.strokeWidth *= factor_;
    }
    void operator()(Path& path) const
    {
        for (Point& point : path.points)
            point = to_(point);
        for (double* length : {&path.width, &path.dash, &path.dashGap})
            *length *= factor_;
    }
    void operator()(TextRun& text) const
    {
        text.position = to_(text.position);
        text.style.sizePx *= factor_;
    }
    void operator()(PushClip& clip) const { set(clip.rect); }
    void operator()(PopClip&) const {}

private:
    void set(Rect& rect) const
    {
        const Point corner = to_({rect.x, rect.y});
        const Point end = to_({rect.right(), rect.bottom()});
        rect = {corner.x, corner.y, end.x - corner.x, end.y - corner.y};
    }

    const PointMapping& to_;
    double factor_;
};

} // namespace

void addScaled(const DisplayList& part, double factor, Point offset, DisplayList& whole)
{
    const PointMapping to = [&](Point point) { return offset + point * factor; };
    whole.items.reserve(whole.items.size() + part.items.size());
    for (const DisplayItem& item : part.items) {
        whole.items.push_back(item);
        move(whole.items.back(), to, factor);
    }
}

void move(DisplayItem& item, const PointMapping& to, double factor)
{
    std::visit(Scaling(to, factor), item.shape);
}

} // namespace fabula::scene
