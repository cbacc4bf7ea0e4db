#include "io/heard_program.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::size_t kMostHeardAtOnce = std::size_t{256} << 10;

} // namespace

HeardProgram::HeardProgram(Descriptor output, ChildProcess process)
    : output_(std::move(output)), part_(kMostHeardAtOnce), process_(std::move(process))
{
}

core::Result<HeardProgram> HeardProgram::start(ProgramCall call)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return cannotStart(call.name, "no pipe can be made");
    Descriptor output(ends[0]);
    const Descriptor its(ends[1]);
    core::Result<ChildProcess> process = ChildProcess::start(std::move(call), {{its.number(), STDOUT_FILENO}});
    if (!process)
        return process.error();
    return HeardProgram(std::move(output), std::move(*process));
}

core::Result<std::string_view> HeardProgram::hear()
{
    while (true) {
        const ssize_t got = ::read(output_.number(), part_.data(), part_.size());
        if (got >= 0)
            return std::string_view(part_.data(), static_cast<std::size_t>(got));
        if (errno != EINTR)
            return core::Error{"program.failed", core::verbatim(std::system_category().message(errno)), {}};
    }
}

core::Result<void> HeardProgram::finish()
{
    if (output_.open())
        output_.close();
    const int status = process_.ended();
    if (status != 0)
        return process_.failure(status);
    return {};
}

core::Result<std::string> allHeardFrom(ProgramCall call)
{
    core::Result<HeardProgram> program = HeardProgram::start(std::move(call));
    if (!program)
        return program.error();
    std::string all;
    while (true) {
        const core::Result<std::string_view> part = program->hear();
        if (!part)
            return part.error();
        if (part->empty())
            break;
        all += *part;
    }
    if (const core::Result<void> ended = program->finish(); !ended)
        return ended.error();
    return all;
}

} // namespace fabula::io
