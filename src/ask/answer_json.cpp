#include "ask/answer_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace fabula::ask {
namespace {

using Json = nlohmann::ordered_json;

/// Answers with the text ids of a story.
class AnswerWriter
{
public:
    explicit AnswerWriter(const graph::Scope& scope) : scope_(scope), story_(scope.story()) {}

    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(EventId event) const { return event.valid() ? Json(story_[event].id) : Json(); }
    Json operator()(SourceId source) const { return story_[source].id; }

    Json operator()(LinkId id) const
    {
        if (!id.valid())
            return nullptr;
        const model::Link& link = story_[id];
        Json json;
        json["from"] = story_[link.from].id;
        json["to"] = story_[link.to].id;
        json["kind"] = model::name(link.kind);
        json["confidence"] = link.confidence.has_value() ? Json(model::name(*link.confidence)) : Json();
        return json;
    }

    Json operator()(const graph::Chains& chains) const
    {
        Json json;
        json["event"] = (*this)(chains.asked);
        json["steps"] = Json::array();
        for (const graph::ChainStep& step : chains.steps) {
            Json each;
            each["event"] = (*this)(step.event);
            each["layer"] = step.layer;
            each["link"] = (*this)(step.link);
            each["weakest"] = (*this)(step.weakest);
            each["length"] = step.length;
            json["steps"].push_back(std::move(each));
        }
        json["links"] = list(chains.links);
        json["loops"] = list(chains.loops);
        return json;
    }

    Json operator()(const graph::Paths& paths) const
    {
        constexpr std::array<const char*, 5> kJoins{"chain", "backwards", "common_cause", "common_effect", "none"};
        Json json;
        json["from"] = (*this)(paths.from);
        json["to"] = (*this)(paths.to);
        json["join"] = kJoins[static_cast<std::size_t>(paths.join)];
        json["meeting"] = (*this)(paths.meeting);
        json["chains"] = list(paths.chains);
        json["cutShort"] = paths.cutShort;
        json["loops"] = list(paths.loops);
        return json;
    }

    Json operator()(const graph::Chain& chain) const
    {
        Json json;
        json["events"] = list(chain.events);
        json["links"] = list(chain.links);
        json["weakest"] = (*this)(chain.weakest);
        return json;
    }

    Json operator()(const graph::Removal& removal) const
    {
        Json json;
        json["removed"] = std::visit(*this, removal.removed);
        json["gone"] = list(removal.gone);
        json["goneLinks"] = list(removal.goneLinks);
        json["goneSources"] = list(removal.goneSources);
        json["fallen"] = list(removal.fallen);
        json["weakened"] = list(removal.weakened);
        json["standing"] = list(removal.standing);
        json["untouched"] = removal.untouched;
        json["loops"] = list(removal.loops);
        return json;
    }

    Json operator()(const graph::Loss& loss) const
    {
        Json json;
        json["event"] = (*this)(loss.event);
        json["layer"] = loss.layer;
        json["lost"] = loss.lost;
        json["kept"] = loss.kept;
        return json;
    }

    Json operator()(const graph::Pivots& pivots) const
    {
        Json json;
        json["events"] = pivots.events;
        json["sampled"] = pivots.sampled;
        json["pivots"] = list(pivots.ranked);
        json["loops"] = list(pivots.loops);
        return json;
    }

    Json operator()(const graph::Pivot& pivot) const
    {
        Json json;
        json["event"] = (*this)(pivot.event);
        json["dominated"] = pivot.dominated;
        json["betweenness"] = pivot.betweenness;
        json["articulation"] = pivot.articulation;
        return json;
    }

    Json operator()(const graph::Mainline& mainline) const
    {
        Json json;
        json["strands"] = list(mainline.strands);
        json["loops"] = list(mainline.loops);
        return json;
    }

    Json operator()(const graph::Strand& strand) const
    {
        Json json;
        json["events"] = list(strand.events);
        json["links"] = list(strand.links);
        json["weight"] = strand.weight;
        return json;
    }

    Json operator()(const Contradictions& contradictions) const
    {
        return Json{{"contradictions", list(contradictions.found)}};
    }

    Json operator()(const graph::Contradiction& found) const
    {
        constexpr std::array<const char*, 3> kKinds{"claims", "order", "delay"};
        Json json;
        json["kind"] = kKinds[static_cast<std::size_t>(found.kind)];
        json["first"] = side(found.first);
        json["second"] = side(found.second);
        json["link"] = (*this)(found.link);
        return json;
    }

    Json operator()(const graph::Sources& sources) const
    {
        Json json;
        json["claim"] = std::visit(*this, sources.claim);
        json["carriers"] = list(sources.carriers);
        json["independent"] = sources.origins.size();
        json["origins"] = list(sources.origins);
        json["eventsOnIt"] = list(sources.eventsOnIt);
        json["linksOnIt"] = list(sources.linksOnIt);
        return json;
    }

    Json operator()(const graph::Origin& origin) const
    {
        Json json;
        json["source"] = (*this)(origin.source);
        json["cited"] = origin.cited;
        json["relays"] = list(origin.relays);
        return json;
    }

    Json operator()(const ImpliedLinks& implied) const
    {
        return Json{{"implied", list(implied.found)}, {"loops", list(implied.loops)}};
    }

    Json operator()(const graph::ImpliedLink& implied) const
    {
        Json json;
        json["link"] = (*this)(implied.link);
        json["way"] = list(implied.way);
        return json;
    }

private:
    template <class Item>
    Json list(const std::vector<Item>& items) const
    {
        Json json = Json::array();
        for (const Item& item : items)
            json.push_back((*this)(item));
        return json;
    }

    Json operator()(const std::vector<EventId>& events) const { return list(events); }

    /// An event with the sources that speak for it.
    Json side(EventId event) const
    {
        Json json;
        json["event"] = (*this)(event);
        json["sources"] = list(graph::carriers(scope_, event));
        return json;
    }

    const graph::Scope& scope_;
    const model::Story& story_;
};

} // namespace

std::string answerJson(const graph::Scope& scope, const Question& question, const Answer& answer,
                       const time::Edtf& asOf, std::string_view sentence)
{
    Json json;
    json["question"] = name(question.ask);
    json["asOf"] = asOf.known() ? Json(asOf.text()) : Json();
    json["sentence"] = sentence;
    json["answer"] = std::visit(AnswerWriter(scope), answer);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fabula::ask
