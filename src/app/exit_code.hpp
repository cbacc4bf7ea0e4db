#pragma once

namespace fabula::app {

/// What the program ends with; scripts rely on the numbers.
enum ExitCode : int {
    exitFine = 0,
    exitInputErrors = 1,  ///< the input has errors
    exitWrongUsage = 2,   ///< the call is wrong
    exitMachineLacks = 3, ///< the machine lacks something: a display, OpenGL, a font, ffmpeg, git
};

} // namespace fabula::app
