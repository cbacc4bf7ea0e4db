#include "layout/causal/layered_drawing.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

// layout_bench DIR: lays out each GraphML file of a directory and prints for each what the layout is like, then the
// sums. Sizes and gaps are those that `dot -Grankdir=LR` has by itself, in points; milliseconds are of processor time
// and hold the layout alone, not the reading. See layout_against_dot.py beside it.

namespace fabula::layout {
namespace {

constexpr core::Size kNodeSize{54, 36};
constexpr double kLayerGap = 36;
constexpr double kNodeGap = 18;

LayeredRequest emptyRequest()
{
    LayeredRequest request;
    request.spacing.layerGap = kLayerGap;
    request.spacing.nodeGap = kNodeGap;
    request.spacing.linkGap = kNodeGap;
    request.spacing.partGap = kNodeGap;
    return request;
}

std::optional<LayeredRequest> read(const std::filesystem::path& file)
{
    pugi::xml_document document;
    if (!document.load_file(file.c_str()))
        return std::nullopt;
    LayeredRequest request = emptyRequest();
    std::unordered_map<std::string, Index> known;
    const pugi::xml_node graph = document.child("graphml").child("graph");
    for (const pugi::xml_node& node : graph.children("node")) {
        known.emplace(node.attribute("id").value(), static_cast<Index>(request.nodes.size()));
        request.nodes.push_back(kNodeSize);
    }
    for (const pugi::xml_node& edge : graph.children("edge")) {
        const auto from = known.find(edge.attribute("source").value());
        const auto to = known.find(edge.attribute("target").value());
        if (from == known.end() || to == known.end())
            return std::nullopt;
        request.edges.push_back({from->second, to->second});
    }
    return request;
}

double processorMs()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Sums
{
    std::size_t files = 0;
    std::size_t nodes = 0;
    std::size_t edges = 0;
    std::uint64_t crossings = 0;
    double area = 0;
    double length = 0;
    double ms = 0;
};

void print(const std::string& name, const Sums& sums)
{
    std::printf("%s nodes=%zu edges=%zu crossings=%llu area=%.0f length=%.0f ms=%.3f\n", name.c_str(), sums.nodes,
                sums.edges, static_cast<unsigned long long>(sums.crossings), sums.area, sums.length, sums.ms);
}

Sums measured(const LayeredRequest& request)
{
    const double start = processorMs();
    const LayeredDrawing drawing = drawLayered(request);
    const double ms = processorMs() - start;
    return {1,
            request.nodes.size(),
            request.edges.size(),
            drawing.crossings,
            drawing.bounds.width * drawing.bounds.height,
            drawing.length,
            ms};
}

int run(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".graphml")
            files.push_back(entry.path());
    if (error || files.empty()) {
        std::fprintf(stderr, "layout_bench: no GraphML files in %s\n", folder.c_str());
        return 1;
    }
    std::sort(files.begin(), files.end());
    Sums all;
    for (const std::filesystem::path& file : files) {
        const std::optional<LayeredRequest> request = read(file);
        if (!request.has_value()) {
            std::fprintf(stderr, "layout_bench: %s is no GraphML that can be read\n", file.c_str());
            return 1;
        }
        const Sums one = measured(*request);
        print(file.stem().string(), one);
        all = {all.files + 1,       all.nodes + one.nodes,   all.edges + one.edges, all.crossings + one.crossings,
               all.area + one.area, all.length + one.length, all.ms + one.ms};
    }
    print("sum files=" + std::to_string(all.files), all);
    return 0;
}

} // namespace
} // namespace fabula::layout

int main(int argumentCount, char** arguments)
{
    if (argumentCount != 2) {
        std::fprintf(stderr, "usage: layout_bench DIR\n");
        return 2;
    }
    return fabula::layout::run(arguments[1]);
}
