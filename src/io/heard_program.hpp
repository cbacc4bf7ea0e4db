#pragma once

#include "core/result.hpp"
#include "io/child_process.hpp"
#include "io/descriptor.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// Another program that is listened to: what it writes to its standard output is read while it runs, in parts, so that
/// none of it needs be kept. It is fed nothing, what else it prints is not shown, and it ends with this object.
class HeardProgram
{
public:
    /// Errors as those of ChildProcess::start.
    static core::Result<HeardProgram> start(ProgramCall call);

    /// What it wrote next, at most 256 KiB, which stay valid until the next call; empty at the end. Waits while the
    /// program is busy. Errors: "program.failed".
    core::Result<std::string_view> hear();
    /// Waits for its end. Errors: "program.failed" with the last line that it said, if it did not end well; that is so
    /// too where it wrote more than was heard.
    core::Result<void> finish();

private:
    HeardProgram(Descriptor output, ChildProcess process);

    Descriptor output_;
    std::vector<char> part_;
    ChildProcess process_; ///< ends first
};

/// All that a program writes that ends by itself, for short answers. Errors as those of HeardProgram.
core::Result<std::string> allHeardFrom(ProgramCall call);

} // namespace fabula::io
