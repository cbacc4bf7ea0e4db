#pragma once

#include "core/geometry.hpp"
#include "core/text_measurer.hpp"
#include "scene/theme.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_node;
class xml_document;
} // namespace pugi

/// Pieces of PresentationML and DrawingML (ECMA-376 part 1) that all parts of a deck are made of.
namespace fabula::brief::pptx {

/// Any text as it may stand in XML 1.0: valid UTF-8, without controls and what else is never drawn.
std::string fit(std::string_view text);

/// The root of a part, after its declaration.
pugi::xml_node rootOf(pugi::xml_document& document, const char* name);
/// The same with the namespaces `a`, `p` and `r`.
pugi::xml_node presentationRoot(pugi::xml_document& document, const char* name);
std::string bytesOf(const pugi::xml_document& document);

/// A slide is 7½ inches high: English Metric Units, of which an inch has 914,400, for its px.
long long emu(double px);
/// Hundredths of a point, in which sizes of text are told.
long long hundredths(double px);

/// "0E1116"
std::string hex(scene::Colour colour);

/// `<a:solidFill>`: a colour of the theme by its name there, so that another theme changes it, any other by itself.
void addFill(pugi::xml_node node, const scene::Theme& theme, scene::Colour colour);

/// Where a shape stands. Placeholders without a box stand where their layout has them.
struct ShapePlace
{
    std::string name;
    std::string_view placeholder = {};  ///< "title", "body", "pic"…; empty for a plain shape
    int index = 0;                      ///< of the placeholder, by which slides and layouts find each other; 0: none
    std::optional<core::Rect> box = {}; ///< in px of the slide
};

/// The tree of shapes of a slide, layout or master, in `<p:cSld>`.
pugi::xml_node addShapeTree(pugi::xml_node slide);
/// Adds `<p:sp>` with a number of its own in the tree, without text.
pugi::xml_node addShape(pugi::xml_node tree, const ShapePlace& place);
/// `<p:cNvPr>` with the next number that is free in the tree.
pugi::xml_node addIdentity(pugi::xml_node properties, pugi::xml_node tree, const std::string& name);
/// `<p:nvPr>` with what the place says of a placeholder.
void addPlaceholder(pugi::xml_node properties, const ShapePlace& place);
/// `<a:xfrm>`
void addTransform(pugi::xml_node properties, const core::Rect& box);
/// Says of a shape, by its `<p:cNvPr>`, that it says nothing.
void markDecorative(pugi::xml_node identity);
/// `<a:prstGeom>`
void addGeometry(pugi::xml_node properties, const char* shape);

/// Some words of a paragraph.
struct Run
{
    std::string text;
    std::string link = {};                     ///< the relation to its address; empty: none
    std::optional<scene::Colour> colour = {};  ///< unless the placeholder's
    std::optional<core::TextStyle> style = {}; ///< unless the placeholder's
};

/// `<p:txBody>` of a shape, empty.
pugi::xml_node addTextBody(pugi::xml_node shape);

/// How the texts of a part are set.
struct TextSetting
{
    const scene::Theme& theme;
    std::string_view language;
};

/// In px; 0: as the placeholder has it.
struct ParagraphSpacing
{
    double linePx = 0;   ///< from baseline to baseline
    double beforePx = 0; ///< above the paragraph
};

pugi::xml_node addParagraph(pugi::xml_node body, const std::vector<Run>& runs, const TextSetting& setting,
                            const ParagraphSpacing& spacing = {});

} // namespace fabula::brief::pptx
