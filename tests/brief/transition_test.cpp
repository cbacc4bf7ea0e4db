#include "../support/story_maker.hpp"
#include "brief/transition.hpp"
#include "paint/painters.hpp"
#include "paint/raster_painter.hpp"
#include "shipped_briefing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace fabula::brief {
namespace {

constexpr int kFrames = 30;

/// Every slide of a shipped story in a language.
class Transitions : public ::testing::TestWithParam<std::tuple<std::string, std::string>>
{
protected:
    void SetUp() override
    {
        const auto& [name, language] = GetParam();
        briefing.emplace(test::briefingOf(test::shippedGraph(name), language));
    }

    const std::vector<Slide>& slides() const { return briefing->slides; }

    /// Each scene when all of it is there: what most can go wrong with.
    std::vector<Slide> wholeScenes() const
    {
        std::vector<Slide> whole;
        for (std::size_t i = 0; i < briefing->scenes.size(); ++i)
            whole.push_back({i, briefing->scenes[i].stage.content.steps - 1, 0});
        return whole;
    }

    std::string bytes(const scene::DisplayList& picture) const { return *paint::svgBytes(picture, test::fontBook()); }

    std::optional<Briefing> briefing;
};

/// The cards of a picture with the shadow that each has once.
std::map<std::uint32_t, std::vector<core::Rect>> cardsOf(const scene::DisplayList& picture)
{
    std::map<std::uint32_t, std::vector<core::Rect>> cards;
    for (const scene::DisplayItem& item : picture.items) {
        const auto* shadow = std::get_if<scene::ShadowRect>(&item.shape);
        if (shadow != nullptr && item.subject.kind == scene::SubjectKind::event)
            cards[item.subject.index].push_back(shadow->rect);
    }
    return cards;
}

TEST_P(Transitions, beginAndEndAsTheSlidesThemselves)
{
    for (std::size_t i = 0; i < slides().size(); ++i) {
        const Slide& from = slides()[i];
        const Slide& to = slides()[(i * 7 + 1) % slides().size()];
        EXPECT_EQ(bytes(pictureBetween(*briefing, from, to, 0)), bytes(slidePicture(*briefing, from)));
        EXPECT_EQ(bytes(pictureBetween(*briefing, from, to, 1)), bytes(slidePicture(*briefing, to)));
        EXPECT_EQ(bytes(pictureBetween(*briefing, from, from, 0.5)), bytes(slidePicture(*briefing, from)));
    }
}

/// Whether the pixel has its like in the other picture, at its place or a pixel beside: text stands on whole pixels.
bool hasItsLike(const paint::Pixels& picture, const paint::Pixels& other, int x, int y)
{
    constexpr int kUnseen = 24;
    const auto* pixel = picture.at(x, y);
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const auto* beside =
                other.at(std::clamp(x + dx, 0, other.width - 1), std::clamp(y + dy, 0, other.height - 1));
            int most = 0;
            for (int channel = 0; channel < 3; ++channel)
                most = std::max(most, std::abs(int(pixel[channel]) - int(beside[channel])));
            if (most <= kUnseen)
                return true;
        }
    }
    return false;
}

TEST_P(Transitions, leaveAndArriveWithoutAJump)
{
    constexpr double kNext = 1e-4;
    paint::RasterPainter painter(test::fontBook());
    const auto differing = [&](const scene::DisplayList& a, const scene::DisplayList& b) {
        const paint::Pixels first = *painter.paint(a, 0.6);
        const paint::Pixels second = *painter.paint(b, 0.6);
        int count = 0;
        for (int y = 0; y < first.height; ++y) {
            for (int x = 0; x < first.width; ++x)
                count += hasItsLike(first, second, x, y) && hasItsLike(second, first, x, y) ? 0 : 1;
        }
        return count;
    };
    for (const Slide& from : wholeScenes()) {
        for (const Slide& to : {slides().front(), slides()[slides().size() / 2], slides().back()}) {
            const auto at = [&](double share) { return pictureBetween(*briefing, from, to, share); };
            EXPECT_LT(differing(at(0), at(kNext)), 40) << from.scene << " to " << to.scene;
            EXPECT_LT(differing(at(1), at(1 - kNext)), 40) << from.scene << " to " << to.scene;
        }
    }
}

TEST_P(Transitions, moveEachCardThatBothHaveAsOne)
{
    for (const Slide& from : wholeScenes()) {
        for (const Slide& to : wholeScenes()) {
            const auto first = cardsOf(slidePicture(*briefing, from));
            const auto last = cardsOf(slidePicture(*briefing, to));
            auto before = first;
            std::map<std::uint32_t, double> ways;
            std::map<std::uint32_t, double> longest;
            for (int frame = 1; frame <= kFrames; ++frame) {
                const auto here = cardsOf(pictureBetween(*briefing, from, to, double(frame) / kFrames));
                for (const auto& [event, boxes] : here)
                    EXPECT_EQ(boxes.size(), 1U) << "frame " << frame << ", event " << event;
                for (const auto& [event, boxes] : first) {
                    if (last.count(event) == 0)
                        continue;
                    ASSERT_EQ(here.count(event), 1U) << "frame " << frame << ", event " << event;
                    const core::Rect& box = here.at(event).front();
                    const double moved = core::distance(box.centre(), before.at(event).front().centre());
                    ways[event] += moved;
                    longest[event] = std::max(longest[event], moved);
                }
                before = here;
            }
            for (const auto& [event, way] : ways)
                EXPECT_LE(longest[event], 4 * way / kFrames + 1.5) << from.scene << " to " << to.scene;
        }
    }
}

