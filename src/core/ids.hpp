#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace fabula::core {

/// A dense index into one vector of the story, distinct for each kind of thing, so that an event's number can't be
/// taken for an actor's. Text ids exist at the edges (files, command line) only.
template <class Tag>
struct Id
{
    std::uint32_t value = kNone;

    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

    /// False for the default, which names nothing.
    constexpr bool valid() const { return value != kNone; }
    constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using EventId = Id<struct EventTag>;
using ActorId = Id<struct ActorTag>;
using SourceId = Id<struct SourceTag>;
using LinkId = Id<struct LinkTag>;
using SceneId = Id<struct SceneTag>;
/// A lane of the timeline: an index into `Layout::lanes`, meaning whatever the grouping makes of it.
using LaneId = Id<struct LaneTag>;

} // namespace fabula::core

template <class Tag>
struct std::hash<fabula::core::Id<Tag>>
{
    std::size_t operator()(fabula::core::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
