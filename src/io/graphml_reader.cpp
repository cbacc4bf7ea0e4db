#include "io/graphml_reader.hpp"

#include "io/foreign_text.hpp"
#include "io/graphml_graph.hpp"
#include "io/import_story.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

namespace fabula::io {
namespace {

// What `encoding` of the XML declaration says, if the text begins with one.
std::string_view declaredEncoding(std::string_view bytes)
{
    constexpr std::string_view kKey = "encoding";
    const std::string_view head = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200}));
    const std::size_t at = head.starts_with("<?xml") ? head.find(kKey) : std::string_view::npos;
    const std::size_t open = at == std::string_view::npos ? at : head.find_first_of("'\"", at + kKey.size());
    const std::size_t close = open == std::string_view::npos ? open : head.find(head[open], open + 1);
    return close == std::string_view::npos ? std::string_view() : head.substr(open + 1, close - open - 1);
}

core::Message advice(pugi::xml_parse_status status)
{
    switch (status) {
    case pugi::status_end_element_mismatch:
        return core::message(
            "the element that ends here is not the one that is open; close each element with its own name");
    case pugi::status_bad_attribute:
        return core::message("this attribute is wrong; write it as name=\"value\"");
    case pugi::status_bad_start_element:
        return core::message("this is no start of an element; write a < in a text as &lt;");
    case pugi::status_bad_comment:
        return core::message("this comment has no end; write -->");
    case pugi::status_bad_cdata:
        return core::message("this CDATA section has no end; write ]]>");
    case pugi::status_no_document_element:
        return core::message("there is no element in it; export the graph as GraphML again");
    case pugi::status_out_of_memory:
        return core::message("there is not enough memory to read it; split the file");
    default:
        return core::message("this is not as XML has it; export the graph as GraphML again");
    }
}

void reportSyntax(const pugi::xml_parse_result& result, std::string_view text, FindingSink& sink)
{
    const auto offset = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text.size());
    const model::StoryPlaces::Mark mark = LineCounter(text).at(offset);
    if (trimmed(text.substr(offset)).empty() && result.status != pugi::status_no_document_element)
        sink.add(finding::kTruncated, mark, {}, core::message("the file ends in the middle; get it whole"));
    else
        sink.add(finding::kNotXml, mark, {}, core::message("the file is no XML: {}", advice(result.status)));
}

} // namespace

LoadedStory readGraphml(std::string_view bytes, std::string fileName, const ReadLimits& limits)
{
    LoadedStory loaded;
    loaded.places.file = fileName;
    FindingSink sink(std::move(fileName), loaded.diagnostics);
    if (const auto text = foreignText(bytes, declaredEncoding(bytes), limits.bytes, sink)) {
        pugi::xml_document document;
        const pugi::xml_parse_result result =
            document.load_buffer(text->data(), text->size(), pugi::parse_default, pugi::encoding_utf8);
        ForeignReporter reporter(*text, sink);
        if (!result)
            reportSyntax(result, *text, sink);
        else if (const auto graph = graphOfGraphml(document, reporter, limits))
            importGraph(*graph, reporter, limits, loaded);
    }
    loaded.diagnostics.sortByPlace();
    return loaded;
}

} // namespace fabula::io
