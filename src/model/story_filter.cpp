#include "model/story_filter.hpp"

#include "core/phrases.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <map>

namespace fabula::model {
namespace {

/// The values that an event has in a facet.
std::vector<std::string> valuesOf(const Story& story, const Event& event, Facet facet)
{
    std::vector<std::string> values;
    switch (facet) {
    case Facet::actor:
        for (const ActorId actor : event.actors)
            values.push_back(story[actor].id);
        break;
    case Facet::kind:
        values.emplace_back(event.kind);
        break;
    case Facet::tag:
        values.assign(event.tags.begin(), event.tags.end());
        break;
    case Facet::source:
        for (const Citation& citation : event.sources)
            values.push_back(story[citation.source].id);
        break;
    case Facet::basis:
        values.emplace_back(name(event.basis));
        break;
    case Facet::confidence:
        values.emplace_back(event.confidence ? name(*event.confidence) : std::string_view());
        break;
    }
    return values;
}

bool passes(const StoryFilter& filter, const Story& story, const Event& event, Facet facet)
{
    const std::set<std::string>& chosen = filter[facet];
    if (chosen.empty())
        return true;
    const std::vector<std::string> values = valuesOf(story, event, facet);
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) { return chosen.count(value) > 0; });
}

/// Whether the event passes all facets but one.
bool passesOthers(const StoryFilter& filter, const Story& story, const Event& event, std::optional<Facet> except)
{
    for (std::size_t i = 0; i < kFacets; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (facet != except && !passes(filter, story, event, facet))
            return false;
    }
    return true;
}

std::string labelOf(const Story& story, Facet facet, const std::string& value, std::string_view language)
{
    switch (facet) {
    case Facet::actor:
        return std::string(choose(story[actorNamed(story, value)].name, language, story.languages).text);
    case Facet::source: {
        const Source& source = story[sourceNamed(story, value)];
        const std::string date =
            source.published.known() ? ", " + time::words(source.published, language, time::WordLength::compact) : "";
        return publisherOf(source) + date;
    }
    case Facet::basis:
        return std::string(core::phrase("basis." + value, language));
    case Facet::confidence:
        return std::string(core::phrase(value.empty() ? "confidence.none" : "confidence." + value, language));
    default:
        return value;
    }
}

} // namespace

bool StoryFilter::empty() const
{
    return std::all_of(chosen.begin(), chosen.end(), [](const auto& values) { return values.empty(); });
}

std::vector<bool> hiddenBy(const StoryFilter& filter, const Story& story)
{
    if (filter.empty())
        return {};
    std::vector<bool> hidden(story.events.size());
    for (std::size_t i = 0; i < hidden.size(); ++i)
        hidden[i] = !passesOthers(filter, story, story.events[i], std::nullopt);
    return hidden;
}

StoryFilter withoutUnknown(const StoryFilter& filter, const Story& story)
{
    StoryFilter known;
    for (std::size_t i = 0; i < kFacets; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (filter[facet].empty())
            continue;
        for (const Event& event : story.events) {
            for (const std::string& value : valuesOf(story, event, facet)) {
                if (filter[facet].count(value) > 0)
                    known[facet].insert(value);
            }
        }
    }
    return known;
}

std::vector<FacetValue> facetValues(const StoryFilter& filter, Facet facet, const Story& story,
                                    std::string_view language)
{
    std::map<std::string, std::size_t> counts;
    for (const Event& event : story.events) {
        if (event.novelty == Novelty::withdrawn)
            continue;
        const bool counted = passesOthers(filter, story, event, facet);
        for (const std::string& value : valuesOf(story, event, facet))
            counts[value] += counted ? 1 : 0;
    }
    std::vector<FacetValue> values;
    for (const auto& [value, events] : counts)
        values.push_back({value, labelOf(story, facet, value, language), events, filter[facet].count(value) > 0});
    std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
        if (a.chosen != b.chosen)
            return a.chosen;
        return a.events != b.events ? a.events > b.events : a.label < b.label;
    });
    return values;
}

} // namespace fabula::model
