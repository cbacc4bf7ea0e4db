#include "app/start_program.hpp"

#include <fcntl.h>
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
    // What it says is for nobody who looks at our terminal.
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int why = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (why != 0)
        return false;
    // It may live as long as it likes; its end is nobody's concern but must be taken note of.
    std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
    return true;
}

} // namespace fabula::app
