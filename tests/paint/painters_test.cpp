#include "gallery.hpp"
#include "paint/hrefs.hpp"
#include "paint/painters.hpp"
#include "paint/raster_painter.hpp"
#include "paint/shapes.hpp"
#include "paint/whole_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

namespace fabula::paint {
namespace {

using namespace scene;

const FontBook& book()
{
    static const std::shared_ptr<FontBook> opened = [] {
        core::Result<std::shared_ptr<FontBook>> result = FontBook::open();
        return result ? *result : nullptr;
    }();
    FABULA_PROMISE(opened != nullptr, "these tests need fonts");
    return *opened;
}

constexpr core::Colour kWhite = core::rgb(0xFFFFFF);
constexpr core::Colour kBlack = core::rgb(0x000000);

DisplayList page(Shape shape)
{
    DisplayList list;
    list.size = {100, 80};
    list.ground = kWhite;
    list.add(std::move(shape));
    return list;
}

Pixels painted(const DisplayList& list, double scale = 1)
{
    core::Result<Pixels> pixels = RasterPainter(book()).paint(list, scale);
    FABULA_PROMISE(pixels.ok(), "the picture could not be painted");
    return *pixels;
}

/// The box of everything that is not white.
Rect inkOf(const Pixels& pixels)
{
    Rect box;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x)
            if (pixels.at(x, y)[1] < 254)
                box = core::united(box, {double(x), double(y), 1, 1});
    return box;
}

struct Boxed
{
    const char* name;
    Shape shape;
    Rect box;
};

std::vector<Boxed> everyShape()
{
    const Rect rect{20, 20, 50, 30};
    return {{"fill", FillRect{rect, 0, cornersAll, kBlack}, rect},
            {"round fill", FillRect{rect, 8, cornersAll, kBlack}, rect},
            {"left fill", FillRect{rect, 8, cornersLeft, kBlack}, rect},
            {"right fill", FillRect{rect, 8, cornersRight, kBlack}, rect},
            {"stroke", StrokeRect{rect, 5, kBlack, 2, 0, 0}, rect.grown(1)},
            {"gradient", GradientRect{rect, kBlack, kBlack, kBlack, 0.2, 0.8}, rect},
            {"hatch", HatchRect{rect, kBlack, 4, 2}, rect},
            {"disc", Disc{{40, 40}, 10, kBlack, kBlack, 2}, {29, 29, 22, 22}},
            {"path", Path{{{20, 20}, {40, 20}, {50, 50}, {70, 50}}, kBlack, 2, 0, 0, false}, {20, 19, 50, 32}},
            {"head", Path{{{20, 20}, {40, 20}, {40, 50}, {20, 50}}, kBlack, 0, 0, 0, true}, {20, 20, 15, 30}}};
}

TEST(RasterPainter, EveryShapeFillsItsBoxAndNoMore)
{
    for (const Boxed& each : everyShape()) {
        const Rect ink = inkOf(painted(page(each.shape)));
        EXPECT_NEAR(ink.left(), each.box.left(), 1) << each.name;
        EXPECT_NEAR(ink.top(), each.box.top(), 1) << each.name;
        EXPECT_NEAR(ink.right(), each.box.right(), 1) << each.name;
        EXPECT_NEAR(ink.bottom(), each.box.bottom(), 1) << each.name;
    }
}

TEST(RasterPainter, ScaleMultipliesThePixels)
{
    const Pixels pixels = painted(page(FillRect{{20, 20, 50, 30}, 0, cornersAll, kBlack}), 2.5);
    EXPECT_EQ(pixels.width, 250);
    EXPECT_EQ(pixels.height, 200);
    EXPECT_EQ(inkOf(pixels), (Rect{50, 50, 125, 75}));
}

TEST(RasterPainter, ColoursAreExact)
{
    const Pixels pixels = painted(page(FillRect{{20, 20, 50, 30}, 0, cornersAll, core::rgb(0x123456)}));
    EXPECT_EQ(pixels.at(40, 30)[0], 0x12);
    EXPECT_EQ(pixels.at(40, 30)[1], 0x34);
    EXPECT_EQ(pixels.at(40, 30)[2], 0x56);
    EXPECT_EQ(pixels.at(40, 30)[3], 0xFF);
}

TEST(RasterPainter, ACornerIsRoundWhereItIsSaidToBe)
{
    const Pixels pixels = painted(page(FillRect{{20, 20, 50, 30}, 12, cornersLeft, kBlack}));
    EXPECT_EQ(pixels.at(20, 20)[0], 255);
    EXPECT_EQ(pixels.at(20, 49)[0], 255);
    EXPECT_EQ(pixels.at(69, 20)[0], 0);
    EXPECT_EQ(pixels.at(69, 49)[0], 0);
}

TEST(RasterPainter, ANarrowStripFitsIntoTheCornerOfItsCard)
{
    const Rect card{20, 20, 50, 30};
    DisplayList list = page(FillRect{card, 10, cornersAll, kWhite});
    list.add(FillRect{{20, 20, 4, 30}, 10, cornersLeft, kBlack});
    const Pixels strip = painted(list);
    const Pixels whole = painted(page(FillRect{card, 10, cornersAll, kBlack}));
    for (int y = 20; y < 50; ++y)
        for (int x = 20; x < 24; ++x)
            EXPECT_NEAR(strip.at(x, y)[0], whole.at(x, y)[0], 24) << x << "," << y;
}

TEST(RasterPainter, AShadowFadesToEverySide)
{
    const Pixels pixels = painted(page(ShadowRect{{35, 30, 30, 20}, 5, 12, 4, {0, 0, 0, 255}}));
    const auto darkness = [&pixels](int x, int y) { return 255 - pixels.at(x, y)[0]; };
    EXPECT_GT(darkness(50, 44), 150);
    for (int step = 1; step < 12; ++step) {
        EXPECT_LE(darkness(35 - step, 44), darkness(36 - step, 44));
        EXPECT_LE(darkness(64 + step, 44), darkness(63 + step, 44));
        EXPECT_NEAR(darkness(35 - step, 44), darkness(64 + step, 44), 1) << "is even on both sides";
    }
    EXPECT_GT(darkness(31, 44), 0);
    EXPECT_EQ(darkness(20, 44), 0) << "ends after the blur";
    EXPECT_EQ(darkness(50, 15), 0);
}

TEST(RasterPainter, ClipsCutAndNest)
{
    DisplayList list = page(PushClip{{10, 10, 40, 40}});
    list.add(PushClip{{30, 0, 60, 60}});
    list.add(FillRect{{0, 0, 100, 80}, 0, cornersNone, kBlack});
    list.add(PopClip{});
    list.add(PopClip{});
    EXPECT_EQ(inkOf(painted(list)), (Rect{30, 10, 20, 40}));
    list.add(FillRect{{90, 70, 5, 5}, 0, cornersNone, kBlack});
    EXPECT_EQ(inkOf(painted(list)), (Rect{30, 10, 65, 65}));
}

TEST(RasterPainter, AWindowOnAPictureShowsTheSamePixels)
{
    // Panning by whole pixels must not make text or shadows shimmer.
    const DisplayList whole = gallery(kLightGallery);
    DisplayList moved = whole;
    for (DisplayItem& item : moved.items) {
        if (auto* run = std::get_if<TextRun>(&item.shape))
            run->position.x += 7;
        else if (auto* shadow = std::get_if<ShadowRect>(&item.shape))
            shadow->rect.x += 7;
        else
            item.shape = PopClip{};
    }
    DisplayList still = whole;
    for (DisplayItem& item : still.items)
        if (!std::holds_alternative<TextRun>(item.shape) && !std::holds_alternative<ShadowRect>(item.shape))
            item.shape = PopClip{};
    const Pixels a = painted(still);
    const Pixels b = painted(moved);
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x + 7 < a.width; ++x)
            ASSERT_EQ(a.at(x, y)[0], b.at(x + 7, y)[0]) << x << "," << y;
}

