#include "io/story_writer.hpp"

#include "io/story_json.hpp"
#include "io/story_patch.hpp"
#include "io/story_reader.hpp"

#include <array>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kInOrder{List::actors, List::sources, List::events, List::links, List::scenes};

template <class Thing>
bool sameIds(const std::vector<Thing>& a, const std::vector<Thing>& b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].id != b[i].id)
            return false;
    }
    return true;
}

class StoryWriting
{
public:
    StoryWriting(std::string_view text, const model::Story& before, const model::Story& after)
        : text_(text), before_(before), after_(after),
          sameNumbers_(sameIds(before.actors, after.actors) && sameIds(before.sources, after.sources) &&
                       sameIds(before.events, after.events) && before.languages == after.languages)
    {
    }

    std::string run()
    {
        const std::size_t start = text_.find('{');
        const std::size_t end = text_.rfind('}') + 1;
        const std::string_view object = text_.substr(start, end - start);
        const JsonParts old = takeApart(object);
        const std::optional<std::string> indent = indentOf(old);
        style_.unit = indent.value_or("");
        std::string result(text_.substr(0, start));
        result += story(object, old);
        return result.append(text_.substr(end));
    }

private:
    // The story's own members are patched as any object's; its lists are too large to be turned into JSON whole.
    std::string story(std::string_view object, const JsonParts& old)
    {
        const Json before = storyJson(before_, Defaults::named);
        const Json named = storyJson(after_, Defaults::named);
        const Json sparse = storyJson(after_, Defaults::leftOut);
        const std::string head = patched(object, {before, named, sparse}, style_, "");
        const JsonParts parts = takeApart(head);
        std::vector<NewPart> result;
        for (std::size_t i = 0; i < parts.parts.size(); ++i)
            result.push_back({i, {}, std::nullopt});
        for (const List list : kInOrder)
            putList(list, parts, result);
        return old.parts.empty() ? head : putTogether(parts, result, style_, "");
    }

    void putList(List list, const JsonParts& parts, std::vector<NewPart>& result)
    {
        const char* name = kListNames[static_cast<std::size_t>(list)];
        for (NewPart& part : result) {
            if (part.old && decoded(parts.parts[*part.old].key) == name) {
                part.value = listText(list, parts.parts[*part.old].value);
                return;
            }
        }
        if (elementsOf(after_, list) > 0)
            result.push_back({std::nullopt, name, listText(list, "[]")});
    }

    std::string listText(List list, std::string_view raw)
    {
        const JsonParts old = takeApart(raw);
        const std::string inner = indentOf(old).value_or(style_.unit + style_.unit);
        const auto from = partners(identitiesOf(before_, list), identitiesOf(after_, list));
        std::vector<NewPart> parts;
        for (std::size_t j = 0; j < from.size(); ++j) {
            if (!from[j])
                parts.push_back({std::nullopt,
                                 {},
                                 formatted(shortened(elementJson(after_, list, j, Defaults::leftOut)), style_, inner,
                                           inner.size())});
            else if (unchanged(list, *from[j], j))
                parts.push_back({*from[j], {}, std::nullopt});
            else
                parts.push_back({*from[j], {}, elementText(list, old.parts[*from[j]].value, *from[j], j)});
        }
        return putTogether(old, parts, style_, style_.unit);
    }

    std::string elementText(List list, std::string_view raw, std::size_t i, std::size_t j)
    {
        const Json before = elementJson(before_, list, i, Defaults::named);
        const Json named = elementJson(after_, list, j, Defaults::named);
        const Json sparse = elementJson(after_, list, j, Defaults::leftOut);
        return patched(raw, {before, named, sparse}, style_, style_.unit + style_.unit);
    }

    // Comparing values is right, and quick, as long as the numbers in them mean the same things.
    bool unchanged(List list, std::size_t i, std::size_t j) const
    {
        if (!sameNumbers_)
            return false;
        switch (list) {
        case List::actors:
            return before_.actors[i] == after_.actors[j];
        case List::sources:
            return before_.sources[i] == after_.sources[j];
        case List::events:
            return before_.events[i] == after_.events[j];
        case List::links:
            return before_.links[i] == after_.links[j];
        case List::scenes:
            break;
        }
        return before_.scenes[i] == after_.scenes[j];
    }

    static std::vector<std::string> identitiesOf(const model::Story& story, List list)
    {
        std::vector<std::string> result;
        result.reserve(elementsOf(story, list));
        for (const model::Link& link : story.links) {
            if (list == List::links)
                result.push_back(story[link.from].id.string() + '\n' + story[link.to].id + '\n' +
                                 std::string(model::name(link.kind)));
        }
        const auto add = [&](const auto& things) {
            for (const auto& thing : things)
                result.emplace_back(thing.id);
        };
        if (list == List::actors)
            add(story.actors);
        else if (list == List::sources)
            add(story.sources);
        else if (list == List::events)
            add(story.events);
        else if (list == List::scenes)
            add(story.scenes);
        return result;
    }

    std::string_view text_;
    const model::Story& before_;
    const model::Story& after_;
    bool sameNumbers_;
    JsonStyle style_;
};

core::Error notUtf8(const nlohmann::json::exception& error)
{
    return {"F103", core::message("a text of the story is no UTF-8 and can't be written: {}", error.what()), {}};
}

} // namespace

core::Result<std::string> writeStory(std::string_view originalText, const model::Story& before,
                                     const model::Story& after)
{
    if (before == after)
        return std::string(originalText);
    const LoadedStory read = readStory(originalText, "");
    if (read.story == nullptr || !(*read.story == before))
        return core::Error{
            "io.changed",
            core::message("the file was changed since it was read; save under another name, or open it again"),
            {}};
    try {
        return StoryWriting(originalText, before, after).run();
    } catch (const nlohmann::json::exception& error) {
        return notUtf8(error);
    }
}

core::Result<std::string> newStoryText(const model::Story& story)
{
    const JsonStyle style;
    const std::string inner = style.unit + style.unit;
    try {
        std::string text = "{";
        const Json head = storyJson(story, Defaults::leftOut);
        const char* lead = "\n";
        for (auto it = head.begin(); it != head.end(); ++it) {
            text +=
                lead + style.unit + oneLine(it.key()) + ": " + formatted(*it, style, style.unit, it.key().size() + 6);
            lead = ",\n";
        }
        for (const List list : kInOrder) {
            if (elementsOf(story, list) == 0)
                continue;
            text += lead + style.unit + '"' + kListNames[static_cast<std::size_t>(list)] + "\": [";
            for (std::size_t i = 0; i < elementsOf(story, list); ++i) {
                text += (i == 0 ? "\n" : ",\n") + inner;
                text +=
                    formatted(shortened(elementJson(story, list, i, Defaults::leftOut)), style, inner, inner.size());
            }
            text += '\n' + style.unit + ']';
        }
        return text + "\n}\n";
    } catch (const nlohmann::json::exception& error) {
        return notUtf8(error);
    }
}

} // namespace fabula::io
