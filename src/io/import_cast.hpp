#pragma once

#include "io/import_ids.hpp"
#include "model/story.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fabula::io {

/// The actors and sources of a story that is made from a foreign graph: each name becomes one when it is first met.
class ImportCast
{
public:
    /// Keeps a reference to the story, whose lists it fills and whose first language plain texts are in.
    explicit ImportCast(model::Story& story) : story_(story) {}

    /// Takes actors, sources and languages as a story file has them, from a graph that this program exported; each is
    /// a JSON list, or empty. They are then known by their ids. False, and nothing taken, if they can't be read.
    bool takeLists(std::string_view languages, std::string_view actors, std::string_view sources);

    core::ActorId actor(std::string_view name);
    /// The source with this name and address, either of which may be empty. An address without a name is published by
    /// its host.
    core::SourceId source(std::string_view name, std::string_view address);
    /// The source with this id, from takeLists; not valid() if there is none.
    core::SourceId sourceWithId(std::string_view id) const;

private:
    model::Text plain(std::string_view text) const;

    model::Story& story_;
    IdMaker actorIds_{"actor"};
    IdMaker sourceIds_{"source"};
    std::unordered_map<std::string, core::ActorId> actors_; ///< by name, those of the lists by id
    std::unordered_map<std::string, core::SourceId> sources_;
};

/// The words of a list: of JSON ("[\"a\", \"b\"]"), else between the marks. Blank ones are left out.
std::vector<std::string> wordsOf(std::string_view list, std::string_view marks);

/// Whether it is an address that a browser opens.
bool isWebAddress(std::string_view text);

} // namespace fabula::io
