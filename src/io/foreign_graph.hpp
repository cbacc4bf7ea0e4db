#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fabula::io {

/// What a file of another program says, before it becomes a story: nodes and edges with attributes whose names and
/// values are still that program's. Readers of formats make it, `importGraph` reads it. Offsets are into the file's
/// text as UTF-8; texts are plain, without markup or escapes.
struct ForeignAttribute
{
    std::string name;
    std::string value;
    std::size_t offset = 0;
};

struct ForeignNode
{
    std::string id; ///< unique in the graph
    std::vector<ForeignAttribute> attributes;
    std::string cluster; ///< the name of the innermost group that it stands in, empty if in none
    /// It is itself a group of others, and so an event only where an edge ends at it.
    bool group = false;
    std::size_t offset = 0;
};

struct ForeignEdge
{
    std::size_t from = 0; ///< indexes of nodes
    std::size_t to = 0;
    bool directed = true;
    std::vector<ForeignAttribute> attributes;
    std::size_t offset = 0;
};

struct ForeignGraph
{
    std::string id; ///< empty if it has none
    std::vector<ForeignAttribute> attributes;
    std::vector<ForeignNode> nodes; ///< in the order of the file, edges too
    std::vector<ForeignEdge> edges;
};

} // namespace fabula::io
