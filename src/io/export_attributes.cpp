#include "io/export_attributes.hpp"

#include "io/json_format.hpp"
#include "io/story_json.hpp"

#include <utility>

namespace fabula::io {
namespace {

using Type = ExportedAttribute::Type;

class Attributes
{
public:
    void add(std::string name, std::string_view value, Type type = Type::text)
    {
        if (!value.empty())
            list_.push_back({std::move(name), std::string(value), type});
    }
    void text(const std::string& name, const model::Text& text)
    {
        for (const model::Text::Entry& entry : text)
            add(text.plain() ? name : name + '_' + std::string(entry.language), entry.text);
    }
    void list(const std::string& name, const nlohmann::ordered_json& element)
    {
        if (element.contains(name))
            add(name, oneLine(element[name]));
    }
    std::vector<ExportedAttribute> take() { return std::move(list_); }

private:
    std::vector<ExportedAttribute> list_;
};

std::string inFirstLanguage(const model::Story& story, const model::Text& text)
{
    return std::string(model::choose(text, story.languages.front(), story.languages).text);
}

std::string startOf(time::Span span)
{
    return span.openBegin() ? std::string() : time::toIso(span.begin);
}

std::string endOf(time::Span span)
{
    return span.openEnd() ? std::string() : time::toIso(span.end, -1);
}

nlohmann::ordered_json listJson(const model::Story& story, List list)
{
    nlohmann::ordered_json elements = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < elementsOf(story, list); ++i)
        elements.push_back(elementJson(story, list, i, Defaults::leftOut));
    return elements;
}

} // namespace

std::vector<ExportedAttribute> eventAttributes(const model::Story& story, const model::Event& event)
{
    const auto index = static_cast<std::size_t>(&event - story.events.data());
    const nlohmann::ordered_json json = shortened(elementJson(story, List::events, index, Defaults::leftOut));
    Attributes attributes;
    attributes.add("label", inFirstLanguage(story, event.title));
    attributes.text("title", event.title);
    attributes.text("summary", event.summary);
    attributes.add("when", event.when.text());
    attributes.add("start", startOf(event.when.span()));
    attributes.add("end", endOf(event.when.span()));
    attributes.add("span", event.lasting ? "true" : "false", Type::flag);
    attributes.add("planned", event.planned.text());
    attributes.add("reported", event.reported.text());
    attributes.add("kind", event.kind);
    if (event.lane.valid())
        attributes.add("lane", story[event.lane].id);
    attributes.list("actors", json);
    attributes.add("importance", std::to_string(event.importance), Type::number);
    attributes.add("basis", model::name(event.basis));
    if (event.confidence)
        attributes.add("confidence", model::name(*event.confidence));
    attributes.list("sources", json);
    attributes.list("tags", json);
    return attributes.take();
}

std::vector<ExportedAttribute> linkAttributes(const model::Story& story, const model::Link& link)
{
    const auto index = static_cast<std::size_t>(&link - story.links.data());
    const nlohmann::ordered_json json = shortened(elementJson(story, List::links, index, Defaults::leftOut));
    Attributes attributes;
    attributes.add("kind", model::name(link.kind));
    attributes.add("basis", model::name(link.basis));
    if (link.confidence)
        attributes.add("confidence", model::name(*link.confidence));
    attributes.add("label", inFirstLanguage(story, link.label));
    if (!link.label.plain())
        attributes.text("label", link.label);
    attributes.list("sources", json);
    return attributes.take();
}

std::vector<ExportedAttribute> storyAttributes(const model::Story& story)
{
    Attributes attributes;
    attributes.add("fabula", std::to_string(story.version), Type::number);
    attributes.add("label", inFirstLanguage(story, story.title));
    attributes.text("title", story.title);
    attributes.add("languages", oneLine(story.languages));
    attributes.add("actors", oneLine(listJson(story, List::actors)));
    attributes.add("sources", oneLine(listJson(story, List::sources)));
    return attributes.take();
}

std::string addressOf(const model::Story& story, const model::Event& event)
{
    for (const model::Citation& citation : event.sources) {
        if (!story[citation.source].url.empty())
            return story[citation.source].url;
    }
    return {};
}

} // namespace fabula::io
