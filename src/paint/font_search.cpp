#include "paint/font_search.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fabula::paint {
namespace {

namespace fs = std::filesystem;

/// A folder tree deeper or wider than this is no font folder.
constexpr int kDeepest = 6;
constexpr std::size_t kMostFiles = 20'000;

bool isFontFile(const fs::path& path)
{
    const std::string extension = path.extension().string();
    return extension == ".otf" || extension == ".ttf" || extension == ".ttc";
}

std::vector<std::string> fontsBelow(const std::string& folder)
{
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    std::size_t seen = 0;
    while (!failed && entry != fs::recursive_directory_iterator() && ++seen < kMostFiles) {
        if (entry.depth() >= kDeepest)
            entry.disable_recursion_pending();
        if (isFontFile(entry->path()))
            found.push_back(entry->path().string());
        entry.increment(failed);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

std::vector<std::string> systemFontFolders()
{
    std::vector<std::string> folders;
    if (const char* own = std::getenv("FABULA_FONT_DIR")) {
        std::string_view rest = own;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            if (end > 0)
                folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    folders.insert(folders.end(), {"/usr/share/fonts", "/usr/local/share/fonts"});
    if (const char* home = std::getenv("HOME"))
        folders.push_back(std::string(home) + "/.local/share/fonts");
    return folders;
}

const std::vector<std::string>& FontSearch::all()
{
    if (!walked_) {
        walked_ = true;
        for (const std::string& folder : folders_) {
            const std::vector<std::string> below = fontsBelow(folder);
            all_.insert(all_.end(), below.begin(), below.end());
        }
    }
    return all_;
}

std::optional<std::string> FontSearch::find(std::string_view fileName, std::string_view usualFolder)
{
    for (const std::string& folder : folders_)
        for (const fs::path& place : {fs::path(folder), fs::path(folder) / usualFolder}) {
            std::error_code failed;
            if (fs::is_regular_file(place / fileName, failed))
                return (place / fileName).string();
        }
    for (const std::string& path : all())
        if (fs::path(path).filename() == fileName)
            return path;
    return std::nullopt;
}

} // namespace fabula::paint
