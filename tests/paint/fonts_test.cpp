#include "paint/codepoints.hpp"
#include "paint/font_search.hpp"
#include "paint/fonts.hpp"
#include "paint/raster_painter.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace fabula::paint {
namespace {

const core::TextStyle kPlain{13, core::FontWeight::regular, false};
const core::TextStyle kTabular{13, core::FontWeight::regular, true};

const FontBook& book()
{
    static const std::shared_ptr<FontBook> opened = [] {
        core::Result<std::shared_ptr<FontBook>> result = FontBook::open();
        return result ? *result : nullptr;
    }();
    FABULA_PROMISE(opened != nullptr, "these tests need fonts");
    return *opened;
}

core::TextStyle sized(double sizePx, core::FontWeight weight = core::FontWeight::regular)
{
    return {sizePx, weight, false};
}

TEST(FontBook, FindsItsFonts)
{
    EXPECT_TRUE(book().findings().empty()) << core::english(book().findings().front());
    EXPECT_EQ(book().face(book().chain(core::FontWeight::regular)[0]).family(), "Inter");
}

TEST(FontBook, MakesDoWithOnePlainFace)
{
    namespace fs = std::filesystem;
    const fs::path found = book().face(book().chain(core::FontWeight::regular)[0]).file().path;
    const char* scratch = std::getenv("FABULA_SCRATCH");
    const fs::path folder = (scratch != nullptr ? fs::path(scratch) : fs::temp_directory_path()) / "one-face";
    fs::create_directories(folder);
    fs::copy_file(found, folder / found.filename(), fs::copy_options::overwrite_existing);
    const auto opened = FontBook::open({{folder.string()}, "zh-Hans"});
    ASSERT_TRUE(opened.ok());
    for (const auto weight :
         {core::FontWeight::regular, core::FontWeight::medium, core::FontWeight::semibold, core::FontWeight::bold}) {
        EXPECT_FALSE((*opened)->chain(weight).empty());
        EXPECT_GT((*opened)->width("plain", sized(13, weight)), 0);
        EXPECT_GT((*opened)->metrics(sized(13, weight)).ascent, 0);
    }
}

TEST(FontBook, WidthsGrowLinearlyWithTheSize)
{
    for (const char* text : {"Ascend training runs never finish", "Größe", "深度求索 R2"}) {
        const double unit = book().width(text, sized(1));
        ASSERT_GT(unit, 1);
        for (const double size : {7.0, 11.0, 13.0, 13.37, 40.0, 300.0})
            EXPECT_NEAR(book().width(text, sized(size)), unit * size, 1e-9 * size) << text;
    }
}

TEST(FontBook, WidthsAddUp)
{
    const double whole = book().width("AVAToWe fi ffl 2025", kPlain);
    const double parts =
        book().width("AVA", kPlain) + book().width("ToWe fi ", kPlain) + book().width("ffl 2025", kPlain);
    EXPECT_NEAR(whole, parts, 1e-9);
}

TEST(FontBook, HeavierTextIsWider)
{
    double last = 0;
    for (const auto weight :
         {core::FontWeight::regular, core::FontWeight::medium, core::FontWeight::semibold, core::FontWeight::bold}) {
        const double width = book().width("Ascend training runs", sized(13, weight));
        EXPECT_GT(width, last);
        last = width;
    }
}

TEST(FontBook, ChineseComesFromTheFallbackAtTheSameEm)
{
    const std::vector<PositionedGlyph> glyphs = book().glyphs("a深b", kPlain);
    ASSERT_EQ(glyphs.size(), 3u);
    EXPECT_NE(glyphs[1].face, glyphs[0].face);
    EXPECT_EQ(glyphs[2].face, glyphs[0].face);
    EXPECT_NEAR(book().width("深", kPlain), 13, 1e-9);
}

TEST(FontBook, ChineseShapesFollowTheLanguage)
{
    FontOptions options = systemFontOptions();
    options.language = "zh-Hant";
    const auto traditional = FontBook::open(options);
    ASSERT_TRUE(traditional);
    const auto second = [](const FontBook& of) { return of.face(of.chain(core::FontWeight::regular)[1]).family(); };
    EXPECT_EQ(second(**traditional), "Noto Sans CJK TC");
    EXPECT_EQ(second(book()), "Noto Sans CJK SC");
}

TEST(FontBook, TabularFiguresAreOfEqualWidth)
{
    const double ones = book().width("1111", kTabular);
    EXPECT_DOUBLE_EQ(ones, book().width("4444", kTabular));
    EXPECT_GT(ones, book().width("1111", kPlain));
    EXPECT_DOUBLE_EQ(book().width("Jul", kTabular), book().width("Jul", kPlain));
    const std::vector<PositionedGlyph> glyphs = book().glyphs("11", kTabular);
    EXPECT_GT(glyphs[0].x, 0);
    EXPECT_NEAR(glyphs[1].x - glyphs[0].x, ones / 4, 1e-9);
}

TEST(FontBook, GlyphsStandWhereWidthsSay)
{
    const std::string text = "Übermaß 深度 2025";
    const std::vector<PositionedGlyph> glyphs = book().glyphs(text, kPlain);
    std::size_t at = 0;
    for (const PositionedGlyph& glyph : glyphs) {
        EXPECT_NEAR(glyph.x, book().width(std::string_view(text).substr(0, at), kPlain), 1e-9);
        nextCodepoint(text, at);
    }
    EXPECT_EQ(at, text.size());
}

TEST(FontBook, WhatCannotBeDrawnTakesTheReplacement)
{
    const double box = book().width("\xEF\xBF\xBD", kPlain);
    EXPECT_GT(box, 0);
    EXPECT_DOUBLE_EQ(book().width("\xFF", kPlain), box);
    EXPECT_DOUBLE_EQ(book().width("\xF3\xB0\x80\x80", kPlain), box) << "private use, in no font";
    EXPECT_EQ(book().glyphs("\xF3\xB0\x80\x80", kPlain).at(0).codepoint, kReplacement);
}

TEST(FontBook, InvisibleCharactersTakeNoRoom)
{
    const double plain = book().width("ab", kPlain);
    for (const char* text : {"a\nb", "a\tb",
                             "a\x01"
                             "b",
                             "a\u202Eb", "a\u200Fb", "a\u200Bb", "a\uFEFFb", "a\u2066b"})
        EXPECT_DOUBLE_EQ(book().width(text, kPlain), plain) << text;
    EXPECT_EQ(book().width("", kPlain), 0);
    EXPECT_TRUE(book().inkBox("\n\u202E", kPlain).empty());
}

TEST(FontBook, MarksAreComposed)
{
    EXPECT_DOUBLE_EQ(book().width("Gro\u0308\u00DFe", kPlain), book().width("Größe", kPlain));
}

TEST(FontBook, LineHeightsAreKnownForOtherLibraries)
{
    EXPECT_NEAR(book().lineHeightPerEm(book().chain(core::FontWeight::regular)[0]), 1.2102, 1e-3);
    EXPECT_NEAR(book().lineHeightPerEm(book().chain(core::FontWeight::regular)[1]), 1.448, 1e-3);
    const core::LineMetrics metrics = book().metrics(kPlain);
    EXPECT_NEAR(metrics.lineHeight, 13 * 1.2102, 0.01);
    EXPECT_DOUBLE_EQ(metrics.ascent + metrics.descent, metrics.lineHeight);
}

/// The box of the pixels that differ from a white ground by more than a trace.
core::Rect darkBox(const Pixels& pixels)
{
    core::Rect box;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x)
            if (pixels.at(x, y)[0] < 250)
                box = core::united(box, {double(x), double(y), 1, 1});
    return box;
}

