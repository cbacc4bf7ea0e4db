#pragma once

#include "scene/display_list.hpp"

namespace fabula::paint {

/// The colours that the two themes share a name for; tests of this layer do not lean on the themes themselves.
struct GalleryColours
{
    core::Colour ground;
    core::Colour card;
    core::Colour line;
    core::Colour text;
    core::Colour quiet;
};

inline constexpr GalleryColours kDarkGallery{core::rgb(0x0E1116), core::rgb(0x1B212A), core::rgb(0x2A3340),
                                             core::rgb(0xE9EDF3), core::rgb(0xA3AEBD)};
inline constexpr GalleryColours kLightGallery{core::rgb(0xFFFFFF), core::rgb(0xF5F7FA), core::rgb(0xD5DCE5),
                                              core::rgb(0x141A22), core::rgb(0x475467)};

inline scene::TextRun line(double x, double y, std::string text, double sizePx, core::Colour colour)
{
    return {{x, y}, std::move(text), {sizePx, core::FontWeight::regular, false}, colour, {}};
}

/// A picture with every shape in it, texts of many sizes and scripts, and a link: 900 × 640.
inline scene::DisplayList gallery(const GalleryColours& colours)
{
    using namespace scene;
    DisplayList list;
    list.size = {900, 640};
    list.ground = colours.ground;
    const core::Colour blue = core::rgb(0x56B4E9);
    const core::Colour orange = core::rgb(0xE69F00);
    const core::Colour green = core::rgb(0x35C58A);
    for (int i = 0; i < 3; ++i) {
        const Rect card{40.0 + 280 * i, 40, 240, 64};
        const Subject event{SubjectKind::event, static_cast<std::uint32_t>(i)};
        list.add(ShadowRect{card, 8, 12, 4, {0, 0, 0, 110}}, event);
        list.add(FillRect{card, 8, cornersAll, colours.card}, event);
        list.add(FillRect{{card.x, card.y, 6, card.height}, 6, cornersLeft, i == 1 ? orange : blue}, event);
        list.add(StrokeRect{card, 8, colours.line, 1, i == 2 ? 4.0 : 0, i == 2 ? 3.0 : 0}, event);
        list.add(TextRun{{card.x + 18, card.y + 27},
                         i == 0   ? "Ascend training runs fail"
                         : i == 1 ? "Zürich, Größe, Straße"
                                  : "深度求索 DeepSeek R2",
                         {14, core::FontWeight::semibold, false},
                         colours.text,
                         i == 0 ? "https://example.org/a?b=1&c='2'" : ""},
                 event);
        list.add(TextRun{{card.x + 18, card.y + 49}, "15 Jul 2025 · before 11:11", {12, {}, true}, colours.quiet, {}},
                 event);
    }
    list.add(GradientRect{{40, 130, 800, 5}, core::faded(blue, 0), blue, core::faded(blue, 0), 0.2, 0.7});
    list.add(GradientRect{{40, 145, 400, 5}, core::faded(orange, 0.2), orange, core::faded(orange, 0), 0.5, 0.5});
    list.add(HatchRect{{460, 145, 380, 8}, green, 5, 1.5});
    list.add(HatchRect{{40, 165, 160, 40}, orange, 8, 2});
    list.add(Disc{{240, 185}, 12, blue, {0, 0, 0, 0}, 0});
    list.add(Disc{{280, 185}, 12, colours.card, green, 2});
    list.add(Disc{{310, 185}, 3, orange, {0, 0, 0, 0}, 0});
    list.add(Path{{{340, 170}, {420, 170}, {380, 205}, {470, 205}}, orange, 2, 0, 0, false});
    list.add(Path{{{490, 170}, {570, 170}, {530, 205}, {620, 205}}, blue, 2, 6, 4, false});
    list.add(Path{{{640, 175},
                   {643, 180},
                   {649, 182},
                   {656, 185},
                   {649, 188},
                   {643, 190},
                   {640, 195},
                   {640, 188},
                   {640, 182},
                   {640, 175}},
                  blue,
                  0,
                  0,
                  0,
                  true});
    list.add(Path{{{690, 170}, {760, 160}, {760, 210}, {690, 200}}, green, 3, 0, 0, true});
    list.add(PushClip{{780, 165, 60, 40}});
    list.add(FillRect{{760, 150, 60, 40}, 20, cornersAll, orange});
    list.add(PushClip{{800, 180, 80, 80}});
    list.add(FillRect{{700, 100, 200, 200}, 0, cornersNone, green});
    list.add(PopClip{});
    list.add(PopClip{});
    list.add(FillRect{{860, 165, 20, 40}, 10, cornersRight, blue});
    double y = 240;
    for (const double size : {11.0, 12.0, 13.0, 14.0, 16.0, 20.0, 24.0, 32.0, 40.0}) {
        list.add(line(40, y, "Fabula 2025 Übermaß → 深度求索 昇腾 “Ascend”", size, colours.text));
        y += size * 1.5 + 6;
    }
    for (int weight = 0; weight < 4; ++weight)
        list.add(TextRun{{620, 240.0 + 22 * weight},
                         "Weight 0123456789",
                         {15, static_cast<core::FontWeight>(weight), false},
                         colours.text,
                         {}});
    list.add(TextRun{{620, 340}, "1111111111|", {13, {}, true}, colours.quiet, {}});
    list.add(TextRun{{620, 358}, "0000000000|", {13, {}, true}, colours.quiet, {}});
    list.add(ShadowRect{{650, 390, 6, 6}, 3, 10, 0, {0, 0, 0, 160}});
    list.add(FillRect{{650, 390, 6, 6}, 3, cornersAll, blue});
    list.add(ShadowRect{{700, 380, 150, 30}, 15, 18, 6, {0, 0, 0, 160}});
    list.add(FillRect{{700, 380, 150, 30}, 15, cornersAll, colours.card});
    return list;
}

} // namespace fabula::paint
