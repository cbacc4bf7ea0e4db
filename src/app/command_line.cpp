#include "app/command_line.hpp"

#include "app/asset_path.hpp"
#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/window.hpp"
#include "ask/question.hpp"
#include "io/suggestion.hpp"
#include "paint/codepoints.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace fabula::app {
namespace {

/// "1600x900" as a size; a sentence that says what is wrong otherwise.
std::string readSize(const std::string& text, core::Size& size)
{
    const std::size_t cross = text.find('x');
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    if (cross != std::string::npos) {
        const auto first = std::from_chars(text.data(), text.data() + cross, width);
        const auto second = std::from_chars(text.data() + cross + 1, end, height);
        if (first.ptr == text.data() + cross && second.ptr == end && width >= 320 && height >= 200 && width <= 32767 &&
            height <= 32767) {
            size = {static_cast<double>(width), static_cast<double>(height)};
            return {};
        }
    }
    return "expected WIDTHxHEIGHT in pixels, from 320x200 to 32767x32767, such as 1600x900";
}

std::string readDate(const std::string& text, time::Edtf& date)
{
    const auto parsed = time::parseEdtf(text);
    if (!parsed)
        return fmt::format("column {}: {}", parsed.error().where.column, core::english(parsed.error().message));
    date = *parsed;
    return {};
}

struct Calls
{
    std::vector<std::filesystem::path> stories;
    RenderOptions render;
    AskOptions ask;
    BriefOptions brief;
    DiffOptions diff;
    ImportOptions import;
    std::filesystem::path file; ///< of another program, to write
    std::filesystem::path story;
    std::filesystem::path window;
    std::filesystem::path since;
    std::string date;
    std::string language = "en";
    std::string theme = "dark";
    bool json = false;
};

void defineCheck(CLI::App& program, Calls& calls)
{
    CLI::App* check = program.add_subcommand("check", "Print what is wrong with story files");
    check->add_option("STORY", calls.stories, "Story files")->required();
    check->add_flag("--json", calls.json, "Print the findings as JSON");
}

void defineDate(CLI::App& command, const char* name, time::Edtf& date, const char* what)
{
    command
        .add_option_function<std::string>(
            name,
            [&date, name](const std::string& text) {
                const std::string wrong = readDate(text, date);
                if (!wrong.empty())
                    throw CLI::ValidationError(name, wrong);
            },
            what)
        ->type_name("EDTF");
}

void defineSince(CLI::App& command, std::filesystem::path& since)
{
    command.add_option("--since", since, "An older version of the story: mark what is new, changed and withdrawn")
        ->type_name("OLD");
}

void defineRender(CLI::App& program, Calls& calls)
{
    CLI::App* render = program.add_subcommand("render", "Draw one picture of a story");
    render->add_option("STORY", calls.render.story, "Story file")->required();
    render->add_option("-o,--output", calls.render.output, "File to write: .png, .svg or .pdf")->required();
    render
        ->add_option_function<std::string>(
            "--size",
            [&calls](const std::string& text) {
                const std::string wrong = readSize(text, calls.render.size);
                if (!wrong.empty())
                    throw CLI::ValidationError("--size", wrong);
            },
            "Width and height in pixels (default 1600x900)")
        ->type_name("WxH");
    render->add_option("--scale", calls.render.scale, "Pixels of the file for one of the layout (default 1)")
        ->check(CLI::Range(0.25, 8.0));
    render->add_option("--lang", calls.render.language, "Language, as a BCP 47 tag (default: the story's first)");
    render->add_option("--theme", calls.theme, "dark or light (default dark)")->check(CLI::IsMember({"dark", "light"}));
    render->add_option("--view", calls.render.view, "timeline or graph (default: the scene's, else timeline)")
        ->check(CLI::IsMember({"timeline", "graph"}));
    render->add_option("--scene", calls.render.scene, "Draw this scene: its events, its range")->type_name("ID");
    render->add_option("--select", calls.render.select, "Show this event as selected")->type_name("ID");
    defineDate(*render, "--range", calls.render.range, "The stretch of time that fills the width");
    defineDate(*render, "--as-of", calls.render.asOf, "Only what the public could know by then");
    defineSince(*render, calls.render.since);
    render->add_option("--report", calls.render.report, "Also write what the picture consists of, as JSON");
}

void defineAsk(CLI::App& program, Calls& calls)
{
    const std::vector<std::string> questions(ask::kAskNames.begin(), ask::kAskNames.end());
    CLI::App* ask = program.add_subcommand("ask", "Put a question to a story");
    ask->add_option("STORY", calls.ask.story, "Story file")->required();
    ask->add_option("QUESTION", calls.ask.question,
                    "why ID, effects ID, path A B, without ID (an event or source; two ids: the link between them), "
                    "sources ID (two ids: the link), pivots, mainline, contradictions, implied")
        ->required()
        ->check(CLI::IsMember(questions));
    ask->add_option("IDS", calls.ask.ids, "What it is about")->type_name("ID");
    defineDate(*ask, "--as-of", calls.ask.asOf, "Only what the public could know by then");
    ask->add_option("--lang", calls.ask.language, "Language, as a BCP 47 tag (default: the story's first)");
    ask->add_flag("--json", calls.ask.json, "Print the answer as JSON");
}

void defineBrief(CLI::App& program, Calls& calls)
{
    CLI::App* brief = program.add_subcommand("brief", "Write a story's scenes as a deck");
    brief->add_option("STORY", calls.brief.story, "Story file")->required();
    brief
        ->add_option("-o,--output", calls.brief.output,
                     "Deck to write: .pdf, .pptx, .html, .mp4, .md, or a folder of pictures")
        ->required();
    brief->add_option("--lang", calls.brief.language, "Language, as a BCP 47 tag (default: the story's first)");
    brief->add_option("--theme", calls.brief.theme, "dark or light (default: light on paper, else dark)")
        ->check(CLI::IsMember({"dark", "light"}));
    brief->add_option("--scenes", calls.brief.scenes, "Only these scenes, in this order")
        ->delimiter(',')
        ->type_name("ID,ID");
    defineSince(*brief, calls.brief.since);
    brief->add_flag("--notes", calls.brief.notes, "With the notes that only the presenter sees");
    brief
        ->add_option("--pace", calls.brief.wordsPerMinute,
                     "Words per minute at which a film's narrations are read (default: the scenes' seconds, else 150)")
        ->check(CLI::Range(1.0, 10000.0))
        ->type_name("WPM");
}

void defineDiff(CLI::App& program, Calls& calls)
{
    CLI::App* diff = program.add_subcommand("diff", "Tell what changed between two versions of a story");
    diff->add_option("OLD", calls.diff.before, "Story file as it was")->required();
    diff->add_option("NEW", calls.diff.after, "Story file as it is")->required();
    diff->add_option("--lang", calls.diff.language, "Language, as a BCP 47 tag (default: the new story's first)");
    diff->add_flag("--json", calls.diff.json, "Print what changed as JSON");
}

void defineImportAndExport(CLI::App& program, Calls& calls)
{
    CLI::App* reading =
        program.add_subcommand("import", "Make a story of a graph of another program, or of a git history");
    reading
        ->add_option("FILE", calls.import.file, "Graph to read: .graphml, .dot or .gv, or the folder of a repository")
        ->required();
    reading
        ->add_option_function<std::string>(
            "--format", [&calls](const std::string&) { calls.import.git = true; },
            "git: FILE is the top folder of a git repository, whose commits become events (default: by the ending)")
        ->check(CLI::IsMember({"git"}))
        ->type_name("FORMAT");
    reading->add_option("-o,--output", calls.import.output,
                        "Story file to write (of a git repository the default is standard output)");
    CLI::App* writing = program.add_subcommand("export", "Write a story as a graph for other programs");
    writing->add_option("STORY", calls.story, "Story file")->required();
    writing->add_option("-o,--output", calls.file, "File to write: .graphml, .dot or .gv")->required();
}

void defineDateAndSchema(CLI::App& program, Calls& calls)
{
    CLI::App* date = program.add_subcommand("date", "Explain a date: earliest, latest, and the words for it");
    date->add_option("EDTF", calls.date, "A date such as 2025-08~ or 2025-06/..")->required();
    date->add_option("--lang", calls.language, "Language of the words (default en)");
    date->add_flag("--json", calls.json, "Print as JSON");
    program.add_subcommand("schema", "Print the JSON Schema of story files");
}

int dispatch(const CLI::App& program, Calls& calls)
{
    calls.render.light = calls.theme == "light";
    if (program.got_subcommand("check"))
        return checkStories(calls.stories, calls.json);
    if (program.got_subcommand("render"))
        return renderStory(calls.render);
    if (program.got_subcommand("ask"))
        return askStory(calls.ask);
    if (program.got_subcommand("brief"))
        return briefStory(calls.brief);
    if (program.got_subcommand("diff"))
        return diffStories(calls.diff);
    if (program.got_subcommand("import"))
        return importStory(calls.import);
    if (program.got_subcommand("export"))
        return exportStory(calls.story, calls.file);
    if (program.got_subcommand("date"))
        return describeDate(calls.date, calls.language, calls.json);
    if (program.got_subcommand("schema"))
        return printSchema();
    std::error_code ignored;
    if (!calls.window.empty() && !std::filesystem::exists(calls.window, ignored)) {
        printError(fmt::format(
            "there is no file {}; the commands are check, render, ask, brief, diff, import, export, date and schema",
            io::inQuotes(calls.window.string())));
        return exitInputErrors;
    }
    return runWindow(calls.window.empty() ? shippedStory() : calls.window, calls.since);
}

} // namespace

