#include "app/window.hpp"

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/frame.hpp"
#include "app/gl_window.hpp"
#include "app/settings.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/core.h>

#include <string>

namespace fabula::app {
namespace {

/// What GLFW last complained of, for our own sentences.
std::string glfwComplaint()
{
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "no reason given";
}

void printInstead(const std::filesystem::path& story)
{
    fmt::print(stderr, "To draw the story without a window: fabula render {} -o picture.png\n", story.string());
}

/// GLFW, started for as long as this lives.
class Display
{
public:
    Display() : started_(glfwInit() == GLFW_TRUE) {}
    ~Display()
    {
        if (started_)
            glfwTerminate();
    }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    bool started() const { return started_; }

private:
    bool started_;
};

GlWindow::Shape shapeOf(const ui::Preferences& preferences)
{
    return {preferences.windowWidth, preferences.windowHeight, preferences.maximised, nullptr, true};
}

ui::AppState firstState()
{
    ui::AppState state;
    auto settings = loadSettings(settingsFile());
    if (settings)
        state.preferences = std::move(*settings);
    else
        state.notice = settings.error().message;
    return state;
}

} // namespace

int runWindow(const std::filesystem::path& story, const std::filesystem::path& since)
{
    const Display display;
    if (!display.started()) {
        printError("No window can be opened: " + glfwComplaint());
        printInstead(story);
        return exitMachineLacks;
    }
    const auto book = paint::FontBook::open();
    if (!book) {
        printError(core::english(book.error().message));
        return exitMachineLacks;
    }
    ui::AppState state = firstState();
    const GlWindow window(shapeOf(state.preferences));
    if (!window.made()) {
        printError("OpenGL 3.3 can't be had on this display: " + glfwComplaint());
        printInstead(story);
        return exitMachineLacks;
    }
    if (state.notice.empty() && !(*book)->findings().empty())
        state.notice = (*book)->findings().front();
    const ui::UiFonts fonts(*book);
    Frame frame(window.handle(), fonts, std::move(state));
    frame.open(std::filesystem::absolute(story), since.empty() ? since : std::filesystem::absolute(since));
    while (frame.turn()) {
    }
    return exitFine;
}

} // namespace fabula::app