TEST(FontBook, InkBoxesAreTightAroundThePixels)
{
    constexpr double kScale = 8;
    RasterPainter painter(book());
    for (const char* text : {"Ascend", "gjpqy,", "深度求索", "— Ä", "1", "“"})
        for (const core::TextStyle& style : {kPlain, kTabular, sized(24, core::FontWeight::bold)}) {
            scene::DisplayList list;
            list.size = {160, 80};
            list.ground = core::rgb(0xFFFFFF);
            list.add(scene::TextRun{{20, 50}, text, style, core::rgb(0), {}});
            const core::Result<Pixels> pixels = painter.paint(list, kScale);
            ASSERT_TRUE(pixels);
            const core::Rect seen = darkBox(*pixels);
            const core::Rect said = book().inkBox(text, style).moved(20, 50);
            EXPECT_NEAR(seen.left() / kScale, said.left(), 0.3) << text;
            EXPECT_NEAR(seen.right() / kScale, said.right(), 0.3) << text;
            EXPECT_NEAR(seen.top() / kScale, said.top(), 0.3) << text;
            EXPECT_NEAR(seen.bottom() / kScale, said.bottom(), 0.3) << text;
        }
}

TEST(FontBook, GoesOnWithWhatTheMachineHas)
{
    FontOptions options;
    options.folders = {"/usr/share/fonts/truetype/dejavu"};
    const auto lacking = FontBook::open(options);
    if (!std::filesystem::exists(options.folders[0]))
        GTEST_SKIP() << "no DejaVu here";
    ASSERT_TRUE(lacking) << core::english(lacking.error().message);
    EXPECT_GT((*lacking)->width("Ascend", kPlain), 20);
    EXPECT_GT((*lacking)->metrics(kPlain).ascent, 5);
    ASSERT_EQ((*lacking)->findings().size(), 5u);
    EXPECT_EQ(core::inLanguage((*lacking)->findings()[0], "de"),
              "Die Schrift Inter-Regular wurde nicht gefunden; das Paket fonts-inter installieren.");
    EXPECT_NE(core::english((*lacking)->findings()[0]).find("fonts-inter"), std::string::npos);
    EXPECT_NE(core::english((*lacking)->findings()[4]).find("fonts-noto-cjk"), std::string::npos);
}

