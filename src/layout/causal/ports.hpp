#pragma once

#include <vector>

namespace fabula::layout {

/// Where a link wants to touch a side of a node.
struct PortWish
{
    double y = 0;          ///< where it would run straight, if that lies on the side
    bool straight = false; ///< whether it does
};

/// The y of each link on a side from `top` to `bottom`, in the order of the wishes from above: spread about the middle,
/// `spacing` px apart (closer if there are too many), and straight on for those that wish it where the order allows.
/// O(n): the weighted mean of each run that would get out of order (pool adjacent violators).
std::vector<double> portsOn(const std::vector<PortWish>& wishes, double top, double bottom, double spacing);

} // namespace fabula::layout
