#include "app/start_program.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fabula::app {

bool startProgram(std::vector<std::string> call)
{
    std::vector<char*> arguments;
    for (std::string& word : call)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawnp(&child, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0)
        return false;
    // It may live as long as it likes; its end is nobody's concern but must be taken note of.
    std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
    return true;
}

} // namespace fabula::app
