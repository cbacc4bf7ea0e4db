#include "core/web_address.hpp"
#include "paint/codepoints.hpp"
#include "paint/hrefs.hpp"
#include "paint/painters.hpp"
#include "paint/shapes.hpp"
#include "paint/surface_size.hpp"
#include "paint/svg_fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <variant>

namespace fabula::paint {
namespace {

using namespace scene;

constexpr std::array<std::string_view, 7> kSubjectNames{"none",    "event",  "link",   "lane",
                                                        "cluster", "ribbon", "undated"};

/// A length with at most three decimals and no needless zeros.
std::string number(double value)
{
    std::string text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(Colour colour)
{
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

/// ` fill="#…"`, with an opacity where it isn't whole.
std::string paintOf(std::string_view property, Colour colour)
{
    std::string out = fmt::format(" {}=\"{}\"", property, hex(colour));
    if (colour.alpha < 255)
        out += fmt::format(" {}-opacity=\"{}\"", property, number(colour.alpha / 255.0));
    return out;
}

std::string boxOf(const Rect& rect)
{
    return fmt::format(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(rect.x), number(rect.y),
                       number(rect.width), number(rect.height));
}

std::string roundOf(double radius)
{
    return radius > 0 ? fmt::format(" rx=\"{}\"", number(radius)) : "";
}

std::string strokeOf(Colour colour, double width, double dash, double gap)
{
    std::string out =
        paintOf("stroke", colour) + fmt::format(" stroke-width=\"{}\" stroke-linejoin=\"round\"", number(width));
    if (dash > 0 && gap > 0)
        out += fmt::format(" stroke-dasharray=\"{} {}\"", number(dash), number(gap));
    return out;
}

std::string pair(Point point)
{
    return fmt::format("{} {}", number(point.x), number(point.y));
}

/// Writes one shape after another; a visitor of scene::Shape.
class SvgBody
{
public:
    explicit SvgBody(const FontBook& fonts, std::string_view prefix = {}) : fonts_(fonts), prefix_(prefix) {}

    void operator()(const FillRect& shape)
    {
        if (shape.radius <= 0 || shape.corners == cornersAll || shape.corners == cornersNone) {
            const double radius = shape.corners == cornersNone ? 0 : shape.radius;
            add("<rect{}{}{}/>", boxOf(shape.rect), roundOf(radius), paintOf("fill", shape.colour));
            return;
        }
        add("<path d=\"{}\"{}/>", halfRoundPath(shape), paintOf("fill", shape.colour));
    }

    void operator()(const StrokeRect& shape)
    {
        add("<rect{}{} fill=\"none\"{}/>", boxOf(shape.rect), roundOf(shape.radius),
            strokeOf(shape.colour, shape.width, shape.dash, shape.dashGap));
    }

    void operator()(const GradientRect& shape)
    {
        const auto [first, second] = orderedStops(shape);
        const std::string id = fmt::format("{}g{}", prefix_, ++gradients_);
        std::string stops;
        const auto addStop = [&stops](double at, Colour colour) {
            stops += fmt::format("<stop offset=\"{}\" stop-color=\"{}\" stop-opacity=\"{}\"/>", number(at), hex(colour),
                                 number(colour.alpha / 255.0));
        };
        addStop(0, shape.begin);
        addStop(first, shape.middle);
        addStop(second, shape.middle);
        addStop(1, shape.end);
        add("<linearGradient id=\"{}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" x2=\"{}\" y2=\"0\">{}"
            "</linearGradient>",
            id, number(shape.rect.left()), number(shape.rect.right()), stops);
        add("<rect{} fill=\"url(#{})\"/>", boxOf(withinReach(shape.rect)), id);
    }

    void operator()(const HatchRect& shape)
    {
        std::string d;
        for (const HatchLine& line : hatchLines(shape, page_))
            d += fmt::format("M{} L{}", pair(line.from), pair(line.to));
        if (!d.empty())
            add("<g clip-path=\"url(#{})\"><path d=\"{}\" fill=\"none\"{}/></g>", clipOf(shape.rect), d,
                strokeOf(shape.colour, shape.width, 0, 0));
    }

    void operator()(const ShadowRect& shape)
    {
        for (const FillRect& layer : shadowLayers(shape))
            (*this)(layer);
    }

    void operator()(const Disc& shape)
    {
        const bool ringed = shape.strokeWidth > 0 && shape.stroke.alpha > 0;
        add("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>", number(shape.centre.x), number(shape.centre.y),
            number(shape.radius), paintOf("fill", shape.fill),
            ringed ? strokeOf(shape.stroke, shape.strokeWidth, 0, 0) : "");
    }

    void operator()(const Path& shape)
    {
        std::string d = fmt::format("M{}", pair(shape.points[0]));
        for (std::size_t i = 1; i + 2 < shape.points.size(); i += 3)
            d += fmt::format(" C{} {} {}", pair(shape.points[i]), pair(shape.points[i + 1]), pair(shape.points[i + 2]));
        if (shape.closed || shape.width <= 0)
            d += " Z";
        if (shape.width > 0)
            add("<path d=\"{}\" fill=\"none\"{}/>", d, strokeOf(shape.colour, shape.width, shape.dash, shape.dashGap));
        else
            add("<path d=\"{}\"{}/>", d, paintOf("fill", shape.colour));
    }

    void operator()(const TextRun& shape)
    {
        const std::string text = drawable(shape.text);
        const double width = fonts_.width(shape.text, shape.style);
        if (text.empty() || width <= 0)
            return;
        const std::string element =
            fmt::format("<text{} y=\"{}\" font-size=\"{}\" font-weight=\"{}\"{}>{}</text>", placesOf(shape, width),
                        number(shape.position.y), number(shape.style.sizePx), cssWeight(shape.style.weight),
                        paintOf("fill", shape.colour), xmlEscaped(text));
        if (core::isWebAddress(shape.href))
            add("<a xlink:href=\"{0}\" href=\"{0}\">{1}</a>", xmlEscaped(shape.href), element);
        else
            add("{}", element);
    }

    void operator()(const PushClip& shape)
    {
        changeSubject({});
        add("<g clip-path=\"url(#{})\">", clipOf(shape.rect));
        ++open_;
    }

    void operator()(const PopClip&)
    {
        if (open_ == 0)
            return;
        changeSubject({});
        add("</g>");
        --open_;
    }

    /// Neighbours that show the same thing share a group that names it.
    void changeSubject(Subject subject)
    {
        if (subject == subject_)
            return;
        if (subject_.any())
            add("</g>");
        subject_ = subject;
        if (subject.any()) {
            const std::string_view name = kSubjectNames[static_cast<std::size_t>(subject.kind)];
            add("<g class=\"{0}\" data-subject=\"{0}:{1}\">", name, subject.index);
        }
    }

    std::string take(const DisplayList& picture)
    {
        page_ = {0, 0, picture.size.width, picture.size.height};
        add("<rect{}{}/>", boxOf(page_), paintOf("fill", picture.ground));
        for (const DisplayItem& item : picture.items)
            if (const std::optional<Shape> shape = drawable(item.shape)) {
                const bool clips = std::holds_alternative<PushClip>(*shape) || std::holds_alternative<PopClip>(*shape);
                if (!clips)
                    changeSubject(item.subject);
                std::visit(*this, *shape);
            }
        changeSubject({});
        while (open_ > 0)
            (*this)(PopClip{});
        return std::move(body_);
    }

private:
    template <class... Parts>
    void add(fmt::format_string<Parts...> format, Parts&&... parts)
    {
        fmt::format_to(std::back_inserter(body_), format, std::forward<Parts>(parts)...);
        body_ += '\n';
    }

    std::string clipOf(const Rect& rect)
    {
        std::string id = fmt::format("{}c{}", prefix_, ++clips_);
        add("<clipPath id=\"{}\"><rect{}/></clipPath>", id, boxOf(rect));
        return id;
    }

    /// Where the characters stand: figures of equal width one by one; other text by its start and its width, which
    /// keeps it in place even where another font must stand in.
    std::string placesOf(const TextRun& shape, double width) const
    {
        if (!shape.style.tabularFigures)
            return fmt::format(" x=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
                               number(shape.position.x), number(width));
        std::string places;
        for (const PositionedGlyph& glyph : fonts_.glyphs(shape.text, shape.style))
            places += fmt::format("{}{}", places.empty() ? "" : " ", number(shape.position.x + glyph.x));
        return fmt::format(" x=\"{}\"", places);
    }

    static std::string halfRoundPath(const FillRect& shape)
    {
        std::string d;
        for (const PathPiece& piece : outline(shape.rect, shape.radius, shape.corners)) {
            if (!piece.arc)
                d += fmt::format("{}{}", d.empty() ? "M" : "L", pair(piece.to));
            else
                d += fmt::format("A{0} {0} 0 0 1 {1}", number(piece.radius), pair(piece.to));
        }
        return d + "Z";
    }

    const FontBook& fonts_;
    std::string prefix_;
    std::string body_;
    Rect page_;
    Subject subject_;
    int gradients_ = 0;
    int clips_ = 0;
    int open_ = 0;
};

} // namespace

core::Result<std::string> svgBytes(const DisplayList& picture, const FontBook& fonts, const DocumentInfo& info)
{
    const core::Result<core::Size> size = surfaceSize(picture.size, info.scale);
    if (!size)
        return size.error();
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out +=
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                    "version=\"1.1\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" xml:space=\"preserve\"",
                    number(size->width), number(size->height), number(picture.size.width), number(picture.size.height));
    if (!info.language.empty())
        out += fmt::format(" xml:lang=\"{}\"", xmlEscaped(info.language));
    out += fmt::format(" font-family=\"{}\">\n", cssFamilies(fonts, core::FontWeight::regular));
    if (!info.title.empty())
        out += fmt::format("<title>{}</title>\n", xmlEscaped(drawable(info.title)));
    out += fmt::format("<style>\n{}text{{white-space:pre;font-kerning:none;font-variant-ligatures:none;"
                       "text-rendering:geometricPrecision}}\n</style>\n",
                       embeddedFonts(picture, fonts));
    out += SvgBody(fonts).take(picture);
    return out + "</svg>\n";
}

core::Result<std::string> svgFragment(const DisplayList& picture, const FontBook& fonts, std::string_view prefix,
                                      std::string_view label)
{
    const core::Result<core::Size> size = surfaceSize(picture.size, 1);
    if (!size)
        return size.error();
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" xml:space=\"preserve\" "
                       "role=\"img\" aria-label=\"{}\" font-family=\"{}\">\n{}</svg>\n",
                       number(picture.size.width), number(picture.size.height), xmlEscaped(drawable(label)),
                       cssFamilies(fonts, core::FontWeight::regular), SvgBody(fonts, prefix).take(picture));
}

} // namespace fabula::paint
