#include "io/descriptor.hpp"

#include <unistd.h>

namespace fabula::io {

Descriptor::~Descriptor()
{
    if (number_ >= 0)
        ::close(number_);
}

bool Descriptor::close()
{
    return ::close(std::exchange(number_, -1)) == 0;
}

} // namespace fabula::io
