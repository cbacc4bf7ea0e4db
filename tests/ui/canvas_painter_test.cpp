#include "panels_harness.hpp"
#include "ui/canvas_painter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace fabula::ui {
namespace {

using core::Rect;

/// Paints one list into a window of its own, without a screen, and looks at the vertices.
class CanvasPainterTest : public testing::Test
{
protected:
    CanvasPainterTest()
    {
        ImGui::SetCurrentContext(context);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        auto book = paint::FontBook::open();
        EXPECT_TRUE(book.ok());
        fonts = std::make_unique<UiFonts>(book.value());
        ImGui::NewFrame();
    }
    ~CanvasPainterTest() override
    {
        ImGui::EndFrame();
        fonts.reset();
        ImGui::DestroyContext(context);
    }

    ImDrawList& painted(const scene::DisplayList& picture, const CanvasPlace& place = {})
    {
        ImDrawList& list = *ImGui::GetForegroundDrawList();
        list._ResetForNewFrame();
        list.PushTexture(ImGui::GetIO().Fonts->TexRef);
        list.PushClipRect({0, 0}, {800, 600});
        paint(picture, place, list, *fonts);
        return list;
    }

    static Rect boxOf(const ImDrawList& list)
    {
        float left = std::numeric_limits<float>::max();
        float top = left;
        float right = -left;
        float bottom = -left;
        for (const ImDrawVert& vertex : list.VtxBuffer) {
            left = std::min(left, vertex.pos.x);
            right = std::max(right, vertex.pos.x);
            top = std::min(top, vertex.pos.y);
            bottom = std::max(bottom, vertex.pos.y);
        }
        return {left, top, right - left, bottom - top};
    }

    static scene::DisplayList one(scene::Shape shape)
    {
        scene::DisplayList picture;
        picture.size = {800, 600};
        picture.add(std::move(shape));
        return picture;
    }

