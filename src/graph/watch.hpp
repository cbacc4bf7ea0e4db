#pragma once

#include "graph/scope.hpp"

#include <cstdint>

namespace fabula::graph {

/// Tells whoever watches a scope how far a question has come, and the question whether to go on. Without a watcher it
/// costs a comparison. Private to the folder.
class Watch
{
public:
    /// `total` in units of the question's own.
    Watch(const Scope& scope, std::uint64_t total) : progress_(scope.watcher()), between_(total / kLooks + 1)
    {
        if (progress_ == nullptr)
            return;
        progress_->done = 0;
        progress_->total = total;
    }

    /// Counts so many units more; false once the question was cancelled.
    bool goOn(std::uint64_t units = 1)
    {
        done_ += units;
        if (progress_ == nullptr || done_ < next_)
            return true;
        progress_->done.store(done_, std::memory_order_relaxed);
        if (progress_->cancel.load(std::memory_order_relaxed))
            return false;
        next_ = done_ + between_;
        return true;
    }

private:
    static constexpr std::uint64_t kLooks = 1000;

    core::Progress* progress_;
    std::uint64_t between_; ///< units from one look to the next
    std::uint64_t done_ = 0;
    std::uint64_t next_ = 0;
};

} // namespace fabula::graph
