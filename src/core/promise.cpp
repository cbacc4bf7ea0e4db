#include "core/promise.hpp"

#include <cstdio>
#include <cstdlib>

namespace fabula::core {

void brokenPromise(std::string_view sentence, const char* file, int line)
{
    std::fprintf(stderr, "fabula: internal error: %.*s (%s:%d)\n", static_cast<int>(sentence.size()), sentence.data(),
                 file, line);
    std::abort();
}

} // namespace fabula::core
