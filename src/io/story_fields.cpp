#include "io/story_fields.hpp"

#include "model/terms.hpp"

#include <algorithm>
#include <array>

namespace fabula::io {
namespace {

using model::Actor;
using model::Event;
using model::Link;
using model::Scene;
using model::Source;
using model::Story;

Story& current(StoryDraft& draft, const Story*)
{
    return draft.story;
}
Actor& current(StoryDraft& draft, const Actor*)
{
    return draft.story.actors.back();
}
Source& current(StoryDraft& draft, const Source*)
{
    return draft.story.sources.back();
}
Event& current(StoryDraft& draft, const Event*)
{
    return draft.story.events.back();
}
Link& current(StoryDraft& draft, const Link*)
{
    return draft.story.links.back();
}
Scene& current(StoryDraft& draft, const Scene*)
{
    return draft.story.scenes.back();
}
model::Callout& current(StoryDraft& draft, const model::Callout*)
{
    return draft.story.scenes.back().callouts.back();
}
model::Citation& current(StoryDraft& draft, const model::Citation*)
{
    return draft.citations.back();
}

template <class Owner, class Value>
Owner* ownerOf(Value Owner::*);

// The address of one member of the element that is being read.
template <auto kMember>
void* member(StoryDraft& draft)
{
    return &(current(draft, static_cast<decltype(ownerOf(kMember))>(nullptr)).*kMember);
}

constexpr bool kRequired = true;
constexpr bool kOptional = false;

constexpr std::array kStoryFields{
    Field{"$schema", Shape::word},
    Field{"fabula", Shape::version, kRequired, &member<&Story::version>},
    Field{"id", Shape::id, kRequired, &member<&Story::id>},
    Field{"title", Shape::title, kRequired, &member<&Story::title>},
    Field{"languages", Shape::languageTags, kOptional, &member<&Story::languages>},
    Field{"actors", Shape::actors},
    Field{"sources", Shape::sources},
    Field{"events", Shape::events},
    Field{"links", Shape::links},
    Field{"scenes", Shape::scenes},
};

constexpr std::array kActorFields{
    Field{"id", Shape::id, kRequired, &member<&Actor::id>},
    Field{"name", Shape::title, kRequired, &member<&Actor::name>},
    Field{"kind", Shape::word, kOptional, &member<&Actor::kind>},
    Field{"about", Shape::text, kOptional, &member<&Actor::about>},
    Field{"aliases", Shape::words, kOptional, &member<&Actor::aliases>},
};

constexpr std::array kSourceFields{
    Field{"id", Shape::id, kRequired, &member<&Source::id>},
    Field{"publisher", Shape::word, kOptional, &member<&Source::publisher>},
    Field{"title", Shape::text, kOptional, &member<&Source::title>},
    Field{"url", Shape::url, kOptional, &member<&Source::url>},
    Field{"published", Shape::date, kOptional, &member<&Source::published>},
    Field{"language", Shape::languageTag, kOptional, &member<&Source::language>},
    Field{"relays", Shape::reference, kOptional, nullptr, ReferenceKey::relays},
    Field{"grade", Shape::grade, kOptional, &member<&Source::grade>},
};

constexpr std::array kEventFields{
    Field{"id", Shape::eventId, kRequired, &member<&Event::id>},
    Field{"title", Shape::title, kRequired, &member<&Event::title>},
    Field{"summary", Shape::text, kOptional, &member<&Event::summary>},
    Field{"when", Shape::eventDate, kOptional, &member<&Event::when>},
    Field{"span", Shape::flag, kOptional, &member<&Event::lasting>},
    Field{"planned", Shape::eventDate, kOptional, &member<&Event::planned>},
    Field{"reported", Shape::eventDate, kOptional, &member<&Event::reported>},
    Field{"kind", Shape::term, kOptional, &member<&Event::kind>},
    Field{"lane", Shape::reference, kOptional, nullptr, ReferenceKey::lane},
    Field{"actors", Shape::references, kOptional, nullptr, ReferenceKey::actors},
    Field{"importance", Shape::importance, kOptional, &member<&Event::importance>},
    Field{"basis", Shape::basis, kOptional, &member<&Event::basis>},
    Field{"confidence", Shape::confidence, kOptional, &member<&Event::confidence>},
    Field{"sources", Shape::citations, kOptional, &member<&Event::sources>, ReferenceKey::cited},
    Field{"tags", Shape::terms, kOptional, &member<&Event::tags>},
};

constexpr std::array kLinkFields{
    Field{"from", Shape::reference, kRequired, nullptr, ReferenceKey::from},
    Field{"to", Shape::reference, kRequired, nullptr, ReferenceKey::to},
    Field{"kind", Shape::linkKind, kRequired, &member<&Link::kind>},
    Field{"basis", Shape::basis, kOptional, &member<&Link::basis>},
    Field{"confidence", Shape::confidence, kOptional, &member<&Link::confidence>},
    Field{"sources", Shape::citations, kOptional, &member<&Link::sources>, ReferenceKey::cited},
    Field{"label", Shape::text, kOptional, &member<&Link::label>},
};

constexpr std::array kSceneFields{
    Field{"id", Shape::id, kRequired, &member<&Scene::id>},
    Field{"title", Shape::title, kRequired, &member<&Scene::title>},
    Field{"narration", Shape::text, kOptional, &member<&Scene::narration>},
    Field{"notes", Shape::text, kOptional, &member<&Scene::notes>},
    Field{"view", Shape::view, kOptional, &member<&Scene::view>},
    Field{"show", Shape::references, kOptional, nullptr, ReferenceKey::show},
    Field{"focus", Shape::references, kOptional, nullptr, ReferenceKey::focus},
    Field{"reveal", Shape::reveal, kOptional, &member<&Scene::reveal>, ReferenceKey::reveal},
    Field{"range", Shape::date, kOptional, &member<&Scene::range>},
    Field{"asOf", Shape::date, kOptional, &member<&Scene::asOf>},
    Field{"ask", Shape::question},
    Field{"callouts", Shape::callouts},
    Field{"seconds", Shape::seconds, kOptional, &member<&Scene::seconds>},
};

constexpr std::array kCitationFields{
    Field{"source", Shape::reference, kRequired, nullptr, ReferenceKey::cited},
    Field{"at", Shape::note, kOptional, &member<&model::Citation::at>},
};

// In the order of model::Ask, for the place of a key says which question it is.
constexpr std::array kQuestionFields{
    Field{"why", Shape::reference, kOptional, nullptr, ReferenceKey::why},
    Field{"effects", Shape::reference, kOptional, nullptr, ReferenceKey::effects},
    Field{"path", Shape::references, kOptional, nullptr, ReferenceKey::path},
    Field{"without", Shape::reference, kOptional, nullptr, ReferenceKey::without},
    Field{"pivots", Shape::yes},
    Field{"mainline", Shape::yes},
    Field{"contradictions", Shape::yes},
    Field{"sources", Shape::reference, kOptional, nullptr, ReferenceKey::sourcesOf},
};
static_assert(std::equal(kQuestionFields.begin(), kQuestionFields.end(), model::kAskNames.begin(),
                         [](const Field& field, std::string_view name) { return field.key == name; }));

constexpr std::array kCalloutFields{
    Field{"text", Shape::title, kRequired, &member<&model::Callout::text>},
    Field{"event", Shape::reference, kOptional, nullptr, ReferenceKey::pinned},
    Field{"day", Shape::date, kOptional, &member<&model::Callout::day>},
};

} // namespace

std::span<const Field> fieldsOf(Shape object)
{
    switch (object) {
    case Shape::story:
        return kStoryFields;
    case Shape::actor:
        return kActorFields;
    case Shape::source:
        return kSourceFields;
    case Shape::event:
        return kEventFields;
    case Shape::link:
        return kLinkFields;
    case Shape::scene:
        return kSceneFields;
    case Shape::citation:
        return kCitationFields;
    case Shape::question:
        return kQuestionFields;
    case Shape::callout:
        return kCalloutFields;
    default:
        return {};
    }
}

Shape elementOf(Shape list)
{
    switch (list) {
    case Shape::words:
        return Shape::word;
    case Shape::terms:
        return Shape::term;
    case Shape::languageTags:
        return Shape::languageTag;
    case Shape::references:
        return Shape::reference;
    case Shape::reveal:
        return Shape::references;
    case Shape::citations:
        return Shape::citation;
    case Shape::callouts:
        return Shape::callout;
    case Shape::actors:
        return Shape::actor;
    case Shape::sources:
        return Shape::source;
    case Shape::events:
        return Shape::event;
    case Shape::links:
        return Shape::link;
    case Shape::scenes:
        return Shape::scene;
    default:
        return Shape::unknown;
    }
}

std::span<const std::string_view> termsOf(Shape shape)
{
    switch (shape) {
    case Shape::basis:
        return model::kBasisNames;
    case Shape::confidence:
        return model::kConfidenceNames;
    case Shape::linkKind:
        return model::kLinkKindNames;
    case Shape::view:
        return model::kSceneViewNames;
    default:
        return {};
    }
}

core::Message describe(Shape shape)
{
    switch (shape) {
    case Shape::version:
        return core::message("the number 1");
    case Shape::id:
    case Shape::eventId:
    case Shape::reference:
        return core::message("an id, which is a string");
    case Shape::text:
    case Shape::title:
        return core::message("a string, or an object with a string for each language");
    case Shape::date:
    case Shape::eventDate:
        return core::message("a date, which is a string in EDTF");
    case Shape::flag:
        return core::message("true or false");
    case Shape::yes:
        return core::message("true");
    case Shape::importance:
        return core::message("a whole number from 1 to 5");
    case Shape::seconds:
        return core::message("a number of seconds");
    case Shape::words:
    case Shape::terms:
    case Shape::languageTags:
        return core::message("a list of strings");
    case Shape::references:
        return core::message("a list of ids");
    case Shape::reveal:
        return core::message("a list of lists of ids");
    case Shape::citations:
        return core::message("a list of sources");
    case Shape::citation:
        return core::message("the id of a source, or an object with the key `source`");
    case Shape::actors:
    case Shape::sources:
    case Shape::events:
    case Shape::links:
    case Shape::scenes:
    case Shape::callouts:
        return core::message("a list of objects");
    case Shape::question:
        return core::message("an object with one question, as in `{{\"why\": \"r2-slips\"}}`");
    case Shape::story:
    case Shape::actor:
    case Shape::source:
    case Shape::event:
    case Shape::link:
    case Shape::scene:
    case Shape::callout:
        return core::message("an object");
    default:
        return core::message("a string");
    }
}

} // namespace fabula::io
