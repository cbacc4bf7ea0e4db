#include "io/story_json.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

using Json = nlohmann::ordered_json;

// Puts members into an object, in order, with or without what goes without saying.
class Members
{
public:
    explicit Members(Defaults defaults) : named_(defaults == Defaults::named) {}

    void always(const char* key, Json value) { object_[key] = std::move(value); }
    void unless(bool goesWithoutSaying, const char* key, Json value)
    {
        if (!goesWithoutSaying || named_)
            object_[key] = std::move(value);
    }
    void word(const char* key, std::string_view text) { unless(text.empty(), key, text.empty() ? Json() : Json(text)); }
    void list(const char* key, Json list)
    {
        const bool empty = list.empty();
        unless(empty, key, std::move(list));
    }
    void date(const char* key, const time::Edtf& date) { word(key, date.text()); }
    Json take() { return std::move(object_); }

private:
    bool named_;
    Json object_ = Json::object();
};

// A plain text that is not in the story's first language any more can't be written as a string.
Json textJson(const model::Story& story, const model::Text& text)
{
    if (text.empty())
        return nullptr;
    const model::Text::Entry first = text.front();
    if (text.plain() && text.size() == 1 && !story.languages.empty() && first.language == story.languages.front())
        return first.text;
    Json object = Json::object();
    for (const model::Text::Entry& entry : text)
        object[entry.language] = entry.text;
    return object;
}

template <class Ids>
Json idsJson(const model::Story& story, const Ids& ids)
{
    Json list = Json::array();
    for (const auto id : ids)
        list.push_back(std::string(story[id].id));
    return list;
}

Json citationsJson(const model::Story& story, std::span<const model::Citation> citations)
{
    Json list = Json::array();
    for (const model::Citation& citation : citations) {
        Json object = Json::object();
        object["source"] = story[citation.source].id;
        if (!citation.at.empty())
            object["at"] = citation.at.string();
        list.push_back(std::move(object));
    }
    return list;
}

Json confidenceJson(const std::optional<model::Confidence>& confidence)
{
    return confidence ? Json(std::string(model::name(*confidence))) : Json();
}

Json secondsJson(const std::optional<double>& seconds)
{
    if (!seconds)
        return nullptr;
    constexpr double kMostWhole = 1e15; // beyond it a double does not hold every whole number
    if (std::floor(*seconds) == *seconds && *seconds < kMostWhole)
        return static_cast<std::int64_t>(*seconds);
    return *seconds;
}

Json actorJson(const model::Story& story, const model::Actor& actor, Defaults defaults)
{
    Members members(defaults);
    members.always("id", actor.id);
    members.always("name", textJson(story, actor.name));
    members.word("kind", actor.kind);
    members.unless(actor.about.empty(), "about", textJson(story, actor.about));
    members.list("aliases", actor.aliases);
    return members.take();
}

Json sourceJson(const model::Story& story, const model::Source& source, Defaults defaults)
{
    Members members(defaults);
    members.always("id", source.id);
    members.word("publisher", source.publisher);
    members.unless(source.title.empty(), "title", textJson(story, source.title));
    members.word("url", source.url);
    members.date("published", source.published);
    members.word("language", source.language);
    members.unless(!source.relays.valid(), "relays", source.relays.valid() ? Json(story[source.relays].id) : Json());
    members.word("grade", source.grade);
    return members.take();
}

Json eventJson(const model::Story& story, const model::Event& event, Defaults defaults)
{
    const bool usualLane = !event.lane.valid() || (!event.actors.empty() && event.lane == event.actors.front());
    Members members(defaults);
    members.always("id", event.id);
    members.always("title", textJson(story, event.title));
    members.unless(event.summary.empty(), "summary", textJson(story, event.summary));
    members.date("when", event.when);
    members.unless(!event.lasting, "span", event.lasting);
    members.date("planned", event.planned);
    members.date("reported", event.reported);
    members.word("kind", event.kind);
    members.unless(usualLane, "lane", event.lane.valid() ? Json(story[event.lane].id) : Json());
    members.list("actors", idsJson(story, event.actors));
    members.unless(event.importance == model::Event().importance, "importance", event.importance);
    members.unless(event.basis == model::Event().basis, "basis", std::string(model::name(event.basis)));
    members.unless(!event.confidence, "confidence", confidenceJson(event.confidence));
    members.list("sources", citationsJson(story, event.sources));
    Json tags = Json::array();
    for (const core::CompactText& tag : event.tags)
        tags.push_back(tag.string());
    members.list("tags", std::move(tags));
    return members.take();
}