void printText(std::string_view text)
{
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        shown += paint::drawable(text.substr(at, end - at));
        if (end < text.size())
            shown += '\n';
        at = end + 1;
    }
    fmt::print("{}", shown);
}

void printError(const std::string& sentence)
{
    fmt::print(stderr, "error: {}\n", sentence);
}

void printFindings(const core::Diagnostics& diagnostics)
{
    for (const core::Finding& finding : diagnostics.findings())
        fmt::print(stderr, "{}\n", core::toString(finding));
}

std::shared_ptr<const paint::FontBook> fontsOrComplaint()
{
    auto fonts = paint::FontBook::open();
    if (!fonts) {
        printError(core::english(fonts.error().message));
        return nullptr;
    }
    for (const core::Message& finding : (*fonts)->findings())
        fmt::print(stderr, "warning: {}\n", core::english(finding));
    return *fonts;
}

int runCommandLine(int argc, const char* const* argv)
{
    CLI::App program("Fabula: see a story as a graph of events on a timeline", "fabula");
    Calls calls;
    program.set_version_flag("--version", std::string("fabula ") + FABULA_VERSION);
    program.add_option("STORY", calls.window, "Story file to open in the window (default: the shipped story)");
    defineSince(program, calls.since);
    program.require_subcommand(0, 1);
    defineCheck(program, calls);
    defineRender(program, calls);
    defineAsk(program, calls);
    defineBrief(program, calls);
    defineDiff(program, calls);
    defineImportAndExport(program, calls);
    defineDateAndSchema(program, calls);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = program.exit(error);
        return code == 0 ? exitFine : exitWrongUsage;
    }
    return dispatch(program, calls);
}

} // namespace fabula::app
