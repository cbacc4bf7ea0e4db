#include "brief/alt_text.hpp"
#include "brief/deck_assets.hpp"
#include "brief/decks.hpp"
#include "brief/lines.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "io/safe_file.hpp"
#include "layout/event_words.hpp"
#include "paint/codepoints.hpp"
#include "paint/hrefs.hpp"
#include "paint/painters.hpp"
#include "paint/svg_fonts.hpp"
#include "time/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fabula::brief {
namespace {

constexpr std::string_view kHash = "#";
// An id of ours has a "_" in it, which those of stories have not.

/// Text as it may stand in an element or in a quoted attribute.
std::string escaped(std::string_view text)
{
    return paint::xmlEscaped(paint::drawable(text));
}

/// The bytes that hexadecimal digits stand for.
std::string bytesOf(std::string_view digits)
{
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    return bytes;
}

std::string paragraphs(std::string_view text)
{
    std::string out;
    for (const std::string_view paragraph : paragraphsIn(text)) {
        if (!paragraph.empty())
            out += fmt::format("<p>{}</p>\n", escaped(paragraph));
    }
    return out;
}

/// Writes the page part by part.
class HtmlDeck
{
public:
    explicit HtmlDeck(const Deck& deck)
        : deck_(deck), briefing_(deck.briefing),
          story_(briefing_.telling.graph.story()), themed_{inTheme(scene::darkTheme()), inTheme(scene::lightTheme())}
    {
    }

    core::Result<std::string> write()
    {
        std::string body;
        for (std::size_t i = 0; i < briefing_.scenes.size(); ++i) {
            const auto section = sceneSection(i);
            if (!section)
                return section.error();
            body += *section;
            deck_.progress(i + 1, briefing_.scenes.size());
        }
        body += sourcesSection();
        // The words around the pictures are in the same fonts.
        for (const core::FontWeight weight :
             {core::FontWeight::regular, core::FontWeight::semibold, core::FontWeight::bold})
            texts_.add(scene::TextRun{{}, briefing_.telling.language + body, {16, weight, false}, {}, {}});
        return head() + "<main>\n" + body + "</main>\n<script>" + std::string(kDeckScript) +
               "</script>\n</body>\n</html>\n";
    }

private:
    static constexpr std::array<std::string_view, 2> kThemes{"dark", "light"};

    Briefing inTheme(const scene::Theme& theme) const
    {
        Briefing themed = briefing_;
        themed.telling.theme = &theme;
        return themed;
    }
    const std::string& language() const { return briefing_.telling.language; }
    std::string_view chosen(const model::Text& text) const
    {
        return model::choose(text, language(), story_.languages).text;
    }

    /// After the body, when all texts of pictures are known.
    std::string head() const
    {
        const std::string policy =
            fmt::format("default-src 'none'; script-src 'sha256-{}'; style-src 'unsafe-inline'; font-src data:; "
                        "img-src data:; base-uri 'none'; form-action 'none'",
                        paint::base64(bytesOf(kDeckScriptHash)));
        return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" data-theme=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta name=\"generator\" content=\"Fabula\">\n<title>{}</title>\n<style>\n{}{}</style>\n"
                           "</head>\n<body>\n",
                           escaped(language()), deck_.theme, policy, escaped(titleOf(briefing_)),
                           paint::embeddedFonts(texts_, deck_.fonts), kDeckStyle);
    }

    /// With which step each event and link comes, for the script.
    std::string revealsOf(const SceneContent& content) const
    {
        nlohmann::ordered_json steps = nlohmann::ordered_json::object();
        for (const EventId event : content.shown) {
            if (content.step[event.index()] > 0)
                steps[fmt::format("event:{}", event.value)] = content.step[event.index()];
        }
        for (std::size_t i = 0; i < story_.links.size(); ++i) {
            const model::Link& link = story_.links[i];
            const std::size_t step = std::max(content.step[link.from.index()], content.step[link.to.index()]);
            if (step > 0)
                steps[fmt::format("link:{}", i)] = step;
        }
        return steps.dump(-1, ' ', true);
    }

