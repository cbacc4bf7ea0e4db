#pragma once

#include "core/result.hpp"
#include "model/story.hpp"

#include <string>
#include <string_view>

namespace fabula::io {

/// The text of a story file with what differs between `before` and `after` changed, and every other byte as it was:
/// unknown keys, order, layout and numbers as written stay, moved things take their text with them, and new ones are
/// laid out like their neighbours. `before` must be what `originalText` reads as; if not, the file was changed in the
/// meantime, and the result is the error "io.changed". References of `after` must be valid. Linear in the text, and in
/// what both stories hold; the file itself is not touched (see writeFileSafely).
core::Result<std::string> writeStory(std::string_view originalText, const model::Story& before,
                                     const model::Story& after);

/// The text for a story that has no file yet: indented by two spaces, short things in one line. The error is "F103",
/// for text that is no UTF-8.
core::Result<std::string> newStoryText(const model::Story& story);

} // namespace fabula::io
