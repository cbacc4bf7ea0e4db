#include "brief/pptx_slides.hpp"

#include "brief/alt_text.hpp"
#include "brief/lines.hpp"
#include "brief/pptx_masters.hpp"
#include "brief/pptx_xml.hpp"
#include "brief/slide_form.hpp"
#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

namespace fabula::brief::pptx {
namespace {

/// "de", "pt-BR": letters, figures and hyphens; another tag is better not told.
std::string languageOf(const Briefing& briefing)
{
    const std::string& tag = briefing.telling.language;
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::all_of(tag.begin(), tag.end(), plain) ? tag : std::string();
}

/// Writes one slide from its head to its foot.
class SlideWriter
{
public:
    SlideWriter(const SlidePart& part, const std::string& layout)
        : part_(part), briefing_(part.briefing), theme_(*briefing_.telling.theme), language_(languageOf(briefing_)),
          path_(part.path()), root_(presentationRoot(document_, "p:sld")),
          tree_(addShapeTree(root_.append_child("p:cSld")))
    {
        part_.package.relate(path_, "slideLayout", layout);
        part_.package.relate(kPresentationPart, "slide", path_);
    }

    TextSetting setting() const { return {theme_, language_}; }

    /// A placeholder in which text is to stand.
    pugi::xml_node addText(const char* name, std::string_view placeholder, int index)
    {
        return addTextBody(addShape(tree_, {name, placeholder, index}));
    }

    void addTitle(const Headline& headline)
    {
        addParagraph(addText("Title", "title", 0), {{headline.text, {}, {}, headline.style}}, setting());
    }

    void addPlace(const Slide& slide)
    {
        addParagraph(addText("Place", "body", kPlaceIndex), {{placeWords(briefing_, slide)}}, setting());
    }

    void addPicture(const std::string& alt, const PictureParts& picture)
    {
        pugi::xml_node node = tree_.append_child("p:pic");
        pugi::xml_node about = node.append_child("p:nvPicPr");
        addIdentity(about, tree_, "Picture").append_attribute("descr") = fit(alt).c_str();
        pugi::xml_node locks = about.append_child("p:cNvPicPr").append_child("a:picLocks");
        locks.append_attribute("noGrp") = 1;
        locks.append_attribute("noChangeAspect") = 1;
        addPlaceholder(about, {{}, "pic", kPictureIndex});
        pugi::xml_node fill = node.append_child("p:blipFill");
        pugi::xml_node raster = fill.append_child("a:blip");
        raster.append_attribute("r:embed") = part_.package.relate(path_, "image", picture.png).c_str();
        pugi::xml_node extension = raster.append_child("a:extLst").append_child("a:ext");
        extension.append_attribute("uri") = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
        pugi::xml_node vector = extension.append_child("asvg:svgBlip");
        vector.append_attribute("xmlns:asvg") = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
        vector.append_attribute("r:embed") = part_.package.relate(path_, "image", picture.svg).c_str();
        fill.append_child("a:stretch").append_child("a:fillRect");
        pugi::xml_node properties = node.append_child("p:spPr");
        addTransform(properties, pictureBox(briefing_));
        addGeometry(properties, "rect");
    }

    void addNarration(const Slide& slide)
    {
        const Narration& narration = briefing_.scenes[slide.scene].narration;
        const NarrationPart& part = narration.parts[slide.part];
        if (part.lines.empty())
            return;
        pugi::xml_node body = addText("Narration", "body", kNarrationIndex);
        for (const std::string_view written : paragraphsIn(part.text)) {
            if (const std::string paragraph = layout::singleLine(written); !paragraph.empty())
                addParagraph(body, {{paragraph, {}, {}, narration.style}}, setting(), {narration.lineHeight, 0});
        }
    }

    void addEvidence(const Slide& slide)
    {
        std::vector<Run> runs;
        for (const EvidencePart& evidence : evidenceLine(briefing_, slide))
            runs.push_back({evidence.words, part_.package.link(path_, evidence.href), theme_.text3, {}});
        if (!runs.empty())
            addParagraph(addText("Evidence", "body", kEvidenceIndex), runs, setting());
    }

