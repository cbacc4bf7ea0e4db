#include "brief/scene_content.hpp"

#include "ask/parts.hpp"
#include "model/revision.hpp"

#include <algorithm>

namespace fabula::brief {
namespace {

/// How far what a scene is not about recedes: an audience shall still read it.
constexpr double kReceding = 0.6;

ask::Question questionOf(const model::SceneQuestion& asked)
{
    ask::Question question{asked.ask, {}, asked.goal};
    if (asked.subject.valid())
        question.subject = asked.subject;
    return question;
}

/// The events of the answer, lit; those of `outlined` are left as outlines.
ask::Parts answerTo(const SceneContent& content, const model::SceneQuestion& asked)
{
    const graph::Scope scope(content.events, content.known);
    return ask::parts(scope, ask::answer(scope, questionOf(asked)));
}

bool isShown(const SceneContent& content, EventId event)
{
    return (content.hidden.empty() || !content.hidden[event.index()]) &&
           (content.known == nullptr || content.known->events[event.index()]);
}

void light(SceneContent& content, const ask::Parts& parts)
{
    const model::Story& story = content.events.story();
    scene::Emphasis& emphasis = content.emphasis;
    emphasis.strength = kReceding;
    emphasis.events.resize(story.events.size(), false);
    emphasis.links.resize(story.links.size(), false);
    for (const EventId event : parts.events)
        emphasis.events[event.index()] = true;
    for (const LinkId link : parts.links)
        emphasis.links[link.index()] = true;
    if (parts.outlined.empty())
        return;
    emphasis.outlined.resize(story.events.size(), false);
    for (const EventId event : parts.outlined)
        emphasis.outlined[event.index()] = true;
}

/// What is in focus, its neighbours that are shown, and the links between them.
ask::Parts focusParts(const SceneContent& content)
{
    ask::Parts parts;
    const model::Story& story = content.events.story();
    for (const EventId event : content.focus) {
        parts.events.push_back(event);
        const auto visit = [&](LinkId link) {
            const EventId other = story[link].from == event ? story[link].to : story[link].from;
            if (!isShown(content, other) || (content.known != nullptr && !content.known->links[link.index()]))
                return;
            parts.events.push_back(other);
            parts.links.push_back(link);
        };
        for (const LinkId link : content.events.linksFrom(event))
            visit(link);
        for (const LinkId link : content.events.linksTo(event))
            visit(link);
    }
    return parts;
}

/// Whether something that is shown would recede.
bool leavesAnything(const SceneContent& content)
{
    return std::any_of(content.shown.begin(), content.shown.end(),
                       [&](EventId event) { return !content.emphasis.events[event.index()]; });
}

void hideAllBut(SceneContent& content, const std::vector<EventId>& events)
{
    content.hidden.assign(content.events.story().events.size(), true);
    for (const EventId event : events)
        content.hidden[event.index()] = false;
}

void setSteps(SceneContent& content, const std::vector<std::vector<EventId>>& reveal)
{
    constexpr std::size_t kUnnamed = 0;
    content.step.assign(content.events.story().events.size(), kUnnamed);
    for (std::size_t i = 0; i < reveal.size(); ++i) {
        for (const EventId event : reveal[i]) {
            if (content.step[event.index()] == kUnnamed)
                content.step[event.index()] = i + 1;
        }
    }
    // Steps at which nothing appears are none: what is left is counted anew from 0.
    std::vector<bool> used(reveal.size() + 1, false);
    for (const EventId event : content.shown)
        used[content.step[event.index()]] = true;
    std::vector<std::size_t> number(used.size(), 0);
    std::size_t next = 0;
    for (std::size_t i = 0; i < used.size(); ++i)
        number[i] = used[i] ? next++ : 0;
    for (std::size_t& step : content.step)
        step = number[step];
    content.steps = std::max<std::size_t>(next, 1);
}

} // namespace

SceneContent contentOf(const graph::EventGraph& graph, SceneId id)
{
    const model::Scene& scene = graph.story()[id];
    SceneContent content{
        id, scene.view == model::SceneView::graph, graph, {}, {}, {}, 1, scene.range.span(), scene.asOf, {}, {}, {},
        {}};
    if (scene.asOf.known()) {
        content.known = std::make_shared<const model::Known>(model::knownBefore(graph.story(), scene.asOf.span().end));
        content.events = graph.asKnown(*content.known);
    } else if (model::holdsWithdrawn(graph.story())) {
        content.known = std::make_shared<const model::Known>(model::knownBefore(graph.story(), time::kEndOfTime));
        content.events = graph.asKnown(*content.known);
    }
    ask::Parts answer;
    if (scene.ask)
        answer = answerTo(content, *scene.ask);
    if (!scene.show.empty())
        hideAllBut(content, scene.show);
    else if (!answer.events.empty())
        hideAllBut(content, answer.events);
    for (const EventId event : content.events.order()) {
        if (isShown(content, event))
            content.shown.push_back(event);
    }
    setSteps(content, scene.reveal);
    for (const EventId event : scene.focus) {
        if (isShown(content, event))
            content.focus.push_back(event);
    }
    if (scene.ask && scene.ask->subject.valid() && isShown(content, scene.ask->subject))
        content.ringed = scene.ask->goal.valid() ? scene.ask->goal : scene.ask->subject;
    else if (content.focus.size() == 1)
        content.ringed = content.focus.front();
    if (scene.ask)
        light(content, answer);
    if (!content.focus.empty())
        light(content, focusParts(content));
    if (content.emphasis.strength > 0 && !leavesAnything(content) && content.emphasis.outlined.empty())
        content.emphasis = {};
    return content;
}

scene::Presence presenceAt(const SceneContent& content, double step)
{
    const model::Story& story = content.events.story();
    scene::Presence presence;
    presence.asOf = content.asOf;
    presence.known = content.known;
    if (content.known != nullptr)
        presence.graph = content.events;
    presence.events.assign(story.events.size(), 0.0F);
    presence.links.assign(story.links.size(), 0.0F);
    const auto whole = static_cast<std::size_t>(std::max(0.0, step));
    const double share = step - static_cast<double>(whole);
    const auto coming = [&](EventId event) { return content.step[event.index()] == whole + 1; };
    const auto count = static_cast<double>(std::count_if(content.shown.begin(), content.shown.end(), coming));
    double before = 0;
    for (const EventId event : content.shown) {
        float& there = presence.events[event.index()];
        if (content.step[event.index()] <= whole)
            there = 1;
        else if (coming(event)) // each takes two shares of the time, so that it is half there when the next one begins
            there = static_cast<float>(std::clamp(share * (count + 1) / 2 - before++ / 2, 0.0, 1.0));
    }
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        if (content.known == nullptr || content.known->links[i])
            presence.links[i] = std::min(presence.events[link.from.index()], presence.events[link.to.index()]);
    }
    return presence;
}

} // namespace fabula::brief
