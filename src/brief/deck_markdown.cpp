#include "brief/decks.hpp"
#include "brief/lines.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "io/safe_file.hpp"
#include "layout/event_words.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "time/words.hpp"

#include <fmt/format.h>

namespace fabula::brief {
namespace {

/// One line of text that Markdown reads as that text, whatever is in it.
std::string escaped(std::string_view text)
{
    constexpr std::string_view kSigns = "\\`*_{}[]<>#|~!&";
    std::string out;
    for (const char c : layout::singleLine(text)) {
        if (kSigns.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    // What would begin a list or a heading at the start of a line.
    const std::size_t digits = out.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, "\\");
    if (!out.empty() && (out[0] == '-' || out[0] == '+' || out[0] == '='))
        out.insert(0, "\\");
    return out;
}

std::string paragraphs(std::string_view text, std::string_view before = {})
{
    std::string out;
    for (const std::string_view paragraph : paragraphsIn(text)) {
        const std::string line = escaped(paragraph);
        if (!line.empty())
            out += fmt::format("{}{}{}\n", out.empty() ? "" : fmt::format("{}\n", before), before, line);
    }
    return out;
}

/// Writes the parts one after the other.
class MarkdownDeck
{
public:
    explicit MarkdownDeck(const Deck& deck)
        : deck_(deck), briefing_(deck.briefing), story_(briefing_.telling.graph.story())
    {
    }

    std::string write()
    {
        out_ = fmt::format("# {}\n", escaped(titleOf(briefing_)));
        for (std::size_t i = 0; i < briefing_.scenes.size(); ++i)
            addScene(i);
        if (!briefing_.sources.empty())
            out_ += fmt::format("\n## {}\n\n", core::phrase("brief.sources", language()));
        for (std::size_t i = 0; i < briefing_.sources.size(); ++i)
            addSource(i);
        return std::move(out_);
    }

private:
    const std::string& language() const { return briefing_.telling.language; }
    std::string_view chosen(const model::Text& text) const
    {
        return model::choose(text, language(), story_.languages).text;
    }

    void addScene(std::size_t index)
    {
        const SceneContent& content = briefing_.scenes[index].stage.content;
        const model::Scene& scene = story_[content.id];
        out_ += fmt::format("\n## {}\\. {}\n", index + 1, escaped(chosen(scene.title)));
        if (content.asOf.known())
            out_ += fmt::format("\n*{}*\n", escaped(core::phraseWith(
                                                "picture.as-of", time::words(content.asOf, language()), language())));
        if (!chosen(scene.narration).empty())
            out_ += '\n' + paragraphs(chosen(scene.narration));
        if (!content.shown.empty())
            out_ += '\n';
        for (const EventId event : content.shown)
            addEvent(content, event);
        for (const model::Callout& callout : scene.callouts)
            addCallout(callout);
        addEvidence(index);
        if (deck_.notes && !chosen(scene.notes).empty())
            out_ +=
                fmt::format("\n### {}\n\n{}", core::phrase("brief.notes", language()), paragraphs(chosen(scene.notes)));
        deck_.progress(index + 1, briefing_.scenes.size());
    }

    void addEvent(const SceneContent& content, EventId id)
    {
        const model::Event& event = story_[id];
        out_ += fmt::format("- **{}**, {}", escaped(chosen(event.title)),
                            escaped(layout::dateLine(content.events, id, language())));
        if (event.confidence)
            out_ += fmt::format(" · {}",
                                core::phrase("confidence." + std::string(model::name(*event.confidence)), language()));
        out_ += '.';
        if (!chosen(event.summary).empty())
            out_ += ' ' + escaped(chosen(event.summary));
        addReferences(citedBy(content, id));
        out_ += '\n';
    }

    void addReferences(const std::vector<SourceId>& sources)
    {
        for (const SourceId source : sources) {
            const std::size_t number = numberOf(briefing_, source);
            if (number <= briefing_.sources.size())
                out_ += fmt::format("[^{}]", number);
        }
    }

    /// What carries the scene, with its links: the line at the foot of a slide.
    void addEvidence(std::size_t index)
    {
        const SceneContent& content = briefing_.scenes[index].stage.content;
        const Evidence evidence = evidenceOf(briefing_, {index, content.steps - 1, 0});
        if (evidence.claims.empty())
            return;
        out_ += fmt::format("\n*{}*", escaped(evidence.claims));
        addReferences(evidence.sources);
        out_ += '\n';
    }

    /// With what it is pinned to.
    void addCallout(const model::Callout& callout)
    {
        std::string pinned;
        if (callout.event.valid())
            pinned = escaped(chosen(story_[callout.event].title)) + ": ";
        else if (callout.day.known())
            pinned = escaped(time::words(callout.day, language())) + ": ";
        out_ += fmt::format("\n> {}{}\n", pinned, escaped(chosen(callout.text)));
    }

    void addSource(std::size_t index)
    {
        const model::Source& source = story_[briefing_.sources[index]];
        out_ += fmt::format("[^{}]: {}", index + 1, escaped(sourceWords(source, language())));
        if (!chosen(source.title).empty())
            out_ += ": " + escaped(chosen(source.title));
        out_ += '.';
        if (!source.grade.empty())
            out_ += fmt::format(" {}: {}.", source.grade, gradeWords(source.grade, language()));
        if (source.relays.valid())
            out_ +=
                ' ' +
                escaped(core::phraseWith("brief.repeats", sourceWords(story_[source.relays], language()), language())) +
                '.';
        if (core::isWebAddress(source.url))
            out_ += fmt::format(" <{}>", core::asUri(source.url));
        out_ += '\n';
    }

    const Deck& deck_;
    const Briefing& briefing_;
    const model::Story& story_;
    std::string out_;
};

} // namespace

core::Result<void> writeMarkdownDeck(const Deck& deck, const std::filesystem::path& path)
{
    return io::writeFileSafely(path, MarkdownDeck(deck).write());
}

} // namespace fabula::brief
