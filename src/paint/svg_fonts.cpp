#include "paint/svg_fonts.hpp"

#include "paint/font_subset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace fabula::paint {
namespace {

/// What a picture uses of one face.
struct FaceUse
{
    std::set<std::uint32_t> codepoints;
    int lightest = 900;
    int heaviest = 100;
};

std::map<std::uint16_t, FaceUse> usedFaces(const scene::DisplayList& picture, const FontBook& fonts)
{
    std::map<std::uint16_t, FaceUse> used;
    for (const scene::DisplayItem& item : picture.items) {
        const auto* run = std::get_if<scene::TextRun>(&item.shape);
        if (run == nullptr)
            continue;
        const int weight = cssWeight(run->style.weight);
        for (const PositionedGlyph& glyph : fonts.glyphs(run->text, run->style)) {
            FaceUse& use = used[glyph.face];
            use.codepoints.insert(glyph.codepoint);
            use.lightest = std::min(use.lightest, weight);
            use.heaviest = std::max(use.heaviest, weight);
        }
    }
    return used;
}

std::string quotedFamily(const FontFace& face)
{
    std::string family = face.family();
    std::erase_if(family, [](char c) { return c == '"' || c == '\'' || c == '\\' || c == '<' || c == '&'; });
    return fmt::format("'{}'", family);
}

} // namespace

int cssWeight(core::FontWeight weight)
{
    constexpr std::array<int, 4> kWeights{400, 500, 600, 700};
    return kWeights[static_cast<std::size_t>(weight)];
}

std::string cssFamilies(const FontBook& fonts, core::FontWeight weight)
{
    std::string list;
    for (const std::uint16_t face : fonts.chain(weight))
        list += fmt::format("{}, ", quotedFamily(fonts.face(face)));
    return list + "sans-serif";
}

std::string embeddedFonts(const scene::DisplayList& picture, const FontBook& fonts)
{
    std::string css;
    for (const auto& [face, use] : usedFaces(picture, fonts)) {
        const std::string subset = fontSubset(fonts.face(face).file(), use.codepoints);
        if (subset.empty())
            continue;
        const std::string weights = use.lightest == use.heaviest ? fmt::format("{}", use.lightest)
                                                                 : fmt::format("{} {}", use.lightest, use.heaviest);
        const std::string_view format = subset.substr(0, 4) == "OTTO" ? "otf" : "ttf";
        css += fmt::format("@font-face{{font-family:{};font-weight:{};src:url(data:font/{};base64,{})}}\n",
                           quotedFamily(fonts.face(face)), weights, format, base64(subset));
    }
    return css;
}

std::string base64(std::string_view bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out.push_back(i <= count ? kDigits[group >> (18 - 6 * i) & 0x3F] : '=');
    }
    return out;
}

} // namespace fabula::paint
