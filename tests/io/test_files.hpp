#pragma once

#include "io/safe_file.hpp"
#include "io/story_reader.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace fabula::io {

inline std::string textOf(const std::filesystem::path& path)
{
    core::Result<std::string> text = readFile(path);
    EXPECT_TRUE(text.ok()) << path;
    return text.ok() ? text.value() : std::string();
}

inline std::filesystem::path sourceDir()
{
    return FABULA_SOURCE_DIR;
}

inline std::string shippedStory()
{
    return textOf(sourceDir() / "data" / "stories" / "deepseek-r2.json");
}

/// All findings, one a line, for messages and comparison.
inline std::string findingsOf(const LoadedStory& loaded)
{
    std::string text;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        text += toString(finding) + '\n';
    return text;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "no " << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

} // namespace fabula::io
