#include "io/child_process.hpp"

#include "io/descriptor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

core::Error notStarted(const std::string& name, int why)
{
    const bool missing = why == ENOENT || why == ENOTDIR || why == EACCES;
    if (missing)
        return {"program.missing", core::verbatim("there is no program " + name), {}};
    return {"program.failed",
            core::verbatim(fmt::format("{} can't be started: {}", name, std::system_category().message(why))),
            {}};
}

/// Another number for the same, above those that have a meaning; -1 if there is none.
int aboveStandard(int number)
{
    constexpr int kFirstFree = 10;
    return ::fcntl(number, F_DUPFD_CLOEXEC, kFirstFree);
}

std::string lastLine(std::string text)
{
    text.erase(text.find_last_not_of(" \r\n") + 1);
    const std::size_t end = text.find_last_of("\r\n");
    return end == std::string::npos ? text : text.substr(end + 1);
}

// Why it ended: the last line, but of programs that give advice behind that (as git does) the one that they call fatal.
std::string reasonIn(const std::string& messages)
{
    constexpr std::string_view kFatal = "fatal: ";
    std::size_t at = messages.rfind(kFatal);
    while (at != std::string::npos && at > 0 && messages[at - 1] != '\n')
        at = messages.rfind(kFatal, at - 1);
    if (at == std::string::npos)
        return lastLine(messages);
    at += kFatal.size();
    return lastLine(messages.substr(at, messages.find_first_of("\r\n", at) - at));
}

std::vector<char*> pointersTo(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

int spawn(pid_t& child, ProgramCall& call, const std::vector<ChildProcess::Wire>& wires)
{
    std::vector<std::string> words{call.name};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    const std::vector<char*> arguments = pointersTo(words);
    std::vector<char*> environment;
    if (call.environment)
        environment = pointersTo(*call.environment);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (const ChildProcess::Wire& wire : wires)
        ::posix_spawn_file_actions_adddup2(&actions, wire.ours, wire.its);
    const int why = ::posix_spawnp(&child, call.name.c_str(), &actions, nullptr, arguments.data(),
                                   call.environment ? environment.data() : environ);
    ::posix_spawn_file_actions_destroy(&actions);
    return why;
}

} // namespace

core::Error cannotStart(const std::string& name, const char* what)
{
    return {
        "program.failed",
        core::verbatim(fmt::format("{} can't be started: {} ({})", name, what, std::system_category().message(errno))),
        {}};
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

ChildProcess::ChildProcess(std::string name, File messages) : name_(std::move(name)), messages_(std::move(messages))
{
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : name_(std::move(other.name_)), messages_(std::move(other.messages_)), number_(std::exchange(other.number_, -1))
{
}

ChildProcess::~ChildProcess()
{
    if (number_ > 0)
        ::kill(number_, SIGKILL);
    ended();
}

core::Result<ChildProcess> ChildProcess::start(ProgramCall call, std::initializer_list<Wire> wires)
{
    ChildProcess process(call.name, File(std::tmpfile(), &std::fclose));
    if (!process.messages_)
        return cannotStart(call.name, "no temporary file can be made");
    // Clear of the numbers under which the program shall find them: ours may be closed.
    std::vector<Wire> its(wires);
    its.push_back({::fileno(process.messages_.get()), STDERR_FILENO});
    std::vector<Descriptor> kept;
    for (Wire& wire : its) {
        wire.ours = aboveStandard(wire.ours);
        kept.emplace_back(wire.ours);
    }
    const bool ready = std::all_of(kept.begin(), kept.end(), [](const Descriptor& one) { return one.open(); });
    const int why = ready ? spawn(process.number_, call, its) : EMFILE;
    if (why != 0) {
        process.number_ = -1;
        return notStarted(call.name, why);
    }
    return process;
}

core::Error ChildProcess::failure(int status) const
{
    const std::string said = reasonIn(contentOf(messages_.get()));
    std::string sentence = fmt::format("{} says: {}", name_, said);
    if (said.empty())
        sentence = WIFSIGNALED(status) ? fmt::format("{} was ended by signal {}", name_, WTERMSIG(status))
                                       : fmt::format("{} ended too early, with {}", name_, WEXITSTATUS(status));
    return {"program.failed", core::verbatim(sentence), {}};
}

int ChildProcess::ended()
{
    int status = 0;
    if (number_ > 0) {
        while (::waitpid(number_, &status, 0) < 0 && errno == EINTR) {
        }
        number_ = -1;
    }
    return status;
}

} // namespace fabula::io
