#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace fabula::io {

/// The different keys of one object, of which there are mostly few: those lie in place, and cost no allocation.
class KeysSeen
{
public:
    /// False if it was there before. A key that `lasts` is not copied, as long as there are few.
    bool insert(std::string_view key, bool lasts)
    {
        for (std::size_t i = 0; i < count_; ++i) {
            if (few_[i] == key)
                return false;
        }
        if (lasts && count_ < few_.size() && more_.find(key) == more_.end()) {
            few_[count_++] = key;
            return true;
        }
        return more_.emplace(key).second;
    }
    bool empty() const { return count_ == 0 && more_.empty(); }
    void clear()
    {
        count_ = 0;
        if (!more_.empty())
            more_.clear();
    }

private:
    std::array<std::string_view, 8> few_;
    std::size_t count_ = 0;
    std::set<std::string, std::less<>> more_;
};

} // namespace fabula::io
