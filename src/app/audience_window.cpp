#include "app/audience_window.hpp"

#include "app/shortcuts.hpp"
#include "ui/canvas_sprites.hpp"
#include "ui/panel_briefing.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <epoxy/gl.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <utility>

namespace fabula::app {
namespace {

AudienceWindow& windowOf(GLFWwindow* window)
{
    return *static_cast<AudienceWindow*>(glfwGetWindowUserPointer(window));
}

} // namespace

AudienceWindow::AudienceWindow(std::shared_ptr<const paint::FontBook> book, GLFWmonitor* monitor,
                               const ui::AppState& state, ui::CommandQueue& commands)
    : window_([monitor] {
          GlWindow::Shape shape{1280, 720, false, monitor, false};
          if (const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr) {
              shape.width = mode->width;
              shape.height = mode->height;
          }
          return shape;
      }()),
      state_(state), commands_(commands)
{
    if (!window_.made())
        return;
    fonts_.emplace(std::move(book));
    GLFWwindow* window = window_.handle();
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* of, int key, int, int action, int modifiers) {
        windowOf(of).onKey(key, action, modifiers);
    });
    glfwSetCharCallback(window, [](GLFWwindow* of, unsigned character) { windowOf(of).onCharacter(character); });
    glfwSetMouseButtonCallback(
        window, [](GLFWwindow* of, int button, int action, int) { windowOf(of).onClick(button, action); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* of, int, int) { windowOf(of).touched_ = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* of) { windowOf(of).touched_ = true; });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* of, int) { windowOf(of).touched_ = true; });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* of) { windowOf(of).onClose(); });
}

AudienceWindow::~AudienceWindow()
{
    if (window_.made())
        window_.makeCurrent(); // the fonts belong to its context
}

core::Size AudienceWindow::size() const
{
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_.handle(), &width, &height);
    return {static_cast<double>(std::max(width, 1)), static_cast<double>(std::max(height, 1))};
}

void AudienceWindow::show(const scene::DisplayList& picture, const scene::Theme& theme,
                          std::optional<core::Point> pointer)
{
    shown_ = &picture;
    window_.makeCurrent();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    fonts_->sprites().trim();
    ImGui::NewFrame();
    const core::Size whole = size();
    ui::drawAudience(
        {state_, commands_, *fonts_, theme, {0, 0, whole.width, whole.height}, 1, nullptr, nullptr, {}, {}}, picture,
        pointer);
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_.handle(), &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_.handle());
}

void AudienceWindow::onKey(int key, int action, int modifiers)
{
    characterTaken_ = false;
    if (action == GLFW_RELEASE)
        return;
    KeyPress press;
    press.key = key;
    press.control = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
    press.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    if (!state_.showsSlide()) {
        if (key == GLFW_KEY_BACKSPACE)
            commands_.push(ui::command::ReturnToSlide{});
        return;
    }
    if (const auto wanted = slideShortcutFor(press)) {
        commands_.push(*wanted);
        characterTaken_ = true;
    }
}

void AudienceWindow::onCharacter(unsigned character)
{
    if (std::exchange(characterTaken_, false) || !state_.showsSlide())
        return;
    if (const auto wanted = slideShortcutFor(std::uint32_t{character}))
        commands_.push(*wanted);
}

void AudienceWindow::onClick(int button, int action)
{
    if (action != GLFW_RELEASE || !state_.showsSlide() || shown_ == nullptr)
        return;
    if (state_.presenting->blank != ui::Blank::none || state_.presenting->grid) // nothing of the slide is seen
        return;
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_.handle(), &x, &y);
    const double scale = size().height / shown_->size.height;
    const scene::Subject at = scene::subjectAt(*shown_, {x / scale, y / scale});
    if (button == GLFW_MOUSE_BUTTON_RIGHT)
        commands_.push(ui::command::Present{ui::PresentAct::previous});
    else if (at.kind == scene::SubjectKind::event)
        commands_.push(ui::command::LeaveSlide{core::EventId(at.index)});
    else
        commands_.push(ui::command::Present{ui::PresentAct::next});
}

void AudienceWindow::onClose()
{
    if (state_.presenting && state_.presenting->ownWindow)
        commands_.push(ui::command::Present{ui::PresentAct::ownWindow});
}

} // namespace fabula::app
