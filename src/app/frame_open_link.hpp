#pragma once

#include <string>

namespace fabula::app {

/// Has the desktop open a web address in the reader's browser; no shell reads it. False if that can't be started or the
/// address is neither http nor https.
bool openLink(const std::string& url);

} // namespace fabula::app
