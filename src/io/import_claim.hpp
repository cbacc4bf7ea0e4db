#pragma once

#include "io/foreign_text.hpp"
#include "io/import_cast.hpp"
#include "io/import_fields.hpp"
#include "model/story.hpp"

#include <map>
#include <string>
#include <vector>

namespace fabula::io {

/// What the parts of an import share.
struct ImportContext
{
    model::Story& story;
    ImportCast& cast;
    ForeignReporter& reporter;
    std::size_t mostTextBytes;
    bool own = false; ///< this program exported the graph: texts are taken to the letter
    /// Attributes that have no place in a story, and where each was met first; so many at most.
    std::map<std::string, std::size_t> leftOut;
    static constexpr std::size_t kMostLeftOut = 1000;

    void leaveOut(const ForeignAttribute& attribute);
};

/// A text in each language that the attributes have it in, else the one without a language, as a plain text; empty if
/// they have none. Too long is an error (F604).
model::Text importedText(const ForeignFields& fields, ImportField field, bool onOneLine, ImportContext& context);

/// What events and links both claim: basis (else `inferred`, since it is ours), confidence, sources. Values that can't
/// be read are reported and left out.
struct ImportedClaim
{
    model::Basis basis = model::Basis::inferred;
    std::optional<model::Confidence> confidence;
    std::vector<model::Citation> sources;
};
ImportedClaim importedClaim(const ForeignFields& fields, ImportContext& context);

/// The event that a node is, all but its id.
model::Event importedEvent(const ForeignNode& node, ImportContext& context);

/// The link that an edge is, between two different events. `kindTold` says whether the edge told its kind.
struct ImportedLink
{
    model::Link link;
    bool kindTold = false;
};
ImportedLink importedLink(const ForeignEdge& edge, ImportContext& context);

} // namespace fabula::io
