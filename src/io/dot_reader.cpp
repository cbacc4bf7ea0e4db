#include "io/dot_reader.hpp"

#include "io/dot_graph.hpp"
#include "io/dot_scan.hpp"
#include "io/foreign_text.hpp"
#include "io/import_story.hpp"

#include <algorithm>
#include <utility>

namespace fabula::io {
namespace {

// What `cgraph` would need for more is over a gigabyte.
constexpr std::size_t kMostEdges = 5'000'000;
constexpr std::size_t kMostCells = 100'000'000;
// Its scanner takes time that grows with the square of a word's length: a second for this one.
constexpr std::size_t kLongestWord = std::size_t{1} << 20;
// Its parser has a stack of 10,000 symbols and takes four for each edge of a chain.
constexpr std::size_t kLongestChain = 2000;

// Whether a graph of this size may be made; an error if not.
bool bounded(const DotScan& scan, const ReadLimits& limits, ForeignReporter& reporter)
{
    if (scan.depth() > kMostDepth)
        reporter.add(finding::kTooDeep, scan.deepest(),
                     core::message("groups nest deeper than {}; flatten them", kMostDepth));
    else if (scan.longestWord() > kLongestWord)
        reporter.add(finding::kTextTooLong, scan.longestWordAt(),
                     core::message("this word or text has {} bytes; shorten it to at most {}", scan.longestWord(),
                                   std::min(kLongestWord, limits.textBytes)));
    else if (scan.longestChain() > kLongestChain)
        reporter.add(finding::kTooMuchImplied, scan.longestAt(),
                     core::message("more than {} edges in one statement; break the chain up", kLongestChain));
    else if (scan.edges() > limits.links)
        reporter.add(finding::kTooManyLinks, 0,
                     core::message("there are more than {} edges; split the graph", limits.links));
    else if (scan.edges() > kMostEdges)
        reporter.add(finding::kTooMuchImplied, 0,
                     core::message("the text stands for more than {} edges, with groups joined to groups or very many "
                                   "attributes; split the graph",
                                   kMostEdges));
    else if (scan.cells() > kMostCells)
        reporter.add(finding::kTooMuchImplied, 0,
                     core::message("the text stands for more than {} values, with groups joined to groups or very many "
                                   "attributes; split the graph",
                                   kMostCells));
    else
        return true;
    return false;
}

} // namespace

LoadedStory readDot(std::string_view bytes, std::string fileName, const ReadLimits& limits)
{
    LoadedStory loaded;
    loaded.places.file = fileName;
    FindingSink sink(std::move(fileName), loaded.diagnostics);
    const std::size_t charset = bytes.find("charset");
    const std::string declared =
        charset == std::string_view::npos ? std::string() : std::string(DotScan(bytes).charset());
    if (const auto text = foreignText(bytes, declared, limits.bytes, sink)) {
        const DotScan scan(*text);
        ForeignReporter reporter(*text, sink);
        const auto graph =
            bounded(scan, limits, reporter) ? graphOfDot(*text, scan, reporter) : std::optional<ForeignGraph>();
        if (graph && graph->nodes.size() > limits.events)
            reporter.add(finding::kTooManyEvents, graph->nodes[limits.events].offset,
                         core::message("there are more than {} nodes; split the graph", limits.events));
        else if (graph)
            importGraph(*graph, reporter, limits, loaded);
    }
    loaded.diagnostics.sortByPlace();
    return loaded;
}

} // namespace fabula::io
