#include "ui/ui_fonts.hpp"

#include "ui/canvas_sprites.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fabula::ui {
namespace {

constexpr float kReferenceEm = 16;
/// Less is no font, and Dear ImGui says so by an assertion.
constexpr std::size_t kLeastFontBytes = 100;
constexpr const char* kIconFile = "/usr/share/fonts/truetype/fork-awesome/forkawesome-webfont.ttf";
/// Icons fill their em; beside text they look right somewhat smaller.
constexpr float kIconShare = 0.95F;

} // namespace

/// A font file mapped into memory: read as far as it is used, and once for all fonts that share it.
struct UiFonts::FontBytes
{
    explicit FontBytes(const std::string& file) : path(file)
    {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat about = {};
        if (descriptor < 0)
            return;
        if (::fstat(descriptor, &about) == 0 && about.st_size > 0) {
            size = static_cast<std::size_t>(about.st_size);
            data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
            if (data == MAP_FAILED)
                data = nullptr;
        }
        ::close(descriptor);
    }
    ~FontBytes()
    {
        if (data != nullptr)
            ::munmap(data, size);
    }
    FontBytes(const FontBytes&) = delete;
    FontBytes& operator=(const FontBytes&) = delete;

    std::string path;
    void* data = nullptr;
    std::size_t size = 0;
};

UiFonts::UiFonts(std::shared_ptr<const paint::FontBook> book) : book_(std::move(book))
{
    std::error_code ignored;
    const FontBytes* icons = std::filesystem::exists(kIconFile, ignored) ? bytesOf({kIconFile, 0}) : nullptr;
    for (const core::FontWeight weight :
         {core::FontWeight::regular, core::FontWeight::medium, core::FontWeight::semibold, core::FontWeight::bold})
        addPanelFont(weight, icons);
    ImGui::GetIO().FontDefault = panelFont(core::FontWeight::regular);
    sprites_ = std::make_unique<CanvasSprites>(*book_);
}

// The atlas still points at the mapped files; a context that lives on must not read them.
UiFonts::~UiFonts()
{
    if (ImGui::GetCurrentContext() != nullptr) {
        ImGui::GetIO().FontDefault = nullptr;
        ImGui::GetIO().Fonts->ClearFonts();
    }
}

const UiFonts::FontBytes* UiFonts::bytesOf(const paint::FontFile& file)
{
    const FontBytes* bytes = nullptr;
    for (const std::unique_ptr<FontBytes>& known : bytes_) {
        if (known->path == file.path)
            bytes = known.get();
    }
    if (bytes == nullptr)
        bytes = bytes_.emplace_back(std::make_unique<FontBytes>(file.path)).get();
    return bytes->data != nullptr && bytes->size > kLeastFontBytes ? bytes : nullptr;
}

void UiFonts::addPanelFont(core::FontWeight weight, const FontBytes* icons)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFont* font = nullptr;
    auto add = [&](const FontBytes& bytes, int face, float size) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.FontNo = static_cast<ImU32>(face);
        config.MergeMode = font != nullptr;
        config.DstFont = font;
        config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
        config.Flags |= ImFontFlags_NoLoadError;
        ImFont* added = atlas.AddFontFromMemoryTTF(bytes.data, static_cast<int>(bytes.size), size, &config);
        if (font == nullptr)
            font = added;
        return added != nullptr;
    };
    const auto index = static_cast<std::size_t>(weight);
    lineHeightPerEm_[index] = 1;
    for (const std::uint16_t face : book_->chain(weight)) {
        const paint::FontFile& file = book_->face(face).file();
        const FontBytes* bytes = bytesOf(file);
        if (bytes == nullptr)
            continue;
        const double ratio = book_->lineHeightPerEm(face);
        if (font == nullptr)
            lineHeightPerEm_[index] = ratio;
        add(*bytes, file.face, kReferenceEm * static_cast<float>(ratio));
    }
    if (font == nullptr)
        font = atlas.AddFontDefault();
    if (icons != nullptr)
        hasIcons_ = add(*icons, 0, kReferenceEm * kIconShare) || hasIcons_;
    panelFonts_[index] = font;
}

float UiFonts::imguiSize(core::FontWeight weight, double emPx) const
{
    return static_cast<float>(emPx * lineHeightPerEm_[static_cast<std::size_t>(weight)]);
}

FontScope::FontScope(const UiFonts& fonts, core::FontWeight weight, double emPx)
{
    ImGui::PushFont(fonts.panelFont(weight), fonts.imguiSize(weight, emPx));
}

FontScope::~FontScope()
{
    ImGui::PopFont();
}

} // namespace fabula::ui
