#pragma once

#include "brief/stage_parts.hpp"
#include "scene/blended.hpp"

#include <string>
#include <vector>

namespace fabula::brief {

/// The lanes of two timelines as those of one: lanes of the same actor move and grow, others go and come.
class LaneChange
{
public:
    /// The headers of both, in px of the slide. Both stages are timelines.
    LaneChange(const Stage& old, const Items& oldHeaders, const Stage& young, const Items& youngHeaders);

    /// The grounds of the lanes, `frame` wide.
    void addGrounds(const Rect& frame, scene::Colour tint, const scene::Blend& blend,
                    scene::DisplayList& picture) const;
    void addHeaders(const scene::Blend& blend, scene::DisplayList& picture) const;

private:
    struct Header
    {
        std::string key; ///< of the lane
        Items items;
        Rect box;
        bool tinted = false;
    };
    /// A lane in one of the pictures or in both.
    struct Pair
    {
        const Header* old = nullptr;
        const Header* young = nullptr;
    };
    struct Headers
    {
        std::vector<Header> lanes;
        Items others;
    };

    static Headers headersOf(const Stage& stage, const Items& items);
    std::vector<Pair> pairs() const;

    Headers old_;
    Headers young_;
};

} // namespace fabula::brief
