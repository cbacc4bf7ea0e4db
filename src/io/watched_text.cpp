#include "io/watched_text.hpp"

#include <algorithm>

namespace fabula::io {
namespace {

constexpr std::size_t kStep = std::size_t{64} << 10;

} // namespace

WatchedText::WatchedText(std::string_view text, core::Progress* progress)
    : text_(text), at_(text.data()), stop_(text.data()), progress_(progress)
{
}

bool WatchedText::atStop()
{
    if (progress_ != nullptr) {
        progress_->done.store(offset(), std::memory_order_relaxed);
        cancelled_ = cancelled_ || progress_->cancel.load(std::memory_order_relaxed);
    }
    const std::size_t left = text_.size() - offset();
    if (left == 0 || cancelled_)
        return true;
    stop_ = at_ + std::min(left, kStep);
    return false;
}

} // namespace fabula::io
