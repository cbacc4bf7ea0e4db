#pragma once

#include "core/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

/// The parts of an Open Packaging Conventions package (ECMA-376 part 2) with their content types and relations.
class PptxPackage
{
public:
    /// Adds a part: its path from the root of the package ("ppt/slides/slide1.xml"), each once. PNG and SVG need no
    /// content type, for their ending tells it.
    void add(const std::string& path, std::string_view contentType, std::string bytes);

    /// What a part names in a relation of a type ("slide", as ECMA-376 part 1 has them) to another part; an empty
    /// `from` is the package. The same relation has the same name: "rId1" and so on, by part.
    std::string relate(const std::string& from, std::string_view type, const std::string& to);
    /// The same to a web address; no relation and an empty name where it is none, or none by RFC 3986: readers call a
    /// file broken in which such an address is wrong.
    std::string link(const std::string& from, const std::string& address);

    /// The ZIP file, without times, so that the same parts give the same bytes. Fails where memory does.
    core::Result<std::string> bytes() const;

private:
    struct Part
    {
        std::string path;
        std::string contentType;
        std::string bytes;
    };
    struct Relation
    {
        std::string type;
        std::string target;
        bool external = false;
        friend bool operator==(const Relation&, const Relation&) = default;
    };

    std::string related(const std::string& from, Relation relation);
    std::string contentTypes() const;
    static std::string relationsPart(const std::vector<Relation>& relations);

    std::vector<Part> parts_;
    std::map<std::string, std::vector<Relation>> relations_; ///< by the part that has them
};

} // namespace fabula::brief
