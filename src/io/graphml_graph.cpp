#include "io/graphml_graph.hpp"

#include "io/suggestion.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace fabula::io {
namespace {

std::size_t offsetOf(const pugi::xml_node& node)
{
    // The offset is that of the name, behind the bracket.
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug() - 1, 0));
}

// Without the prefix of its namespace.
std::string_view localName(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name)
{
    for (const pugi::xml_node& child : node) {
        if (localName(child) == name)
            return child;
    }
    return {};
}

// The text that stands in it directly, in one piece or several.
std::string ownText(const pugi::xml_node& node)
{
    std::string text;
    for (const pugi::xml_node& child : node) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    }
    return text;
}

class GraphmlGraph
{
public:
    GraphmlGraph(ForeignReporter& reporter, const ReadLimits& limits) : reporter_(reporter), limits_(limits) {}

    std::optional<ForeignGraph> read(const pugi::xml_document& document)
    {
        const pugi::xml_node root = document.document_element();
        const pugi::xml_node graph = childNamed(root, "graph");
        if (localName(root) != "graphml" || !graph) {
            reporter_.add(finding::kNotGraphml, offsetOf(root),
                          localName(root) != "graphml"
                              ? core::message("the file is XML but no GraphML, for it begins with {}; export the graph "
                                              "as GraphML",
                                              inQuotes(root.name()))
                              : core::message("there is no `graph` in the GraphML; export the graph again"));
            return std::nullopt;
        }
        readKeys(root);
        graph_.id = graph.attribute("id").value();
        for (const pugi::xml_node& child : root) {
            if (localName(child) == "data")
                addData(child, graph_.attributes);
            else if (localName(child) == "graph" && child != graph)
                leftOut(furtherGraphs_, child);
        }
        walk(graph);
        resolveEdges();
        reportLeftOut();
        return good_ ? std::optional(std::move(graph_)) : std::nullopt;
    }

private:
    struct Key
    {
        std::string name;    ///< empty where nothing in it is for us
        bool labels = false; ///< of yEd: how it is drawn, and the labels with that
    };
    struct DefaultValue
    {
        std::string forThing; ///< "node", "edge", "graph" or "all"
        ForeignAttribute attribute;
    };
    struct Ends
    {
        std::string_view source;
        std::string_view target;
    };
    struct Level
    {
        pugi::xml_node next;
        std::string cluster;
        bool directed = true;
    };
    struct Tally
    {
        std::size_t count = 0;
        std::size_t first = 0;
    };

    static void leftOut(Tally& tally, const pugi::xml_node& node)
    {
        if (tally.count++ == 0)
            tally.first = offsetOf(node);
    }

    void fail(const FindingKind& kind, const pugi::xml_node& node, core::Message sentence)
    {
        good_ = false;
        reporter_.add(kind, offsetOf(node), std::move(sentence));
    }

    void readKeys(const pugi::xml_node& root)
    {
        constexpr std::size_t kMostDefaults = 64; // each is asked for at each node
        for (const pugi::xml_node& item : root) {
            if (localName(item) != "key")
                continue;
            const std::string_view yed = item.attribute("yfiles.type").value();
            Key key{item.attribute("attr.name").value(), yed == "nodegraphics" || yed == "edgegraphics"};
            if (key.name.empty() && yed.empty())
                key.name = item.attribute("id").value();
            const pugi::xml_node value = childNamed(item, "default");
            if (value && !key.name.empty() && !key.labels && defaults_.size() < kMostDefaults)
                defaults_.push_back({item.attribute("for").value(), {key.name, ownText(value), offsetOf(value)}});
            keys_.insert_or_assign(item.attribute("id").value(), std::move(key));
        }
    }

    void addData(const pugi::xml_node& data, std::vector<ForeignAttribute>& attributes)
    {
        const std::string_view id = data.attribute("key").value();
        const auto found = keys_.find(std::string(id));
        if (found == keys_.end()) {
            attributes.push_back({std::string(id), ownText(data), offsetOf(data)});
        } else if (found->second.labels) {
            const pugi::xml_node label = data.find_node([](const pugi::xml_node& node) {
                const std::string_view name = localName(node);
                return (name == "NodeLabel" || name == "EdgeLabel") && !trimmed(ownText(node)).empty();
            });
            if (label)
                attributes.push_back({"label", ownText(label), offsetOf(label)});
        } else if (!found->second.name.empty()) {
            attributes.push_back({found->second.name, ownText(data), offsetOf(data)});
        }
    }

    // All that is said of a node, edge or graph: data, description, XML attributes beside those of GraphML, defaults.
    void addAttributes(const pugi::xml_node& item, std::string_view thing, std::vector<ForeignAttribute>& attributes)
    {
        for (const pugi::xml_node& child : item) {
            if (localName(child) == "data")
                addData(child, attributes);
            else if (localName(child) == "desc")
                attributes.push_back({"desc", ownText(child), offsetOf(child)});
            else if (localName(child) == "port")
                leftOut(ports_, child);
        }
        for (const pugi::xml_attribute& attribute : item.attributes()) {
            const std::string_view name = attribute.name();
            const bool ofEdge = thing == "edge" && (name == "source" || name == "target" || name == "directed" ||
                                                    name == "sourceport" || name == "targetport");
            const bool known = ofEdge || name == "id" || name == "edgedefault" ||
                               name.find('.') != std::string_view::npos || name.starts_with("xmlns");
            if (!known)
                attributes.push_back({std::string(name), attribute.value(), offsetOf(item)});
        }
        for (const DefaultValue& value : defaults_) {
            const bool meant = value.forThing == thing || value.forThing == "all" || value.forThing.empty();
            const bool said = std::any_of(attributes.begin(), attributes.end(), [&](const ForeignAttribute& other) {
                return other.name == value.attribute.name;
            });
            if (meant && !said)
                attributes.push_back(value.attribute);
        }
    }

