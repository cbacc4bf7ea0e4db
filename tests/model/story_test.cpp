#include "model/story.hpp"
#include "model/story_places.hpp"

#include <gtest/gtest.h>

namespace fabula::model {
namespace {

TEST(Story, findsThingsByTheirTextIds)
{
    Story story;
    story.events.resize(2);
    story.events[0].id = "a";
    story.events[1].id = "b";
    story.actors.resize(1);
    story.actors[0].id = "b";
    EXPECT_EQ(eventNamed(story, "b"), EventId(1));
    EXPECT_EQ(actorNamed(story, "b"), ActorId(0));
    EXPECT_FALSE(eventNamed(story, "c").valid());
    EXPECT_FALSE(sourceNamed(story, "b").valid());
    EXPECT_FALSE(sceneNamed(story, "b").valid());
}

TEST(Terms, everyNameBelongsToItsTerm)
{
    EXPECT_EQ(name(LinkKind::partOf), "part_of");
    EXPECT_EQ(name(LinkKind::contradicts), kLinkKindNames.back());
    EXPECT_EQ(name(Confidence::almostCertain), "almost_certain");
    EXPECT_TRUE(isCausal(LinkKind::prompts));
    EXPECT_FALSE(isCausal(LinkKind::precedes));
    EXPECT_TRUE(isOrdering(LinkKind::precedes));
    EXPECT_FALSE(isOrdering(LinkKind::partOf));
}

TEST(StoryPlaces, givesLineColumnAndPointer)
{
    StoryPlaces places;
    places.file = "x.json";
    places.events = {{3, 5}, {9, 5}};
    const core::FilePlace place = places.of("events", places.events, 1);
    EXPECT_EQ(place.line, 9u);
    EXPECT_EQ(place.pointer, "/events/1");
    EXPECT_EQ(places.of("events", places.events, 7).line, 0u);
}

} // namespace
} // namespace fabula::model