TEST(RasterPainter, KeepsNothingThatChangesTheNextPicture)
{
    RasterPainter painter(book());
    const core::Result<Pixels> first = painter.paint(gallery(kDarkGallery));
    ASSERT_TRUE(painter.paint(gallery(kLightGallery), 1.5));
    const core::Result<Pixels> again = painter.paint(gallery(kDarkGallery));
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->rgba, again->rgba);
}

TEST(Painters, PngComesBackAsItWasPainted)
{
    DisplayList list = gallery(kDarkGallery);
    for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{100}}) {
        list.ground.alpha = alpha;
        const Pixels pixels = painted(list);
        const core::Result<std::string> png = pngOf(pixels);
        ASSERT_TRUE(png);
        const core::Result<Pixels> back = pixelsOf(*png);
        ASSERT_TRUE(back);
        EXPECT_EQ(back->rgba, pixels.rgba);
    }
    EXPECT_FALSE(pixelsOf("no picture"));
}

TEST(Painters, TheSameListGivesTheSameBytes)
{
    const DisplayList list = gallery(kDarkGallery);
    const auto other = FontBook::open();
    ASSERT_TRUE(other);
    EXPECT_EQ(*pngBytes(list, book()), *pngBytes(list, **other));
    EXPECT_EQ(*svgBytes(list, book()), *svgBytes(list, **other));
    EXPECT_EQ(*pdfBytes({list, list}, book()), *pdfBytes({list, list}, **other));
}

