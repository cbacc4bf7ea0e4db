#include "brief/lane_change.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {

LaneChange::LaneChange(const Stage& old, const Items& oldHeaders, const Stage& young, const Items& youngHeaders)
    : old_(headersOf(old, oldHeaders)), young_(headersOf(young, youngHeaders))
{
}

LaneChange::Headers LaneChange::headersOf(const Stage& stage, const Items& items)
{
    const auto& lanes = std::get<StagedTimeline>(stage.placed).layout.lanes;
    Headers headers;
    bool inside = false;
    for (const scene::DisplayItem& item : items) {
        if (const auto* clip = std::get_if<scene::PushClip>(&item.shape)) {
            headers.lanes.push_back({{}, {}, clip->rect, false});
            inside = true;
        }
        (inside ? headers.lanes.back().items : headers.others).push_back(item);
        if (item.subject.kind == scene::SubjectKind::lane && inside) {
            headers.lanes.back().key = lanes[item.subject.index].key;
            headers.lanes.back().tinted = item.subject.index % 2 == 1;
        }
        inside = inside && !std::holds_alternative<scene::PopClip>(item.shape);
    }
    return headers;
}

std::vector<LaneChange::Pair> LaneChange::pairs() const
{
    const auto find = [](const Headers& headers, const std::string& key) {
        const auto found = std::find_if(headers.lanes.begin(), headers.lanes.end(),
                                        [&](const Header& header) { return header.key == key; });
        return found == headers.lanes.end() ? nullptr : &*found;
    };
    std::vector<Pair> all;
    for (const Header& header : old_.lanes)
        all.push_back({&header, find(young_, header.key)});
    for (const Header& header : young_.lanes) {
        if (find(old_, header.key) == nullptr)
            all.push_back({nullptr, &header});
    }
    // What both have hides what goes or comes while it passes.
    std::stable_partition(all.begin(), all.end(), [](const Pair& pair) { return !pair.old || !pair.young; });
    return all;
}

void LaneChange::addGrounds(const Rect& frame, scene::Colour tint, const scene::Blend& blend,
                            scene::DisplayList& picture) const
{
    for (const auto& [old, young] : pairs()) {
        const Rect& first = old ? old->box : young->box;
        const Rect& last = young ? young->box : old->box;
        const double before = old && old->tinted ? 1 : 0;
        const double after = young && young->tinted ? 1 : 0;
        const double there =
            old && young ? std::lerp(before, after, blend.moved) : before * blend.old + after * blend.young;
        if (there > 0)
            picture.add(scene::FillRect{{frame.x, std::lerp(first.y, last.y, blend.moved), frame.width,
                                         std::lerp(first.height, last.height, blend.moved)},
                                        0,
                                        scene::cornersNone,
                                        core::faded(tint, there)});
    }
}

void LaneChange::addHeaders(const scene::Blend& blend, scene::DisplayList& picture) const
{
    for (const auto& [old, young] : pairs()) {
        if (old && young)
            scene::addBlended(old->items, young->items, blend, picture);
        else
            scene::addFaded((old ? old : young)->items, old ? blend.old : blend.young, picture);
    }
    scene::addBlended(old_.others, young_.others, blend, picture);
}

} // namespace fabula::brief
