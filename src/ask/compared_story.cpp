#include "ask/compared_story.hpp"

#include "core/phrases.hpp"
#include "model/revision.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace fabula::ask {
namespace {

constexpr std::size_t kMostNamed = 8; ///< of a section, in the narration; the notes have the others
constexpr std::size_t kMostShown = 60;

/// "since-last-time", or that with a number where the story has such a scene.
std::string freeId(const model::Story& story)
{
    const std::string first = "since-last-time";
    std::string id = first;
    for (int number = 2; model::sceneNamed(story, id).valid(); ++number)
        id = first + '-' + std::to_string(number);
    return id;
}

/// "“Title” (date: May 2025 → June 2025)"; of what only came or went the words alone.
std::string inNarration(const ChangeRow& row)
{
    std::string words = row.words;
    std::string changes;
    for (const std::string& change : row.changes)
        changes += (changes.empty() ? "" : "; ") + change;
    return changes.empty() ? words : words + " (" + changes + ')';
}

/// What a section says aloud: its events by name, and its links too where they are few.
std::string listOf(const ChangeSection& section, std::string_view language)
{
    constexpr std::size_t kFewLinks = 2;
    std::vector<std::string> named;
    std::size_t unnamed = 0;
    std::vector<std::string> links;
    for (const ChangeRow& row : section.rows) {
        if (row.thing == ChangeRow::Thing::link)
            links.push_back(inNarration(row));
        else if (row.thing == ChangeRow::Thing::event && named.size() < kMostNamed)
            named.push_back(inNarration(row));
        else
            unnamed += row.thing == ChangeRow::Thing::event ? 1 : 0;
    }
    if (unnamed > 0)
        named.push_back(core::countPhrase("ask.others", unnamed, language));
    if (links.size() <= kFewLinks)
        named.insert(named.end(), links.begin(), links.end());
    else
        named.push_back(core::countPhrase("picture.links", links.size(), language));
    std::string list;
    for (const std::string& words : named)
        list += (list.empty() ? "" : " · ") + words;
    return list;
}

/// The sentence and, a paragraph each, what is new, changed and withdrawn among events and links.
std::string narrationOf(const ToldChanges& told, std::string_view language)
{
    std::string text = told.sentence;
    for (const ChangeSection& section : told.sections) {
        const std::string list = listOf(section, language);
        if (!list.empty())
            text += '\n' + section.heading + ": " + list;
    }
    return text;
}

/// All of it, a line for each thing.
std::string notesOf(const ToldChanges& told)
{
    std::string text;
    for (const ChangeSection& section : told.sections) {
        text += (text.empty() ? "" : "\n") + section.heading + ':';
        for (const ChangeRow& row : section.rows)
            text += "\n– " + row.kind + ' ' + inNarration(row);
    }
    return text;
}

/// What came, went or changed, and the ends of such links.
std::vector<EventId> concerned(const model::Story& story)
{
    std::vector<bool> marked(story.events.size(), false);
    for (std::size_t i = 0; i < story.events.size(); ++i)
        marked[i] = story.events[i].novelty != model::Novelty::same;
    for (const model::Link& link : story.links) {
        if (link.novelty != model::Novelty::same)
            marked[link.from.index()] = marked[link.to.index()] = true;
    }
    std::vector<EventId> events;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i])
            events.emplace_back(i);
    }
    // Of many the weightiest: an audience reads no more.
    if (events.size() > kMostShown) {
        const auto weightier = [&](EventId a, EventId b) { return story[a].importance > story[b].importance; };
        std::stable_sort(events.begin(), events.end(), weightier);
        events.resize(kMostShown);
        std::sort(events.begin(), events.end());
    }
    return events;
}

} // namespace

std::shared_ptr<const model::Story> comparedStory(const Comparison& comparison)
{
    auto story = std::make_shared<model::Story>(
        model::revised(comparison.before.story(), comparison.after.story(), comparison.diff));
    if (!comparison.diff.links.withdrawn.empty() && !graph::EventGraph(story).causalLoop().empty())
        story = std::make_shared<model::Story>(model::withoutWithdrawnLinks(std::move(*story)));
    model::Scene scene;
    scene.id = freeId(*story);
    for (const std::string& language : story->languages) {
        const ToldChanges told = toldChanges(comparison, language);
        scene.title.add(language, core::phrase("diff.since", language));
        scene.narration.add(language, narrationOf(told, language));
        scene.notes.add(language, notesOf(told));
    }
    scene.show = concerned(*story);
    story->scenes.insert(story->scenes.begin(), std::move(scene));
    return story;
}

} // namespace fabula::ask
