#include "brief/decks.hpp"
#include "brief/pptx_masters.hpp"
#include "brief/pptx_slides.hpp"
#include "brief/pptx_xml.hpp"
#include "io/safe_file.hpp"
#include "paint/painters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <utility>

namespace fabula::brief {
namespace {

using namespace pptx;

const std::string kCorePart = "docProps/core.xml";
const std::string kAppPart = "docProps/app.xml";

/// Without times, so that the same briefing gives the same bytes.
std::string coreProperties(const Briefing& briefing)
{
    pugi::xml_document document;
    pugi::xml_node root = rootOf(document, "cp:coreProperties");
    root.append_attribute("xmlns:cp") = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_child("dc:title").text() = fit(titleOf(briefing)).c_str();
    root.append_child("dc:language").text() = fit(briefing.telling.language).c_str();
    return bytesOf(document);
}

std::string appProperties(std::size_t slides)
{
    pugi::xml_document document;
    pugi::xml_node root = rootOf(document, "Properties");
    root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    root.append_child("Application").text() = "Fabula";
    root.append_child("Slides").text() = static_cast<unsigned>(slides);
    return bytesOf(document);
}

/// Writes the deck part by part into a package.
class PptxDeck
{
public:
    explicit PptxDeck(const Deck& deck) : deck_(deck), briefing_(deck.briefing) {}

    core::Result<std::string> write()
    {
        package_.relate({}, "officeDocument", kPresentationPart);
        package_.relate({}, "core-properties", kCorePart);
        package_.relate({}, "extended-properties", kAppPart);
        for (const Slide& slide : briefing_.slides) {
            const auto picture = pictureOf(slide);
            if (!picture)
                return picture.error();
            addSceneSlide({briefing_, package_, ++slides_}, slide, *picture);
            deck_.progress(slides_, briefing_.slides.size());
        }
        const std::vector<std::vector<SourceText>> columns = sourceColumns(briefing_);
        for (std::size_t i = 0; i < columns.size(); i += 2) {
            const auto first = columns.begin() + static_cast<std::ptrdiff_t>(i);
            addSourcesSlide({briefing_, package_, ++slides_},
                            {first, first + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, columns.size() - i))});
        }
        addMasters(briefing_, package_);
        package_.add(kPresentationPart, contentType("presentationml.presentation.main"), presentation());
        package_.add(kCorePart, "application/vnd.openxmlformats-package.core-properties+xml",
                     coreProperties(briefing_));
        package_.add(kAppPart, contentType("extended-properties"), appProperties(slides_));
        return package_.bytes();
    }

private:
    /// Parts of a narration share the picture of their step.
    core::Result<PictureParts> pictureOf(const Slide& slide)
    {
        const auto known = pictures_.find({slide.scene, slide.step});
        if (known != pictures_.end())
            return known->second;
        constexpr double kRasterScale = 2; // 3200 px across, for a screen of that width or for paper
        const scene::DisplayList picture = stagePicture(briefing_, slide);
        const std::string base = fmt::format("ppt/media/picture{}", pictures_.size() + 1);
        const PictureParts parts{base + ".svg", base + ".png"};
        auto svg =
            paint::svgBytes(picture, deck_.fonts, {briefing_.scenes[slide.scene].title, briefing_.telling.language});
        if (!svg)
            return svg.error();
        auto png = paint::pngBytes(picture, deck_.fonts, kRasterScale);
        if (!png)
            return png.error();
        package_.add(parts.svg, {}, std::move(*svg));
        package_.add(parts.png, {}, std::move(*png));
        pictures_.emplace(std::pair(slide.scene, slide.step), parts);
        return parts;
    }

    std::string presentation()
    {
        constexpr unsigned kFirstMaster = 2'147'483'648; // ECMA-376 part 1, 19.7.6 and 19.7.7 say where numbers begin
        constexpr unsigned kFirstSlide = 256;
        pugi::xml_document document;
        pugi::xml_node root = presentationRoot(document, "p:presentation");
        root.append_attribute("saveSubsetFonts") = 1;
        pugi::xml_node master = root.append_child("p:sldMasterIdLst").append_child("p:sldMasterId");
        master.append_attribute("id") = kFirstMaster;
        master.append_attribute("r:id") = package_.relate(kPresentationPart, "slideMaster", kMasterPart).c_str();
        pugi::xml_node notes = root.append_child("p:notesMasterIdLst").append_child("p:notesMasterId");
        notes.append_attribute("r:id") = package_.relate(kPresentationPart, "notesMaster", kNotesMasterPart).c_str();
        package_.relate(kPresentationPart, "theme", kThemePart);
        pugi::xml_node list = root.append_child("p:sldIdLst");
        for (unsigned i = 0; i < slides_; ++i) {
            const std::string part = SlidePart{briefing_, package_, i + 1}.path();
            pugi::xml_node slide = list.append_child("p:sldId");
            slide.append_attribute("id") = kFirstSlide + i;
            slide.append_attribute("r:id") = package_.relate(kPresentationPart, "slide", part).c_str();
        }
        pugi::xml_node size = root.append_child("p:sldSz");
        size.append_attribute("cx") = emu(briefing_.size.width);
        size.append_attribute("cy") = emu(briefing_.size.height);
        pugi::xml_node page = root.append_child("p:notesSz");
        page.append_attribute("cx") = emu(900);
        page.append_attribute("cy") = emu(1200);
        return bytesOf(document);
    }

    const Deck& deck_;
    const Briefing& briefing_;
    PptxPackage package_;
    std::map<std::pair<std::size_t, std::size_t>, PictureParts> pictures_; ///< by scene and step
    std::size_t slides_ = 0;
};

} // namespace

core::Result<void> writePptxDeck(const Deck& deck, const std::filesystem::path& path)
{
    const auto bytes = PptxDeck(deck).write();
    if (!bytes)
        return bytes.error();
    return io::writeFileSafely(path, *bytes);
}

} // namespace fabula::brief
