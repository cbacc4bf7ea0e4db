#include "brief/decks.hpp"
#include "brief/film.hpp"
#include "brief/transition.hpp"
#include "io/fed_program.hpp"
#include "io/language_code.hpp"
#include "io/safe_file.hpp"
#include "paint/raster_painter.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace fabula::brief {
namespace {

constexpr int kWidth = 1920;
constexpr int kHeight = 1080;

/// What ffmpeg is told: raw pictures in, a film out that plays anywhere and begins to play before all of it is there.
/// Its colours are those of high definition, which players take them for; they are named, too.
std::vector<std::string> orders(const Briefing& briefing)
{
    return {"-hide_banner", "-nostdin", "-loglevel", "error", "-y",
            // in
            "-f", "rawvideo", "-pix_fmt", "rgba", "-s", fmt::format("{}x{}", kWidth, kHeight), "-r",
            std::to_string(kFilmRate), "-i", "-",
            // out
            "-an", "-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int", "-c:v",
            "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", "-colorspace", "bt709",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-movflags", "+faststart", "-metadata",
            "title=" + titleOf(briefing), "-metadata:s:v:0", "language=" + io::languageCode(briefing.telling.language),
            "-f", "mp4", std::string(io::FedProgram::kOutput)};
}

/// Paints and feeds one picture after the other.
class Camera
{
public:
    Camera(const Deck& deck, io::FedProgram& program, std::size_t pictures)
        : deck_(deck), program_(program), painter_(deck.fonts), pictures_(pictures)
    {
    }

    /// A picture that stands is painted once.
    core::Result<void> take(const scene::DisplayList& picture, std::size_t times)
    {
        const auto pixels = painter_.paint(picture, kHeight / picture.size.height);
        if (!pixels)
            return pixels.error();
        const std::string_view bytes(reinterpret_cast<const char*>(pixels->rgba.data()), pixels->rgba.size());
        for (std::size_t i = 0; i < times; ++i) {
            if (auto fed = program_.feed(bytes); !fed)
                return fed;
            if (++taken_ % kFilmRate == 0 || taken_ == pictures_)
                deck_.progress(taken_, pictures_);
        }
        return {};
    }

private:
    const Deck& deck_;
    io::FedProgram& program_;
    paint::RasterPainter painter_;
    std::size_t pictures_;
    std::size_t taken_ = 0;
};

core::Result<void> takeAll(const Briefing& briefing, const std::vector<Shot>& film, Camera& camera)
{
    for (std::size_t i = 0; i < film.size(); ++i) {
        const Shot& shot = film[i];
        for (std::size_t step = 1; step <= shot.way; ++step) {
            const double share = static_cast<double>(step) / static_cast<double>(shot.way + 1);
            if (auto taken = camera.take(pictureBetween(briefing, film[i - 1].slide, shot.slide, share), 1); !taken)
                return taken;
        }
        if (auto taken = camera.take(slidePicture(briefing, shot.slide), shot.held); !taken)
            return taken;
    }
    return {};
}

} // namespace

core::Result<void> writeVideoDeck(const Deck& deck, const std::filesystem::path& path)
{
    if (auto writable = io::canBeWritten(path); !writable)
        return writable;
    auto program = io::FedProgram::start("ffmpeg", orders(deck.briefing));
    if (!program && program.error().code == "program.missing")
        return core::Error{
            std::string(kNoFilmProgram),
            core::verbatim("films are made by ffmpeg, which is not here; install Debian's package \"ffmpeg\""),
            {}};
    if (!program)
        return program.error();
    const std::vector<Shot> film = filmOf(deck.briefing, deck.wordsPerMinute);
    std::size_t pictures = 0;
    for (const Shot& shot : film)
        pictures += shot.way + shot.held;
    Camera camera(deck, *program, pictures);
    if (auto taken = takeAll(deck.briefing, film, camera); !taken)
        return taken;
    const auto bytes = program->finish();
    if (!bytes)
        return bytes.error();
    return io::writeFileSafely(path, *bytes);
}

} // namespace fabula::brief
