#include "layout/causal/causal_layout.hpp"

#include "core/promise.hpp"
#include "graph/implied_links.hpp"
#include "layout/card_texts.hpp"
#include "layout/causal/date_columns.hpp"
#include "layout/causal/layered_drawing.hpp"
#include "layout/timeline/lane_plan.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace fabula::layout {

namespace {

constexpr double kLayerGap = 56;
constexpr double kGapPerRise = 0.14;
constexpr double kMostLayerGap = 150;
constexpr double kNodeGap = 24;
constexpr double kLinkGap = 16;
constexpr double kPartGap = 56;

Direction directionOf(model::LinkKind kind)
{
    if (model::isCausal(kind))
        return Direction::firm;
    return kind == model::LinkKind::contradicts ? Direction::none : Direction::soft;
}

/// What is shown: events become nodes, links edges.
struct Shown
{
    std::vector<bool> flags; ///< by event index
    std::vector<EventId> events;
    std::vector<LinkId> links;
    std::vector<Index> nodeOf; ///< by event index
};

std::vector<bool> impliedAmong(const CausalRequest& request, const std::vector<bool>& shown)
{
    const model::Story& story = request.graph.story();
    model::Known known{shown, {}, std::vector<bool>(story.sources.size(), true)};
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        known.links.push_back(shown[link.from.index()] && shown[link.to.index()] &&
                              (!request.known || request.known->links[i]));
    }
    std::vector<bool> implied(story.links.size(), false);
    for (const graph::ImpliedLink& found : graph::impliedLinks(graph::Scope(request.graph, std::move(known))))
        implied[found.link.index()] = true;
    return implied;
}

Shown shownOf(const CausalRequest& request)
{
    const model::Story& story = request.graph.story();
    Shown shown;
    shown.flags.resize(story.events.size());
    shown.nodeOf.resize(story.events.size());
    for (const EventId event : request.graph.order()) {
        if (event.index() < request.hidden.size() && request.hidden[event.index()])
            continue;
        shown.flags[event.index()] = true;
        shown.nodeOf[event.index()] = static_cast<Index>(shown.events.size());
        shown.events.push_back(event);
    }
    const std::vector<bool> implied =
        request.hideImplied ? impliedAmong(request, shown.flags) : std::vector<bool>(story.links.size(), false);
    for (std::size_t i = 0; i < story.links.size(); ++i)
        if (shown.flags[story.links[i].from.index()] && shown.flags[story.links[i].to.index()] && !implied[i])
            shown.links.emplace_back(i);
    return shown;
}

// Events and links are the same when their text ids are: an edit may have moved all indexes.
LayeredBefore beforeOf(const CausalLayout& before, const model::Story& story, const Shown& shown)
{
    using Key = std::tuple<std::string_view, std::string_view, model::LinkKind>;
    const auto keyOf = [](const model::Story& of, LinkId id) {
        const model::Link& link = of[id];
        return Key(of[link.from].id, of[link.to].id, link.kind);
    };
    std::unordered_map<std::string_view, const PlacedEvent*> events;
    for (const PlacedEvent& placed : before.events)
        events.emplace((*before.story)[placed.event].id, &placed);
    std::map<Key, const LinkRoute*> links;
    for (const LinkRoute& route : before.links)
        links.emplace(keyOf(*before.story, route.link), &route);
    LayeredBefore result;
    for (const EventId event : shown.events) {
        const auto found = events.find(story[event].id);
        result.boxes.push_back(found == events.end() ? std::nullopt : std::optional(found->second->box));
    }
    for (const LinkId link : shown.links) {
        const auto found = links.find(keyOf(story, link));
        result.chains.push_back(found == links.end() ? std::vector<Point>() : found->second->corners);
    }
    return result;
}

LayeredSpacing spacing()
{
    LayeredSpacing result;
    result.layerGap = kLayerGap;
    result.gapPerRise = kGapPerRise;
    result.mostLayerGap = kMostLayerGap;
    result.nodeGap = kNodeGap;
    result.linkGap = kLinkGap;
    result.partGap = kPartGap;
    return result;
}