    /// In one group, so that they are moved as one.
    void addDashes(std::size_t scene)
    {
        const std::vector<Rect> dashes = progressDashes(briefing_);
        if (dashes.empty())
            return;
        pugi::xml_node group = tree_.append_child("p:grpSp");
        pugi::xml_node about = group.append_child("p:nvGrpSpPr");
        markDecorative(addIdentity(about, tree_, "Progress"));
        about.append_child("p:cNvGrpSpPr");
        about.append_child("p:nvPr");
        pugi::xml_node properties = group.append_child("p:grpSpPr");
        addTransform(properties, core::united(dashes.front(), dashes.back()));
        pugi::xml_node transform = properties.child("a:xfrm");
        transform.append_copy(transform.child("a:off")).set_name("a:chOff"); // its inner measure is the slide's
        transform.append_copy(transform.child("a:ext")).set_name("a:chExt");
        for (std::size_t i = 0; i < dashes.size(); ++i) {
            pugi::xml_node shape = group.append_child("p:sp");
            pugi::xml_node dash = shape.append_child("p:nvSpPr");
            markDecorative(addIdentity(dash, tree_, fmt::format("Dash {}", i + 1)));
            dash.append_child("p:cNvSpPr");
            dash.append_child("p:nvPr");
            pugi::xml_node look = shape.append_child("p:spPr");
            addTransform(look, dashes[i]);
            addGeometry(look, "roundRect");
            look.child("a:prstGeom").child("a:avLst").append_child("a:gd").append_attribute("name") = "adj";
            look.child("a:prstGeom").child("a:avLst").child("a:gd").append_attribute("fmla") = "val 50000";
            addFill(look, theme_, i <= scene ? theme_.accent : theme_.line);
            look.append_child("a:ln").append_child("a:noFill");
        }
    }

    void addSources(const std::vector<SourceText>& column, int index)
    {
        pugi::xml_node body = addText("Sources", "body", index);
        double end = column.front().box.top();
        for (const SourceText& piece : column) {
            // Links are underlined, so the address alone is one.
            const bool linked = piece.colour == theme_.accent;
            addParagraph(body,
                         {{piece.text, linked ? part_.package.link(path_, piece.href) : "", piece.colour, piece.style}},
                         setting(), {kSourceLine, piece.box.top() - end});
            end = piece.box.bottom();
        }
    }

    void addNotes(std::string_view notes)
    {
        if (fit(notes).empty())
            return;
        const std::string notesPath = fmt::format("ppt/notesSlides/notesSlide{}.xml", part_.number);
        pugi::xml_document document;
        pugi::xml_node root = presentationRoot(document, "p:notes");
        pugi::xml_node tree = addShapeTree(root.append_child("p:cSld"));
        addShape(tree, {"Slide", "sldImg"});
        pugi::xml_node body = addTextBody(addShape(tree, {"Notes", "body", 1}));
        for (const std::string_view paragraph : paragraphsIn(notes))
            addParagraph(body, {{std::string(paragraph)}}, {scene::lightTheme(), language_});
        root.append_child("p:clrMapOvr").append_child("a:masterClrMapping");
        part_.package.relate(notesPath, "notesMaster", kNotesMasterPart);
        part_.package.relate(notesPath, "slide", path_);
        part_.package.relate(path_, "notesSlide", notesPath);
        part_.package.add(notesPath, contentType("presentationml.notesSlide"), bytesOf(document));
    }

    /// `fades`: it comes up softly.
    void finish(bool fades)
    {
        root_.append_child("p:clrMapOvr").append_child("a:masterClrMapping");
        if (fades) {
            pugi::xml_node transition = root_.append_child("p:transition");
            transition.append_attribute("spd") = "fast";
            transition.append_child("p:fade");
        }
        part_.package.add(path_, contentType("presentationml.slide"), bytesOf(document_));
    }

private:
    const SlidePart& part_;
    const Briefing& briefing_;
    const scene::Theme& theme_;
    std::string language_;
    std::string path_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    pugi::xml_node tree_;
};

} // namespace

std::string SlidePart::path() const
{
    return fmt::format("ppt/slides/slide{}.xml", number);
}

void addSceneSlide(const SlidePart& part, const Slide& slide, const PictureParts& picture)
{
    const Briefing& briefing = part.briefing;
    const model::Story& story = briefing.telling.graph.story();
    const BriefScene& told = briefing.scenes[slide.scene];
    SlideWriter writer(part, kSceneLayoutPart);
    writer.addTitle(headlineOf(briefing.telling, told.title, briefing.size));
    writer.addPlace(slide);
    writer.addPicture(altText(briefing, slide), picture);
    writer.addNarration(slide);
    writer.addEvidence(slide);
    writer.addDashes(slide.scene);
    writer.addNotes(model::choose(story[told.stage.content.id].notes, briefing.telling.language, story.languages).text);
    writer.finish(slide.step > 0 && slide.part == 0); // a step of a reveal comes up softly
}

void addSourcesSlide(const SlidePart& part, const std::vector<std::vector<SourceText>>& columns)
{
    SlideWriter writer(part, kSourcesLayoutPart);
    const core::TextStyle style{32, core::FontWeight::bold, false};
    writer.addTitle({std::string(core::phrase("brief.sources", part.briefing.telling.language)), style});
    for (std::size_t i = 0; i < columns.size(); ++i)
        writer.addSources(columns[i], i == 0 ? kNarrationIndex : kRightColumnIndex);
    writer.finish(false);
}

} // namespace fabula::brief::pptx
