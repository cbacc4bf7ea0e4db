#include "io/fed_program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

constexpr int kOutputNumber = 3; // as kOutput has it

core::Error notStarted(const std::string& name, int why)
{
    const bool missing = why == ENOENT || why == ENOTDIR || why == EACCES;
    if (missing)
        return {"program.missing", core::verbatim("there is no program " + name), {}};
    return {"program.failed",
            core::verbatim(fmt::format("{} can't be started: {}", name, std::system_category().message(why))),
            {}};
}

core::Error unready(const std::string& name, const char* what)
{
    return {
        "program.failed",
        core::verbatim(fmt::format("{} can't be started: {} ({})", name, what, std::system_category().message(errno))),
        {}};
}

/// Another number for the same, above those that have a meaning; -1 if there is none.
int aboveStandard(int number)
{
    constexpr int kFirstFree = 10;
    return ::fcntl(number, F_DUPFD_CLOEXEC, kFirstFree);
}

std::string contentOf(std::FILE* file)
{
    std::string content;
    char part[std::size_t{1} << 16];
    std::rewind(file);
    while (const std::size_t got = std::fread(part, 1, sizeof part, file))
        content.append(part, got);
    return content;
}

std::string lastLine(std::string text)
{
    text.erase(text.find_last_not_of(" \r\n") + 1);
    const std::size_t end = text.find_last_of("\r\n");
    return end == std::string::npos ? text : text.substr(end + 1);
}

/// The program's descriptors: the socket, nothing, its messages, its file.
int spawn(pid_t& child, const std::string& name, const std::vector<std::string>& arguments,
          const std::array<int, 3>& numbers)
{
    std::vector<std::string> words{name};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, numbers[0], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, numbers[1], STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, numbers[2], kOutputNumber);
    const int why = posix_spawnp(&child, name.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return why;
}

} // namespace

FedProgram::FedProgram(std::string name, File output, File messages)
    : name_(std::move(name)), output_(std::move(output)), messages_(std::move(messages))
{
}

FedProgram::FedProgram(FedProgram&& other) noexcept
    : name_(std::move(other.name_)), output_(std::move(other.output_)), messages_(std::move(other.messages_)),
      input_(std::exchange(other.input_, -1)), child_(std::exchange(other.child_, -1))
{
}

FedProgram::~FedProgram()
{
    if (child_ > 0)
        ::kill(child_, SIGKILL);
    ended();
}

core::Result<FedProgram> FedProgram::start(const std::string& name, const std::vector<std::string>& arguments)
{
    FedProgram program(name, File(std::tmpfile(), &std::fclose), File(std::tmpfile(), &std::fclose));
    // A socket and no pipe: writing to one whose reader has ended is an error, and no signal that ends us as well.
    int ends[2];
    if (!program.output_ || !program.messages_)
        return unready(name, "no temporary file can be made");
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return unready(name, "no socket can be made");
    program.input_ = ends[0];
    // Clear of the numbers under which the program shall find them: ours may be closed.
    const std::array<int, 3> its{aboveStandard(ends[1]), aboveStandard(::fileno(program.messages_.get())),
                                 aboveStandard(::fileno(program.output_.get()))};
    ::close(ends[1]);
    const bool ready = std::all_of(its.begin(), its.end(), [](int number) { return number >= 0; });
    const int why = ready ? spawn(program.child_, name, arguments, its) : EMFILE;
    for (const int number : its)
        if (number >= 0)
            ::close(number);
    if (why != 0) {
        program.child_ = -1;
        return notStarted(name, why);
    }
    return program;
}

core::Result<void> FedProgram::feed(std::string_view bytes)
{
    while (!bytes.empty() && input_ >= 0) {
        const ssize_t put = ::send(input_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return failure(ended());
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

core::Result<std::string> FedProgram::finish()
{
    const int status = ended();
    if (status != 0)
        return failure(status);
    std::string content = contentOf(output_.get());
    if (content.empty())
        return core::Error{"program.failed", core::verbatim(name_ + " ended well but wrote nothing"), {}};
    return content;
}

core::Error FedProgram::failure(int status) const
{
    const std::string said = lastLine(contentOf(messages_.get()));
    std::string sentence = fmt::format("{} says: {}", name_, said);
    if (said.empty())
        sentence = WIFSIGNALED(status) ? fmt::format("{} was ended by signal {}", name_, WTERMSIG(status))
                                       : fmt::format("{} ended too early, with {}", name_, WEXITSTATUS(status));
    return {"program.failed", core::verbatim(sentence), {}};
}

int FedProgram::ended()
{
    if (input_ >= 0)
        ::close(std::exchange(input_, -1));
    int status = 0;
    if (child_ > 0) {
        while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
        }
        child_ = -1;
    }
    return status;
}

} // namespace fabula::io
