#pragma once

#include "model/story.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace fabula::bench {

/// `count` events, every other one dated (to the year, rising), each with a cause among the fifty before it and half of
/// them with a second one: 1.5 links for each event, as in stories of the field.
inline std::shared_ptr<model::Story> generatedStory(std::size_t count)
{
    auto story = std::make_shared<model::Story>();
    std::mt19937_64 engine(count);
    story->events.resize(count);
    for (std::size_t i = 0; i < count; i += 2)
        story->events[i].when = *time::parseEdtf(std::to_string(1000 + 1000 * i / count));
    for (std::size_t i = 1; i < count; ++i) {
        for (std::size_t link = 0; link < 1 + i % 2; ++link) {
            const std::size_t back = engine() % std::min<std::size_t>(i, 50);
            story->links.emplace_back();
            story->links.back().from = core::EventId(i - 1 - back);
            story->links.back().to = core::EventId(i);
        }
    }
    return story;
}

/// The same with all that the questions look at: ids and titles, a confidence for most claims, importance, and a tenth
/// as many sources as events, half of which repeat another.
inline std::shared_ptr<model::Story> generatedClaims(std::size_t count)
{
    std::shared_ptr<model::Story> story = generatedStory(count);
    std::mt19937_64 engine(count + 1);
    story->languages = {"en"};
    const std::size_t sources = std::max<std::size_t>(count / 10, 1);
    story->sources.resize(sources);
    for (std::size_t i = 0; i < sources; ++i) {
        story->sources[i].id = "s" + std::to_string(i);
        if (i % 2 == 1)
            story->sources[i].relays = core::SourceId(engine() % i);
    }
    const auto confidence = [&]() -> std::optional<model::Confidence> {
        const std::size_t roll = engine() % 9;
        return roll < 7 ? std::optional(static_cast<model::Confidence>(roll)) : std::nullopt;
    };
    for (std::size_t i = 0; i < count; ++i) {
        model::Event& event = story->events[i];
        event.id = "e" + std::to_string(i);
        event.title.add("en", "Event " + std::to_string(i));
        event.importance = 1 + static_cast<int>(engine() % 5);
        event.confidence = confidence();
        event.sources.push_back({core::SourceId(engine() % sources), {}});
    }
    for (model::Link& link : story->links) {
        link.confidence = confidence();
        link.sources.push_back({core::SourceId(engine() % sources), {}});
    }
    return story;
}

} // namespace fabula::bench
