#include "app/shortcuts.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cctype>

namespace fabula::app {
namespace {

namespace command = ui::command;
using ui::Command;

constexpr double kKeyZoom = 1.4142135623730951;
constexpr double kPageShare = 0.8;

std::optional<Command> withControl(const KeyPress& press)
{
    switch (press.letter) {
    case 'f':
        return command::FocusSearch{};
    case 'k':
        return command::Show{ui::Panel::palette};
    case 'o':
        return command::Show{ui::Panel::open};
    case 'q':
        return command::Quit{};
    case 'r':
        return command::Reload{};
    default:
        return std::nullopt;
    }
}

std::optional<Command> arrow(const KeyPress& press)
{
    using command::Step;
    switch (press.key) {
    case GLFW_KEY_LEFT:
        return command::StepTo{press.shift ? Step::earlier : Step::cause};
    case GLFW_KEY_RIGHT:
        return command::StepTo{press.shift ? Step::later : Step::effect};
    case GLFW_KEY_UP:
        return command::StepTo{Step::previousSibling};
    case GLFW_KEY_DOWN:
        return command::StepTo{Step::nextSibling};
    default:
        return std::nullopt;
    }
}

} // namespace

char letterOf(int key, const char* name)
{
    if (name == nullptr || name[0] == '\0')
        return 0;
    const auto first = static_cast<unsigned char>(name[0]);
    if (name[1] == '\0')
        return static_cast<char>(std::tolower(first));
    constexpr unsigned char kFirstBeyondAscii = 0x80;
    const bool otherAlphabet = first >= kFirstBeyondAscii && key >= GLFW_KEY_A && key <= GLFW_KEY_Z;
    return otherAlphabet ? static_cast<char>('a' + (key - GLFW_KEY_A)) : '\0';
}

std::optional<ui::Command> shortcutFor(const KeyPress& press, const KeyboardFocus& focus, core::Size canvas)
{
    if (press.alt)
        return std::nullopt;
    if (press.key == GLFW_KEY_ESCAPE)
        return command::Back{};
    if (press.key == GLFW_KEY_F1)
        return command::Show{ui::Panel::keys};
    if (press.key == GLFW_KEY_F5)
        return command::BeginBriefing{press.shift};
    if (press.control)
        return withControl(press);
    if (focus.textField || focus.panelOpen || focus.widget)
        return std::nullopt;
    switch (press.key) {
    case GLFW_KEY_HOME:
        return command::GoToEnd{false};
    case GLFW_KEY_END:
        return command::GoToEnd{true};
    case GLFW_KEY_PAGE_UP:
        return command::Glide{-canvas.width * kPageShare, 0};
    case GLFW_KEY_PAGE_DOWN:
        return command::Glide{canvas.width * kPageShare, 0};
    default:
        return arrow(press);
    }
}

std::optional<ui::Command> slideShortcutFor(const KeyPress& press)
{
    using ui::PresentAct;
    switch (press.key) {
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_DOWN:
    case GLFW_KEY_PAGE_DOWN:
        return command::Present{PresentAct::next};
    case GLFW_KEY_LEFT:
    case GLFW_KEY_UP:
    case GLFW_KEY_PAGE_UP:
        return command::Present{PresentAct::previous};
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return command::Present{PresentAct::jump};
    case GLFW_KEY_HOME:
        return command::Present{PresentAct::first};
    case GLFW_KEY_END:
        return command::Present{PresentAct::last};
    case GLFW_KEY_TAB:
        return command::Present{PresentAct::grid};
    case GLFW_KEY_ESCAPE:
        return command::Present{PresentAct::back};
    default:
        return press.control && press.letter == 'q' ? std::optional<Command>(command::Quit{}) : std::nullopt;
    }
}

std::optional<ui::Command> slideShortcutFor(std::uint32_t character)
{
    using ui::PresentAct;
    if (character >= '0' && character <= '9')
        return command::Present{PresentAct::digit, character - '0'};
    switch (character) {
    case ' ':
        return command::Present{PresentAct::next};
    case 'b':
    case 'B':
    case '.':
        return command::Present{PresentAct::black};
    case 'w':
    case 'W':
    case ',':
        return command::Present{PresentAct::white};
    case 'l':
    case 'L':
        return command::Present{PresentAct::pointer};
    case 'a':
    case 'A':
        return command::Present{PresentAct::ownWindow};
    case 'n':
    case 'N':
        return command::Present{PresentAct::notes};
    case '+':
    case '=':
        return command::Present{PresentAct::largerNotes};
    case '-':
        return command::Present{PresentAct::smallerNotes};
    default:
        return std::nullopt;
    }
}

std::optional<ui::Command> shortcutFor(std::uint32_t character, const KeyboardFocus& focus, core::Size canvas)
{
    if (focus.textField)
        return std::nullopt;
    switch (character) {
    case '/':
        return command::FocusSearch{};
    case '?':
        return command::Show{ui::Panel::keys};
    case 'l':
    case 'L':
        return command::NextLanguage{};
    case 'd':
    case 'D':
        return command::ToggleTheme{};
    default:
        break;
    }
    if (focus.panelOpen)
        return std::nullopt;
    switch (character) {
    case 'w':
    case 'W':
        return command::AskAbout{ask::Ask::why};
    case 'e':
    case 'E':
        return command::AskAbout{ask::Ask::effects};
    case 'x':
    case 'X':
        return command::AskAbout{ask::Ask::without};
    case 'p':
    case 'P':
        return command::BeginPath{};
    case 'g':
    case 'G':
        return command::ToggleGraph{};
    case 't':
    case 'T':
        return command::ToggleAsOf{};
    case ',':
        return command::StepAsOf{-1};
    case '.':
        return command::StepAsOf{1};
    case '+':
    case '=':
        return command::ZoomAbout{kKeyZoom, canvas.width / 2};
    case '-':
        return command::ZoomAbout{1 / kKeyZoom, canvas.width / 2};
    case 'f':
    case 'F':
        return command::FitAll{};
    case 'z':
    case 'Z':
        return command::FitSelection{};
    default:
        return std::nullopt;
    }
}

} // namespace fabula::app