void placeEvents(CausalLayout& layout, const CausalRequest& request, const Shown& shown, std::vector<CardTexts> cards,
                 const LayeredDrawing& drawing)
{
    LanePlan lanes = lanesFor({.graph = request.graph,
                               .measurer = request.measurer,
                               .language = request.language,
                               .metrics = request.metrics,
                               .grouping = request.grouping},
                              shown.flags);
    layout.lanes = std::move(lanes.lanes);
    layout.placeOf.assign(shown.flags.size(), 0);
    layout.laneOf = std::make_shared<const std::vector<LaneId>>(lanes.laneOf);
    for (std::size_t i = 0; i < shown.events.size(); ++i) {
        const EventId event = shown.events[i];
        PlacedEvent placed;
        placed.event = event;
        placed.lane = lanes.laneOf[event.index()];
        placed.importance = std::max(request.leastImportance, request.graph.story()[event].importance);
        placed.detail = Detail::card;
        placed.box = drawing.boxes[i];
        placed.anchorX = placed.box.centre().x;
        placed.title = std::move(cards[i].title);
        placed.titleMark = std::move(cards[i].titleMark);
        placed.date = std::move(cards[i].date);
        placed.badges = cards[i].badges;
        layout.events.push_back(std::move(placed));
        layout.placeOf[event.index()] = static_cast<std::uint32_t>(layout.events.size());
    }
}

void placeLinks(CausalLayout& layout, const model::Story& story, const Shown& shown, LayeredDrawing& drawing)
{
    for (std::size_t i = 0; i < shown.links.size(); ++i) {
        LinkRoute route;
        route.link = shown.links[i];
        route.from = story[route.link].from;
        route.to = story[route.link].to;
        route.smooth = true;
        route.corners = std::move(drawing.chains[i]);
        layout.links.push_back(std::move(route));
    }
}

void placeColumns(CausalLayout& layout, DateColumns columns)
{
    for (std::string& title : columns.titles)
        layout.columns.push_back({std::move(title), 0, 0});
    std::vector<bool> begun(layout.columns.size(), false);
    for (std::size_t i = 0; i < columns.columnOf.size(); ++i) {
        const auto at = static_cast<std::size_t>(columns.columnOf[i]);
        DateColumn& column = layout.columns[at];
        const Rect& box = layout.events[i].box;
        column.left = begun[at] ? std::min(column.left, box.left()) : box.left();
        column.right = begun[at] ? std::max(column.right, box.right()) : box.right();
        begun[at] = true;
    }
}

} // namespace

CausalLayout causalLayout(const CausalRequest& request)
{
    FABULA_PROMISE(request.measurer != nullptr, "a causal request needs a text measurer");
    const model::Story& story = request.graph.story();
    const Shown shown = shownOf(request);
    LayeredRequest layered;
    layered.spacing = spacing();
    std::vector<CardTexts> cards;
    for (const EventId event : shown.events) {
        cards.push_back(cardTexts(request.graph, event, *request.measurer, request.language, request.metrics));
        layered.nodes.push_back({cards.back().width, request.metrics.cardHeight});
    }
    for (const LinkId link : shown.links)
        layered.edges.push_back({shown.nodeOf[story[link].from.index()], shown.nodeOf[story[link].to.index()],
                                 directionOf(story[link].kind)});
    DateColumns columns;
    if (request.rankBy == RankBy::date) {
        columns = dateColumns(request.graph, shown.events, request.language);
        layered.buckets = columns.columnOf;
    }
    if (request.before != nullptr)
        layered.before = beforeOf(*request.before, story, shown);

    LayeredDrawing drawing = drawLayered(layered);
    CausalLayout layout;
    layout.bounds = drawing.bounds;
    layout.crossings = drawing.crossings;
    layout.story = request.graph.sharedStory();
    placeEvents(layout, request, shown, std::move(cards), drawing);
    placeLinks(layout, story, shown, drawing);
    placeColumns(layout, std::move(columns));
    return layout;
}

} // namespace fabula::layout
