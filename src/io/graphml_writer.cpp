#include "io/graphml_writer.hpp"

#include "io/export_attributes.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <vector>

namespace fabula::io {
namespace {

class TextWriter final : public pugi::xml_writer
{
public:
    void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
    std::string text;
};

// XML 1.0 has no control characters but tab and the ends of lines, not even as numbers.
std::string fitForXml(const std::string& text)
{
    const auto bad = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
    if (std::none_of(text.begin(), text.end(), bad))
        return text;
    std::string fit;
    for (const char c : text) {
        if (bad(c))
            fit += "\xEF\xBF\xBD";
        else
            fit += c;
    }
    return fit;
}

const char* typeName(ExportedAttribute::Type type)
{
    switch (type) {
    case ExportedAttribute::Type::number:
        return "int";
    case ExportedAttribute::Type::flag:
        return "boolean";
    case ExportedAttribute::Type::text:
        break;
    }
    return "string";
}

// Each kind of thing has keys of its own, since a name may have another type there.
std::string keyOf(const char* thing, const std::string& name)
{
    return std::string(thing) + '_' + name;
}

class GraphmlWriting
{
public:
    explicit GraphmlWriting(const model::Story& story) : story_(story) {}

    std::string run()
    {
        pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        root_ = document_.append_child("graphml");
        root_.append_attribute("xmlns") = "http://graphml.graphdrawing.org/xmlns";
        pugi::xml_node graph = root_.append_child("graph");
        graph.append_attribute("id") = story_.id.c_str();
        graph.append_attribute("edgedefault") = "directed";
        addData(graph, "graph", storyAttributes(story_));
        for (const model::Event& event : story_.events) {
            pugi::xml_node node = graph.append_child("node");
            node.append_attribute("id") = event.id.string().c_str();
            addData(node, "node", eventAttributes(story_, event));
        }
        for (std::size_t i = 0; i < story_.links.size(); ++i) {
            const model::Link& link = story_.links[i];
            pugi::xml_node edge = graph.append_child("edge");
            edge.append_attribute("id") = ("e" + std::to_string(i)).c_str();
            edge.append_attribute("source") = story_[link.from].id.string().c_str();
            edge.append_attribute("target") = story_[link.to].id.string().c_str();
            addData(edge, "edge", linkAttributes(story_, link));
        }
        TextWriter writer;
        document_.save(writer, "  ", pugi::format_default, pugi::encoding_utf8);
        return std::move(writer.text);
    }

private:
    void addData(pugi::xml_node item, const char* thing, const std::vector<ExportedAttribute>& attributes)
    {
        for (const ExportedAttribute& attribute : attributes) {
            const std::string key = keyOf(thing, attribute.name);
            if (declared_.insert(key).second)
                declare(key, thing, attribute);
            pugi::xml_node data = item.append_child("data");
            data.append_attribute("key") = key.c_str();
            data.append_child(pugi::node_pcdata).set_value(fitForXml(attribute.value).c_str());
        }
    }

    // Keys stand before the graph.
    void declare(const std::string& id, const char* thing, const ExportedAttribute& attribute)
    {
        pugi::xml_node key = root_.insert_child_before("key", root_.child("graph"));
        key.append_attribute("id") = id.c_str();
        key.append_attribute("for") = thing;
        key.append_attribute("attr.name") = attribute.name.c_str();
        key.append_attribute("attr.type") = typeName(attribute.type);
    }

    const model::Story& story_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    std::set<std::string> declared_;
};

} // namespace

std::string graphmlText(const model::Story& story)
{
    return GraphmlWriting(story).run();
}

} // namespace fabula::io
