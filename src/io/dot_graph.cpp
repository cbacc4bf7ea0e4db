#include "io/dot_graph.hpp"

#include "io/dot_label.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <graphviz/cgraph.h>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

struct GraphCloser
{
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHolder = std::unique_ptr<Agraph_t, GraphCloser>;

struct Parsed
{
    GraphHolder graph; ///< null if the text is no DOT
    std::string said;  ///< why it is none
};

// The scanner keeps what follows a graph, and after an error may be in the middle of a text, until one without sense
// makes it forget.
void clearScanner()
{
    while (Agraph_t* left = agmemread("}"))
        agclose(left);
}

// Its errors are asked for afterwards: where they are handed to a function of ours, a long one crashes cgraph 2.43.
Parsed parsed(const std::string& text)
{
    agseterr(AGMAX);
    agreseterrors();
    agsetfile(nullptr); // lines count from 1 again
    Parsed result{GraphHolder(agmemread(text.c_str())), {}};
    if (result.graph == nullptr || agerrors() >= AGERR) {
        if (char* words = aglasterr(); words != nullptr) {
            result.said = words;
            std::free(words);
        }
        // Where the parser's stack was full, it keeps what it has of the graph, which so must live on.
        [[maybe_unused]] Agraph_t* lost = result.graph.release();
    }
    clearScanner();
    return result;
}

// "…: syntax error in line 3 near ';'"
void reportSyntax(std::string_view text, const std::string& words, ForeignReporter& reporter)
{
    constexpr std::string_view kLine = " in line ";
    constexpr std::string_view kNear = " near ";
    std::size_t line = 1;
    std::string nearby;
    if (const std::size_t at = words.find(kLine); at != std::string::npos)
        std::from_chars(words.data() + at + kLine.size(), words.data() + words.size(), line);
    if (const std::size_t at = words.find(kNear); at != std::string::npos)
        nearby = std::string(trimmed(std::string_view(words).substr(at + kNear.size())));
    std::size_t offset = 0;
    for (std::size_t i = 1; i < line && offset < text.size(); ++i)
        offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
    if (nearby.size() > 2) {
        const std::size_t column = text.substr(offset).find(std::string_view(nearby).substr(1, nearby.size() - 2));
        offset += column < text.substr(offset).find('\n') ? column : 0;
    }
    if (trimmed(text.substr(std::min(offset, text.size()))).empty())
        reporter.add(finding::kTruncated, std::min(offset, text.size()),
                     core::message("the file ends in the middle; get it whole, or close what is open"));
    else if (nearby.size() > 2)
        reporter.add(finding::kNotDot, offset,
                     core::message("the file is no DOT from here on: near {}; look at the marks and quotes before it",
                                   firstBytes(onOneLine(nearby), 80)));
    else
        reporter.add(finding::kNotDot, offset,
                     core::message("the file is no DOT from here on; look at the marks and quotes before it"));
}

class DotGraph
{
public:
    DotGraph(Agraph_t* root, const DotScan& scan) : root_(root), scan_(scan) {}

    ForeignGraph read()
    {
        const char* name = agnameof(root_);
        graph_.id = name == nullptr ? "" : name;
        for (Agsym_t* key = agnxtattr(root_, AGRAPH, nullptr); key != nullptr; key = agnxtattr(root_, AGRAPH, key))
            add(root_, key, {{}, graph_.id, {}, {}}, graph_.attributes);
        readNodes();
        readClusters(root_, 0);
        readEdges();
        return std::move(graph_);
    }

private:
    static std::string valueOf(void* thing, Agsym_t* key, const DotNames& names, bool record)
    {
        char* value = agxget(thing, key);
        if (aghtmlstr(value) != 0)
            return dotHtmlText(value);
        return record ? dotRecordText(value, names) : dotPlainText(value, names);
    }

    void add(void* thing, Agsym_t* key, const DotNames& names, std::vector<ForeignAttribute>& attributes)
    {
        const std::string_view raw = agxget(thing, key);
        if (raw.empty())
            return;
        const std::size_t place =
            names.node.empty() ? scan_.placeOfValue(key->name, raw) : scan_.placeOfValue(names.node, raw);
        attributes.push_back({key->name, valueOf(thing, key, names, isRecord(thing, key)), place});
    }

    bool isRecord(void* thing, Agsym_t* key)
    {
        if (AGTYPE(thing) != AGNODE || std::string_view(key->name) != "label")
            return false;
        std::string shape = "shape";
        const char* value = agget(thing, shape.data());
        return value != nullptr && std::string_view(value).find("ecord") != std::string_view::npos;
    }