    static bool isDirected(const pugi::xml_node& graph)
    {
        return std::string_view(graph.attribute("edgedefault").value()) != "undirected";
    }

    // Without recursion, so that no depth of groups can exhaust the stack.
    void walk(const pugi::xml_node& graph)
    {
        addAttributes(graph, "graph", graph_.attributes);
        std::vector<Level> levels{{graph.first_child(), {}, isDirected(graph)}};
        while (!levels.empty()) {
            const pugi::xml_node item = levels.back().next;
            if (!item) {
                levels.pop_back();
                continue;
            }
            levels.back().next = item.next_sibling();
            const std::string_view name = localName(item);
            if (name == "node") {
                const pugi::xml_node inner = readNode(item, levels.back().cluster);
                if (inner && levels.size() == kMostDepth)
                    fail(finding::kTooDeep, inner,
                         core::message("groups nest deeper than {}; flatten them", kMostDepth));
                else if (inner)
                    levels.push_back({inner.first_child(), groupName(graph_.nodes.back()), isDirected(inner)});
            } else if (name == "edge") {
                readEdge(item, levels.back().directed);
            } else if (name == "hyperedge") {
                leftOut(hyperedges_, item);
            }
        }
    }

    // The graph that is nested in it, if there is one.
    pugi::xml_node readNode(const pugi::xml_node& item, const std::string& cluster)
    {
        const std::string id = item.attribute("id").value();
        if (id.empty()) {
            fail(finding::kMissingKey, item, core::message("the node has no `id`; give it one"));
            return {};
        }
        if (graph_.nodes.size() == limits_.events) {
            if (good_)
                fail(finding::kTooManyEvents, item,
                     core::message("there are more than {} nodes; split the graph", limits_.events));
            return {};
        }
        const auto [known, isNew] = nodes_.try_emplace(id, graph_.nodes.size());
        if (!isNew)
            fail(finding::kRepeatedId, item, core::message("the id {} is taken by a node before it", inQuotes(id)));
        const pugi::xml_node inner = childNamed(item, "graph");
        ForeignNode node{id, {}, cluster, static_cast<bool>(inner), offsetOf(item)};
        addAttributes(item, "node", node.attributes);
        graph_.nodes.push_back(std::move(node));
        return inner;
    }

    static std::string groupName(const ForeignNode& node)
    {
        for (const ForeignAttribute& attribute : node.attributes) {
            if ((attribute.name == "label" || attribute.name == "name") && !trimmed(attribute.value).empty())
                return onOneLine(attribute.value);
        }
        return node.id;
    }

    void readEdge(const pugi::xml_node& item, bool directed)
    {
        const Ends ends{item.attribute("source").value(), item.attribute("target").value()};
        if (ends.source.empty() || ends.target.empty()) {
            fail(finding::kMissingKey, item, core::message("the edge has no `source` or no `target`; give it both"));
            return;
        }
        if (graph_.edges.size() == limits_.links) {
            if (good_)
                fail(finding::kTooManyLinks, item,
                     core::message("there are more than {} edges; split the graph", limits_.links));
            return;
        }
        ForeignEdge edge;
        const std::string_view said = item.attribute("directed").value();
        edge.directed = said.empty() ? directed : said == "true" || said == "1";
        edge.offset = offsetOf(item);
        addAttributes(item, "edge", edge.attributes);
        graph_.edges.push_back(std::move(edge));
        ends_.push_back(ends);
    }

    // An edge may stand before its nodes.
    void resolveEdges()
    {
        const auto find = [&](std::string_view id, std::size_t& index, std::size_t offset) {
            const auto found = nodes_.find(std::string(id));
            if (found != nodes_.end()) {
                index = found->second;
                return;
            }
            good_ = false;
            reporter_.add(finding::kUnknownReference, offset,
                          core::message("the edge ends at {}, but no node has this id; add the node or remove the edge",
                                        inQuotes(id)));
        };
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            ForeignEdge& edge = graph_.edges[i];
            find(ends_[i].source, edge.from, edge.offset);
            find(ends_[i].target, edge.to, edge.offset);
        }
    }

    void reportLeftOut()
    {
        const auto report = [&](const Tally& tally, core::Message sentence) {
            if (tally.count > 0)
                reporter_.add(finding::kNoPlaceInStory, tally.first, std::move(sentence));
        };
        report(hyperedges_,
               core::message("a story has no place for hyperedges, which join more than two nodes; {} left out",
                             hyperedges_.count));
        report(ports_, core::message("a story has no place for ports of nodes; {} left out", ports_.count));
        report(furtherGraphs_, core::message("a story has no place for further graphs behind the first; {} left out",
                                             furtherGraphs_.count));
    }

    ForeignReporter& reporter_;
    ReadLimits limits_;
    ForeignGraph graph_;
    bool good_ = true;
    std::unordered_map<std::string, Key> keys_;
    std::vector<DefaultValue> defaults_;
    std::unordered_map<std::string, std::size_t> nodes_; ///< by id
    std::vector<Ends> ends_;                             ///< by edge; they live as long as the document
    Tally hyperedges_;
    Tally ports_;
    Tally furtherGraphs_;
};

} // namespace

std::optional<ForeignGraph> graphOfGraphml(const pugi::xml_document& document, ForeignReporter& reporter,
                                           const ReadLimits& limits)
{
    return GraphmlGraph(reporter, limits).read(document);
}

} // namespace fabula::io
