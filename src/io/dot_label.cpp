#include "io/dot_label.hpp"

#include "io/foreign_text.hpp"

#include <cstddef>
#include <pugixml.hpp>
#include <utility>

namespace fabula::io {
namespace {

// pugixml resolves XML's own entities and numbers; no other is known to us, and stays as written.
std::string withoutEntities(const std::string& text)
{
    if (text.find('&') == std::string::npos)
        return text;
    pugi::xml_document document;
    std::string escaped;
    for (const char c : text)
        escaped += c == '<' ? std::string("&lt;") : std::string(1, c);
    const unsigned options = pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata;
    if (!document.load_buffer(escaped.data(), escaped.size(), options, pugi::encoding_utf8))
        return text;
    return document.first_child().value();
}

// Whether an & before it would be taken for the start of an entity.
bool looksLikeEntity(std::string_view text)
{
    constexpr std::size_t kLongest = 12;
    const std::size_t end =
        text.substr(0, kLongest).find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return end != 0 && end != std::string_view::npos && text[end] == ';';
}

} // namespace

std::string dotPlainText(std::string_view escaped, const DotNames& names)
{
    std::string text;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '\\' || i + 1 == escaped.size()) {
            text += escaped[i];
            continue;
        }
        const char c = escaped[++i];
        if (c == 'n' || c == 'l' || c == 'r')
            text += '\n';
        else if (c == 'N')
            text += names.node;
        else if (c == 'G')
            text += names.graph;
        else if (c == 'T')
            text += names.from;
        else if (c == 'H')
            text += names.to;
        else if (c == 'E')
            (text += names.from).append("->").append(names.to);
        else if (c != '\n')
            text += c;
    }
    return withoutEntities(text);
}

std::string dotRecordText(std::string_view label, const DotNames& names)
{
    std::string text;
    bool inPort = false;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const char c = label[i];
        const bool escape = c == '\\' && i + 1 < label.size();
        if (escape && std::string_view("{}|<> ").find(label[i + 1]) != std::string_view::npos) {
            if (!inPort)
                text += label[i + 1];
            ++i;
        } else if (escape && !inPort) {
            text += label.substr(i++, 2);
        } else if (c == '<' || c == '>') {
            inPort = c == '<';
        } else if (!inPort) {
            text += c == '{' || c == '}' || c == '|' ? '\n' : c;
        }
    }
    return dotPlainText(text, names);
}

std::string dotHtmlText(std::string_view html)
{
    pugi::xml_document document;
    std::string text;
    const unsigned options = pugi::parse_default | pugi::parse_fragment | pugi::parse_ws_pcdata;
    if (document.load_buffer(html.data(), html.size(), options, pugi::encoding_utf8)) {
        pugi::xml_node node = document.first_child();
        while (node) {
            const std::string name = lowered(node.name());
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                text += node.value();
            else if (name == "br" || name == "td" || name == "tr" || name == "hr" || name == "vr")
                text += '\n';
            if (node.first_child()) {
                node = node.first_child();
                continue;
            }
            while (node && !node.next_sibling())
                node = node.parent();
            node = node.next_sibling();
        }
        return text;
    }
    bool inTag = false;
    for (const char c : html) {
        if (c == '<' || c == '>')
            inTag = c == '<';
        if (c == '>')
            text += ' ';
        else if (!inTag)
            text += c;
    }
    return withoutEntities(text);
}

std::string dotQuoted(std::string_view text)
{
    std::string quoted = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else if (c == '&' && looksLikeEntity(text.substr(i + 1)))
            quoted += "&amp;";
        else if (c != '\r' && c != '\0')
            quoted += c;
    }
    return quoted += '"';
}

} // namespace fabula::io
