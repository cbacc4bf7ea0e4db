#include "brief/pptx_package.hpp"

#include "brief/pptx_xml.hpp"
#include "core/web_address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <zip.h>

namespace fabula::brief {
namespace {

constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kRelationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kCoreProperties =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// "ppt/slides/slide1.xml" has its relations in "ppt/slides/_rels/slide1.xml.rels".
std::string relationsPath(const std::string& part)
{
    const std::size_t name = part.find_last_of('/') + 1; // 0 where there is no slash
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

bool isLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "example.org", "example.org:8080"
bool isPlainHost(std::string_view host)
{
    const std::string_view name = host.substr(0, host.find(':'));
    const std::string_view port = host.substr(std::min(host.size(), name.size() + 1));
    return !name.empty() && port.size() <= 4 && port.find_first_not_of("0123456789") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || c == '.' || c == '-'; });
}

/// A ZIP file in memory. Everything that is added outlives it.
class ZipWriter
{
public:
    ZipWriter()
    {
        zip_error_init(&error_);
        source_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
        if (source_ == nullptr)
            return;
        zip_ = zip_open_from_source(source_, ZIP_TRUNCATE, &error_);
        if (zip_ != nullptr)
            zip_source_keep(source_); // closing the archive frees it else
    }
    ~ZipWriter()
    {
        if (zip_ != nullptr)
            zip_discard(zip_);
        if (source_ != nullptr)
            zip_source_free(source_);
        zip_error_fini(&error_);
    }
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    bool add(const std::string& path, const std::string& bytes)
    {
        if (zip_ == nullptr)
            return false;
        zip_source_t* content = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
        if (content == nullptr)
            return false;
        const zip_int64_t index = zip_file_add(zip_, path.c_str(), content, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(content);
            return false;
        }
        constexpr zip_uint16_t kFirstDay = 1 << 5 | 1; // 1 January 1980, the first that a ZIP file can tell
        const auto place = static_cast<zip_uint64_t>(index);
        const bool packed = path.ends_with(".png");
        return zip_file_set_dostime(zip_, place, 0, kFirstDay, 0) == 0 &&
               zip_set_file_compression(zip_, place, packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0;
    }

    core::Result<std::string> finish()
    {
        if (zip_ == nullptr || zip_close(zip_) != 0)
            return failure();
        zip_ = nullptr;
        zip_stat_t about;
        zip_stat_init(&about);
        if (zip_source_stat(source_, &about) != 0 || zip_source_open(source_) != 0)
            return failure();
        std::string bytes(about.size, '\0');
        const zip_int64_t read = zip_source_read(source_, bytes.data(), bytes.size());
        zip_source_close(source_);
        if (read != static_cast<zip_int64_t>(bytes.size()))
            return failure();
        return bytes;
    }

    core::Error failure()
    {
        const char* reason = zip_ != nullptr ? zip_strerror(zip_) : zip_error_strerror(&error_);
        return {"brief.zip", core::verbatim(fmt::format("The deck can't be packed: {}.", reason)), {}};
    }

private:
    zip_error_t error_{};
    zip_source_t* source_ = nullptr;
    zip_t* zip_ = nullptr;
};

} // namespace

void PptxPackage::add(const std::string& path, std::string_view contentType, std::string bytes)
{
    bytes.shrink_to_fit(); // a PNG comes with room for its pixels
    parts_.push_back({path, std::string(contentType), std::move(bytes)});
}

std::string PptxPackage::relate(const std::string& from, std::string_view type, const std::string& to)
{
    const std::filesystem::path folder = std::filesystem::path(from).parent_path();
    const std::string full =
        type == "core-properties" ? std::string(kCoreProperties) : std::string(kRelationTypes) + std::string(type);
    return related(from, {full, std::filesystem::path(to).lexically_relative(folder).generic_string(), false});
}

std::string PptxPackage::link(const std::string& from, const std::string& address)
{
    if (!isPlainHost(core::webHost(address)))
        return {};
    return related(from,
                   {std::string(kRelationTypes) + "hyperlink", core::asUri(core::withSmallScheme(address)), true});
}

std::string PptxPackage::related(const std::string& from, Relation relation)
{
    std::vector<Relation>& relations = relations_[from];
    auto found = std::find(relations.begin(), relations.end(), relation);
    if (found == relations.end())
        found = relations.insert(found, std::move(relation));
    return fmt::format("rId{}", found - relations.begin() + 1);
}

std::string PptxPackage::contentTypes() const
{
    pugi::xml_document document;
    pugi::xml_node types = pptx::rootOf(document, "Types");
    types.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
    const auto ending = [&](const char* name, const char* type) {
        pugi::xml_node node = types.append_child("Default");
        node.append_attribute("Extension") = name;
        node.append_attribute("ContentType") = type;
    };
    ending("png", "image/png");
    ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    ending("svg", "image/svg+xml");
    ending("xml", "application/xml");
    for (const Part& part : parts_) {
        if (part.contentType.empty())
            continue;
        pugi::xml_node node = types.append_child("Override");
        node.append_attribute("PartName") = ('/' + part.path).c_str();
        node.append_attribute("ContentType") = part.contentType.c_str();
    }
    return pptx::bytesOf(document);
}

std::string PptxPackage::relationsPart(const std::vector<Relation>& relations)
{
    pugi::xml_document document;
    pugi::xml_node root = pptx::rootOf(document, "Relationships");
    root.append_attribute("xmlns") = kRelations.data();
    for (std::size_t i = 0; i < relations.size(); ++i) {
        pugi::xml_node node = root.append_child("Relationship");
        node.append_attribute("Id") = fmt::format("rId{}", i + 1).c_str();
        node.append_attribute("Type") = relations[i].type.c_str();
        node.append_attribute("Target") = relations[i].target.c_str();
        if (relations[i].external)
            node.append_attribute("TargetMode") = "External";
    }
    return pptx::bytesOf(document);
}

core::Result<std::string> PptxPackage::bytes() const
{
    // Readers that go by the order look for these two first.
    std::vector<Part> parts{{"[Content_Types].xml", {}, contentTypes()}};
    for (const auto& [part, relations] : relations_)
        parts.push_back({relationsPath(part), {}, relationsPart(relations)});
    ZipWriter zip;
    const auto addAll = [&zip](const std::vector<Part>& some) {
        return std::all_of(some.begin(), some.end(), [&](const Part& part) { return zip.add(part.path, part.bytes); });
    };
    if (!addAll(parts) || !addAll(parts_))
        return zip.failure();
    return zip.finish();
}

} // namespace fabula::brief
