#include "layout/timeline/drawn_date.hpp"

#include <numeric>

namespace fabula::layout {

namespace {

constexpr std::int64_t kDay = 86400;

BarKind kindOf(const DrawnDate& date, const graph::Bracket& bracket, bool lasting, bool withinADay)
{
    if (lasting && !withinADay)
        return BarKind::lasting;
    if (!(date.span == bracket.written))
        return BarKind::derived;
    // Nobody wrote how far "about" reaches: even a day is then no point.
    return withinADay && !date.softBegin && !date.softEnd ? BarKind::point : BarKind::vague;
}

} // namespace

DrawnDate drawnDate(const graph::EventGraph& graph, core::EventId id)
{
    const model::Event& event = graph.story()[id];
    const graph::Bracket bracket = graph.bracket(id);
    const bool lasting = event.lasting && event.when.known();
    DrawnDate date;
    date.span = bracket.written;
    if (!lasting && date.span.openBegin())
        date.span.begin = bracket.derived.begin;
    if (!lasting && date.span.openEnd())
        date.span.end = bracket.derived.end;
    // A bound that came from a link is as firm as the date at its other end.
    date.softBegin = event.when.softBegin() && !bracket.written.openBegin();
    date.softEnd = event.when.softEnd() && !bracket.written.openEnd();
    const bool open = date.span.openBegin() || date.span.openEnd();
    const bool withinADay = !open && date.span.end.seconds - date.span.begin.seconds <= kDay;
    date.kind = kindOf(date, bracket, lasting, withinADay);
    const time::Span likely = lasting ? date.span : bracket.derived;
    if (date.span.openBegin())
        date.anchor = date.span.end;
    else if (date.span.openEnd() || withinADay)
        date.anchor = date.span.begin;
    else
        date.anchor = {std::midpoint(likely.begin.seconds, likely.end.seconds)};
    return date;
}

} // namespace fabula::layout
