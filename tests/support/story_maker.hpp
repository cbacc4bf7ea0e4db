#pragma once

#include "core/promise.hpp"
#include "model/story.hpp"
#include "time/edtf.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <utility>

namespace fabula::test {

struct MadeStoryOptions
{
    std::size_t events = 100;
    std::size_t links = 150;
    std::size_t actors = 6;
    std::uint32_t seed = 1;
    std::int64_t firstYear = 2024;
    std::int64_t years = 2; ///< the dates spread over so many years
};

/// Stories for tests, the same for the same options everywhere: bursts of events and equal dates, dates vague in every
/// way, lasting, half-open or missing, titles short, long, umlauted, Chinese and with line ends, in English and German,
/// several actors and an event without any, causal links forward in time and some `contradicts`.
class StoryMaker
{
public:
    explicit StoryMaker(const MadeStoryOptions& options) : options_(options), random_(options.seed) {}

    std::shared_ptr<const model::Story> make()
    {
        story_.id = "made";
        story_.languages = {"en", "de"};
        story_.title = {{"en", "A made story"}};
        for (std::size_t i = 0; i < options_.actors; ++i) {
            model::Actor actor;
            actor.id = "actor-" + std::to_string(i);
            actor.name = {{"en", "Actor " + std::to_string(i)}, {"de", "Akteur " + std::to_string(i)}};
            story_.actors.push_back(actor);
        }
        for (std::size_t i = 0; i < options_.events; ++i)
            story_.events.push_back(madeEvent(i));
        for (std::size_t i = 0; i < options_.links && options_.events > 1; ++i)
            addLink();
        return std::make_shared<const model::Story>(std::move(story_));
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool oneIn(std::size_t bound) { return below(bound) == 0; }

    std::string title(std::size_t number)
    {
        static const std::array<std::string, 12> kWords{"talks",  "fail",         "Öffnung", "of",     "the", "plant",
                                                        "export", "restrictions", "训练",    "delays", "R2",  "launch"};
        std::string words = "Event " + std::to_string(number);
        for (std::size_t n = below(7); n > 0; --n)
            words += " " + kWords[below(kWords.size())];
        return oneIn(20) ? words + "\nsecond\tline" : words;
    }

    static std::string padded(std::size_t number, std::size_t digits)
    {
        const std::string text = std::to_string(number);
        return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
    }

    std::string dateText(std::int64_t year, std::size_t month, std::size_t day)
    {
        // Years of more than four digits are written by themselves, after a Y.
        if (year > 9999 || year < -9999)
            return "Y" + std::to_string(year);
        std::string y = (year < 0 ? "-" : "") + padded(static_cast<std::size_t>(std::abs(year)), 4);
        std::string ym = y + "-" + padded(month, 2);
        std::string ymd = ym + "-" + padded(day, 2);
        switch (below(12)) {
        case 0:
            return ym;
        case 1:
            return ym + "~";
        case 2:
            return y;
        case 3:
            return y + "-" + std::to_string(21 + month % 4);
        case 4:
            return ymd + "/..";
        case 5:
            return "../" + ymd;
        default:
            return ymd;
        }
    }

    time::Edtf madeDate()
    {
        // Bursts: half of all dates fall into a few weeks around one of three days.
        const auto span = static_cast<std::size_t>(options_.years) * 360;
        std::size_t day = oneIn(2) ? below(span) : std::min(span - 1, (1 + below(3)) * span / 4 + below(20));
        if (oneIn(8))
            day = span / 2;
        const auto year = options_.firstYear + static_cast<std::int64_t>(day / 360);
        const auto result = time::parseEdtf(dateText(year, 1 + day / 30 % 12, 1 + day % 28));
        FABULA_PROMISE(result.ok(), "a made date can be read");
        return *result;
    }

    model::Event madeEvent(std::size_t number)
    {
        model::Event event;
        event.id = "event-" + std::to_string(number);
        event.title = {{"en", title(number)}, {"de", "Ereignis: " + title(number)}};
        if (!oneIn(15))
            event.when = madeDate();
        event.lasting = oneIn(10);
        event.kind = oneIn(3) ? "setback" : "decision";
        event.importance = 1 + static_cast<int>(below(5));
        event.basis = static_cast<model::Basis>(below(3));
        event.tags = {oneIn(4) ? "core" : "context"};
        if (options_.actors > 0 && !oneIn(40)) {
            event.lane = core::ActorId(below(options_.actors));
            event.actors = {event.lane};
        }
        return event;
    }

    void addLink()
    {
        model::Link link;
        std::size_t a = below(options_.events);
        std::size_t b = below(options_.events);
        if (a == b)
            b = (b + 1) % options_.events;
        const auto dateThenId = [&](std::size_t i) { return std::pair(story_.events[i].when.span().begin, i); };
        if (dateThenId(b) < dateThenId(a))
            std::swap(a, b);
        link.from = core::EventId(a);
        link.to = core::EventId(b);
        link.kind = oneIn(12) ? model::LinkKind::contradicts : static_cast<model::LinkKind>(below(5));
        story_.links.push_back(link);
    }

    MadeStoryOptions options_;
    std::mt19937 random_;
    model::Story story_;
};

inline std::shared_ptr<const model::Story> makeStory(const MadeStoryOptions& options)
{
    return StoryMaker(options).make();
}

} // namespace fabula::test
