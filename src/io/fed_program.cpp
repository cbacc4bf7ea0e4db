#include "io/fed_program.hpp"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

constexpr int kOutputNumber = 3; // as kOutput has it

} // namespace

FedProgram::FedProgram(std::string name, File output, Descriptor input, ChildProcess process)
    : name_(std::move(name)), output_(std::move(output)), input_(std::move(input)), process_(std::move(process))
{
}

core::Result<FedProgram> FedProgram::start(const std::string& name, const std::vector<std::string>& arguments)
{
    File output(std::tmpfile(), &std::fclose);
    if (!output)
        return cannotStart(name, "no temporary file can be made");
    // A socket and no pipe: writing to one whose reader has ended is an error, and no signal that ends us as well.
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return cannotStart(name, "no socket can be made");
    Descriptor input(ends[0]);
    const Descriptor its(ends[1]);
    core::Result<ChildProcess> process =
        ChildProcess::start({name, arguments}, {{its.number(), STDIN_FILENO}, {::fileno(output.get()), kOutputNumber}});
    if (!process)
        return process.error();
    return FedProgram(name, std::move(output), std::move(input), std::move(*process));
}

core::Result<void> FedProgram::feed(std::string_view bytes)
{
    while (!bytes.empty() && input_.open()) {
        const ssize_t put = ::send(input_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return process_.failure(ended());
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

core::Result<std::string> FedProgram::finish()
{
    const int status = ended();
    if (status != 0)
        return process_.failure(status);
    std::string content = contentOf(output_.get());
    if (content.empty())
        return core::Error{"program.failed", core::verbatim(name_ + " ended well but wrote nothing"), {}};
    return content;
}

int FedProgram::ended()
{
    if (input_.open())
        input_.close();
    return process_.ended();
}

} // namespace fabula::io
