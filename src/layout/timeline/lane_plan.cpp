#include "layout/timeline/lane_plan.hpp"

#include "core/phrases.hpp"
#include "layout/event_words.hpp"
#include "layout/timeline/lane_order.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace fabula::layout {

namespace {

using model::Story;

std::string words(const model::Text& text, const TimelineRequest& request)
{
    return singleLine(model::choose(text, request.language, request.graph.story().languages).text);
}

// The key of the group an event belongs to; empty for none.
std::string groupKey(const Story& story, const model::Event& event, Grouping grouping)
{
    switch (grouping) {
    case Grouping::actor:
        return event.lane.valid() ? story[event.lane].id : std::string();
    case Grouping::kind:
        return event.kind.string();
    case Grouping::tag:
        return event.tags.empty() ? std::string() : event.tags.front().string();
    case Grouping::source:
        return event.sources.empty() ? std::string() : story[event.sources.front().source].id;
    case Grouping::none:
        break;
    }
    return {};
}

TimelineLane laneOf(const TimelineRequest& request, const model::Event& event)
{
    const Story& story = request.graph.story();
    TimelineLane lane;
    lane.key = groupKey(story, event, request.grouping);
    lane.title = singleLine(lane.key);
    if (lane.key.empty()) {
        lane.title = core::phrase(request.grouping == Grouping::none ? "lane.all" : "lane.rest", request.language);
    } else if (request.grouping == Grouping::actor) {
        lane.actor = event.lane;
        const model::Text& name = story[event.lane].name;
        lane.title = words(name, request);
        // A name written once for all languages stands in for none.
        if (!name.plain())
            lane.standIn = standInMark(model::choose(name, request.language, story.languages));
        lane.subtitle = words(story[event.lane].about, request);
    } else if (request.grouping == Grouping::source) {
        const model::Source& source = story[event.sources.front().source];
        lane.title = singleLine(model::publisherOf(source));
        lane.subtitle = words(source.title, request);
    }
    lane.folded =
        std::find(request.foldedLanes.begin(), request.foldedLanes.end(), lane.key) != request.foldedLanes.end();
    return lane;
}

// Groups in the order in which the story first names them: actors by the list of actors, all else by the events.
struct Groups
{
    std::vector<TimelineLane> lanes;
    std::vector<std::size_t> groupOf; ///< by event index
};

Groups groupsOf(const TimelineRequest& request)
{
    const Story& story = request.graph.story();
    Groups groups;
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> firstEvent;
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const auto [entry, isNew] =
            known.emplace(groupKey(story, story.events[i], request.grouping), firstEvent.size());
        if (isNew)
            firstEvent.push_back(i);
        groups.groupOf.push_back(entry->second);
    }
    std::vector<std::size_t> order(firstEvent.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto rank = [&](std::size_t group) {
        const model::Event& event = story.events[firstEvent[group]];
        const bool rest = groupKey(story, event, request.grouping).empty();
        const std::size_t place = request.grouping == Grouping::actor && !rest ? event.lane.index() : firstEvent[group];
        return std::pair(rest, place);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    std::vector<std::size_t> newIndex(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        newIndex[order[i]] = i;
        groups.lanes.push_back(laneOf(request, story.events[firstEvent[order[i]]]));
        groups.lanes.back().colour = static_cast<int>(i);
    }
    for (std::size_t& group : groups.groupOf)
        group = newIndex[group];
    return groups;
}

// Links pull by the importance of what they join; the lane of the rest takes no part and stays last.
std::vector<std::size_t> orderOf(const TimelineRequest& request, const Groups& groups)
{
    const Story& story = request.graph.story();
    const bool hasRest = !groups.lanes.empty() && groups.lanes.back().key.empty();
    LanePull pull(groups.lanes.size() - (hasRest ? 1 : 0));
    for (const model::Link& link : story.links) {
        const std::size_t from = groups.groupOf[link.from.index()];
        const std::size_t to = groups.groupOf[link.to.index()];
        if (from != to && from < pull.count && to < pull.count)
            pull.add(from, to, (story[link.from].importance + story[link.to].importance) / 2.0);
    }
    std::vector<std::size_t> order = shortestOrder(pull).lanes;
    if (hasRest)
        order.push_back(pull.count);
    return order;
}

} // namespace

LanePlan lanesFor(const TimelineRequest& request, const std::vector<bool>& shown)
{
    const Groups groups = groupsOf(request);
    std::vector<std::size_t> count(groups.lanes.size(), 0);
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i])
            ++count[groups.groupOf[i]];

    LanePlan plan;
    std::vector<LaneId> laneOfGroup(groups.lanes.size());
    for (const std::size_t group : groups.lanes.empty() ? std::vector<std::size_t>() : orderOf(request, groups)) {
        if (count[group] == 0)
            continue;
        laneOfGroup[group] = LaneId(plan.lanes.size());
        plan.lanes.push_back(groups.lanes[group]);
        plan.lanes.back().events = count[group];
    }
    plan.laneOf.resize(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i])
            plan.laneOf[i] = laneOfGroup[groups.groupOf[i]];
    return plan;
}

} // namespace fabula::layout
