#pragma once

#include <vector>

namespace fabula::layout {

/// A run that may be moved across its direction: a horizontal run has its y as position and its x as extent.
struct TrackRun
{
    double wanted = 0;
    double lo = 0; ///< where it may lie, at least and at most
    double hi = 0;
    double begin = 0; ///< extent along its direction
    double end = 0;
    /// Where the line goes on at `begin` and at `end`: -1 towards smaller positions, 1 towards greater, 0 neither.
    int turnAtBegin = 0;
    int turnAtEnd = 0;
    double position = 0; ///< the result
    bool placed = true;  ///< false if there was no room left
};

/// Gives runs that lie side by side positions at least `spacing` apart (less, down to `leastSpacing`, where the room is
/// short), near to what they want, in an order in which runs that turn the same way don't cross. Left-edge interval
/// colouring, as positions: runs whose extents don't overlap may share a position. O(k²) for k runs side by side.
void assignTracks(std::vector<TrackRun>& runs, double spacing, double leastSpacing);

/// The same where the order is given: each run after the ones before it.
bool separate(std::vector<TrackRun*>& ordered, double spacing);

} // namespace fabula::layout
