#include "app/stay_awake.hpp"

#include "app/start_program.hpp"
#include "app/x11_window.hpp"

#include <fmt/format.h>

namespace fabula::app {
namespace {

bool ask(const char* what, unsigned long window)
{
    return startProgram({"xdg-screensaver", what, fmt::format("{:#x}", window)});
}

} // namespace

StayAwake::StayAwake(GLFWwindow* window) : id_(x11WindowOf(window))
{
    if (id_ != 0 && !ask("suspend", id_))
        id_ = 0;
}

StayAwake::~StayAwake()
{
    if (id_ != 0)
        ask("resume", id_);
}

} // namespace fabula::app
