#pragma once

#include "../graph/story_maker.hpp"
#include "ask/question.hpp"
#include "ask/told.hpp"

#include <string>
#include <utility>
#include <vector>

namespace fabula::ask {

using model::Confidence;
using model::LinkKind;

/// A story of a few lines with titles in two languages.
class QuestionStory : public graph::StoryMaker
{
public:
    QuestionStory() { story.languages = {"en", "de"}; }

    EventId titled(const std::string& id, const std::string& english, const std::string& german = {})
    {
        const EventId event = this->event(id);
        story.events[event.index()].title = {{"en", english}};
        if (!german.empty())
            story.events[event.index()].title.add("de", german);
        return event;
    }

    LinkId sure(EventId from, EventId to, LinkKind kind, std::optional<Confidence> confidence = Confidence::likely)
    {
        const LinkId link = this->link(from, to, kind);
        story.links[link.index()].confidence = confidence;
        return link;
    }

    SourceId source(const std::string& id, const std::string& publisher, SourceId relays = {},
                    const std::string& published = {})
    {
        model::Source source;
        source.id = id;
        source.publisher = publisher;
        source.relays = relays;
        source.published = graph::date(published);
        story.sources.push_back(source);
        return SourceId(story.sources.size() - 1);
    }

    void cite(EventId event, SourceId source) { story.events[event.index()].sources.push_back({source, {}}); }
    void cite(LinkId link, SourceId source) { story.links[link.index()].sources.push_back({source, {}}); }

    graph::Scope scope() const { return graph::Scope(graph()); }
};

inline Told ask(const graph::Scope& scope, const Question& question, const std::string& language = "en")
{
    return told(scope, question, answer(scope, question), language);
}

} // namespace fabula::ask
