#pragma once

#include "graph/event_graph.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fabula::graph {

using model::LinkKind;

inline time::Edtf date(const std::string& text)
{
    if (text.empty())
        return {};
    const auto parsed = time::parseEdtf(text);
    EXPECT_TRUE(parsed.ok()) << text;
    return parsed.ok() ? parsed.value() : time::Edtf();
}

/// Stories of a few lines, as plain values.
class StoryMaker
{
public:
    EventId event(const std::string& id, const std::string& when = {}, bool lasting = false)
    {
        model::Event event;
        event.id = id;
        event.when = date(when);
        event.lasting = lasting;
        story.events.push_back(event);
        return EventId(story.events.size() - 1);
    }

    LinkId link(EventId from, EventId to, LinkKind kind = LinkKind::causes)
    {
        model::Link link;
        link.from = from;
        link.to = to;
        link.kind = kind;
        story.links.push_back(link);
        return LinkId(story.links.size() - 1);
    }

    EventGraph graph() const { return EventGraph(std::make_shared<const model::Story>(story)); }

    model::Story story;
};

/// The same numbers on every machine, which std::uniform_int_distribution doesn't promise.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// 0 to `sides` - 1.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }

private:
    std::mt19937_64 engine_;
};

/// The first and the last day that `randomStory` writes; `dayText` is good for one more on either side.
inline constexpr int kFirstDay = 1;
inline constexpr int kLastDay = 4;

inline std::string dayText(int day)
{
    return "2025-01-" + std::to_string(10 + day);
}

struct RandomShape
{
    std::size_t mostEvents = 7;
    std::size_t mostLinks = 12;
    bool loops = false;
    bool lasting = true;
    /// Kinds to draw from, the more often the more often they stand there.
    std::vector<LinkKind> kinds{LinkKind::causes,   LinkKind::causes,   LinkKind::enables, LinkKind::prompts,
                                LinkKind::precedes, LinkKind::precedes, LinkKind::partOf,  LinkKind::contradicts};
};

/// Undated events, days, vague dates, open ones and lasting ones, linked at random. Without loops the links follow a
/// hidden order that isn't the order of the ids.
inline StoryMaker randomStory(Dice& dice, const RandomShape& shape)
{
    StoryMaker maker;
    const std::size_t events = 1 + dice.roll(shape.mostEvents);
    for (std::size_t i = 0; i < events; ++i) {
        const int from = kFirstDay + static_cast<int>(dice.roll(kLastDay));
        const int left = kLastDay - from + 1;
        const int to = from + static_cast<int>(dice.roll(static_cast<std::size_t>(left)));
        const std::vector<std::string> dates{"", dayText(from), dayText(from) + "/" + dayText(to), "../" + dayText(to),
                                             dayText(from) + "/.."};
        maker.event("e" + std::to_string(i), dates[dice.roll(dates.size())], shape.lasting && dice.roll(4) == 0);
    }
    std::vector<std::size_t> hidden(events);
    for (std::size_t i = 0; i < events; ++i) {
        hidden[i] = i;
        std::swap(hidden[i], hidden[dice.roll(i + 1)]);
    }
    const std::size_t links = dice.roll(shape.mostLinks + 1);
    for (std::size_t i = 0; i < links; ++i) {
        std::size_t from = dice.roll(events);
        std::size_t to = dice.roll(events);
        if (!shape.loops && from == to)
            continue;
        if (!shape.loops && from > to)
            std::swap(from, to);
        maker.link(EventId(hidden[from]), EventId(hidden[to]), shape.kinds[dice.roll(shape.kinds.size())]);
    }
    return maker;
}

/// reaches[a][b]: a way of at least one link for which `keeps` holds leads from a to b (Warshall's closure).
template <class Keep>
std::vector<std::vector<bool>> closure(const model::Story& story, Keep keeps)
{
    const std::size_t count = story.events.size();
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count, false));
    for (const model::Link& link : story.links) {
        if (keeps(link))
            reaches[link.from.index()][link.to.index()] = true;
    }
    for (std::size_t over = 0; over < count; ++over) {
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = 0; b < count; ++b) {
                if (reaches[a][over] && reaches[over][b])
                    reaches[a][b] = true;
            }
        }
    }
    return reaches;
}

inline bool causal(const model::Link& link)
{
    return model::isCausal(link.kind);
}

inline bool ordering(const model::Link& link)
{
    return model::isOrdering(link.kind);
}

/// Whether the link says something about dates, by the definition: it lies on no causal loop, and if it is `precedes`
/// on no loop at all.
struct Proves
{
    explicit Proves(const model::Story& story) : causal_(closure(story, causal)), ordering_(closure(story, ordering)) {}

    bool operator()(const model::Link& link) const
    {
        const auto& reaches = causal(link) ? causal_ : ordering_;
        return ordering(link) && !reaches[link.to.index()][link.from.index()];
    }

private:
    static bool ordering(const model::Link& link) { return graph::ordering(link); }

    std::vector<std::vector<bool>> causal_;
    std::vector<std::vector<bool>> ordering_;
};

} // namespace fabula::graph
