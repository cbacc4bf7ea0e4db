#include "model/story.hpp"

#include <tuple>

namespace fabula::model {
namespace {

template <class Identifier, class Thing>
Identifier named(const std::vector<Thing>& things, std::string_view id)
{
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].id == id)
            return Identifier(i);
    }
    return Identifier();
}

} // namespace

bool operator==(const Story& a, const Story& b)
{
    const auto said = [](const Story& story) {
        return std::tie(story.version, story.id, story.title, story.languages, story.actors, story.sources,
                        story.events, story.links, story.scenes);
    };
    return said(a) == said(b);
}

EventId eventNamed(const Story& story, std::string_view id)
{
    return named<EventId>(story.events, id);
}

ActorId actorNamed(const Story& story, std::string_view id)
{
    return named<ActorId>(story.actors, id);
}

SourceId sourceNamed(const Story& story, std::string_view id)
{
    return named<SourceId>(story.sources, id);
}

SceneId sceneNamed(const Story& story, std::string_view id)
{
    return named<SceneId>(story.scenes, id);
}

} // namespace fabula::model
