#include "io/story_reader.hpp"

#include "io/draft_reporter.hpp"
#include "io/finding_sink.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"
#include "io/reference_resolver.hpp"
#include "io/safe_file.hpp"
#include "io/story_checks.hpp"
#include "io/story_draft.hpp"
#include "io/story_handler.hpp"
#include "io/story_sax.hpp"
#include "io/suggestion.hpp"
#include "io/syntax_error.hpp"
#include "io/watched_text.hpp"

#include <charconv>
#include <memory>
#include <utility>

namespace fabula::io {
namespace {

class StoryReading
{
public:
    StoryReading(std::string_view text, std::string fileName, const ReadLimits& limits, LoadProgress* progress)
        : text_(text), limits_(limits), sink_(fileName, loaded_.diagnostics), progress_(progress),
          file_(std::move(fileName))
    {
    }

    LoadedStory run()
    {
        if (text_.size() > limits_.bytes)
            sink_.add(finding::kFileTooLarge, {}, {},
                      core::message("the file has {} bytes; split the story into files of at most {}", text_.size(),
                                    limits_.bytes));
        else if (read())
            finish();
        loaded_.diagnostics.sortByPlace();
        if (draft_ != nullptr && loaded_.diagnostics.errors() == 0)
            loaded_.story = shown();
        else if (finished_)
            loaded_.draft = draftWithoutWrongLinks();
        if (draft_ != nullptr)
            loaded_.places = std::move(draft_->places);
        loaded_.places.file = std::move(file_);
        return std::move(loaded_);
    }

private:
    // Whether the whole text was read; what it says may still be wrong. What the quick walk is not sure of is read
    // again from the start.
    bool read()
    {
        draft_ = std::make_unique<StoryDraft>(text_.size());
        StoryHandler handler(text_, *draft_, sink_);
        handler.setLimits(limits_);
        switch (JsonScan(text_, progress_).run(handler)) {
        case JsonScan::End::whole:
            return true;
        case JsonScan::End::stopped:
            return false;
        case JsonScan::End::cancelled:
            sayCancelled();
            return false;
        case JsonScan::End::unsure:
            break;
        }
        loaded_.diagnostics = {};
        draft_ = std::make_unique<StoryDraft>(text_.size());
        return parse();
    }

    bool parse()
    {
        StoryHandler handler(text_, *draft_, sink_);
        handler.setLimits(limits_);
        WatchedText source(text_, progress_);
        StorySax sax(text_, source, handler);
        const bool parsed = nlohmann::json::sax_parse(WatchedIterator(source), WatchedIterator(), &sax);
        if (source.cancelled()) {
            sayCancelled();
            return false;
        }
        if (handler.gaveUp())
            return false;
        // The parser takes a NUL byte for the end of the text.
        const bool whole = parsed && skipSeparators(text_, sax.lastEnd()) == text_.size();
        if (!whole)
            reportSyntax(handler, sax, parsed, source.offset());
        return whole;
    }

    void reportSyntax(const StoryHandler& handler, const StorySax& sax, bool parsed, std::size_t taken)
    {
        LineCounter lines(text_);
        ParserState state;
        state.lastEnd = sax.lastEnd();
        state.taken = taken;
        state.numberTooLarge = sax.numberTooLarge();
        state.finished = !handler.open() && (parsed || sax.lastEnd() > 0);
        state.openedInLine = handler.open() ? lines.at(handler.innermostStart()).line : 0;
        state.said = sax.syntaxError();
        const SyntaxProblem problem = explainSyntax(text_, state);
        sink_.add(problem.kind, LineCounter(text_).at(problem.offset), handler.pointer(), problem.sentence);
    }

    void finish()
    {
        if (progress_ != nullptr)
            progress_->step = LoadStep::checking;
        DraftReporter reporter(text_, *draft_, sink_);
        reporter.watch(progress_);
        draft_->settleReferences();
        settleLanguages(*draft_, reporter);
        ReferenceResolver(*draft_, reporter).resolve();
        if (!reporter.cancelled())
            checkStory(*draft_, reporter);
        finished_ = !reporter.cancelled();
        if (!finished_)
            sayCancelled();
    }

    void sayCancelled()
    {
        sink_.add(finding::kCancelled, {}, {},
                  core::message("the loading was cancelled; open the file again to read it"));
    }

    // The draft's story, with the arenas that its texts lie in.
    std::shared_ptr<const model::Story> shown()
    {
        draft_->story.arenas = {draft_->arena, draft_->idArena};
        return std::make_shared<const model::Story>(std::move(draft_->story));
    }

    // They stay in their places, so that the pointers to the others hold, but join nothing. The draft's links count as
    // those of the file do.
    std::shared_ptr<const model::Story> draftWithoutWrongLinks()
    {
        model::Story& story = draft_->story;
        if (story.events.empty() || sink_.full())
            return nullptr;
        const auto joinNothing = [](model::Link& link) {
            link.kind = model::LinkKind::contradicts;
            link.from = link.to = model::EventId(0);
        };
        constexpr std::string_view kLinks = "/links/";
        for (const core::Finding& found : loaded_.diagnostics.findings()) {
            const std::string& pointer = found.where.pointer;
            std::size_t index = story.links.size();
            if (found.severity == core::Severity::error && pointer.starts_with(kLinks))
                std::from_chars(pointer.data() + kLinks.size(), pointer.data() + pointer.size(), index);
            if (index < story.links.size())
                joinNothing(story.links[index]);
        }
        for (model::Link& link : story.links) {
            if (!link.from.valid() || !link.to.valid())
                joinNothing(link);
        }
        return shown();
    }

    std::string_view text_;
    ReadLimits limits_;
    LoadedStory loaded_;
    FindingSink sink_;
    LoadProgress* progress_;
    std::string file_;
    std::unique_ptr<StoryDraft> draft_; ///< null until there is something to read
    bool finished_ = false;
};

LoadedStory failed(std::string fileName, const core::Error& error)
{
    LoadedStory loaded;
    loaded.places.file = fileName;
    core::FilePlace where;
    where.file = std::move(fileName);
    loaded.diagnostics.add({error.code, core::Severity::error, std::move(where), error.message});
    return loaded;
}

} // namespace

LoadedStory readStory(std::string_view text, std::string fileName, const ReadLimits& limits)
{
    return StoryReading(text, std::move(fileName), limits, nullptr).run();
}

LoadedStory loadStory(const std::filesystem::path& path, LoadProgress* progress)
{
    const ReadLimits limits;
    const core::Result<FileText> text = readText(path, limits.bytes, progress);
    if (!text)
        return failed(path.string(), text.error());
    return StoryReading(text.value().view(), path.string(), limits, progress).run();
}

} // namespace fabula::io
