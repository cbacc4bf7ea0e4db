#include "paint/fonts.hpp"

#include "paint/codepoints.hpp"
#include "paint/font_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fabula::paint {
namespace {

constexpr std::array<const char*, 4> kInter{"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"};
constexpr std::array<const char*, 2> kCjk{"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"};
/// Regular and bold of what stands in, best first, with the usual folder.
constexpr std::array<std::array<const char*, 3>, 4> kStandIns{
    {{"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "truetype/dejavu"},
     {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "truetype/noto"},
     {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "truetype/liberation"},
     {"FreeSans.ttf", "FreeSansBold.ttf", "truetype/freefont"}}};

/// The face of the Noto Sans CJK collection whose shapes a language uses.
int cjkFace(std::string_view language)
{
    if (language.substr(0, 2) == "ja")
        return 0;
    if (language.substr(0, 2) == "ko")
        return 1;
    const bool traditional = language.find("Hant") != std::string_view::npos ||
                             language.find("TW") != std::string_view::npos ||
                             language.find("HK") != std::string_view::npos;
    return traditional ? 3 : 2;
}

bool isDigit(std::uint32_t codepoint)
{
    return codepoint >= '0' && codepoint <= '9';
}

double widestDigitEm(const FontFace& face)
{
    double widest = 0;
    for (std::uint32_t digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, face.metrics(digit).advanceEm);
    return widest;
}

bool isBold(std::size_t weight)
{
    return weight >= static_cast<std::size_t>(core::FontWeight::semibold);
}

} // namespace

/// Puts a book together from what the search finds.
class FontBookMaker
{
public:
    explicit FontBookMaker(const FontOptions& options) : search_(options.folders), cjkFace_(cjkFace(options.language))
    {
    }

    core::Result<std::shared_ptr<FontBook>> make()
    {
        addInter();
        addCjk();
        addStandIns();
        const std::vector<std::uint16_t>& plain = book_->chains_[0];
        const bool some = std::any_of(plain.begin(), plain.end(),
                                      [this](std::uint16_t face) { return book_->faces_[face]->usable(); });
        if (!some)
            return core::Error{"paint.fonts",
                               core::verbatim("No font was found. Install the packages fonts-inter and "
                                              "fonts-noto-cjk, or name a folder with fonts in FABULA_FONT_DIR."),
                               {}};
        // Rather the plain face than none, where a machine has no heavier one.
        for (std::vector<std::uint16_t>& chain : book_->chains_)
            if (chain.empty())
                chain = plain;
        return std::shared_ptr<FontBook>(std::move(book_));
    }

private:
    void chainUp(std::size_t weight, std::uint16_t face) { book_->chains_[weight].push_back(face); }

    void addInter()
    {
        for (std::size_t weight = 0; weight < kInter.size(); ++weight) {
            std::optional<std::string> path = search_.find(fmt::format("{}.otf", kInter[weight]), "opentype/inter");
            if (!path)
                path = search_.find(fmt::format("{}.ttf", kInter[weight]), "truetype/inter");
            if (path)
                chainUp(weight, book_->addFace({*path, 0}));
            else
                book_->findings_.push_back(
                    core::message("The font {} was not found; install the package fonts-inter.", kInter[weight]));
        }
    }

    void addCjk()
    {
        std::array<std::optional<std::string>, 2> paths;
        for (std::size_t bold = 0; bold < kCjk.size(); ++bold)
            paths[bold] = search_.find(kCjk[bold], "opentype/noto");
        if (!paths[0] && !paths[1]) {
            book_->findings_.push_back(core::message("The font Noto Sans CJK for Chinese, Japanese and Korean was not "
                                                     "found; install the package fonts-noto-cjk."));
            return;
        }
        for (std::size_t weight = 0; weight < kInter.size(); ++weight) {
            const std::optional<std::string>& wanted = paths[isBold(weight) ? 1 : 0];
            chainUp(weight, book_->addFace({wanted ? *wanted : *(paths[0] ? paths[0] : paths[1]), cjkFace_}));
        }
    }

    void addStandIns()
    {
        for (const auto& [regular, bold, folder] : kStandIns) {
            const std::optional<std::string> plain = search_.find(regular, folder);
            const std::optional<std::string> heavy = search_.find(bold, folder);
            if (!plain)
                continue;
            for (std::size_t weight = 0; weight < kInter.size(); ++weight)
                chainUp(weight, book_->addFace({isBold(weight) && heavy ? *heavy : *plain, 0}));
            return;
        }
        if (book_->chains_[0].empty())
            addAnything();
    }

