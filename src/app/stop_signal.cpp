#include "app/stop_signal.hpp"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace fabula::app {

StopSignal::StopSignal() : descriptor_(::eventfd(0, EFD_CLOEXEC))
{
}

StopSignal::~StopSignal()
{
    if (usable())
        ::close(descriptor_);
}

void StopSignal::raise() const
{
    const std::uint64_t one = 1;
    while (::write(descriptor_, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

} // namespace fabula::app