TEST(Painters, SizesThatCannotBeAreRefused)
{
    DisplayList list = gallery(kDarkGallery);
    for (const double scale : {0.0, -1.0, 1e4, std::numeric_limits<double>::quiet_NaN()}) {
        const auto png = pngBytes(list, book(), scale);
        ASSERT_FALSE(png) << scale;
        EXPECT_EQ(png.error().code, "paint.size");
        EXPECT_FALSE(svgBytes(list, book(), {"", "", scale}));
        EXPECT_FALSE(pdfBytes({list}, book(), {"", "", scale}));
    }
    list.size.width = 40'000;
    EXPECT_NE(core::english(pngBytes(list, book()).error().message).find("32767"), std::string::npos);
    EXPECT_FALSE(pdfBytes({}, book()));
}

/// Shapes such as a broken layout or a hostile file might lead to.
DisplayList hostile()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    DisplayList list;
    list.size = {100, 80};
    list.ground = kWhite;
    for (const double bad : {nan, infinite, -infinite, 1e300, -1e300, 1e9, -1e9}) {
        for (const Rect& rect : {Rect{bad, 0, 10, 10}, Rect{0, 0, bad, 10}, Rect{-bad, 0, bad, bad}}) {
            list.add(FillRect{rect, bad, cornersLeft, kBlack});
            list.add(StrokeRect{rect, bad, kBlack, bad, bad, bad});
            list.add(GradientRect{rect, kBlack, kBlack, kBlack, bad, -bad});
            list.add(HatchRect{rect, kBlack, bad, 1});
            list.add(HatchRect{rect, kBlack, 0, 1});
            list.add(ShadowRect{rect, bad, bad, bad, kBlack});
            list.add(PushClip{rect});
            list.add(PopClip{});
        }
        list.add(Disc{{bad, 1}, bad, kBlack, kBlack, bad});
        list.add(Path{{{bad, bad}, {0, 0}, {bad, 1}, {1, 1}}, kBlack, 1, bad, bad, true});
        list.add(TextRun{{bad, 1}, "x", {13, {}, false}, kBlack, {}});
        list.add(TextRun{{1, 1}, "x", {bad, {}, false}, kBlack, {}});
    }
    list.add(Path{{}, kBlack, 1, 0, 0, false});
    list.add(Path{{{1, 1}, {2, 2}}, kBlack, 1, 0, 0, false});
    list.add(TextRun{{1, 9}, std::string(100'000, 'W'), {13, {}, false}, kBlack, "javascript:alert(1)"});
    list.add(
        TextRun{{1, 9}, std::string("\0\xFF\xED\xA0\x80</text>]]>&\"'\x1B\uFFFE", 21), {13, {}, true}, kBlack, {}});
    list.add(PopClip{});
    list.add(PopClip{});
    list.add(PushClip{{0, 0, 0, 0}});
    list.add(FillRect{{0, 0, 10, 10}, 0, cornersNone, kBlack}, {SubjectKind::event, 3});
    return list;
}

TEST(Painters, HostilePicturesArePainted)
{
    const DisplayList list = hostile();
    const auto png = pngBytes(list, book());
    EXPECT_TRUE(png) << core::english(png.error().message);
    const auto pdf = pdfBytes({list}, book());
    EXPECT_TRUE(pdf) << core::english(pdf.error().message);
    const auto svg = svgBytes(list, book());
    ASSERT_TRUE(svg) << core::english(svg.error().message);
    EXPECT_EQ(svg->find("nan"), std::string::npos);
    EXPECT_EQ(svg->find("inf"), std::string::npos);
    EXPECT_EQ(svg->find("javascript"), std::string::npos);
    EXPECT_EQ(svg->find('\x1B'), std::string::npos);
}

TEST(WholeFile, ALinkStaysALink)
{
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(testing::TempDir()) / "fabula-whole-file";
    fs::remove_all(folder);
    fs::create_directories(folder / "far");
    ASSERT_TRUE(writeWholeFile((folder / "far" / "real").string(), "one").ok());
    fs::create_symlink("far/real", folder / "link");
    ASSERT_TRUE(writeWholeFile((folder / "link").string(), "three").ok());
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(fs::file_size(folder / "far" / "real"), 5u);
    fs::remove_all(folder);
}

TEST(Hrefs, AreEscaped)
{
    EXPECT_EQ(pdfLinkAttributes(R"(https://x.org/'a\b)"), R"(uri='https://x.org/\'a\\b')");
    EXPECT_EQ(xmlEscaped("<a href=\"x\">'&\x01"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
}

TEST(Shapes, LayersOfAShadowAddUpToItsColour)
{
    const ShadowRect shadow{{20, 20, 40, 30}, 6, 10, 3, {0, 0, 0, 128}};
    double through = 1;
    for (const FillRect& layer : shadowLayers(shadow)) {
        through *= 1 - layer.colour.alpha / 255.0;
        EXPECT_LE(layer.rect.width, 40 + 2 * 10);
    }
    EXPECT_NEAR(1 - through, 128 / 255.0, 0.03);
}

class Files : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder = std::filesystem::path(::testing::TempDir()) / fmt::format("fabula_paint_{}", ::getpid());
        std::filesystem::create_directories(folder);
    }
    void TearDown() override
    {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
        std::filesystem::remove_all(folder);
    }
    std::string at(const char* name) const { return (folder / name).string(); }

    std::filesystem::path folder;
};

TEST_F(Files, AreWrittenWholeAndLeaveNothingBeside)
{
    const DisplayList list = gallery(kLightGallery);
    std::ofstream(at("a.png")) << "what was there before";
    ASSERT_TRUE(writePng(list, book(), at("a.png")));
    ASSERT_TRUE(writeSvg(list, book(), at("a.svg")));
    ASSERT_TRUE(writePdf(list, book(), at("a.pdf")));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 3);
    EXPECT_EQ(std::filesystem::file_size(at("a.png")), pngBytes(list, book())->size());
}

TEST_F(Files, SayWhatIsInTheWay)
{
    const DisplayList list = gallery(kLightGallery);
    const auto nowhere = writePng(list, book(), at("no/such/folder/a.png"));
    ASSERT_FALSE(nowhere);
    EXPECT_NE(core::english(nowhere.error().message).find("does not exist"), std::string::npos);
    const auto overFolder = writePng(list, book(), folder.string());
    ASSERT_FALSE(overFolder);
    EXPECT_NE(core::english(overFolder.error().message).find("is a folder"), std::string::npos);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 0);
}

} // namespace
} // namespace fabula::paint
