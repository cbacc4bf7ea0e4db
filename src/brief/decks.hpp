#pragma once

#include "brief/slide.hpp"
#include "core/result.hpp"
#include "paint/fonts.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

/// A briefing to be written, and what goes into the deck beside its slides. The references outlive the writing.
struct Deck
{
    const Briefing& briefing; ///< numbered
    const paint::FontBook& fonts;
    bool notes = false;     ///< with what only the presenter sees
    std::string_view theme; ///< as asked for, "dark" or "light"; empty: the reader's choice where there is one
    /// Is told how many of how many parts are done.
    std::function<void(std::size_t, std::size_t)> progress;
    double wordsPerMinute = 0; ///< of a film, at which narrations are read; 0: as long as the scenes say
};

/// The code of the error that a film needs ffmpeg, which this machine has not.
inline constexpr std::string_view kNoFilmProgram = "brief.no-ffmpeg";

/// Each writes the whole briefing to a file, which is whole or not there; the same input gives the same bytes. Errors
/// say what is in the way: of writing (see paint::writePng and io::writeFileSafely) or of painting ("paint.*").

/// Pages in the shape of the slides: each scene with all its steps done, its notes if wanted, then all sources.
core::Result<void> writePdfDeck(const Deck& deck, const std::filesystem::path& path);
/// A slide for each step of each scene, then all sources, for PowerPoint, Keynote and LibreOffice: editable text in
/// layouts with a theme, pictures as SVG with a PNG beside, alt text. Notes are always with it, for they are the
/// presenter's.
core::Result<void> writePptxDeck(const Deck& deck, const std::filesystem::path& path);
/// The briefing as text in CommonMark with footnotes: headings, narration, dated events, notes, sources.
core::Result<void> writeMarkdownDeck(const Deck& deck, const std::filesystem::path& path);
/// One page for a browser that asks nothing of the network: keys, clicks, touch, a hash for each scene and step, dark
/// and light, print; with an outline of headings, lists and alt text.
core::Result<void> writeHtmlDeck(const Deck& deck, const std::filesystem::path& path);
/// A PNG and an SVG for each slide: `02-the-push-1.png` is the second scene's first step. The folder is made if there
/// is none; other files in it are left alone, and all are if one can't be written.
core::Result<void> writePictureDeck(const Deck& deck, const std::filesystem::path& folder);
/// A film of 1920 by 1080 pixels, 30 pictures a second, in H.264, with the ways from slide to slide; see filmOf.
/// Errors: `kNoFilmProgram`, which names the package; "program.failed" with what ffmpeg says. Minutes for minutes of
/// film.
core::Result<void> writeVideoDeck(const Deck& deck, const std::filesystem::path& path);

/// The title of the story in the briefing's language.
std::string titleOf(const Briefing& briefing);

} // namespace fabula::brief
