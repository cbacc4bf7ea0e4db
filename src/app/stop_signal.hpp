#pragma once

namespace fabula::app {

/// What a thread that waits for file descriptors also waits for, so that it can be told to end (an eventfd).
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// False if the system has no more descriptors: no thread should wait then.
    bool usable() const { return descriptor_ >= 0; }
    /// Can be read from once `raise` was called.
    int descriptor() const { return descriptor_; }
    void raise() const;

private:
    int descriptor_;
};

} // namespace fabula::app
