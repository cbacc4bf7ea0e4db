#include "app/frame_motion.hpp"

#include <gtest/gtest.h>

namespace fabula::app {
namespace {

constexpr core::Size kFrame{1200, 700};

TEST(FrameMotionTest, theCardsArriveInTheTimeAndCanBeTurnedRoundOnTheWay)
{
    ui::AppState state;
    FrameMotion motion;
    EXPECT_TRUE(motion.over(0));
    state.view = ui::View::graph;
    double before = 0;
    double seconds = 0;
    while (motion.at(0, kFrame).share < 1 && seconds < 1) {
        motion.morph(state, 1.0 / 60);
        seconds += 1.0 / 60;
        const double share = motion.at(0, kFrame).share;
        EXPECT_GT(share, before);
        before = share;
    }
    EXPECT_LE(seconds, 0.3);
    EXPECT_TRUE(motion.over(0));
    state.view = ui::View::timeline;
    motion.morph(state, 0.1);
    const double half = motion.at(0, kFrame).share;
    EXPECT_LT(half, 1);
    state.view = ui::View::graph;
    motion.morph(state, 1.0 / 60);
    EXPECT_GT(motion.at(0, kFrame).share, half);
    EXPECT_LT(motion.at(0, kFrame).share, 1) << "it goes on from where it was";
    EXPECT_FALSE(motion.over(0));
}

TEST(FrameMotionTest, reducedMotionIsACut)
{
    ui::AppState state;
    state.preferences.reducedMotion = true;
    state.view = ui::View::graph;
    FrameMotion motion;
    motion.morph(state, 0);
    EXPECT_EQ(motion.at(0, kFrame).share, 1);
}

TEST(FrameMotionTest, aFlightOverTheGraphLandsWhereTheStateWantsIt)
{
    ui::AppState state;
    state.view = ui::View::graph;
    state.graphCamera = {{0, 0}, 0.5};
    FrameMotion motion;
    motion.jump(state);
    state.graphCamera = {{400, 200}, 1};
    motion.travel(state, 10, 0.28, kFrame);
    EXPECT_EQ(motion.at(10, kFrame).graph, (ui::GraphCamera{{0, 0}, 0.5}));
    EXPECT_FALSE(motion.over(10.1));
    EXPECT_EQ(motion.at(10.3, kFrame).graph, state.graphCamera);
}

} // namespace
} // namespace fabula::app