TEST(FontBook, SaysWhatToInstallWhereThereIsNoFont)
{
    FontOptions options;
    options.folders = {"/nowhere"};
    const auto none = FontBook::open(options);
    ASSERT_FALSE(none);
    EXPECT_NE(core::english(none.error().message).find("fonts-inter"), std::string::npos);
}

TEST(FontBook, ABrokenFontFileIsPassedOver)
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "fabula_broken_fonts";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "Inter-Regular.otf") << "OTTO, but not really";
    FontOptions options = systemFontOptions();
    options.folders.insert(options.folders.begin(), folder.string());
    const auto opened = FontBook::open(options);
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(opened);
    EXPECT_GT((*opened)->width("Ascend", kPlain), 20);
    EXPECT_GT((*opened)->metrics(kPlain).ascent, 5);
}

TEST(FontSearch, TakesTheFoldersOfTheEnvironmentFirst)
{
    ::setenv("FABULA_FONT_DIR", "/a:/b", 1);
    const std::vector<std::string> folders = systemFontFolders();
    ::unsetenv("FABULA_FONT_DIR");
    ASSERT_GE(folders.size(), 3u);
    EXPECT_EQ(folders[0], "/a");
    EXPECT_EQ(folders[1], "/b");
}

TEST(FontBook, ManyThreadsMeasureTheSame)
{
    const auto fresh = FontBook::open();
    ASSERT_TRUE(fresh);
    std::vector<std::string> texts;
    for (std::uint32_t codepoint = 0x4E00; codepoint < 0x4E00 + 400; ++codepoint) {
        texts.emplace_back("x");
        appendUtf8(texts.back(), codepoint);
    }
    std::vector<double> sums(4);
    std::vector<std::thread> threads;
    for (double& sum : sums)
        threads.emplace_back([&sum, &texts, &fresh] {
            for (const std::string& text : texts)
                sum += (*fresh)->width(text, kPlain) + (*fresh)->inkBox(text, kPlain).width;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_GT(sums[0], 400 * 13);
    for (const double sum : sums)
        EXPECT_EQ(sum, sums[0]);
}

} // namespace
} // namespace fabula::paint
