#include "app/asset_path.hpp"

#include <system_error>

namespace fabula::app {
namespace {

std::filesystem::path installedFolder()
{
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        return {};
    return self.parent_path().parent_path() / FABULA_INSTALL_DATADIR;
}

} // namespace

std::filesystem::path assetFolder()
{
    std::error_code error;
    std::filesystem::path installed = installedFolder();
    return std::filesystem::exists(installed / "schema", error) ? installed : FABULA_SOURCE_ASSETS;
}

std::filesystem::path shippedStory()
{
    std::error_code error;
    std::filesystem::path installed = installedFolder() / "stories" / "deepseek-r2.json";
    if (std::filesystem::exists(installed, error))
        return installed;
    return std::filesystem::path(FABULA_SOURCE_STORIES) / "deepseek-r2.json";
}

} // namespace fabula::app