    core::Result<std::string> sceneSection(std::size_t index)
    {
        const BriefScene& told = briefing_.scenes[index];
        const SceneContent& content = told.stage.content;
        const model::Scene& scene = story_[content.id];
        const Slide whole{index, content.steps - 1, 0};
        std::string out =
            fmt::format("<section class=\"scene\" id=\"{}\" data-steps=\"{}\" data-reveal=\"{}\">\n<header>\n",
                        scene.id, content.steps, escaped(revealsOf(content)));
        if (index == 0)
            out += fmt::format("<p class=\"deck-title\">{}</p>\n", escaped(titleOf(briefing_)));
        out += fmt::format("<h2>{}</h2>\n<p class=\"place\">{}</p>\n</header>\n<figure class=\"stage\">\n",
                           escaped(told.title), escaped(placeWords(briefing_, index)));
        for (std::size_t i = 0; i < kThemes.size(); ++i) {
            const scene::DisplayList picture = stagePicture(themed_[i], whole);
            const auto svg = paint::svgFragment(
                picture, deck_.fonts, fmt::format("{}{}", kThemes[i].substr(0, 1), index), altText(briefing_, whole));
            if (!svg)
                return svg.error();
            out += fmt::format("<div class=\"theme-{}\">{}</div>\n", kThemes[i], *svg);
            if (i == 0) // both say the same
                texts_.items.insert(texts_.items.end(), picture.items.begin(), picture.items.end());
        }
        out += "</figure>\n<div class=\"told\">\n<div class=\"narration\">\n" + paragraphs(chosen(scene.narration)) +
               "</div>\n<div class=\"foot\"><p class=\"evidence\">" + evidenceLine(whole) + "</p>\n" + progressBar() +
               "</div>\n</div>\n";
        if (deck_.notes && !chosen(scene.notes).empty())
            out += fmt::format("<aside class=\"notes\"><h3>{}</h3>\n{}</aside>\n",
                               core::phrase("brief.notes", language()), paragraphs(chosen(scene.notes)));
        return out + eventList(content, scene.id) + "</section>\n";
    }

    std::string progressBar() const
    {
        std::string dashes;
        for (std::size_t i = 0; i < briefing_.scenes.size(); ++i)
            dashes += "<i></i>";
        return "<div class=\"progress\" aria-hidden=\"true\">" + dashes + "</div>\n";
    }

    std::string sourceReference(SourceId id) const
    {
        return fmt::format("<a href=\"{}_source-{}\">[{}]</a>", kHash, numberOf(briefing_, id),
                           numberOf(briefing_, id));
    }

    std::string evidenceLine(const Slide& slide) const
    {
        const Evidence evidence = evidenceOf(briefing_, slide);
        std::string line = escaped(evidence.claims);
        constexpr std::size_t kNamed = 3;
        for (std::size_t i = 0; i < evidence.sources.size(); ++i) {
            const model::Source& source = story_[evidence.sources[i]];
            line += i <= kNamed ? " · " : " ";
            line += sourceReference(evidence.sources[i]);
            if (i < kNamed)
                line += ' ' + escaped(sourceWords(source, language()));
        }
        return line;
    }

    /// The outline of the scene, and what the pointer is told over an event.
    std::string eventList(const SceneContent& content, const std::string& scene) const
    {
        std::string out = fmt::format("<details><summary>{}</summary>\n<ul class=\"events\">\n",
                                      core::phrase("brief.events", language()));
        for (const EventId id : content.shown) {
            const model::Event& event = story_[id];
            std::string date = layout::dateLine(content.events, id, language());
            if (event.confidence)
                date += " · " + std::string(core::phrase("confidence." + std::string(model::name(*event.confidence)),
                                                         language()));
            out += fmt::format("<li id=\"{}_event-{}\"><strong>{}</strong> <span>{}</span>", scene, id.value,
                               escaped(chosen(event.title)), escaped(date));
            if (!chosen(event.summary).empty())
                out += fmt::format("<p>{}</p>", escaped(chosen(event.summary)));
            out += "<p>";
            for (const SourceId source : citedBy(content, id)) {
                if (numberOf(briefing_, source) <= briefing_.sources.size())
                    out += sourceReference(source) + ' ' + escaped(sourceWords(story_[source], language())) + ' ';
            }
            out += "</p></li>\n";
        }
        return out + "</ul>\n</details>\n";
    }

    std::string sourcesSection() const
    {
        if (briefing_.sources.empty())
            return {};
        std::string out =
            fmt::format("<section class=\"scene all-sources\" id=\"_sources\">\n<header><h2>{}</h2></header>\n"
                        "<ol class=\"sources\">\n",
                        core::phrase("brief.sources", language()));
        for (std::size_t i = 0; i < briefing_.sources.size(); ++i) {
            const model::Source& source = story_[briefing_.sources[i]];
            out += fmt::format("<li id=\"_source-{}\"><strong>[{}] {}</strong>", i + 1, i + 1,
                               escaped(sourceWords(source, language())));
            if (!chosen(source.title).empty())
                out += fmt::format("<br>{}", escaped(chosen(source.title)));
            if (!source.grade.empty())
                out += fmt::format("<br>{}: {}", escaped(source.grade), gradeWords(source.grade, language()));
            if (source.relays.valid())
                out += "<br>" + escaped(core::phraseWith("brief.repeats",
                                                         sourceWords(story_[source.relays], language()), language()));
            if (core::isWebAddress(source.url))
                out += fmt::format("<br><a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", escaped(source.url));
            out += "</li>\n";
        }
        return out + "</ol>\n</section>\n";
    }

    const Deck& deck_;
    const Briefing& briefing_;
    const model::Story& story_;
    std::array<Briefing, kThemes.size()> themed_;
    scene::DisplayList texts_; ///< of all pictures, for their fonts
};

} // namespace

core::Result<void> writeHtmlDeck(const Deck& deck, const std::filesystem::path& path)
{
    const auto page = HtmlDeck(deck).write();
    if (!page)
        return page.error();
    return io::writeFileSafely(path, *page);
}

} // namespace fabula::brief
