#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// The folders in which fonts are looked for, in order: those of FABULA_FONT_DIR (separated by colons), the system's,
/// the person's own.
std::vector<std::string> systemFontFolders();

/// Finds font files by name below some folders. Folders are walked once, when a file is not at its usual place.
class FontSearch
{
public:
    explicit FontSearch(std::vector<std::string> folders) : folders_(std::move(folders)) {}

    /// The path of the file of that name, in the first folder that has it, at `usualFolder` ("opentype/inter") or
    /// anywhere below. Of several the alphabetically first.
    std::optional<std::string> find(std::string_view fileName, std::string_view usualFolder);
    /// Every font file (.otf, .ttf, .ttc) found, by folder and path.
    const std::vector<std::string>& all();

private:
    std::vector<std::string> folders_;
    std::vector<std::string> all_;
    bool walked_ = false;
};

} // namespace fabula::paint
