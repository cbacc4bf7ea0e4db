#pragma once

#include "brief/decks.hpp"
#include "shipped_briefing.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>
#include <zip.h>

namespace fabula::test {

/// The bytes of the deck that is written of a briefing.
inline std::string writtenPptx(const brief::Briefing& briefing)
{
    const char* folder = std::getenv("FABULA_SCRATCH");
    const std::filesystem::path path =
        (folder != nullptr ? std::filesystem::path(folder) : std::filesystem::temp_directory_path()) / "deck.pptx";
    EXPECT_TRUE(brief::writePptxDeck({briefing, fontBook(), false, "", [](std::size_t, std::size_t) {}}, path));
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

struct PptxRelation
{
    std::string id;
    std::string target; ///< a part's path from the root, or an address
    bool external = false;
};

/// A deck taken apart again.
class PptxParts
{
public:
    explicit PptxParts(const std::string& bytes)
    {
        zip_error_t error{};
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        EXPECT_NE(archive, nullptr);
        for (zip_int64_t i = 0; archive != nullptr && i < zip_get_num_entries(archive, 0); ++i) {
            zip_stat_t about;
            zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &about);
            std::string part(about.size, '\0');
            zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
            EXPECT_EQ(zip_fread(file, part.data(), part.size()), static_cast<zip_int64_t>(part.size()));
            zip_fclose(file);
            names_.emplace_back(about.name);
            EXPECT_TRUE(parts_.emplace(about.name, std::move(part)).second) << about.name << " is there twice";
        }
        if (archive != nullptr)
            zip_discard(archive);
    }

    const std::map<std::string, std::string>& all() const { return parts_; }
    const std::vector<std::string>& names() const { return names_; }
    bool has(const std::string& name) const { return parts_.contains(name); }

    bool parsed(const std::string& name) const
    {
        pugi::xml_document document;
        return static_cast<bool>(load(name, document));
    }

    std::string contentTypeOf(const std::string& name) const
    {
        pugi::xml_document document;
        load("[Content_Types].xml", document);
        std::string type;
        for (const pugi::xml_node node : document.child("Types")) {
            const std::string ending = std::string(".") + node.attribute("Extension").value();
            if (node.attribute("PartName").value() == '/' + name)
                return node.attribute("ContentType").value();
            if (ending != "." && name.ends_with(ending))
                type = node.attribute("ContentType").value();
        }
        return type;
    }

    /// Those of a part, of the package if `name` is empty.
    std::vector<PptxRelation> relationsOf(const std::string& name) const
    {
        const std::filesystem::path path(name);
        const std::string part = (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
        std::vector<PptxRelation> relations;
        if (!has(part))
            return relations;
        pugi::xml_document document;
        load(part, document);
        for (const pugi::xml_node node : document.child("Relationships")) {
            const bool external = node.attribute("TargetMode").value() == std::string("External");
            const std::string target = node.attribute("Target").value();
            relations.push_back({node.attribute("Id").value(),
                                 external ? target : (path.parent_path() / target).lexically_normal().generic_string(),
                                 external});
        }
        return relations;
    }

    /// The relations that the part names but does not have.
    std::vector<std::string> relationsNamedBut(const std::string& name) const
    {
        const std::vector<PptxRelation> relations = relationsOf(name);
        std::vector<std::string> missing;
        for (const char* attribute : {"r:id", "r:embed"}) {
            for (const std::string& id :
                 attributes(name, (std::string("//*[@") + attribute + "]").c_str(), attribute)) {
                if (std::none_of(relations.begin(), relations.end(),
                                 [&](const PptxRelation& relation) { return relation.id == id; }))
                    missing.push_back(id);
            }
        }
        return missing;
    }

    std::vector<std::string> attributes(const std::string& name, const char* path, const char* attribute) const
    {
        std::vector<std::string> values;
        pugi::xml_document document;
        if (!name.ends_with(".xml") || !load(name, document))
            return values;
        for (const pugi::xpath_node& node : document.select_nodes(path))
            values.emplace_back(node.node().attribute(attribute).value());
        return values;
    }

    /// The paragraphs of all placeholders of a type, each with an end of line but the last.
    std::string textOf(const std::string& name, const std::string& placeholder) const
    {
        std::string text;
        for (const std::string& paragraph : texts(name, "@type='" + placeholder + "'"))
            text += (text.empty() ? "" : "\n") + paragraph;
        return text;
    }

    std::vector<std::string> paragraphsOf(const std::string& name, int placeholder) const
    {
        return texts(name, "@idx='" + std::to_string(placeholder) + "'");
    }

    /// The elements whose children stand in another order than ECMA-376 part 1 says.
    std::vector<std::string> outOfOrder(const std::string& name) const
    {
        pugi::xml_document document;
        std::vector<std::string> wrong;
        load(name, document);
        for (const auto& [parent, children] : order()) {
            for (const pugi::xpath_node& node : document.select_nodes(("//" + parent).c_str())) {
                auto at = children.begin();
                for (const pugi::xml_node child : node.node()) {
                    const auto found = std::find(at, children.end(), child.name());
                    if (found == children.end())
                        wrong.push_back(parent + '/' + child.name());
                    else
                        at = found;
                }
            }
        }
        return wrong;
    }

private:
    using Order = std::map<std::string, std::vector<std::string>>;

    static const Order& order()
    {
        static const std::vector<std::string> level{"a:lnSpc",  "a:spcBef", "a:spcAft",
                                                    "a:buNone", "a:buChar", "a:defRPr"};
        static const std::vector<std::string> run{"a:ln", "a:solidFill", "a:latin", "a:ea", "a:cs", "a:hlinkClick"};
        static const Order table{
            {"p:presentation", {"p:sldMasterIdLst", "p:notesMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz"}},
            {"p:sldMaster", {"p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:txStyles"}},
            {"p:sldLayout", {"p:cSld", "p:clrMapOvr"}},
            {"p:notesMaster", {"p:cSld", "p:clrMap", "p:notesStyle"}},
            {"p:sld", {"p:cSld", "p:clrMapOvr", "p:transition"}},
            {"p:notes", {"p:cSld", "p:clrMapOvr"}},
            {"p:cSld", {"p:bg", "p:spTree"}},
            {"p:sp", {"p:nvSpPr", "p:spPr", "p:txBody"}},
            {"p:nvSpPr", {"p:cNvPr", "p:cNvSpPr", "p:nvPr"}},
            {"p:pic", {"p:nvPicPr", "p:blipFill", "p:spPr"}},
            {"p:nvPicPr", {"p:cNvPr", "p:cNvPicPr", "p:nvPr"}},
            {"p:blipFill", {"a:blip", "a:stretch"}},
            {"p:nvGrpSpPr", {"p:cNvPr", "p:cNvGrpSpPr", "p:nvPr"}},
            {"p:spPr", {"a:xfrm", "a:prstGeom", "a:solidFill", "a:ln"}},
            {"a:xfrm", {"a:off", "a:ext", "a:chOff", "a:chExt"}},
            {"p:txBody", {"a:bodyPr", "a:lstStyle", "a:p"}},
            {"a:p", {"a:pPr", "a:r"}},
            {"a:r", {"a:rPr", "a:t"}},
            {"a:rPr", run},
            {"a:defRPr", run},
            {"a:pPr", level},
            {"a:lvl1pPr", level},
            {"a:lvl2pPr", level},
            {"a:themeElements", {"a:clrScheme", "a:fontScheme", "a:fmtScheme"}},
            {"a:clrScheme",
             {"a:dk1", "a:lt1", "a:dk2", "a:lt2", "a:accent1", "a:accent2", "a:accent3", "a:accent4", "a:accent5",
              "a:accent6", "a:hlink", "a:folHlink"}},
        };
        return table;
    }

    bool load(const std::string& name, pugi::xml_document& document) const
    {
        const auto found = parts_.find(name);
        if (found == parts_.end())
            return false;
        // White space alone between two runs is text too.
        return static_cast<bool>(document.load_buffer(found->second.data(), found->second.size(),
                                                      pugi::parse_default | pugi::parse_ws_pcdata));
    }

    std::vector<std::string> texts(const std::string& name, const std::string& condition) const
    {
        std::vector<std::string> paragraphs;
        pugi::xml_document document;
        load(name, document);
        const std::string path = "//p:sp[p:nvSpPr/p:nvPr/p:ph[" + condition + "]]/p:txBody/a:p";
        for (const pugi::xpath_node& paragraph : document.select_nodes(path.c_str())) {
            paragraphs.emplace_back();
            for (const pugi::xpath_node& run : paragraph.node().select_nodes("a:r/a:t"))
                paragraphs.back() += run.node().text().get();
        }
        return paragraphs;
    }

    std::map<std::string, std::string> parts_;
    std::vector<std::string> names_;
};

} // namespace fabula::test
