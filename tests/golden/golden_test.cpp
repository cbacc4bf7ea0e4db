#include "app/command_line.hpp"
#include "paint/fonts.hpp"
#include "paint/raster_painter.hpp"
#include "picture_difference.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fabula::golden {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScene = "scene-";

/// A picture that the program is asked for and that is kept beside this file.
struct Golden
{
    std::string story;
    std::string size;
    std::string variant; ///< "dark", "light" or "de"; also "graph", "graph-light", "as-of" and kScene with an id

    std::string name() const { return fmt::format("{}-{}-{}", story, size, variant); }
};

void PrintTo(const Golden& golden, std::ostream* out)
{
    *out << golden.name();
}

std::vector<Golden> goldens()
{
    std::vector<Golden> out;
    for (const char* story : {"deepseek-r2", "rosetta-stone"})
        for (const char* size : {"1600x900", "1280x720"})
            for (const char* variant : {"dark", "light", "de"})
                out.push_back({story, size, variant});
    for (const char* story : {"deepseek-r2", "rosetta-stone"})
        for (const char* variant : {"graph", "graph-light"})
            out.push_back({story, "1600x900", variant});
    out.push_back({"deepseek-r2", "1600x900", "as-of"});
    for (const char* scene : {"the-push", "why-training-failed", "justify-nvidia", "before-the-report", "not-known"})
        out.push_back({"deepseek-r2", "1600x900", std::string(kScene) + scene});
    return out;
}

fs::path kept(const std::string& name)
{
    return fs::path(FABULA_TEST_DIR) / name;
}

/// Where pictures of failed tests go, for a person to look at.
fs::path scratch(const std::string& name)
{
    const char* folder = std::getenv("FABULA_SCRATCH");
    return (folder != nullptr ? fs::path(folder) : fs::temp_directory_path()) / name;
}

bool updates()
{
    const char* value = std::getenv("FABULA_GOLDEN_UPDATE");
    return value != nullptr && std::string_view(value) == "1";
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void keep(const fs::path& from, const fs::path& to)
{
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

/// What a sentence measures in the fonts that the pictures are kept with, Inter of Debian 12. Another version spaces
/// letters otherwise by fractions of a pixel, and so a card, a link or the cut of a text may lie elsewhere: what holds
/// of every layout is tested on its own, and these pictures say nothing there.
constexpr double kKeptWidthPx = 286.9787;

bool hasTheKeptFonts()
{
    static const auto fonts = paint::FontBook::open();
    return fonts &&
           std::abs((*fonts)->width("Ascend training runs never finish, 0123456789", {13}) - kKeptWidthPx) < 1e-3;
}

constexpr const char* kOtherFonts = "the pictures are kept with Inter 4.0 beta 7, which this machine has not";

int rendered(const Golden& golden, const fs::path& output)
{
    const std::string story = fmt::format("{}/data/stories/{}.json", FABULA_SOURCE_DIR, golden.story);
    const std::string to = output.string();
    std::vector<const char*> call{"fabula", "render", story.c_str(), "-o", to.c_str(), "--size", golden.size.c_str()};
    const bool german = golden.variant == "de";
    const bool light = golden.variant.ends_with("light");
    call.insert(call.end(), {"--theme", light ? "light" : "dark", "--lang", german ? "de" : "en"});
    if (golden.variant.starts_with("graph"))
        call.insert(call.end(), {"--view", "graph"});
    const std::string scene = golden.variant.starts_with(kScene) ? golden.variant.substr(kScene.size()) : "";
    if (!scene.empty())
        call.insert(call.end(), {"--scene", scene.c_str()});
    if (golden.variant == "as-of")
        call.insert(call.end(), {"--as-of", "2025-08-13"});
    return app::runCommandLine(static_cast<int>(call.size()), call.data());
}

/// The texts of an SVG in order, one a line.
std::string textsOf(const std::string& svg)
{
    std::string out;
    for (std::size_t at = 0; (at = svg.find("<text ", at)) != std::string::npos;) {
        const std::size_t start = svg.find('>', at) + 1;
        at = svg.find("</text>", start);
        out += svg.substr(start, at - start);
        out += '\n';
    }
    return out;
}

class Pictures : public ::testing::TestWithParam<Golden>
{
};

TEST_P(Pictures, LookAsKept)
{
    const std::string file = fmt::format("{}.png", GetParam().name());
    const fs::path actual = scratch(file);
    ASSERT_EQ(rendered(GetParam(), actual), 0);
    if (!hasTheKeptFonts())
        GTEST_SKIP() << kOtherFonts;
    if (updates())
        keep(actual, kept(file));
    ASSERT_TRUE(fs::exists(kept(file))) << "there is no " << kept(file) << "; look at " << actual
                                        << " and keep it with FABULA_GOLDEN_UPDATE=1";
    const core::Result<paint::Pixels> seen = paint::pixelsOf(contentOf(actual));
    const core::Result<paint::Pixels> wanted = paint::pixelsOf(contentOf(kept(file)));
    ASSERT_TRUE(seen && wanted);
    ASSERT_EQ(seen->width, wanted->width);
    ASSERT_EQ(seen->height, wanted->height);
    const PictureDifference difference = differenceOf(*wanted, *seen);
    if (tolerable(difference)) {
        fs::remove(actual);
        return;
    }
    const fs::path shown = scratch(fmt::format("{}-difference.png", GetParam().name()));
    std::ofstream(shown, std::ios::binary) << *paint::pngOf(difference.picture);
    FAIL() << "mean " << difference.mean << ", share " << difference.share << ", largest block "
           << difference.largestBlock << "; see " << actual << " and " << shown
           << ". If the change is wanted, keep it with FABULA_GOLDEN_UPDATE=1.";
}

INSTANTIATE_TEST_SUITE_P(Golden, Pictures, ::testing::ValuesIn(goldens()));

class SvgTexts : public ::testing::TestWithParam<Golden>
{
};

TEST_P(SvgTexts, ReadAsKept)
{
    const fs::path picture = scratch(fmt::format("{}.svg", GetParam().name()));
    const std::string file = fmt::format("{}.svg.txt", GetParam().name());
    ASSERT_EQ(rendered(GetParam(), picture), 0);
    const std::string texts = textsOf(contentOf(picture));
    ASSERT_FALSE(texts.empty());
    if (!hasTheKeptFonts())
        GTEST_SKIP() << kOtherFonts;
    if (updates())
        std::ofstream(kept(file), std::ios::binary) << texts;
    ASSERT_TRUE(fs::exists(kept(file))) << "there is no " << kept(file) << "; keep it with FABULA_GOLDEN_UPDATE=1";
    EXPECT_EQ(texts, contentOf(kept(file)));
}

INSTANTIATE_TEST_SUITE_P(Golden, SvgTexts,
                         ::testing::Values(Golden{"deepseek-r2", "1600x900", "dark"},
                                           Golden{"deepseek-r2", "1600x900", "de"},
                                           Golden{"rosetta-stone", "1600x900", "dark"}));

} // namespace
} // namespace fabula::golden
