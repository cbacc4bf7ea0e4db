#include "gallery.hpp"
#include "paint/font_subset.hpp"
#include "paint/painters.hpp"
#include "paint/pdf_language.hpp"
#include "paint/raster_painter.hpp"
#include "paint/svg_fonts.hpp"

#include <fmt/format.h>
#include <ft2build.h>
#include <gtest/gtest.h>
#include FT_FREETYPE_H

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fabula::paint {
namespace {

const FontBook& book()
{
    static const std::shared_ptr<FontBook> opened = [] {
        core::Result<std::shared_ptr<FontBook>> result = FontBook::open();
        return result ? *result : nullptr;
    }();
    FABULA_PROMISE(opened != nullptr, "these tests need fonts");
    return *opened;
}

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Looks at our documents through other people's programs.
class Documents : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder = std::filesystem::path(::testing::TempDir()) / fmt::format("fabula_documents_{}", ::getpid());
        std::filesystem::create_directories(folder);
        info.title = "Gallery <&> \u201EGrößen\u201C";
        info.language = "de";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string at(const std::string& name) const { return (folder / name).string(); }

    /// What a command prints; fails the test if it can't be run.
    std::string run(const std::string& command)
    {
        const int status = std::system(fmt::format("{} > '{}' 2>&1", command, at("said")).c_str());
        EXPECT_EQ(status, 0) << command << "\n" << contentOf(at("said"));
        return contentOf(at("said"));
    }

    static bool lacks(const char* program)
    {
        return std::system(fmt::format("command -v {} > /dev/null 2>&1", program).c_str()) != 0;
    }

    std::filesystem::path folder;
    DocumentInfo info;
};

/// The mean of the red channel over a block of pixels.
double blockMean(const Pixels& pixels, int left, int top, int side)
{
    double sum = 0;
    for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x)
            sum += pixels.at(x, y)[0];
    return sum / (side * side);
}

struct Distance
{
    double mean = 0;
    double largest = 0;
};

/// How far two pictures are apart, 0 to 255, over blocks that are larger than a letter: other rasterisers place letters
/// at other fractions of a pixel, but they lay down as much ink at the same places.
Distance distanceOf(const Pixels& a, const Pixels& b)
{
    constexpr int kSide = 10;
    Distance out;
    int blocks = 0;
    for (int y = 0; y + kSide <= a.height; y += kSide)
        for (int x = 0; x + kSide <= a.width; x += kSide, ++blocks) {
            const double difference = std::abs(blockMean(a, x, y, kSide) - blockMean(b, x, y, kSide));
            out.mean += difference;
            out.largest = std::max(out.largest, difference);
        }
    out.mean /= blocks;
    return out;
}

TEST_F(Documents, PdfLooksLikeThePng)
{
    if (lacks("pdftoppm"))
        GTEST_SKIP() << "needs poppler-utils";
    for (const GalleryColours& colours : {kDarkGallery, kLightGallery}) {
        const scene::DisplayList list = gallery(colours);
        ASSERT_TRUE(writePdf(list, book(), at("a.pdf"), info));
        run(fmt::format("pdftoppm -r 96 -png -singlefile '{}' '{}'", at("a.pdf"), at("a")));
        const core::Result<Pixels> pdf = pixelsOf(contentOf(at("a.png")));
        const core::Result<Pixels> png = RasterPainter(book()).paint(list);
        ASSERT_TRUE(pdf && png);
        ASSERT_EQ(pdf->width, png->width);
        ASSERT_EQ(pdf->height, png->height);
        const Distance distance = distanceOf(*pdf, *png);
        EXPECT_LT(distance.mean, 1.4);
        EXPECT_LT(distance.largest, 30);
    }
}

