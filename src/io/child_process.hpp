#pragma once

#include "core/result.hpp"

#include <cstdio>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fabula::io {

/// Which program is run, and with what.
struct ProgramCall
{
    std::string name; ///< found in PATH
    /// Those after its name; no shell reads them.
    std::vector<std::string> arguments;
    /// "NAME=value" each, instead of ours.
    std::optional<std::vector<std::string>> environment = std::nullopt;
};

/// Another program while it runs. What it reads and writes is nothing, unless a wire says otherwise; its messages are
/// not shown, but kept for sentences about it.
class ChildProcess
{
public:
    /// Joins one of our descriptors, which stays ours, to the number under which the program finds it.
    struct Wire
    {
        int ours = -1;
        int its = 0;
    };
    /// Errors: "program.missing" where there is none of this name, "program.failed" where the system can't start it.
    static core::Result<ChildProcess> start(ProgramCall call, std::initializer_list<Wire> wires);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    /// Ends the program if it still runs.
    ~ChildProcess();

    /// Waits for its end and gives its status, as waitpid does; 0 if that was taken note of already. Whatever it waits
    /// for must have been closed before.
    int ended();
    /// "program.failed" with the last line that it said, or the one that it called fatal, else with what `status`
    /// means.
    core::Error failure(int status) const;

private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

    ChildProcess(std::string name, File messages);

    std::string name_;
    File messages_;
    int number_ = -1; ///< of the process
};

/// "NAME can't be started: WHAT (what the system says of it)", as "program.failed".
core::Error cannotStart(const std::string& name, const char* what);

/// All that stands in a file, from its beginning.
std::string contentOf(std::FILE* file);

} // namespace fabula::io
