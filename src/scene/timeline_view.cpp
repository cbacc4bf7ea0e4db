#include "scene/timeline_view.hpp"

#include <algorithm>
#include <utility>

namespace fabula::scene {
namespace {

std::vector<float> asShares(const std::vector<bool>& known)
{
    std::vector<float> shares(known.size());
    std::transform(known.begin(), known.end(), shares.begin(), [](bool is) { return is ? 1.0F : 0.0F; });
    return shares;
}

} // namespace

Presence presenceOf(graph::EventGraph graph, std::shared_ptr<const model::Known> known, const time::Edtf& day)
{
    Presence presence;
    presence.events = asShares(known->events);
    presence.links = asShares(known->links);
    presence.asOf = day;
    presence.known = std::move(known);
    presence.graph = std::move(graph);
    return presence;
}

} // namespace fabula::scene
