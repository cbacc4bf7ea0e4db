#include "ui/canvas_tips.hpp"

#include "ui/apply_ask.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

using scene::SubjectKind;

constexpr std::size_t kTitlesOfACluster = 4;

bool isCut(std::string_view words)
{
    return words.ends_with("…");
}

std::vector<std::string> eventTip(const PanelContext& context, core::EventId event)
{
    const layout::PlacedEvent* placed = context.layout->place(event);
    const bool whole =
        placed == nullptr || (placed->detail != layout::Detail::dot && !isCut(placed->title) && !isCut(placed->date));
    if (whole)
        return {};
    return {std::string(titleOf(context, event)), sentenceStart(shortDate(context, event), context.state.language())};
}

double nearest(const std::vector<core::Point>& points, core::Point to)
{
    double least = 1e18;
    for (const core::Point& point : points)
        least = std::min(least, core::distance(point, to));
    return least;
}

std::vector<std::string> linkTip(const PanelContext& context, core::LinkId id, core::Point content)
{
    for (const layout::LinkRoute& route : context.layout->links) {
        if (route.link != id || route.shape != layout::LinkShape::stubs)
            continue;
        const auto distance = [&](const std::vector<core::Point>& piece, const layout::LinkNote& name) {
            const double toName = name.text.empty() ? 1e18 : core::distance(name.box.centre(), content);
            return std::min(nearest(piece, content), toName);
        };
        const bool atSource = distance(route.corners, route.sourceName) < distance(route.targetStub, route.targetName);
        const core::EventId other = atSource ? route.to : route.from;
        return {std::string(titleOf(context, other)),
                sentenceStart(shortDate(context, other), context.state.language())};
    }
    return {};
}

std::vector<std::string> clusterTip(const PanelContext& context, const layout::EventCluster& cluster)
{
    std::vector<std::string> lines;
    const std::vector<core::EventId> events = knownOnly(context.state, cluster.events.list());
    for (std::size_t i = 0; i < std::min(events.size(), kTitlesOfACluster); ++i)
        lines.emplace_back(titleOf(context, events[i]));
    if (events.size() > kTitlesOfACluster)
        lines.push_back("+ " + std::to_string(events.size() - kTitlesOfACluster));
    return lines;
}

} // namespace

std::vector<std::string> canvasTip(const PanelContext& context, scene::Subject subject, core::Point content)
{
    const layout::TimelineLayout& layout = *context.layout;
    switch (subject.kind) {
    case SubjectKind::event:
        return eventTip(context, core::EventId(subject.index));
    case SubjectKind::link:
        return linkTip(context, core::LinkId(subject.index), content);
    case SubjectKind::cluster:
        if (subject.index < layout.clusters.size())
            return clusterTip(context, layout.clusters[subject.index]);
        return {};
    case SubjectKind::lane:
        if (subject.index < layout.lanes.size())
            return {std::string(
                say(context, layout.lanes[subject.index].folded ? "window.lane.unfold" : "window.lane.fold"))};
        return {};
    case SubjectKind::ribbon:
    case SubjectKind::undated:
    case SubjectKind::none:
        break;
    }
    return {};
}

} // namespace fabula::ui
