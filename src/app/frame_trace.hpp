#pragma once

#include "ui/canvas_stage.hpp"

#include <cstdio>
#include <string>

namespace fabula::app {

/// For tests of the window: where the environment's FABULA_TRACE names a file, a line of `key=value` pairs is added to
/// it whenever what the window shows is no longer what the last line said.
class FrameTrace
{
public:
    FrameTrace();
    ~FrameTrace();
    FrameTrace(const FrameTrace&) = delete;
    FrameTrace& operator=(const FrameTrace&) = delete;

    void note(const ui::AppState& state, const ui::CanvasStage::Sight& shown);

private:
    std::FILE* file_ = nullptr;
    std::string last_;
};

} // namespace fabula::app