void expectSound(const scene::DisplayList& picture)
{
    int open = 0;
    for (const scene::DisplayItem& item : picture.items) {
        open += std::holds_alternative<scene::PushClip>(item.shape) ? 1 : 0;
        open -= std::holds_alternative<scene::PopClip>(item.shape) ? 1 : 0;
        ASSERT_GE(open, 0);
        if (const auto* text = std::get_if<scene::TextRun>(&item.shape)) {
            ASSERT_TRUE(std::isfinite(text->position.x) && std::isfinite(text->position.y));
            ASSERT_GT(text->style.sizePx, 0);
        }
        if (const auto* fill = std::get_if<scene::FillRect>(&item.shape)) {
            ASSERT_TRUE(std::isfinite(fill->rect.x + fill->rect.y));
            ASSERT_GE(fill->rect.width, 0);
            ASSERT_GE(fill->rect.height, 0);
        }
    }
    EXPECT_EQ(open, 0);
}

TEST_P(Transitions, keepClipsInPairsAndEveryNumberFinite)
{
    for (const Slide& from : slides()) {
        for (const Slide& to : slides()) {
            const double share = 0.1 + 0.8 * static_cast<double>((from.scene * 31 + to.scene * 17 + to.step) % 10) / 9;
            expectSound(pictureBetween(*briefing, from, to, share));
        }
    }
}

TEST(TransitionsOfMadeStories, areSoundWithClustersFoldedLanesAndDeepTime)
{
    for (const std::int64_t years : {std::int64_t{2}, std::int64_t{400'000'000}}) {
        test::MadeStoryOptions options;
        options.events = 90;
        options.actors = 9;
        options.links = 120;
        options.years = years;
        model::Story story = *test::makeStory(options);
        for (const char* range : {"", "2024-03/2024-05", "2024-03-01/2024-03-03"}) {
            for (const model::SceneView view : {model::SceneView::timeline, model::SceneView::graph}) {
                model::Scene scene;
                scene.id = "scene-" + std::to_string(story.scenes.size());
                scene.view = view;
                if (*range != 0)
                    scene.range = *time::parseEdtf(range);
                story.scenes.push_back(scene);
            }
        }
        const Briefing briefing =
            test::briefingOf(graph::EventGraph(std::make_shared<const model::Story>(std::move(story))));
        for (const Slide& from : briefing.slides) {
            for (const Slide& to : briefing.slides) {
                for (const double share : {0.001, 0.3, 0.5, 0.8, 0.999})
                    expectSound(pictureBetween(briefing, from, to, share));
            }
        }
    }
}

TEST_P(Transitions, neverShowTwoTitlesAtOnce)
{
    for (const Slide& from : wholeScenes()) {
        for (const Slide& to : wholeScenes()) {
            const std::string& old = briefing->scenes[from.scene].title;
            const std::string& young = briefing->scenes[to.scene].title;
            for (int frame = 0; from.scene != to.scene && frame <= kFrames; ++frame) {
                std::set<std::string> titles;
                for (const auto& item : pictureBetween(*briefing, from, to, double(frame) / kFrames).items) {
                    const auto* text = std::get_if<scene::TextRun>(&item.shape);
                    if (text != nullptr && (text->text == old || text->text == young) && text->colour.alpha > 0)
                        titles.insert(text->text);
                }
                EXPECT_LE(titles.size(), 1U) << from.scene << " to " << to.scene << ", frame " << frame;
            }
        }
    }
}

TEST_P(Transitions, takeLessThanOnePointTwoSeconds)
{
    for (const Slide& from : slides()) {
        for (const Slide& to : slides()) {
            const double seconds = secondsOf(*briefing, from, to);
            EXPECT_NEAR(seconds, secondsOf(*briefing, to, from), 1e-9);
            EXPECT_LE(seconds, kMostTransitionSeconds);
            if (from == to)
                EXPECT_EQ(seconds, 0);
            else
                EXPECT_GE(seconds, 0.35);
        }
    }
}

TEST_P(Transitions, revealInTheOrderOfCause)
{
    // Where several come at once, an effect is never more there than its cause.
    for (std::size_t i = 0; i + 1 < slides().size(); ++i) {
        const Slide& from = slides()[i];
        const Slide& to = slides()[i + 1];
        if (from.scene != to.scene || from.step == to.step)
            continue;
        const SceneContent& content = briefing->scenes[from.scene].stage.content;
        for (int frame = 1; frame < kFrames; ++frame) {
            const auto seen = cardsOf(pictureBetween(*briefing, from, to, double(frame) / kFrames));
            bool missing = false;
            for (const EventId event : content.shown) {
                if (content.step[event.index()] != to.step)
                    continue;
                const bool there = seen.count(event.value) > 0;
                EXPECT_FALSE(there && missing);
                missing = missing || !there;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Transitions,
                         ::testing::Combine(::testing::Values("deepseek-r2", "rosetta-stone"),
                                            ::testing::Values("en", "de")));

} // namespace
} // namespace fabula::brief
