#pragma once

namespace fabula::brief {

/// What is seen of an axis, in the axis' own unit.
struct Window
{
    double centre = 0;
    double width = 1; ///< above 0

    friend bool operator==(const Window&, const Window&) = default;
};

/// The way of a camera from one window to another on which the picture seems to move evenly: it zooms out where the way
/// is long, so that both ends come into view, and straight in where they lie within each other. After Jarke J. van Wijk
/// and Wim A. A. Nuij, "Smooth and efficient zooming and panning", IEEE Symposium on Information Visualization 2003,
/// equations (9) to (12), in one dimension.
class Flight
{
public:
    /// How much zooming is worth against panning: the square root of 2 is what the authors recommend, next to the mean
    /// of 1.42 that people chose in their trials.
    static constexpr double kRho = 1.4142135623730951;

    /// For windows of any ratio; the numbers stay finite wherever those given are and the widths are above 0.
    Flight(const Window& from, const Window& to);

    /// Of the way as it is felt: a zoom by a factor of e takes 1 / kRho. 0 where both windows are the same.
    double length() const { return length_; }

    /// After `way` of the length: the ends are exactly those given, and beyond them the camera rests. Between them the
    /// centre never turns back, and the width has no more than one greatest value.
    Window at(double way) const;

private:
    Window zoomed(double way) const;
    Window panned(double way) const;

    Window from_;
    Window to_;
    double distance_;  ///< between the centres
    bool zooms_;       ///< there is next to no way to pan
    double begin_ = 0; ///< r0 in the paper
    double end_ = 0;   ///< r1
    double length_ = 0;
};

} // namespace fabula::brief