    void readNodes()
    {
        for (Agnode_t* node = agfstnode(root_); node != nullptr; node = agnxtnode(root_, node)) {
            const std::string id = agnameof(node);
            ForeignNode& read = graph_.nodes.emplace_back();
            read.id = id;
            read.offset = scan_.placeOf(id);
            for (Agsym_t* key = agnxtattr(root_, AGNODE, nullptr); key != nullptr; key = agnxtattr(root_, AGNODE, key))
                add(node, key, {id, graph_.id, {}, {}}, read.attributes);
            nodes_.emplace(node, graph_.nodes.size() - 1);
        }
    }

    // Inner groups come after the outer ones, and have the last word.
    void readClusters(Agraph_t* outer, std::size_t depth)
    {
        if (depth > kMostDepth)
            return;
        for (Agraph_t* group = agfstsubg(outer); group != nullptr; group = agnxtsubg(group)) {
            const char* name = agnameof(group);
            if (name != nullptr && std::string_view(name).starts_with("cluster")) {
                const std::string lane = clusterName(group, outer, name);
                for (Agnode_t* node = agfstnode(group); node != nullptr; node = agnxtnode(group, node))
                    graph_.nodes[nodes_.at(agsubnode(root_, node, 0))].cluster = lane;
            }
            readClusters(group, depth + 1);
        }
    }

    // A group takes over the label of what it stands in, which is then none of its own.
    std::string clusterName(Agraph_t* group, Agraph_t* outer, std::string_view name) const
    {
        Agsym_t* key = agattr(group, AGRAPH, labelKey_.data(), nullptr);
        Agsym_t* outerKey = agattr(outer, AGRAPH, labelKey_.data(), nullptr);
        std::string label = key == nullptr ? "" : onOneLine(valueOf(group, key, {{}, name, {}, {}}, false));
        if (outerKey != nullptr && key != nullptr && std::string_view(agxget(outer, outerKey)) == agxget(group, key))
            label.clear();
        if (!label.empty())
            return label;
        const std::string_view rest = name.substr(std::string_view("cluster").size());
        const std::size_t start = rest.find_first_not_of("_- ");
        return std::string(start == std::string_view::npos ? name : rest.substr(start));
    }

    void readEdges()
    {
        std::vector<Agedge_t*> edges;
        for (Agnode_t* node = agfstnode(root_); node != nullptr; node = agnxtnode(root_, node)) {
            for (Agedge_t* edge = agfstout(root_, node); edge != nullptr; edge = agnxtout(root_, edge))
                edges.push_back(edge);
        }
        std::sort(edges.begin(), edges.end(), [](Agedge_t* a, Agedge_t* b) { return AGSEQ(a) < AGSEQ(b); });
        const bool directed = agisdirected(root_) != 0;
        for (Agedge_t* edge : edges) {
            ForeignEdge& read = graph_.edges.emplace_back();
            read.from = nodes_.at(agtail(edge));
            read.to = nodes_.at(aghead(edge));
            read.directed = directed;
            const std::string& from = graph_.nodes[read.from].id;
            const std::string& to = graph_.nodes[read.to].id;
            read.offset = scan_.placeOfEdge(from, to);
            for (Agsym_t* key = agnxtattr(root_, AGEDGE, nullptr); key != nullptr;
                 key = agnxtattr(root_, AGEDGE, key)) {
                const std::string_view raw = agxget(edge, key);
                // The key of an edge is its name, and tells only parallel ones apart.
                if (!raw.empty() && std::string_view(key->name) != "key")
                    read.attributes.push_back(
                        {key->name, valueOf(edge, key, {{}, graph_.id, from, to}, false), read.offset});
            }
        }
    }

    Agraph_t* root_;
    const DotScan& scan_;
    ForeignGraph graph_;
    mutable std::string labelKey_ = "label"; ///< cgraph takes no constants
    std::unordered_map<const Agnode_t*, std::size_t> nodes_;
};

} // namespace

std::optional<ForeignGraph> graphOfDot(const std::string& text, const DotScan& scan, ForeignReporter& reporter)
{
    const Parsed read = parsed(text.substr(0, scan.further()));
    if (read.graph == nullptr) {
        reportSyntax(text, read.said, reporter);
        return std::nullopt;
    }
    if (scan.further() != DotScan::kNowhere)
        reporter.add(finding::kNoPlaceInStory, scan.further(),
                     core::message("a story has no place for what follows the first graph; left out"));
    return DotGraph(read.graph.get(), scan).read();
}

} // namespace fabula::io
