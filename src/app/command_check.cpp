#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_story.hpp"
#include "io/findings_json.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace fabula::app {
namespace {

std::string counted(std::size_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

} // namespace

int checkStories(const std::vector<std::filesystem::path>& stories, bool json)
{
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::vector<core::Finding> all;
    for (const std::filesystem::path& path : stories) {
        const OpenedStory opened = openStory(path);
        errors += opened.diagnostics.errors();
        warnings += opened.diagnostics.warnings();
        const auto& findings = opened.diagnostics.findings();
        all.insert(all.end(), findings.begin(), findings.end());
    }
    if (json) {
        fmt::print("{}\n", io::findingsJson(all));
    } else {
        for (const core::Finding& finding : all)
            fmt::print("{}\n", core::toString(finding));
        fmt::print("{}, {} in {}\n", counted(errors, "error"), counted(warnings, "warning"),
                   counted(stories.size(), "file"));
    }
    return errors == 0 ? exitFine : exitInputErrors;
}

} // namespace fabula::app
