#pragma once

#include "ask/question.hpp"

#include <vector>

namespace fabula::ask {

/// The part of a story that an answer is about: what a picture lights while the rest recedes.
struct Parts
{
    std::vector<EventId> events; ///< each once, in the order of the story's dates (EventGraph::order)
    std::vector<LinkId> links;   ///< between them, by id
    /// Of the events those that are gone or lose every cause: a picture leaves only their outlines. In the same order.
    std::vector<EventId> outlined;
};

/// Of pivots only those that are told. Linear in the answer and the links of its events.
Parts parts(const graph::Scope& scope, const Answer& answer);

} // namespace fabula::ask
