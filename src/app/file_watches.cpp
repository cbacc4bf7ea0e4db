#include "app/file_watches.hpp"

#include <algorithm>

namespace fabula::app {

void FileWatches::watch(const std::vector<std::filesystem::path>& files)
{
    watches_.erase(std::remove_if(watches_.begin(), watches_.end(),
                                  [&](const std::unique_ptr<FileWatch>& watch) {
                                      return std::find(files.begin(), files.end(), watch->file()) == files.end();
                                  }),
                   watches_.end());
    for (const std::filesystem::path& file : files) {
        const auto watches = [&](const std::unique_ptr<FileWatch>& watch) { return watch->file() == file; };
        if (!file.empty() && std::none_of(watches_.begin(), watches_.end(), watches))
            watches_.push_back(std::make_unique<FileWatch>(file, wake_));
    }
}

std::optional<std::filesystem::path> FileWatches::changed(const std::filesystem::path& only)
{
    for (const std::unique_ptr<FileWatch>& watch : watches_) {
        if ((only.empty() || watch->file() == only) && watch->changed())
            return watch->file();
    }
    return std::nullopt;
}

} // namespace fabula::app
