#include "model/event_postings.hpp"

namespace fabula::model {

std::uint32_t EventPostings::addList()
{
    lists_.emplace_back();
    return static_cast<std::uint32_t>(lists_.size() - 1);
}

void EventPostings::push(List& list, std::uint8_t byte)
{
    if (list.first == kNone || list.used == kBlockBytes) {
        const auto block = static_cast<std::uint32_t>(blocks_.size());
        blocks_.emplace_back();
        (list.first == kNone ? list.first : blocks_[list.last].next) = block;
        list.last = block;
        list.used = 0;
    }
    blocks_[list.last].bytes[list.used++] = byte;
}

void EventPostings::add(std::uint32_t list, core::EventId event)
{
    List& of = lists_[list];
    if (of.event == event.value)
        return;
    std::uint32_t gap = of.event == kNone ? event.value : event.value - of.event;
    of.event = event.value;
    for (; gap >= 0x80; gap >>= 7)
        push(of, static_cast<std::uint8_t>(gap | 0x80));
    push(of, static_cast<std::uint8_t>(gap));
}

} // namespace fabula::model
