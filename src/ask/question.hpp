#pragma once

#include "graph/chains.hpp"
#include "graph/contradictions.hpp"
#include "graph/implied_links.hpp"
#include "graph/mainline.hpp"
#include "graph/origins.hpp"
#include "graph/paths.hpp"
#include "graph/pivots.hpp"
#include "graph/removal.hpp"

#include <array>
#include <string_view>
#include <variant>
#include <vector>

namespace fabula::ask {

using core::EventId;
using core::LinkId;
using core::SourceId;

using model::Ask;
using model::kAskNames;
using model::name;

/// So many pivots are told and lit.
inline constexpr std::size_t kPivotsTold = 8;

/// What a question is about: nothing (the whole story), or one thing.
using Subject = std::variant<std::monostate, EventId, LinkId, SourceId>;

/// A question to a story. `subject` is an event for `why`, `effects` and `path`; an event, link or source for
/// `without`; an event or link for `sources`; nothing for the others.
struct Question
{
    Ask ask = Ask::why;
    Subject subject;
    EventId goal; ///< where a `path` ends

    friend bool operator==(const Question&, const Question&) = default;
};

struct Contradictions
{
    std::vector<graph::Contradiction> found;
};

struct ImpliedLinks
{
    std::vector<graph::ImpliedLink> found;
    /// The loops in scope, each by id; the links within them were not looked at.
    std::vector<std::vector<EventId>> loops;
};

using Answer = std::variant<graph::Chains, graph::Paths, graph::Removal, graph::Pivots, graph::Mainline, Contradictions,
                            graph::Sources, ImpliedLinks>;

/// The answer within the scope; of `why` and `effects` Chains, of the others what bears their name. Costs what the
/// question costs.
Answer answer(const graph::Scope& scope, const Question& question);

} // namespace fabula::ask
