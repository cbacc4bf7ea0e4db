#include "layout/causal/date_columns.hpp"

#include "time/calendar_steps.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::layout {

namespace {

using time::CalendarStep;
using time::CalendarUnit;
using time::Instant;

constexpr std::array<CalendarStep, 8> kSteps{{{CalendarUnit::day, 1},
                                              {CalendarUnit::week, 1},
                                              {CalendarUnit::month, 1},
                                              {CalendarUnit::quarter, 1},
                                              {CalendarUnit::year, 1},
                                              {CalendarUnit::decade, 1},
                                              {CalendarUnit::century, 1},
                                              {CalendarUnit::millennium, 1}}};
constexpr std::size_t kFewColumns = 8;

Instant dateOf(const graph::EventGraph& graph, core::EventId event)
{
    const time::Span span = graph.bracket(event).derived;
    return span.openBegin() ? span.end : span.begin;
}

std::vector<Instant> cellsOf(const std::vector<Instant>& dates, CalendarStep step)
{
    std::vector<Instant> cells;
    for (const Instant date : dates)
        if (date != time::kEndOfTime)
            cells.push_back(time::floorTo(date, step));
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
}

std::string titleOf(Instant cell, CalendarStep step, std::string_view language)
{
    std::string title = time::tickWords(cell, step, language);
    if (time::yearsIn(step) == 0) {
        title += ' ';
        title += time::contextWords(cell, step, language, time::WordLength::compact);
    }
    return title;
}

} // namespace

DateColumns dateColumns(const graph::EventGraph& graph, const std::vector<core::EventId>& events,
                        std::string_view language)
{
    std::vector<Instant> dates;
    for (const core::EventId event : events)
        dates.push_back(dateOf(graph, event));
    const std::size_t most =
        std::max(kFewColumns, static_cast<std::size_t>(2 * std::sqrt(static_cast<double>(events.size()))));
    CalendarStep step = kSteps.back();
    std::vector<Instant> cells;
    for (const CalendarStep& candidate : kSteps) {
        step = candidate;
        cells = cellsOf(dates, step);
        if (cells.size() <= most)
            break;
    }
    DateColumns columns;
    for (const Instant cell : cells)
        columns.titles.push_back(titleOf(cell, step, language));
    const auto dated = static_cast<int>(cells.size());
    for (const Instant date : dates) {
        const auto cell =
            std::lower_bound(cells.begin(), cells.end(), date == time::kEndOfTime ? date : time::floorTo(date, step));
        columns.columnOf.push_back(date == time::kEndOfTime ? dated : static_cast<int>(cell - cells.begin()));
    }
    if (std::count(columns.columnOf.begin(), columns.columnOf.end(), dated) > 0)
        columns.titles.emplace_back();
    return columns;
}

} // namespace fabula::layout
