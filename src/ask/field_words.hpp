#pragma once

#include "ask/wording.hpp"
#include "model/story_diff.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::ask {

/// What became of the fields of a thing between two versions of a story, a line each: what became what where that is
/// short, else only that it did. Private to the folder; both wordings, which are in one language, must outlive it.
class FieldWords
{
public:
    FieldWords(const Wording& before, const Wording& after, std::string_view language)
        : before_(before), after_(after), language_(language)
    {
    }

    template <class Id>
    std::vector<std::string> lines(const model::Change<Id>& change) const
    {
        std::vector<std::string> lines;
        for (const model::DiffField field : change.fields)
            lines.push_back(line(field, before_.story()[change.before], after_.story()[change.after]));
        return lines;
    }

private:
    /// What a list holds: what tells its items apart, and the words for each.
    using Items = std::vector<std::pair<std::string, std::string>>;

    std::string line(model::DiffField field, const model::Event& before, const model::Event& after) const;
    std::string line(model::DiffField field, const model::Link& before, const model::Link& after) const;
    std::string line(model::DiffField field, const model::Source& before, const model::Source& after) const;
    std::string line(model::DiffField field, const model::Actor& before, const model::Actor& after) const;

    /// How the line calls the field.
    std::string called(model::DiffField field) const;
    std::string became(model::DiffField field, std::string_view before, std::string_view after) const;
    /// A text that is told as it was and as it is.
    std::string renamed(model::DiffField field, const model::Text& before, const model::Text& after) const;
    /// A text that is too long for that.
    std::string reworded(model::DiffField field, const model::Text& before, const model::Text& after) const;
    /// A text that reads the same in the language asked for.
    std::string elsewhere(model::DiffField field, const model::Text& before, const model::Text& after) const;
    std::string dates(model::DiffField field, const time::Edtf& before, const time::Edtf& after) const;
    std::string when(const model::Event& before, const model::Event& after) const;
    std::string lists(model::DiffField field, const Items& before, const Items& after) const;

    /// With its id where another thing in the other list goes by the same words.
    static Items told(Items items, const Items& others);
    template <class Words>
    static Items words(const Words& words);
    Items actors(const Wording& wording, std::span<const model::ActorId> actors) const;
    Items citations(const Wording& wording, std::span<const model::Citation> citations) const;

    std::string confidence(const std::optional<model::Confidence>& before,
                           const std::optional<model::Confidence>& after) const;
    std::string basis(model::Basis before, model::Basis after) const;

    const Wording& before_;
    const Wording& after_;
    std::string language_;
};

/// The actor's name, or its id where it has none.
std::string actorName(const model::Story& story, model::ActorId actor, std::string_view language);

/// "Reuters, 14 Aug 2025".
std::string sourceName(const Wording& wording, SourceId source);

} // namespace fabula::ask
