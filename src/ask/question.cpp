#include "ask/question.hpp"

#include "core/promise.hpp"
#include "graph/knots.hpp"

namespace fabula::ask {
namespace {

/// The subject as one of the kinds that a question takes.
template <class Wanted>
struct As
{
    template <class Given>
    Wanted operator()(Given given) const
    {
        constexpr bool kFits = std::is_constructible_v<Wanted, Given> && !std::is_same_v<Given, std::monostate>;
        if constexpr (kFits)
            return Wanted(given);
        FABULA_PROMISE(kFits, "a question was asked about the wrong kind of thing");
        return Wanted();
    }
};

template <class Wanted>
Wanted subjectAs(const Question& question)
{
    return std::visit(As<Wanted>(), question.subject);
}

} // namespace

Answer answer(const graph::Scope& scope, const Question& question)
{
    switch (question.ask) {
    case Ask::why:
        return graph::chains(scope, subjectAs<EventId>(question), graph::Way::causes);
    case Ask::effects:
        return graph::chains(scope, subjectAs<EventId>(question), graph::Way::effects);
    case Ask::path:
        return graph::paths(scope, subjectAs<EventId>(question), question.goal);
    case Ask::without:
        return graph::without(scope, subjectAs<graph::Removed>(question));
    case Ask::pivots:
        return graph::pivots(scope);
    case Ask::mainline:
        return graph::mainline(scope);
    case Ask::contradictions:
        return Contradictions{graph::contradictions(scope)};
    case Ask::sources:
        return graph::sources(scope, subjectAs<graph::Claim>(question));
    case Ask::implied:
        return ImpliedLinks{graph::impliedLinks(scope), graph::Knots(scope).all()};
    }
    return {};
}

} // namespace fabula::ask