    ImGuiContext* context = ImGui::CreateContext();
    std::unique_ptr<UiFonts> fonts;
};

const core::Colour kRed{255, 0, 0, 255};

TEST_F(CanvasPainterTest, rectanglesStandOnWholePixels)
{
    const Rect box = boxOf(painted(one(scene::FillRect{{10.3, 20.6, 30, 5}, 0, scene::cornersNone, kRed})));
    EXPECT_EQ(box, (Rect{10, 21, 30, 5}));
}

TEST_F(CanvasPainterTest, theWholePictureIsMovedAndEnlarged)
{
    const Rect box =
        boxOf(painted(one(scene::FillRect{{10, 20, 30, 40}, 0, scene::cornersNone, kRed}), {{100, 50}, 1.5, 1}));
    EXPECT_EQ(box, (Rect{115, 80, 45, 60}));
}

TEST_F(CanvasPainterTest, textIsAsWideAsTheFontBookSays)
{
    const paint::FontBook& book = fonts->book();
    for (const double size : {12.0, 13.0, 14.0, 18.0}) {
        for (const char* text : {"Ascend training runs never finish", "Für Öl", "R2 训练 fails", "1,118"}) {
            for (const bool tabular : {false, true}) {
                const core::TextStyle style{size, core::FontWeight::semibold, tabular};
                const Rect ink = book.inkBox(text, style);
                const Rect box = boxOf(painted(one(scene::TextRun{{50, 100}, text, style, kRed, {}})));
                // A glyph's bitmap reaches to the next whole pixel on each side of its ink, which starts at a quarter.
                EXPECT_LE(box.left(), 50 + ink.left() + 0.125) << text;
                EXPECT_GE(box.left(), 50 + ink.left() - 1.125) << text;
                EXPECT_GE(box.right(), 50 + ink.right() - 0.125) << text;
                EXPECT_LE(box.right(), 50 + ink.right() + 1.125) << text;
            }
        }
    }
}

TEST_F(CanvasPainterTest, everyGlyphStartsWhereTheFontBookPutsIt)
{
    const core::TextStyle style{14, core::FontWeight::regular, true};
    const std::string text = "IlIlIl 2025";
    const auto glyphs = fonts->book().glyphs(text, style);
    const ImDrawList& list = painted(one(scene::TextRun{{40, 100}, text, style, kRed, {}}));
    std::size_t quad = 0;
    for (const paint::PositionedGlyph& glyph : glyphs) {
        const Rect ink = fonts->book().face(glyph.face).inkEm(glyph.codepoint);
        if (ink.empty())
            continue;
        ASSERT_LT(quad * 4 + 2, static_cast<std::size_t>(list.VtxBuffer.Size));
        const float left = list.VtxBuffer[static_cast<int>(quad * 4)].pos.x;
        const float right = list.VtxBuffer[static_cast<int>(quad * 4 + 2)].pos.x;
        const double middle = 40 + glyph.x + ink.centre().x * style.sizePx;
        EXPECT_NEAR((left + right) / 2, middle, 0.63) << glyph.codepoint;
        EXPECT_EQ(left, std::floor(left)) << "bitmaps stand on whole pixels";
        ++quad;
    }
    EXPECT_EQ(static_cast<int>(quad * 4), list.VtxBuffer.Size);
}

TEST_F(CanvasPainterTest, denseScreensGetFinerGlyphs)
{
    const core::TextStyle style{14, core::FontWeight::regular, false};
    const auto picture = one(scene::TextRun{{50, 100}, "Huawei", style, kRed, {}});
    const Rect plain = boxOf(painted(picture));
    const Rect dense = boxOf(painted(picture, {{0, 0}, 1, 2}));
    EXPECT_NEAR(dense.width, plain.width, 1.5);
    const ImDrawList& list = painted(picture, {{0, 0}, 1, 2});
    for (const ImDrawVert& vertex : list.VtxBuffer)
        EXPECT_EQ(vertex.pos.x * 2, std::round(vertex.pos.x * 2));
}

TEST_F(CanvasPainterTest, clipsCutWhatFollows)
{
    scene::DisplayList picture;
    picture.size = {800, 600};
    picture.add(scene::PushClip{{100, 100, 200, 100}});
    picture.add(scene::FillRect{{0, 0, 800, 600}, 0, scene::cornersNone, kRed});
    picture.add(scene::TextRun{{500, 150}, "outside", {13, core::FontWeight::regular, false}, kRed, {}});
    const int inside = painted(picture).VtxBuffer.Size;
    EXPECT_EQ(inside, 4) << "the text outside is left out altogether";
    const ImDrawCmd& command = painted(picture).CmdBuffer[0];
    bool found = false;
    for (const ImDrawCmd& each : painted(picture).CmdBuffer)
        found = found || (each.ElemCount > 0 && each.ClipRect.x == 100 && each.ClipRect.y == 100 &&
                          each.ClipRect.z == 300 && each.ClipRect.w == 200);
    EXPECT_TRUE(found) << command.ClipRect.x;
    picture.add(scene::PopClip{});
    picture.add(scene::FillRect{{10, 10, 10, 10}, 0, scene::cornersNone, kRed});
    EXPECT_EQ(painted(picture).VtxBuffer.Size, 8);
}

TEST_F(CanvasPainterTest, clipsStayInPairsWhateverTheListSays)
{
    scene::DisplayList picture;
    picture.add(scene::PopClip{});
    picture.add(scene::PushClip{{0, 0, 10, 10}});
    picture.add(scene::PushClip{{50, 50, 10, 10}});
    ImDrawList& list = painted(picture);
    EXPECT_EQ(list._ClipRectStack.Size, 1);
}

TEST_F(CanvasPainterTest, everyShapeIsDrawn)
{
    using namespace scene;
    const std::vector<core::Point> curve{{10, 10}, {60, 10}, {10, 90}, {90, 90}};
    const std::vector<Shape> shapes{FillRect{{10, 10, 60, 40}, 7, cornersAll, kRed},
                                    FillRect{{10, 10, 7, 40}, 7, cornersLeft, kRed},
                                    StrokeRect{{10, 10, 60, 40}, 7, kRed, 1, 0, 0},
                                    StrokeRect{{10, 10, 60, 40}, 7, kRed, 1.5, 4, 3},
                                    GradientRect{{10, 10, 60, 5}, kRed, kRed, kRed},
                                    HatchRect{{10, 10, 60, 5}, kRed, 5, 1.5},
                                    ShadowRect{{40, 40, 160, 50}, 7, 9, 3, kRed},
                                    Disc{{50, 50}, 4, kRed},
                                    Disc{{50, 50}, 4, kRed, {0, 255, 0, 255}, 1.5},
                                    Path{curve, kRed, 1.5, 0, 0, false},
                                    Path{curve, kRed, 1.5, 6, 4, false},
                                    Path{curve, kRed, 0, 0, 0, true},
                                    TextRun{{10, 50}, "words", {13, {}, false}, kRed, {}}};
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const ImDrawList& list = painted(one(shapes[i]));
        EXPECT_GT(list.VtxBuffer.Size, 0) << i;
        const Rect box = boxOf(list);
        EXPECT_GE(box.left(), 0) << i;
        EXPECT_LE(box.right(), 240) << i;
    }
}

TEST_F(CanvasPainterTest, dashesLeaveGaps)
{
    const auto line = [](double dash) {
        return one(scene::Path{{{0, 100}, {200, 100}, {400, 100}, {600, 100}}, kRed, 2, dash, 4, false});
    };
    const int solid = painted(line(0)).VtxBuffer.Size;
    const int dashed = painted(line(6)).VtxBuffer.Size;
    EXPECT_GT(dashed, solid * 40) << "sixty dashes";
}

TEST_F(CanvasPainterTest, farAwayEndsStayFinite)
{
    scene::DisplayList picture;
    picture.add(scene::GradientRect{{-1e12, 10, 2e12, 5}, kRed, kRed, kRed});
    picture.add(scene::HatchRect{{-1e9, 20, 2e9, 5}, kRed, 5, 1.5});
    picture.add(scene::FillRect{{-1e12, 30, 2e12, 5}, 0, scene::cornersNone, kRed});
    const Rect box = boxOf(painted(picture));
    EXPECT_GT(box.left(), -200);
    EXPECT_LT(box.right(), 1000);
}

} // namespace
} // namespace fabula::ui
