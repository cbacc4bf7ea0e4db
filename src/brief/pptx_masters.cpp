#include "brief/pptx_masters.hpp"

#include "brief/pptx_theme.hpp"
#include "brief/pptx_xml.hpp"
#include "brief/slide_form.hpp"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>

namespace fabula::brief::pptx {
namespace {

using namespace form;

const std::string kNotesThemePart = "ppt/theme/theme2.xml";
constexpr core::TextStyle kSourcesTitle{32, core::FontWeight::bold, false};
constexpr core::TextStyle kTitle{40, core::FontWeight::bold, false};
constexpr core::TextStyle kNarration{26, core::FontWeight::regular, false};
constexpr core::TextStyle kSources{15, core::FontWeight::regular, false};
constexpr double kNotesSize = 20;

/// A placeholder of a layout: what stands in it until a slide fills it, and how it is set.
struct Prompt
{
    ShapePlace place;
    core::TextStyle style;
    scene::Colour colour;
    const char* anchor = "t";
};

void addStyle(pugi::xml_node level, const core::TextStyle& style, const char* font)
{
    pugi::xml_node properties = level.append_child("a:defRPr");
    properties.append_attribute("sz") = hundredths(style.sizePx);
    properties.append_attribute("b") = style.weight >= core::FontWeight::semibold ? 1 : 0;
    properties.append_attribute("kern") = 0;
    pugi::xml_node fill = properties.append_child("a:solidFill");
    fill.append_child("a:schemeClr").append_attribute("val") = "tx1";
    for (const char* script : {"lt", "ea", "cs"}) {
        const std::string element = script == std::string_view("lt") ? "a:latin" : fmt::format("a:{}", script);
        properties.append_child(element.c_str()).append_attribute("typeface") =
            fmt::format("+{}-{}", font, script).c_str();
    }
}

/// How far text stands from the edges of its box: not at all. Nothing moves or grows when it is edited.
void setUp(pugi::xml_node bodyProperties, const char* anchor)
{
    bodyProperties.append_attribute("wrap") = "square";
    for (const char* inset : {"lIns", "tIns", "rIns", "bIns"})
        bodyProperties.append_attribute(inset) = 0;
    bodyProperties.append_attribute("anchor") = anchor;
    bodyProperties.append_child("a:noAutofit");
}

void addPrompt(pugi::xml_node tree, const Prompt& prompt, const scene::Theme& theme)
{
    pugi::xml_node shape = addShape(tree, prompt.place);
    pugi::xml_node body = addTextBody(shape);
    setUp(body.child("a:bodyPr"), prompt.anchor);
    pugi::xml_node level = body.child("a:lstStyle").append_child("a:lvl1pPr");
    level.append_attribute("marL") = 0;
    level.append_attribute("indent") = 0;
    level.append_child("a:buNone");
    pugi::xml_node properties = level.append_child("a:defRPr");
    properties.append_attribute("sz") = hundredths(prompt.style.sizePx);
    properties.append_attribute("b") = prompt.style.weight >= core::FontWeight::semibold ? 1 : 0;
    addFill(properties, theme, prompt.colour);
    addParagraph(body, {{prompt.place.name}}, {theme, {}});
}

/// `<p:bg>` in a colour of the theme.
void addGround(pugi::xml_node slide, const char* colour)
{
    pugi::xml_node properties = slide.append_child("p:bg").append_child("p:bgPr");
    properties.append_child("a:solidFill").append_child("a:schemeClr").append_attribute("val") = colour;
    properties.append_child("a:effectLst");
}

void mapColours(pugi::xml_node root, bool dark)
{
    pugi::xml_node map = root.append_child("p:clrMap");
    map.append_attribute("bg1") = dark ? "dk1" : "lt1";
    map.append_attribute("tx1") = dark ? "lt1" : "dk1";
    map.append_attribute("bg2") = dark ? "dk2" : "lt2";
    map.append_attribute("tx2") = dark ? "lt2" : "dk2";
    for (const char* same : {"accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"})
        map.append_attribute(same) = same;
}

core::Rect titleBox(const Briefing& briefing)
{
    // To the foot of its letters at the top size, so that a font that needs two lines grows upwards.
    constexpr double kDescent = 10;
    return {kMargin, 26, briefing.size.width - 1.5 * kMargin, kTitleBaseline + kDescent - 26};
}

/// The band under the picture, with a line at its top.
void addBand(pugi::xml_node tree, const Briefing& briefing)
{
    const scene::Theme& theme = *briefing.telling.theme;
    const double width = briefing.size.width;
    const std::array<std::pair<core::Rect, scene::Colour>, 2> fills{
        {{{0, kBandTop, width, kSlideHeight - kBandTop}, theme.panel}, {{0, kBandTop, width, 1}, theme.line}}};
    for (const auto& [box, colour] : fills) {
        pugi::xml_node shape = addShape(tree, {"Band"});
        markDecorative(shape.child("p:nvSpPr").child("p:cNvPr"));
        pugi::xml_node properties = shape.child("p:spPr");
        addTransform(properties, box);
        addGeometry(properties, "rect");
        addFill(properties, theme, colour);
        properties.append_child("a:ln").append_child("a:noFill");
    }
}

/// A layout with its name and an empty tree; what it takes from the master follows when it is done.
std::string layoutPart(const char* name, const std::vector<Prompt>& prompts, const Briefing& briefing, bool band)
{
    pugi::xml_document document;
    pugi::xml_node root = presentationRoot(document, "p:sldLayout");
    root.append_attribute("preserve") = 1;
    root.append_attribute("userDrawn") = 1;
    pugi::xml_node slide = root.append_child("p:cSld");
    slide.append_attribute("name") = name;
    pugi::xml_node tree = addShapeTree(slide);
    if (band)
        addBand(tree, briefing);
    for (const Prompt& prompt : prompts)
        addPrompt(tree, prompt, *briefing.telling.theme);
    root.append_child("p:clrMapOvr").append_child("a:masterClrMapping");
    return bytesOf(document);
}

std::string sceneLayout(const Briefing& briefing)
{
    // Other programs set the first line of a box a little lower.
    constexpr double kHigher = 3;
    const scene::Theme& theme = *briefing.telling.theme;
    const double width = briefing.size.width;
    const std::vector<Rect> dashes = progressDashes(briefing);
    const double footRight = dashes.empty() ? width - kMargin / 2 : dashes.front().x - 8;
    const double narration = std::min(narrationWidth(briefing.size) + 48, width - 1.5 * kMargin);
    return layoutPart(
        "Scene",
        {{{"Title", "title", 0, titleBox(briefing)}, kTitle, theme.text1, "b"},
         {{"Place in the briefing", "body", kPlaceIndex, core::Rect{kMargin, 102, width - 2 * kMargin, 24}},
          kPlace,
          theme.text3},
         {{"Picture", "pic", kPictureIndex, pictureBox(briefing)}, kPlace, theme.text3},
         {{"Narration", "body", kNarrationIndex,
           core::Rect{kMargin, kNarrationTop - kHigher, narration, kNarrationBottom - kNarrationTop + kHigher}},
          kNarration,
          theme.text1},
         {{"Evidence", "body", kEvidenceIndex, core::Rect{kMargin, kFootBaseline - 16, footRight - kMargin, 40}},
          kFoot,
          theme.text3}},
        briefing, true);
}

std::string sourcesLayout(const Briefing& briefing)
{
    const scene::Theme& theme = *briefing.telling.theme;
    const double width = (briefing.size.width - 2 * kMargin - 48) / 2;
    const auto column = [&](double x) { return core::Rect{x, 134, width + 24, 722}; };
    return layoutPart(
        "Sources",
        {{{"Title", "title", 0, titleBox(briefing)}, kSourcesTitle, theme.text1, "b"},
         {{"Left column", "body", kNarrationIndex, column(kMargin)}, kSources, theme.text1},
         {{"Right column", "body", kRightColumnIndex, column(kMargin + width + 48)}, kSources, theme.text1}},
        briefing, false);
}

void addTextStyles(pugi::xml_node root)
{
    constexpr std::array kLevels{"a:lvl1pPr", "a:lvl2pPr", "a:lvl3pPr", "a:lvl4pPr", "a:lvl5pPr"};
    constexpr int kIndent = 228'600; // a quarter of an inch
    pugi::xml_node styles = root.append_child("p:txStyles");
    pugi::xml_node title = styles.append_child("p:titleStyle").append_child("a:lvl1pPr");
    title.append_attribute("algn") = "l";
    title.append_child("a:buNone");
    addStyle(title, kTitle, "mj");
    pugi::xml_node body = styles.append_child("p:bodyStyle");
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        pugi::xml_node level = body.append_child(kLevels[i]);
        level.append_attribute("marL") = static_cast<int>(i) * kIndent;
        level.append_attribute("indent") = i == 0 ? 0 : -kIndent;
        level.append_attribute("algn") = "l";
        if (i == 0)
            level.append_child("a:buNone");
        else
            level.append_child("a:buChar").append_attribute("char") = "•";
        addStyle(level, {kNarration.sizePx - 2 * static_cast<double>(i), kNarration.weight, false}, "mn");
    }
    pugi::xml_node other = styles.append_child("p:otherStyle").append_child("a:lvl1pPr");
    addStyle(other, kNarration, "mn");
}

std::string masterPart(const Briefing& briefing, PptxPackage& package)
{
    const scene::Theme& theme = *briefing.telling.theme;
    pugi::xml_document document;
    pugi::xml_node root = presentationRoot(document, "p:sldMaster");
    pugi::xml_node slide = root.append_child("p:cSld");
    addGround(slide, "bg1");
    pugi::xml_node tree = addShapeTree(slide);
    addPrompt(tree, {{"Title", "title", 0, titleBox(briefing)}, kTitle, theme.text1, "b"}, theme);
    const core::Rect body{kMargin, kStageTop, briefing.size.width - 2 * kMargin, kNarrationBottom - kStageTop};
    addPrompt(tree, {{"Text", "body", kNarrationIndex, body}, kNarration, theme.text1}, theme);
    mapColours(root, theme.dark);
    pugi::xml_node layouts = root.append_child("p:sldLayoutIdLst");
    unsigned number = 2'147'483'649; // the master itself has the number before
    for (const std::string& part : {kSceneLayoutPart, kSourcesLayoutPart}) {
        pugi::xml_node layout = layouts.append_child("p:sldLayoutId");
        layout.append_attribute("id") = number++;
        layout.append_attribute("r:id") = package.relate(kMasterPart, "slideLayout", part).c_str();
        package.relate(part, "slideMaster", kMasterPart);
    }
    package.relate(kMasterPart, "theme", kThemePart);
    addTextStyles(root);
    return bytesOf(document);
}

std::string notesMasterPart(PptxPackage& package)
{
    const scene::Theme& theme = scene::lightTheme();
    pugi::xml_document document;
    pugi::xml_node root = presentationRoot(document, "p:notesMaster");
    pugi::xml_node slide = root.append_child("p:cSld");
    addGround(slide, "bg1");
    pugi::xml_node tree = addShapeTree(slide);
    // A page is 7½ by 10 inches, 900 by 1200 px.
    pugi::xml_node image = addShape(tree, {"Slide", "sldImg", 2, core::Rect{90, 120, 720, 405}});
    addGeometry(image.child("p:spPr"), "rect");
    addPrompt(tree,
              {{"Notes", "body", 3, core::Rect{90, 570, 720, 540}},
               {kNotesSize, core::FontWeight::regular, false},
               theme.text1},
              theme);
    mapColours(root, theme.dark);
    pugi::xml_node level = root.append_child("p:notesStyle").append_child("a:lvl1pPr");
    addStyle(level, {kNotesSize, core::FontWeight::regular, false}, "mn");
    package.relate(kNotesMasterPart, "theme", kNotesThemePart);
    return bytesOf(document);
}

} // namespace

std::string contentType(std::string_view kind)
{
    return fmt::format("application/vnd.openxmlformats-officedocument.{}+xml", kind);
}

core::Rect pictureBox(const Briefing& briefing)
{
    return {0, kStageTop, briefing.size.width, kBandTop - kStageTop};
}

void addMasters(const Briefing& briefing, PptxPackage& package)
{
    package.add(kMasterPart, contentType("presentationml.slideMaster"), masterPart(briefing, package));
    package.add(kSceneLayoutPart, contentType("presentationml.slideLayout"), sceneLayout(briefing));
    package.add(kSourcesLayoutPart, contentType("presentationml.slideLayout"), sourcesLayout(briefing));
    package.add(kNotesMasterPart, contentType("presentationml.notesMaster"), notesMasterPart(package));
    package.add(kThemePart, contentType("theme"), themePart(*briefing.telling.theme));
    package.add(kNotesThemePart, contentType("theme"), themePart(scene::lightTheme()));
}

} // namespace fabula::brief::pptx
