#include "app/frame_open_link.hpp"

#include "app/start_program.hpp"
#include "core/web_address.hpp"

namespace fabula::app {

bool openLink(const std::string& url)
{
    return core::isWebAddress(url) && startProgram({"xdg-open", core::withSmallScheme(url)});
}

} // namespace fabula::app