TEST_F(Documents, SvgLooksLikeThePng)
{
    if (lacks("rsvg-convert"))
        GTEST_SKIP() << "needs librsvg2-bin";
    for (const GalleryColours& colours : {kDarkGallery, kLightGallery}) {
        const scene::DisplayList list = gallery(colours);
        ASSERT_TRUE(writeSvg(list, book(), at("a.svg"), info));
        run(fmt::format("rsvg-convert '{}' -o '{}'", at("a.svg"), at("a.png")));
        const core::Result<Pixels> svg = pixelsOf(contentOf(at("a.png")));
        const core::Result<Pixels> png = RasterPainter(book()).paint(list);
        ASSERT_TRUE(svg && png);
        ASSERT_EQ(svg->rgba.size(), png->rgba.size());
        // librsvg takes the first x of a text only and no embedded fonts: its lines end a little elsewhere.
        const Distance distance = distanceOf(*svg, *png);
        EXPECT_LT(distance.mean, 1.4);
        EXPECT_LT(distance.largest, 60);
    }
}

TEST_F(Documents, TextOfAPdfCanBeSearched)
{
    if (lacks("pdftotext"))
        GTEST_SKIP() << "needs poppler-utils";
    ASSERT_TRUE(writePdf(gallery(kLightGallery), book(), at("a.pdf"), info));
    std::string text = run(fmt::format("pdftotext -layout '{}' -", at("a.pdf")));
    for (const char* wanted :
         {"Ascend training runs fail", "Zürich, Größe, Straße", "深度求索 DeepSeek R2", "“Ascend”"})
        EXPECT_NE(text.find(wanted), std::string::npos) << wanted << " in\n" << text;
    // Around figures of one width readers guess at spaces.
    std::erase(text, ' ');
    for (const char* wanted : {"15Jul2025·before11:11", "1111111111|"})
        EXPECT_NE(text.find(wanted), std::string::npos) << wanted << " in\n" << text;
}

TEST_F(Documents, FontsOfAPdfAreEmbeddedSubsets)
{
    if (lacks("pdffonts"))
        GTEST_SKIP() << "needs poppler-utils";
    ASSERT_TRUE(writePdf(gallery(kLightGallery), book(), at("a.pdf"), info));
    std::istringstream said(run(fmt::format("pdffonts '{}'", at("a.pdf"))));
    std::string line;
    std::getline(said, line);
    const std::size_t embedded = line.find("emb");
    std::getline(said, line);
    int fonts = 0;
    for (; std::getline(said, line); ++fonts)
        EXPECT_EQ(line.substr(embedded, 11), "yes yes yes") << line;
    EXPECT_GE(fonts, 5);
    EXPECT_LT(std::filesystem::file_size(at("a.pdf")), 400'000u);
}

TEST_F(Documents, APdfSaysWhatItIs)
{
    if (lacks("pdfinfo"))
        GTEST_SKIP() << "needs poppler-utils";
    const scene::DisplayList list = gallery(kLightGallery);
    const auto pdf = pdfBytes({list, list, list}, book(), info);
    ASSERT_TRUE(pdf);
    std::ofstream(at("a.pdf"), std::ios::binary) << *pdf;
    const std::string said = run(fmt::format("pdfinfo '{}'", at("a.pdf")));
    EXPECT_NE(said.find(info.title), std::string::npos) << said;
    EXPECT_NE(said.find("Pages:           3"), std::string::npos) << said;
    EXPECT_NE(said.find("675 x 480 pts"), std::string::npos) << said;
    EXPECT_NE(pdf->find("/Lang (de)"), std::string::npos);
    const std::string links = run(fmt::format("pdfinfo -url '{}'", at("a.pdf")));
    EXPECT_NE(links.find("https://example.org/a?b=1&c='2'"), std::string::npos) << links;
}

TEST(PdfLanguage, IsLeftOutWhereItCannotBeSaid)
{
    EXPECT_EQ(withLanguage("no PDF", "de"), "no PDF");
    EXPECT_EQ(withLanguage("trailer /Size x", "de"), "trailer /Size x");
    const auto pdf = pdfBytes({gallery(kDarkGallery)}, book());
    ASSERT_TRUE(pdf);
    EXPECT_EQ(withLanguage(*pdf, "de) /Evil (x"), *pdf);
    EXPECT_EQ(pdf->find("/Lang"), std::string::npos);
}

TEST(Svg, KeepsTextAsText)
{
    const auto svg = svgBytes(gallery(kDarkGallery), book(), {"A < B & C", "en", 2});
    ASSERT_TRUE(svg);
    for (const char* wanted :
         {">Ascend training runs fail</text>", ">Zürich, Größe, Straße</text>", ">深度求索 DeepSeek R2</text>",
          ">15 Jul 2025 · before 11:11</text>", "<title>A &lt; B &amp; C</title>", "data-subject=\"event:2\"",
          "href=\"https://example.org/a?b=1&amp;c=&#39;2&#39;\"",
          "width=\"1800\" height=\"1280\" viewBox=\"0 0 900 640\"", "xml:lang=\"en\""})
        EXPECT_NE(svg->find(wanted), std::string::npos) << wanted;
}

TEST(Svg, OpensAndClosesItsGroupsInPairs)
{
    const auto svg = svgBytes(gallery(kDarkGallery), book());
    ASSERT_TRUE(svg);
    const auto count = [&svg](std::string_view what) {
        std::size_t found = 0;
        for (std::size_t at = 0; (at = svg->find(what, at)) != std::string::npos; at += what.size())
            ++found;
        return found;
    };
    EXPECT_EQ(count("<g "), count("</g>"));
    EXPECT_EQ(count("<text "), count("</text>"));
}

std::string decoded(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        bits = bits << 6 | static_cast<std::uint32_t>(digits.find(c));
        held += 6;
        if (held >= 8) {
            held -= 8;
            out.push_back(static_cast<char>(bits >> held & 0xFF));
        }
    }
    return out;
}

