#include "brief/pptx_xml.hpp"

#include "brief/slide.hpp"
#include "paint/codepoints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

namespace fabula::brief::pptx {
namespace {

constexpr long long kSlideHeightEmu = 6'858'000; // 7½ inches
constexpr double kSlideHeightPoints = 540;

class TextWriter final : public pugi::xml_writer
{
public:
    void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
    std::string text;
};

const char* schemeName(const scene::Theme& theme, scene::Colour colour)
{
    if (colour == theme.ground)
        return "bg1";
    if (colour == theme.text1)
        return "tx1";
    if (colour == theme.panel)
        return "bg2";
    if (colour == theme.text3)
        return "tx2";
    if (colour == theme.accent)
        return "accent1";
    return nullptr;
}

void addBold(pugi::xml_node properties, core::FontWeight weight)
{
    if (weight >= core::FontWeight::semibold)
        properties.append_attribute("b") = 1;
}

/// A link shows in the colour of its run, as on the slide's picture; programs that don't know this take the theme's.
void addLink(pugi::xml_node properties, const std::string& relation)
{
    pugi::xml_node link = properties.append_child("a:hlinkClick");
    link.append_attribute("r:id") = relation.c_str();
    pugi::xml_node extension = link.append_child("a:extLst").append_child("a:ext");
    extension.append_attribute("uri") = "{A12FA001-AC4F-418D-AE19-62706E023703}";
    pugi::xml_node colour = extension.append_child("ahyp:hlinkClr");
    colour.append_attribute("xmlns:ahyp") = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor";
    colour.append_attribute("val") = "tx";
}

void addRun(pugi::xml_node paragraph, const Run& run, const TextSetting& setting)
{
    pugi::xml_node node = paragraph.append_child("a:r");
    pugi::xml_node properties = node.append_child("a:rPr");
    if (!setting.language.empty())
        properties.append_attribute("lang") = std::string(setting.language).c_str();
    if (run.style) {
        properties.append_attribute("sz") = hundredths(run.style->sizePx);
        addBold(properties, run.style->weight);
    }
    properties.append_attribute("dirty") = 0;
    if (run.colour)
        addFill(properties, setting.theme, *run.colour);
    if (!run.link.empty())
        addLink(properties, run.link);
    node.append_child("a:t").text() = fit(run.text).c_str();
}

void addSpacing(pugi::xml_node properties, const char* name, double px)
{
    properties.append_child(name).append_child("a:spcPts").append_attribute("val") = hundredths(px);
}

} // namespace

std::string fit(std::string_view text)
{
    std::string fitting = paint::drawable(text);
    // U+FFFE and U+FFFF, which are no characters.
    for (const char* forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = fitting.find(forbidden); at != std::string::npos; at = fitting.find(forbidden, at))
            fitting.erase(at, 3);
    }
    return fitting;
}

pugi::xml_node rootOf(pugi::xml_document& document, const char* name)
{
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    return document.append_child(name);
}

pugi::xml_node presentationRoot(pugi::xml_document& document, const char* name)
{
    pugi::xml_node root = rootOf(document, name);
    root.append_attribute("xmlns:a") = "http://schemas.openxmlformats.org/drawingml/2006/main";
    root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    root.append_attribute("xmlns:p") = "http://schemas.openxmlformats.org/presentationml/2006/main";
    return root;
}

std::string bytesOf(const pugi::xml_document& document)
{
    TextWriter writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.text);
}

long long emu(double px)
{
    return std::llround(px * kSlideHeightEmu / kSlideHeight);
}

long long hundredths(double px)
{
    return std::llround(px * 100 * kSlideHeightPoints / kSlideHeight);
}

void addFill(pugi::xml_node node, const scene::Theme& theme, scene::Colour colour)
{
    pugi::xml_node fill = node.append_child("a:solidFill");
    if (const char* name = schemeName(theme, colour)) {
        fill.append_child("a:schemeClr").append_attribute("val") = name;
        return;
    }
    fill.append_child("a:srgbClr").append_attribute("val") = hex(colour).c_str();
}

