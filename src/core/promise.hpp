#pragma once

#include <string_view>

namespace fabula::core {

/// Ends the program with `sentence` and the place on standard error: for broken promises of our own code, never for
/// bad input.
[[noreturn]] void brokenPromise(std::string_view sentence, const char* file, int line);

} // namespace fabula::core

/// Aborts with a message when `condition` does not hold; checked in every build.
#define FABULA_PROMISE(condition, sentence)                                                                            \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ::fabula::core::brokenPromise((sentence), __FILE__, __LINE__);                                             \
    } while (false)
