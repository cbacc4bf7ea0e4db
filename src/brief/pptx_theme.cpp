#include "brief/pptx_theme.hpp"

#include "brief/pptx_xml.hpp"

#include <array>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

namespace fabula::brief::pptx {
namespace {

/// Plain fills, lines and no effects: all that a theme must have.
constexpr std::string_view kFormats =
    R"(<a:fmtScheme name="Fabula"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(</a:fillStyleLst><a:lnStyleLst><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="28575"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>)"
    R"(<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>)"
    R"(<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill>)"
    R"(<a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill>)"
    R"(<a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>)";

/// Fonts for letters that Inter lacks.
constexpr std::array<std::pair<const char*, const char*>, 9> kScripts{{{"Jpan", "Yu Gothic"},
                                                                       {"Hang", "Malgun Gothic"},
                                                                       {"Hans", "Microsoft YaHei"},
                                                                       {"Hant", "Microsoft JhengHei"},
                                                                       {"Arab", "Arial"},
                                                                       {"Hebr", "Arial"},
                                                                       {"Thai", "Leelawadee UI"},
                                                                       {"Deva", "Nirmala UI"},
                                                                       {"Geor", "Sylfaen"}}};

void addColour(pugi::xml_node scheme, const char* name, scene::Colour colour)
{
    scheme.append_child(name).append_child("a:srgbClr").append_attribute("val") = hex(colour).c_str();
}

void addColours(pugi::xml_node elements, const scene::Theme& theme)
{
    pugi::xml_node scheme = elements.append_child("a:clrScheme");
    scheme.append_attribute("name") = theme.dark ? "Fabula dark" : "Fabula light";
    addColour(scheme, "a:dk1", theme.dark ? theme.ground : theme.text1);
    addColour(scheme, "a:lt1", theme.dark ? theme.text1 : theme.ground);
    addColour(scheme, "a:dk2", theme.dark ? theme.panel : theme.text3);
    addColour(scheme, "a:lt2", theme.dark ? theme.text3 : theme.panel);
    addColour(scheme, "a:accent1", theme.accent);
    addColour(scheme, "a:accent2", theme.lane(1));
    addColour(scheme, "a:accent3", theme.lane(2));
    addColour(scheme, "a:accent4", theme.lane(3));
    addColour(scheme, "a:accent5", theme.lane(5));
    addColour(scheme, "a:accent6", theme.lane(6));
    addColour(scheme, "a:hlink", theme.accent);
    addColour(scheme, "a:folHlink", theme.link(model::LinkKind::contradicts));
}

void addFonts(pugi::xml_node scheme, const char* name)
{
    pugi::xml_node fonts = scheme.append_child(name);
    pugi::xml_node latin = fonts.append_child("a:latin");
    latin.append_attribute("typeface") = "Inter";
    latin.append_attribute("panose") = "020B0502030000000004"; // a sans-serif, should another have to stand in
    fonts.append_child("a:ea").append_attribute("typeface") = "";
    fonts.append_child("a:cs").append_attribute("typeface") = "";
    for (const auto& [script, typeface] : kScripts) {
        pugi::xml_node font = fonts.append_child("a:font");
        font.append_attribute("script") = script;
        font.append_attribute("typeface") = typeface;
    }
}

} // namespace

std::string themePart(const scene::Theme& theme)
{
    pugi::xml_document document;
    pugi::xml_node root = rootOf(document, "a:theme");
    root.append_attribute("xmlns:a") = "http://schemas.openxmlformats.org/drawingml/2006/main";
    root.append_attribute("name") = "Fabula";
    pugi::xml_node elements = root.append_child("a:themeElements");
    addColours(elements, theme);
    pugi::xml_node fonts = elements.append_child("a:fontScheme");
    fonts.append_attribute("name") = "Fabula";
    addFonts(fonts, "a:majorFont");
    addFonts(fonts, "a:minorFont");
    elements.append_buffer(kFormats.data(), kFormats.size());
    return bytesOf(document);
}

} // namespace fabula::brief::pptx
