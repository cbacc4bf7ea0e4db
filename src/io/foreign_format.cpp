#include "io/foreign_format.hpp"

#include "io/dot_reader.hpp"
#include "io/dot_writer.hpp"
#include "io/foreign_text.hpp"
#include "io/graphml_reader.hpp"
#include "io/graphml_writer.hpp"
#include "io/safe_file.hpp"

#include <utility>

namespace fabula::io {

std::optional<ForeignFormat> foreignFormatOf(const std::filesystem::path& path)
{
    const std::string ending = lowered(path.extension().string());
    if (ending == ".graphml")
        return ForeignFormat::graphml;
    if (ending == ".dot" || ending == ".gv")
        return ForeignFormat::dot;
    return std::nullopt;
}

LoadedStory loadForeign(const std::filesystem::path& path, ForeignFormat format)
{
    const core::Result<std::string> bytes = readFile(path, kMostForeignBytes);
    if (!bytes) {
        LoadedStory loaded;
        loaded.places.file = path.string();
        core::Finding finding;
        finding.code = bytes.error().code;
        finding.where.file = path.string();
        finding.sentence = bytes.error().message;
        loaded.diagnostics.add(std::move(finding));
        return loaded;
    }
    return format == ForeignFormat::graphml ? readGraphml(*bytes, path.string()) : readDot(*bytes, path.string());
}

std::string foreignTextOf(const model::Story& story, ForeignFormat format)
{
    return format == ForeignFormat::graphml ? graphmlText(story) : dotText(story);
}

} // namespace fabula::io