std::string hex(scene::Colour colour)
{
    return fmt::format("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

pugi::xml_node addShapeTree(pugi::xml_node slide)
{
    pugi::xml_node tree = slide.append_child("p:spTree");
    pugi::xml_node group = tree.append_child("p:nvGrpSpPr");
    addIdentity(group, tree, "");
    group.append_child("p:cNvGrpSpPr");
    group.append_child("p:nvPr");
    tree.append_child("p:grpSpPr");
    return tree;
}

pugi::xml_node addIdentity(pugi::xml_node properties, pugi::xml_node tree, const std::string& name)
{
    const auto taken = tree.select_nodes(".//p:cNvPr").size();
    pugi::xml_node identity = properties.append_child("p:cNvPr");
    identity.append_attribute("id") = static_cast<unsigned>(taken + 1);
    identity.append_attribute("name") = name.c_str();
    return identity;
}

void addPlaceholder(pugi::xml_node properties, const ShapePlace& place)
{
    pugi::xml_node application = properties.append_child("p:nvPr");
    if (place.placeholder.empty())
        return;
    pugi::xml_node placeholder = application.append_child("p:ph");
    placeholder.append_attribute("type") = std::string(place.placeholder).c_str();
    if (place.index > 0)
        placeholder.append_attribute("idx") = place.index;
}

pugi::xml_node addShape(pugi::xml_node tree, const ShapePlace& place)
{
    pugi::xml_node shape = tree.append_child("p:sp");
    pugi::xml_node about = shape.append_child("p:nvSpPr");
    addIdentity(about, tree, place.name);
    pugi::xml_node kind = about.append_child("p:cNvSpPr");
    if (!place.placeholder.empty())
        kind.append_child("a:spLocks").append_attribute("noGrp") = 1;
    addPlaceholder(about, place);
    pugi::xml_node properties = shape.append_child("p:spPr");
    if (place.box)
        addTransform(properties, *place.box);
    return shape;
}

void addTransform(pugi::xml_node properties, const core::Rect& box)
{
    pugi::xml_node transform = properties.append_child("a:xfrm");
    pugi::xml_node offset = transform.append_child("a:off");
    offset.append_attribute("x") = emu(box.x);
    offset.append_attribute("y") = emu(box.y);
    pugi::xml_node extent = transform.append_child("a:ext");
    extent.append_attribute("cx") = emu(box.width);
    extent.append_attribute("cy") = emu(box.height);
}

void addGeometry(pugi::xml_node properties, const char* shape)
{
    pugi::xml_node geometry = properties.append_child("a:prstGeom");
    geometry.append_attribute("prst") = shape;
    geometry.append_child("a:avLst");
}

void markDecorative(pugi::xml_node identity)
{
    pugi::xml_node extension = identity.append_child("a:extLst").append_child("a:ext");
    extension.append_attribute("uri") = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";
    pugi::xml_node mark = extension.append_child("adec:decorative");
    mark.append_attribute("xmlns:adec") = "http://schemas.microsoft.com/office/drawing/2017/decorative";
    mark.append_attribute("val") = 1;
}

pugi::xml_node addTextBody(pugi::xml_node shape)
{
    pugi::xml_node body = shape.append_child("p:txBody");
    body.append_child("a:bodyPr");
    body.append_child("a:lstStyle");
    return body;
}

pugi::xml_node addParagraph(pugi::xml_node body, const std::vector<Run>& runs, const TextSetting& setting,
                            const ParagraphSpacing& spacing)
{
    pugi::xml_node paragraph = body.append_child("a:p");
    if (spacing.linePx > 0 || spacing.beforePx > 0) {
        pugi::xml_node properties = paragraph.append_child("a:pPr");
        if (spacing.linePx > 0)
            addSpacing(properties, "a:lnSpc", spacing.linePx);
        if (spacing.beforePx > 0)
            addSpacing(properties, "a:spcBef", spacing.beforePx);
    }
    for (const Run& run : runs)
        addRun(paragraph, run, setting);
    return paragraph;
}

} // namespace fabula::brief::pptx
