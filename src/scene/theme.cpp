#include "scene/theme.hpp"

namespace fabula::scene {
namespace {

using core::rgb;

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.ground = rgb(0x0E1116);
    theme.panel = rgb(0x151A21);
    theme.raised = rgb(0x1B212A);
    theme.line = rgb(0x2A3340);
    theme.text1 = rgb(0xE9EDF3);
    theme.text2 = rgb(0xA3AEBD);
    theme.text3 = rgb(0x7C899A);
    theme.accent = rgb(0x5AA2FF);
    theme.onAccent = rgb(0x0E1116);
    theme.laneTint = {255, 255, 255, 5};
    theme.cardFill = rgb(0x1B212A);
    theme.cardLine = rgb(0x2A3340);
    theme.shadow = {0, 0, 0, 110};
    theme.good = rgb(0x3CC98E);
    theme.bad = rgb(0xFF6B6B);
    theme.linkKinds = {rgb(0xF2A541), rgb(0x3CC98E), rgb(0xFF6B6B), rgb(0x6FB1FF),
                       rgb(0x9FADBF), rgb(0x9FADBF), rgb(0xE0A3F7)};
    theme.lanes = {rgb(0x56B4E9), rgb(0xE69F00), rgb(0xCC79A7), rgb(0x35C58A),
                   rgb(0xF0E442), rgb(0xFF7F50), rgb(0x9AA7FF), rgb(0xB8B8B8)};
    return theme;
}

/// A third would leave the yellow lane at a contrast of 2.99 against white; graphics want 3.
constexpr double kLightLaneShade = 0.36;

Theme makeLight()
{
    Theme theme;
    theme.dark = false;
    theme.ground = rgb(0xFFFFFF);
    theme.panel = rgb(0xF5F7FA);
    theme.raised = rgb(0xFFFFFF);
    theme.line = rgb(0xD5DCE5);
    theme.text1 = rgb(0x141A22);
    theme.text2 = rgb(0x475467);
    theme.text3 = rgb(0x667085);
    theme.accent = rgb(0x1666D6);
    theme.onAccent = rgb(0xFFFFFF);
    theme.laneTint = {71, 84, 103, 7};
    theme.cardFill = rgb(0xFFFFFF);
    theme.cardLine = rgb(0xD5DCE5);
    theme.shadow = {20, 26, 34, 34};
    theme.good = rgb(0x0B7A4F);
    theme.bad = rgb(0xC62F2F);
    theme.linkKinds = {rgb(0xA85900), rgb(0x0B7A4F), rgb(0xC62F2F), rgb(0x1F6FC9),
                       rgb(0x667085), rgb(0x667085), rgb(0x8A3FB0)};
    const Theme dark = makeDark();
    for (std::size_t i = 0; i < theme.lanes.size(); ++i)
        theme.lanes[i] = core::mixed(dark.lanes[i], rgb(0x000000), kLightLaneShade);
    return theme;
}

} // namespace

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

} // namespace fabula::scene