/// Which of the codepoints a font has, and how wide they are in em; nothing if it is no font.
std::vector<std::pair<std::uint32_t, double>> advancesOf(const std::string& font,
                                                         const std::vector<std::uint32_t>& codepoints)
{
    std::vector<std::pair<std::uint32_t, double>> out;
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    FT_Init_FreeType(&library);
    const auto* bytes = reinterpret_cast<const FT_Byte*>(font.data());
    if (FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(font.size()), 0, &face) == 0) {
        for (const std::uint32_t codepoint : codepoints)
            if (FT_Get_Char_Index(face, codepoint) != 0 && FT_Load_Char(face, codepoint, FT_LOAD_NO_SCALE) == 0)
                out.emplace_back(codepoint, static_cast<double>(face->glyph->advance.x) / face->units_per_EM);
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return out;
}

TEST(Svg, ItsFontsAreTheSubsetsThatItsTextsNeed)
{
    scene::DisplayList list;
    list.size = {100, 50};
    list.add(scene::TextRun{{1, 20}, "Öl 深", {13, core::FontWeight::semibold, false}, {}, {}});
    const std::string css = embeddedFonts(list, book());
    std::vector<std::string> fonts;
    for (std::size_t at = 0; (at = css.find("base64,", at)) != std::string::npos; ++at)
        fonts.push_back(decoded(std::string_view(css).substr(at + 7, css.find(')', at) - at - 7)));
    ASSERT_EQ(fonts.size(), 2u) << css.substr(0, 200);
    EXPECT_NE(css.find("font-weight:600"), std::string::npos);

    const auto& chain = book().chain(core::FontWeight::semibold);
    const auto latin = advancesOf(fonts[0], {0xD6, 'l', 'x', 0x6DF1});
    ASSERT_EQ(latin.size(), 2u) << "what is used and nothing else";
    EXPECT_NEAR(latin[0].second, book().face(chain[0]).metrics(0xD6).advanceEm, 1e-6);
    const auto chinese = advancesOf(fonts[1], {'l', 0x6DF1, 0x6DF2});
    ASSERT_EQ(chinese.size(), 1u);
    EXPECT_EQ(chinese[0].first, 0x6DF1u);
    EXPECT_LT(fonts[0].size() + fonts[1].size(), 8'000u);
}

TEST(Svg, Base64IsAsTheRfcSays)
{
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(FontSubset, OfAFileThatIsNoneIsEmpty)
{
    EXPECT_EQ(fontSubset({"/nowhere.otf", 0}, {'a'}), "");
}

} // namespace
} // namespace fabula::paint