Json linkJson(const model::Story& story, const model::Link& link, Defaults defaults)
{
    Members members(defaults);
    members.always("from", story[link.from].id);
    members.always("to", story[link.to].id);
    members.always("kind", std::string(model::name(link.kind)));
    members.unless(link.basis == model::Link().basis, "basis", std::string(model::name(link.basis)));
    members.unless(!link.confidence, "confidence", confidenceJson(link.confidence));
    members.list("sources", citationsJson(story, link.sources));
    members.unless(link.label.empty(), "label", textJson(story, link.label));
    return members.take();
}

Json questionJson(const model::Story& story, const std::optional<model::SceneQuestion>& question)
{
    if (!question)
        return nullptr;
    Json about = true;
    if (question->goal.valid())
        about = Json::array({story[question->subject].id, story[question->goal].id});
    else if (question->subject.valid())
        about = story[question->subject].id;
    Json object = Json::object();
    object[std::string(model::name(question->ask))] = std::move(about);
    return object;
}

Json calloutsJson(const model::Story& story, const std::vector<model::Callout>& callouts)
{
    Json list = Json::array();
    for (const model::Callout& callout : callouts) {
        Json object = Json::object();
        if (callout.event.valid())
            object["event"] = story[callout.event].id;
        else
            object["day"] = callout.day.text();
        object["text"] = textJson(story, callout.text);
        list.push_back(std::move(object));
    }
    return list;
}

Json sceneJson(const model::Story& story, const model::Scene& scene, Defaults defaults)
{
    Json reveal = Json::array();
    for (const std::vector<model::EventId>& step : scene.reveal)
        reveal.push_back(idsJson(story, step));
    Members members(defaults);
    members.always("id", scene.id);
    members.always("title", textJson(story, scene.title));
    members.unless(scene.narration.empty(), "narration", textJson(story, scene.narration));
    members.unless(scene.notes.empty(), "notes", textJson(story, scene.notes));
    members.unless(scene.view == model::Scene().view, "view", std::string(model::name(scene.view)));
    members.list("show", idsJson(story, scene.show));
    members.list("focus", idsJson(story, scene.focus));
    members.list("reveal", std::move(reveal));
    members.date("range", scene.range);
    members.date("asOf", scene.asOf);
    members.unless(!scene.ask, "ask", questionJson(story, scene.ask));
    members.list("callouts", calloutsJson(story, scene.callouts));
    members.unless(!scene.seconds, "seconds", secondsJson(scene.seconds));
    return members.take();
}

} // namespace

Json elementJson(const model::Story& story, List list, std::size_t index, Defaults defaults)
{
    switch (list) {
    case List::actors:
        return actorJson(story, story.actors[index], defaults);
    case List::sources:
        return sourceJson(story, story.sources[index], defaults);
    case List::events:
        return eventJson(story, story.events[index], defaults);
    case List::links:
        return linkJson(story, story.links[index], defaults);
    case List::scenes:
        break;
    }
    return sceneJson(story, story.scenes[index], defaults);
}

Json storyJson(const model::Story& story, Defaults defaults)
{
    Members members(defaults);
    members.always("fabula", story.version);
    members.always("id", story.id);
    members.always("title", textJson(story, story.title));
    members.list("languages", story.languages);
    return members.take();
}

std::size_t elementsOf(const model::Story& story, List list)
{
    switch (list) {
    case List::actors:
        return story.actors.size();
    case List::sources:
        return story.sources.size();
    case List::events:
        return story.events.size();
    case List::links:
        return story.links.size();
    case List::scenes:
        break;
    }
    return story.scenes.size();
}

Json shortened(Json element)
{
    if (element.is_object() && element.size() == 1 && element.contains("source"))
        return element["source"];
    if (!element.is_object() || !element.contains("sources"))
        return element;
    for (Json& citation : element["sources"])
        citation = shortened(std::move(citation));
    return element;
}

} // namespace fabula::io
