#include "picture_difference.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::golden {
namespace {

using paint::Pixels;

scene::DisplayList cards(int count)
{
    scene::DisplayList list;
    list.size = {800, 400};
    list.ground = core::rgb(0x0E1116);
    for (int i = 0; i < count; ++i) {
        const int row = i / 4;
        const core::Rect card{20.0 + 190 * (i % 4), 20.0 + 60 * row, 170, 44};
        list.add(scene::FillRect{card, 6, scene::cornersAll, core::rgb(0x1B212A)});
        list.add(scene::FillRect{{card.x, card.y, 5, 44}, 5, scene::cornersLeft, core::rgb(0x56B4E9)});
        list.add(
            scene::TextRun{{card.x + 14, card.y + 26}, "Training fails", {14, {}, false}, core::rgb(0xE9EDF3), {}});
    }
    return list;
}

Pixels painted(const scene::DisplayList& list)
{
    const auto fonts = paint::FontBook::open();
    FABULA_PROMISE(fonts.ok(), "these tests need fonts");
    core::Result<Pixels> pixels = paint::RasterPainter(**fonts).paint(list);
    FABULA_PROMISE(pixels.ok(), "the picture could not be painted");
    return *pixels;
}

TEST(PictureDifference, OfTheSamePictureIsNone)
{
    const Pixels pixels = painted(cards(20));
    const PictureDifference difference = differenceOf(pixels, pixels);
    EXPECT_EQ(difference.mean, 0);
    EXPECT_EQ(difference.share, 0);
    EXPECT_EQ(difference.largestBlock, 0);
    EXPECT_TRUE(tolerable(difference));
}

TEST(PictureDifference, OfRoundingIsTolerable)
{
    const Pixels pixels = painted(cards(20));
    Pixels rounded = pixels;
    for (std::size_t i = 0; i < rounded.rgba.size(); i += 7)
        rounded.rgba[i] = static_cast<std::uint8_t>(std::clamp(rounded.rgba[i] + (i % 2 == 0 ? 2 : -2), 0, 255));
    EXPECT_TRUE(tolerable(differenceOf(pixels, rounded)));
}

TEST(PictureDifference, AMissingCardIsNot)
{
    const PictureDifference difference = differenceOf(painted(cards(20)), painted(cards(19)));
    EXPECT_FALSE(tolerable(difference));
}

TEST(PictureDifference, ATextInOtherWordsIsNot)
{
    scene::DisplayList other = cards(20);
    for (scene::DisplayItem& item : other.items)
        if (auto* run = std::get_if<scene::TextRun>(&item.shape))
            run->text = "Training works";
    EXPECT_FALSE(tolerable(differenceOf(painted(cards(20)), painted(other))));
}

TEST(PictureDifference, APictureMovedByAPixelIsNot)
{
    scene::DisplayList other = cards(20);
    for (scene::DisplayItem& item : other.items)
        if (auto* run = std::get_if<scene::TextRun>(&item.shape))
            run->position.y += 1;
    EXPECT_FALSE(tolerable(differenceOf(painted(cards(20)), painted(other))));
}

} // namespace
} // namespace fabula::golden
