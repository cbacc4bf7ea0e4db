#pragma once

#include "io/foreign_graph.hpp"
#include "model/terms.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// What an attribute of a foreign graph can be in a story. One name may be different things on nodes and on edges.
enum class ImportField : std::uint8_t {
    none,   ///< nothing that a story has a place for
    looks,  ///< how another program draws it: colours, sizes, positions
    format, ///< "fabula": the graph was exported by this program
    title,
    summary,
    when,
    start,
    end,
    span,
    planned,
    reported,
    kind,
    lane,
    actors,
    importance,
    basis,
    confidence,
    sources,
    url,
    tags,
    languages,
    label, ///< of an edge
};

/// A name as an attribute of a story's things, and the language that it names: "title_de".
struct FieldName
{
    ImportField field = ImportField::none;
    std::string language; ///< BCP 47 tag, empty if it names none
    int rank = 0;         ///< of several names for one field the lowest counts
};

/// The thing whose attribute it is.
enum class ForeignThing : std::uint8_t { graph, node, edge };

/// What `name` means, whatever its case and with "-", "_" or a space between its words. O(length) in a fixed table.
FieldName fieldNamed(std::string_view name, ForeignThing thing);

/// The kind of link that a word means ("leads to", "Prevents"), if it is one of those known.
std::optional<model::LinkKind> linkKindNamed(std::string_view word);

/// The attributes of a node, edge or graph, by what they are.
class ForeignFields
{
public:
    ForeignFields(const std::vector<ForeignAttribute>& attributes, ForeignThing thing);

    /// The value that counts for a field, or null; never blank. Those in some language are not looked at.
    const ForeignAttribute* find(ImportField field) const;
    /// The values of a field that name a language, in the order of the attributes.
    struct InLanguage
    {
        std::string language;
        const ForeignAttribute* attribute;
    };
    std::vector<InLanguage> inLanguages(ImportField field) const;
    /// Those that are nothing to a story.
    const std::vector<const ForeignAttribute*>& strange() const { return strange_; }

private:
    struct Entry
    {
        FieldName name;
        const ForeignAttribute* attribute = nullptr;
    };
    std::vector<Entry> entries_;
    std::vector<const ForeignAttribute*> strange_;
};

} // namespace fabula::io
