#include "app/frame_open_link.hpp"

#include "core/web_address.hpp"

#include <array>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fabula::app {

bool openLink(const std::string& url)
{
    if (!core::isWebAddress(url))
        return false;
    std::string program = "xdg-open";
    std::string address = core::withSmallScheme(url);
    const std::array<char*, 3> arguments{program.data(), address.data(), nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        return false;
    // It may live as long as the browser; its end is nobody's concern but must be taken note of.
    std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
    return true;
}

} // namespace fabula::app