    void addAnything()
    {
        for (const std::string& path : search_.all()) {
            const FontFace face({path, 0});
            if (!face.usable() || face.metrics('e').glyph == 0)
                continue;
            for (std::size_t weight = 0; weight < kInter.size(); ++weight)
                chainUp(weight, book_->addFace({path, 0}));
            return;
        }
    }

    FontSearch search_;
    int cjkFace_;
    std::unique_ptr<FontBook> book_{new FontBook};
};

/// A codepoint as it is set: its glyph, and where in its cell it stands.
struct FontBook::Set
{
    std::uint16_t face = 0;
    std::uint32_t glyph = 0;
    std::uint32_t codepoint = 0;
    double offset = 0;
    double advance = 0;
};

FontOptions systemFontOptions()
{
    return {systemFontFolders(), "zh-Hans"};
}

core::Result<std::shared_ptr<FontBook>> FontBook::open(const FontOptions& options)
{
    return FontBookMaker(options).make();
}

std::uint16_t FontBook::addFace(FontFile file)
{
    for (std::size_t i = 0; i < faces_.size(); ++i)
        if (faces_[i]->file() == file)
            return static_cast<std::uint16_t>(i);
    faces_.push_back(std::make_unique<FontFace>(std::move(file)));
    return static_cast<std::uint16_t>(faces_.size() - 1);
}

const std::vector<std::uint16_t>& FontBook::chain(core::FontWeight weight) const
{
    return chains_[static_cast<std::size_t>(weight)];
}

FontBook::Set FontBook::set(std::uint32_t codepoint, const core::TextStyle& style) const
{
    const std::vector<std::uint16_t>& faces = chain(style.weight);
    for (const std::uint32_t wanted : {codepoint, kReplacement, std::uint32_t{'?'}})
        for (const std::uint16_t index : faces) {
            const GlyphMetrics found = faces_[index]->metrics(wanted);
            if (found.glyph == 0)
                continue;
            const double advance = found.advanceEm * style.sizePx;
            if (!style.tabularFigures || !isDigit(wanted))
                return {index, found.glyph, wanted, 0, advance};
            const double cell = widestDigitEm(*faces_[index]) * style.sizePx;
            return {index, found.glyph, wanted, (cell - advance) / 2, cell};
        }
    return {faces.front(), 0, codepoint, 0, faces_[faces.front()]->metrics(codepoint).advanceEm * style.sizePx};
}

double FontBook::width(std::string_view text, const core::TextStyle& style) const
{
    const std::string line = drawable(text);
    double x = 0;
    for (std::size_t at = 0; at < line.size();)
        x += set(nextCodepoint(line, at), style).advance;
    return x;
}

core::Rect FontBook::inkBox(std::string_view text, const core::TextStyle& style) const
{
    core::Rect box;
    for (const PositionedGlyph& glyph : glyphs(text, style)) {
        const core::Rect em = faces_[glyph.face]->inkEm(glyph.codepoint);
        box = core::united(box, {glyph.x + em.x * style.sizePx, em.y * style.sizePx, em.width * style.sizePx,
                                 em.height * style.sizePx});
    }
    return box;
}

const FontFace& FontBook::firstUsable(core::FontWeight weight) const
{
    const std::vector<std::uint16_t>& faces = chain(weight);
    for (const std::uint16_t face : faces)
        if (faces_[face]->usable())
            return *faces_[face];
    return *faces_[faces.front()];
}

core::LineMetrics FontBook::metrics(const core::TextStyle& style) const
{
    const FontFace& first = firstUsable(style.weight);
    const double ascent = first.ascentEm() * style.sizePx;
    const double descent = first.descentEm() * style.sizePx;
    return {ascent, descent, ascent + descent};
}

std::vector<PositionedGlyph> FontBook::glyphs(std::string_view text, const core::TextStyle& style) const
{
    const std::string line = drawable(text);
    std::vector<PositionedGlyph> out;
    out.reserve(line.size());
    double x = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Set next = set(nextCodepoint(line, at), style);
        out.push_back({next.face, next.glyph, next.codepoint, x + next.offset});
        x += next.advance;
    }
    return out;
}

double FontBook::lineHeightPerEm(std::size_t face) const
{
    return faces_[face]->ascentEm() + faces_[face]->descentEm();
}

} // namespace fabula::paint
