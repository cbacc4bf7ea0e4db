#include "io/import_cast.hpp"

#include "io/foreign_text.hpp"
#include "io/story_reader.hpp"
#include "io/value_reader.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace fabula::io {
namespace {

// "https://www.ft.com/x" is of "ft.com".
std::string hostOf(std::string_view address)
{
    std::string_view host = address.substr(address.find("//") + 2);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www."))
        host.remove_prefix(4);
    return std::string(host);
}

} // namespace

bool ImportCast::takeLists(std::string_view languages, std::string_view actors, std::string_view sources)
{
    const auto orEmpty = [](std::string_view list) { return list.empty() ? std::string_view("[]") : list; };
    const std::string tags = languages.empty() ? std::string() : fmt::format(R"("languages":{},)", languages);
    const LoadedStory read = readStory(fmt::format(R"({{"fabula":1,"id":"x","title":"x",{}"actors":{},"sources":{}}})",
                                                   tags, orEmpty(actors), orEmpty(sources)),
                                       "");
    if (read.story == nullptr)
        return false;
    story_.languages = read.story->languages;
    story_.actors = read.story->actors;
    story_.sources = read.story->sources;
    story_.arenas = read.story->arenas;
    for (std::size_t i = 0; i < story_.actors.size(); ++i) {
        actorIds_.keep(story_.actors[i].id);
        actors_.emplace(actorIds_.idFor(story_.actors[i].id), core::ActorId(i));
    }
    for (std::size_t i = 0; i < story_.sources.size(); ++i) {
        sourceIds_.keep(story_.sources[i].id);
        sources_.emplace(sourceIds_.idFor(story_.sources[i].id), core::SourceId(i));
    }
    return true;
}

core::ActorId ImportCast::actor(std::string_view name)
{
    const auto [known, isNew] = actors_.try_emplace(std::string(name), story_.actors.size());
    if (isNew) {
        model::Actor& actor = story_.actors.emplace_back();
        actor.id = actorIds_.idFor(name);
        actor.name = plain(name);
    }
    return known->second;
}

core::SourceId ImportCast::source(std::string_view name, std::string_view address)
{
    const std::string key = address.empty() ? std::string(name) : fmt::format("{}\n{}", name, address);
    const auto [known, isNew] = sources_.try_emplace(key, story_.sources.size());
    if (isNew) {
        model::Source& source = story_.sources.emplace_back();
        source.publisher = name.empty() ? hostOf(address) : std::string(name);
        source.url = address;
        source.id = sourceIds_.idFor(source.publisher);
    }
    return known->second;
}

core::SourceId ImportCast::sourceWithId(std::string_view id) const
{
    const auto known = sources_.find(std::string(id));
    return known == sources_.end() ? core::SourceId() : known->second;
}

model::Text ImportCast::plain(std::string_view text) const
{
    return model::Text::plainIn(story_.languages.front(), firstBytes(text, ReadLimits().textBytes));
}

std::vector<std::string> wordsOf(std::string_view list, std::string_view marks)
{
    std::vector<std::string> words;
    list = trimmed(list);
    if (list.starts_with('[')) {
        const nlohmann::json parsed = nlohmann::json::parse(list, nullptr, false);
        if (parsed.is_array()) {
            for (const nlohmann::json& word : parsed) {
                if (word.is_string() && !isBlank(word.get_ref<const std::string&>()))
                    words.push_back(firstBytes(word.get<std::string>(), ReadLimits().textBytes));
            }
            return words;
        }
    }
    std::size_t start = 0;
    while (start < list.size()) {
        const std::size_t end = std::min(list.find_first_of(marks, start), list.size());
        if (const std::string_view word = trimmed(list.substr(start, end - start)); !word.empty())
            words.push_back(firstBytes(word, ReadLimits().textBytes));
        start = end + 1;
    }
    return words;
}

bool isWebAddress(std::string_view text)
{
    constexpr std::size_t kLongest = 8192; // browsers take no longer ones
    if (text.size() > kLongest)
        return false;
    Token token;
    token.kind = Token::Kind::string;
    token.text = text;
    return !readValue(token, Shape::url, nullptr).has_value();
}

} // namespace fabula::io
