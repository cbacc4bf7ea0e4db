#include "app/asset_path.hpp"
#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "io/safe_file.hpp"

#include <fmt/core.h>

namespace fabula::app {

int printSchema()
{
    const auto schema = io::readFile(assetFolder() / "schema" / "story.schema.json");
    if (!schema) {
        printError(core::english(schema.error().message));
        return exitMachineLacks;
    }
    fmt::print("{}", *schema);
    return exitFine;
}

} // namespace fabula::app
