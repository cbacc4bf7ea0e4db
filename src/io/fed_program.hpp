#pragma once

#include "core/result.hpp"
#include "io/child_process.hpp"
#include "io/descriptor.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// Another program that is fed through its standard input and makes a file of what it gets. Its file has no name until
/// somebody gives it one, so whatever ends the two programs, nothing is left behind. What it prints is not shown. It
/// ends with this object.
class FedProgram
{
public:
    /// Where the program is to write. A file that it can seek in.
    static constexpr std::string_view kOutput = "/proc/self/fd/3";

    /// Starts a program that is found in PATH, with these arguments after its name; no shell reads them. Errors:
    /// "program.missing" where there is none of this name, "program.failed" where the system can't start it.
    static core::Result<FedProgram> start(const std::string& name, const std::vector<std::string>& arguments);

    /// Waits while the program is busy. Errors: "program.failed" with the last line that it said, if it has ended.
    core::Result<void> feed(std::string_view bytes);
    /// Tells it that this was all, waits until it is done, and gives what it wrote. Errors: "program.failed".
    core::Result<std::string> finish();

private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

    FedProgram(std::string name, File output, Descriptor input, ChildProcess process);
    /// Closes its input and waits for its end, whose status it gives.
    int ended();

    std::string name_;
    File output_;
    Descriptor input_;
    ChildProcess process_; ///< ends first
};

} // namespace fabula::io
