#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_story.hpp"
#include "app/story_arguments.hpp"
#include "ask/told_changes.hpp"
#include "io/story_json.hpp"
#include "model/story_diff.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace fabula::app {
namespace {

using Json = nlohmann::ordered_json;

/// The lists of a difference as JSON, as DIFF.md tells it; values are those of story files, each member named.
class DiffWriter
{
public:
    DiffWriter(const model::Story& before, const model::Story& after) : before_(before), after_(after) {}

    template <class Id>
    Json operator()(const model::ListDiff<Id>& diff, io::List list) const
    {
        Json json;
        json["new"] = Json::array();
        for (const Id id : diff.added)
            json["new"].push_back(named(after_, id));
        json["changed"] = Json::array();
        for (const model::Change<Id>& change : diff.changed)
            json["changed"].push_back(changed(change, list));
        json["withdrawn"] = Json::array();
        for (const Id id : diff.withdrawn)
            json["withdrawn"].push_back(named(before_, id));
        return json;
    }

private:
    template <class Id>
    static Json named(const model::Story& story, Id id)
    {
        return story[id].id;
    }
    static Json named(const model::Story& story, model::LinkId id)
    {
        const model::Link& link = story[id];
        return Json{{"from", story[link.from].id}, {"to", story[link.to].id}, {"kind", model::name(link.kind)}};
    }

    template <class Id>
    Json changed(const model::Change<Id>& change, io::List list) const
    {
        Json name = named(after_, change.after);
        Json json = name.is_object() ? std::move(name) : Json{{"id", std::move(name)}};
        const Json before = io::elementJson(before_, list, change.before.index(), io::Defaults::named);
        const Json after = io::elementJson(after_, list, change.after.index(), io::Defaults::named);
        json["fields"] = Json::array();
        for (const model::DiffField field : change.fields) {
            const std::string key(model::name(field));
            json["fields"].push_back(Json{{"field", key}, {"before", before.at(key)}, {"after", after.at(key)}});
        }
        return json;
    }

    const model::Story& before_;
    const model::Story& after_;
};

void printJson(const model::StoryDiff& diff, const DiffWriter& written, const std::string& summary)
{
    Json json;
    json["summary"] = summary;
    json["events"] = written(diff.events, io::List::events);
    json["links"] = written(diff.links, io::List::links);
    json["sources"] = written(diff.sources, io::List::sources);
    json["actors"] = written(diff.actors, io::List::actors);
    fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

void printTold(const ask::ToldChanges& told)
{
    printText(told.sentence + '\n');
    for (const ask::ChangeSection& section : told.sections) {
        std::size_t kinds = 0;
        for (const ask::ChangeRow& row : section.rows)
            kinds = std::max(kinds, row.kind.size()); // in ASCII in all languages that we have
        printText('\n' + section.heading + '\n');
        for (const ask::ChangeRow& row : section.rows) {
            printText(fmt::format("  {:<{}}  {}{}{}\n", row.kind, kinds, row.words, row.detail.empty() ? "" : " · ",
                                  row.detail));
            for (const std::string& change : row.changes)
                printText(fmt::format("  {:<{}}    {}\n", "", kinds, change));
        }
    }
}

/// The graph of a story, also where it has loops; its findings go to standard error. Empty if it has other errors.
std::optional<graph::EventGraph> openedGraph(const std::filesystem::path& path)
{
    OpenedStory opened = openStory(path);
    printFindings(opened.diagnostics);
    return opened.graph ? std::move(opened.graph) : std::move(opened.loopedGraph);
}

} // namespace

int diffStories(const DiffOptions& options)
{
    const std::optional<graph::EventGraph> before = openedGraph(options.before);
    const std::optional<graph::EventGraph> after = openedGraph(options.after);
    if (!before || !after)
        return exitInputErrors;
    const model::Story& old = before->story();
    const model::Story& fresh = after->story();
    if (old.id != fresh.id)
        fmt::print(stderr, "warning: by their ids these are two stories, {} and {}\n", io::inQuotes(old.id),
                   io::inQuotes(fresh.id));
    const std::string language = options.language.empty() ? fresh.languages.front() : options.language;
    warnOfLanguage(fresh, language);
    const ask::Comparison comparison = ask::compared(*before, *after);
    const ask::ToldChanges told = ask::toldChanges(comparison, language);
    if (options.json)
        printJson(comparison.diff, DiffWriter(old, fresh), told.sentence);
    else
        printTold(told);
    return exitFine;
}

} // namespace fabula::app
