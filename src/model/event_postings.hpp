#pragma once

#include "core/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fabula::model {

/// Many lists of events, each rising, packed: the way from one event to the next takes a byte or two. Lists grow while
/// others do, as words of a text come in any order.
class EventPostings
{
public:
    /// A new empty list; its number, from 0.
    std::uint32_t addList();
    /// `event` is not before the last of the list; it is added once.
    void add(std::uint32_t list, core::EventId event);
    std::size_t lists() const { return lists_.size(); }

    /// Calls `visit(EventId)` for each event of the list, rising.
    template <class Visit>
    void visit(std::uint32_t list, Visit&& visit) const
    {
        const List& of = lists_[list];
        std::uint32_t event = 0;
        std::uint32_t gap = 0;
        int shift = 0;
        for (std::uint32_t block = of.first; block != kNone; block = blocks_[block].next) {
            const std::size_t used = block == of.last ? of.used : kBlockBytes;
            for (std::size_t i = 0; i < used; ++i) {
                const std::uint8_t byte = blocks_[block].bytes[i];
                gap |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
                if (byte >= 0x80) {
                    shift += 7;
                    continue;
                }
                event += gap;
                gap = 0;
                shift = 0;
                visit(core::EventId(std::size_t{event}));
            }
        }
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    static constexpr std::size_t kBlockBytes = 28;
    struct Block
    {
        std::uint8_t bytes[kBlockBytes];
        std::uint32_t next = kNone;
    };
    struct List
    {
        std::uint32_t first = kNone;
        std::uint32_t last = kNone;
        std::uint32_t event = kNone; ///< the last one
        std::uint32_t used = 0;      ///< bytes of the last block
    };
    void push(List& list, std::uint8_t byte);

    std::vector<List> lists_;
    std::vector<Block> blocks_;
};

} // namespace fabula::model
