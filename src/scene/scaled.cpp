#include "scene/scaled.hpp"

namespace fabula::scene {
namespace {

/// Moves one shape after the other.
class Scaling
{
public:
    Scaling(double factor, Point offset) : factor_(factor), offset_(offset) {}

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
        disc.centre = at(disc.centre);
        disc.radius *= factor_;
        disc.strokeWidth *= factor_;
    }
    void operator()(Path& path) const
    {
        for (Point& point : path.points)
            point = at(point);
        for (double* length : {&path.width, &path.dash, &path.dashGap})
            *length *= factor_;
    }
    void operator()(TextRun& text) const
    {
        text.position = at(text.position);
        text.style.sizePx *= factor_;
    }
    void operator()(PushClip& clip) const { set(clip.rect); }
    void operator()(PopClip&) const {}

private:
    Point at(Point point) const { return offset_ + point * factor_; }
    void set(Rect& rect) const
    {
        const Point corner = at({rect.x, rect.y});
        rect = {corner.x, corner.y, rect.width * factor_, rect.height * factor_};
    }

    double factor_;
    Point offset_;
};

} // namespace

void addScaled(const DisplayList& part, double factor, Point offset, DisplayList& whole)
{
    const Scaling scaling(factor, offset);
    whole.items.reserve(whole.items.size() + part.items.size());
    for (const DisplayItem& item : part.items) {
        DisplayItem moved = item;
        std::visit(scaling, moved.shape);
        whole.items.push_back(std::move(moved));
    }
}

} // namespace fabula::scene
