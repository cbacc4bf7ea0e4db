#include "layout/causal/layered_drawing.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fabula::layout {
namespace {

// The value of an attribute; the files have one element a line.
std::string attribute(const std::string& line, const std::string& name)
{
    const std::size_t at = line.find(" " + name + "=\"");
    const std::size_t begin = at + name.size() + 3;
    return at == std::string::npos ? "" : line.substr(begin, line.find('"', begin) - begin);
}

LayeredRequest readNorth(const std::string& name)
{
    std::ifstream file(FABULA_TEST_DIR "/north/" + name + ".graphml");
    EXPECT_TRUE(file.is_open()) << name;
    LayeredRequest request;
    std::map<std::string, Index> known;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("<node ", 0) == 0) {
            known.emplace(attribute(line, "id"), static_cast<Index>(request.nodes.size()));
            request.nodes.push_back({54, 36});
        } else if (line.rfind("<edge ", 0) == 0) {
            request.edges.push_back({known.at(attribute(line, "source")), known.at(attribute(line, "target"))});
        }
    }
    return request;
}

TEST(NorthGraphs, crossLessThanGraphvizDrawsThem)
{
    // What `dot -v` of Graphviz 2.43 ends with.
    const std::vector<std::pair<std::string, std::uint64_t>> graphs{
        {"g.10.11", 0},  {"g.10.85", 4},   {"g.20.6", 36},   {"g.22.35", 82},  {"g.25.1", 1451}, {"g.25.18", 7},
        {"g.29.12", 32}, {"g.36.17", 717}, {"g.57.5", 1308}, {"g.61.32", 177}, {"g.85.3", 256},  {"g.100.0", 537}};
    double ours = 0;
    double theirs = 0;
    for (const auto& [name, ofDot] : graphs) {
        const LayeredDrawing drawing = drawLayered(readNorth(name));
        EXPECT_LE(drawing.crossings, ofDot + 3) << name;
        ours += static_cast<double>(drawing.crossings);
        theirs += static_cast<double>(ofDot);
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_FALSE(drawing.boxes[i].overlaps(drawing.boxes[j])) << name;
    }
    EXPECT_LE(ours, 0.95 * theirs);
}

} // namespace
} // namespace fabula::layout
