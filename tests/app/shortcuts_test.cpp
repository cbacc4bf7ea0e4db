#include "app/shortcuts.hpp"

#include <gtest/gtest.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace fabula::app {
namespace {

namespace command = ui::command;

const core::Size kCanvas{1000, 500};
const KeyboardFocus kCanvasFocus{};
const KeyboardFocus kTyping{true, false, false};
const KeyboardFocus kInPanel{false, true, false};
const KeyboardFocus kOnWidget{false, false, true};

template <class Kind>
std::optional<Kind> as(const std::optional<ui::Command>& wanted)
{
    if (!wanted || !std::holds_alternative<Kind>(*wanted))
        return std::nullopt;
    return std::get<Kind>(*wanted);
}

KeyPress plain(int key, bool shift = false)
{
    return {key, 0, false, shift, false};
}

KeyPress control(char letter)
{
    return {GLFW_KEY_UNKNOWN, letter, true, false, false};
}

TEST(ShortcutsTest, arrowsWalkAlongLinksAndWithShiftInTime)
{
    using command::Step;
    const std::vector<std::tuple<int, bool, Step>> expected{
        {GLFW_KEY_LEFT, false, Step::cause},         {GLFW_KEY_RIGHT, false, Step::effect},
        {GLFW_KEY_UP, false, Step::previousSibling}, {GLFW_KEY_DOWN, false, Step::nextSibling},
        {GLFW_KEY_LEFT, true, Step::earlier},        {GLFW_KEY_RIGHT, true, Step::later}};
    for (const auto& [key, shift, step] : expected) {
        const auto walk = as<command::StepTo>(shortcutFor(plain(key, shift), kCanvasFocus, kCanvas));
        ASSERT_TRUE(walk.has_value()) << key;
        EXPECT_EQ(walk->step, step) << key;
        for (const KeyboardFocus& focus : {kTyping, kInPanel, kOnWidget})
            EXPECT_FALSE(shortcutFor(plain(key, shift), focus, kCanvas)) << key;
    }
}

TEST(ShortcutsTest, lettersAreWhereTheKeyboardInUseHasThemOrWhereTheyAreOnOthers)
{
    EXPECT_EQ(letterOf(GLFW_KEY_Y, "z"), 'z') << "German";
    EXPECT_EQ(letterOf(GLFW_KEY_Q, "\u0439"), 'q') << "Russian";
    EXPECT_EQ(letterOf(GLFW_KEY_F, "\u03c6"), 'f') << "Greek";
    EXPECT_EQ(letterOf(GLFW_KEY_Q, "'"), '\'') << "Dvorak: not the place, but what it bears";
    EXPECT_EQ(letterOf(GLFW_KEY_SEMICOLON, "\u00f6"), '\0');
    EXPECT_EQ(letterOf(GLFW_KEY_UNKNOWN, nullptr), '\0');
}

TEST(ShortcutsTest, escapeAndControlWorkEvenWhileTyping)
{
    for (const KeyboardFocus& focus : {kCanvasFocus, kTyping, kInPanel, kOnWidget}) {
        EXPECT_TRUE(as<command::Back>(shortcutFor(plain(GLFW_KEY_ESCAPE), focus, kCanvas)).has_value());
        EXPECT_TRUE(as<command::Quit>(shortcutFor(control('q'), focus, kCanvas)).has_value());
        EXPECT_TRUE(as<command::FocusSearch>(shortcutFor(control('f'), focus, kCanvas)).has_value());
        ASSERT_TRUE(as<command::Show>(shortcutFor(control('k'), focus, kCanvas)).has_value());
        EXPECT_EQ(as<command::Show>(shortcutFor(control('o'), focus, kCanvas))->panel, ui::Panel::open);
        EXPECT_EQ(as<command::Show>(shortcutFor(plain(GLFW_KEY_F1), focus, kCanvas))->panel, ui::Panel::keys);
    }
}

TEST(ShortcutsTest, controlWithOtherLettersIsLeftToTextFields)
{
    for (const char letter : {'c', 'v', 'x', 'a', 'z'})
        EXPECT_FALSE(shortcutFor(control(letter), kTyping, kCanvas)) << letter;
}

TEST(ShortcutsTest, altBelongsToTheDesktop)
{
    EXPECT_FALSE(shortcutFor(KeyPress{GLFW_KEY_LEFT, 0, false, false, true}, kCanvasFocus, kCanvas));
    EXPECT_FALSE(shortcutFor(KeyPress{GLFW_KEY_UNKNOWN, 'q', true, false, true}, kCanvasFocus, kCanvas));
}

TEST(ShortcutsTest, charactersAreNeverTakenFromATextField)
{
    for (std::uint32_t character = 32; character < 0x2000; ++character)
        ASSERT_FALSE(shortcutFor(character, kTyping, kCanvas)) << character;
}

TEST(ShortcutsTest, charactersMeanWhatTheHelpSays)
{
    const auto on = [](char c) { return shortcutFor(static_cast<std::uint32_t>(c), kCanvasFocus, kCanvas); };
    EXPECT_TRUE(as<command::FocusSearch>(on('/')).has_value());
    EXPECT_TRUE(as<command::Show>(on('?')).has_value());
    EXPECT_TRUE(as<command::FitAll>(on('f')).has_value());
    EXPECT_TRUE(as<command::FitSelection>(on('Z')).has_value());
    EXPECT_TRUE(as<command::NextLanguage>(on('l')).has_value());
    EXPECT_TRUE(as<command::ToggleTheme>(on('d')).has_value());
    ASSERT_TRUE(as<command::ZoomAbout>(on('+')).has_value());
    EXPECT_GT(as<command::ZoomAbout>(on('+'))->factor, 1);
    EXPECT_LT(as<command::ZoomAbout>(on('-'))->factor, 1);
    EXPECT_EQ(as<command::ZoomAbout>(on('-'))->canvasX, 500);
    EXPECT_FALSE(on('j'));
}

TEST(ShortcutsTest, homeEndAndPagesMoveInTime)
{
    EXPECT_FALSE(as<command::GoToEnd>(shortcutFor(plain(GLFW_KEY_HOME), kCanvasFocus, kCanvas))->last);
    EXPECT_TRUE(as<command::GoToEnd>(shortcutFor(plain(GLFW_KEY_END), kCanvasFocus, kCanvas))->last);
    EXPECT_GT(as<command::Glide>(shortcutFor(plain(GLFW_KEY_PAGE_DOWN), kCanvasFocus, kCanvas))->dx, 500);
    EXPECT_LT(as<command::Glide>(shortcutFor(plain(GLFW_KEY_PAGE_UP), kCanvasFocus, kCanvas))->dx, -500);
}

} // namespace
} // namespace fabula::app
