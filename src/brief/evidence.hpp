#pragma once

#include "brief/scene_content.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

using core::SourceId;

/// What carries a picture's claims: the events that are lit (all that are there, if none recede) and the links between
/// those.
struct Evidence
{
    /// Each once: those of what the scene is about, then those that repeat no other, then by how much rests on
    /// them, then by date.
    std::vector<SourceId> sources;
    /// "reported, likely to almost certain": every basis, and from the weakest to the strongest confidence.
    std::string claims;
};

/// Of the scene as it stands at a step. What was not known on its day counts for nothing. Linear in the scene.
Evidence evidenceOf(const SceneContent& content, std::size_t step, std::string_view language);

/// The sources of an event that were out on the scene's day, in the order of the story.
std::vector<SourceId> citedBy(const SceneContent& content, EventId event);

/// "Financial Times, 14 Aug 2025"; the publisher alone where no date is known.
std::string sourceWords(const model::Source& source, std::string_view language);

/// The words of an Admiralty grade such as "B2" ("usually reliable; probably true"); empty if it is none.
std::string gradeWords(std::string_view grade, std::string_view language);

/// Of an event or a link: "reported, likely".
std::string claimWords(model::Basis basis, std::optional<model::Confidence> confidence, std::string_view language);

} // namespace fabula::brief
