#include "brute_force.hpp"
#include "graph/removal.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// The removal by deleting and looking anew for what chains of causes still lead to.
class RemovalCheck
{
public:
    RemovalCheck(const Scope& scope, const Removed& removed)
        : scope_(scope), events_(scope.story().events.size()), links_(plainLinks(scope)),
          far_(distances(events_, links_)), gone_(events_, false), linkGone_(scope.story().links.size(), false)
    {
        std::visit([this](auto id) { remove(id); }, removed);
        stands_ = standing();
    }

    void check(const Removal& found) const
    {
        EXPECT_EQ(sorted(found.gone), where([this](std::size_t i) { return gone_[i]; }));
        EXPECT_EQ(found.goneLinks, goneLinks());
        EXPECT_EQ(sorted(eventsOf(found.fallen)), where([this](std::size_t i) { return fell(i); }));
        EXPECT_EQ(sorted(eventsOf(found.weakened)), where([this](std::size_t i) { return weakened(i); }));
        EXPECT_EQ(sorted(found.standing),
                  where([this](std::size_t i) { return !dead(i) && !weakened(i) && below(i); }));
        const std::size_t inScope = where([](std::size_t) { return true; }).size();
        EXPECT_EQ(found.untouched,
                  inScope - found.gone.size() - found.fallen.size() - found.weakened.size() - found.standing.size());
        const std::vector<std::size_t> layers = deadLayers();
        for (const std::vector<Loss>* losses : {&found.fallen, &found.weakened}) {
            for (const Loss& loss : *losses)
                checkLoss(loss, layers);
            EXPECT_TRUE(std::is_sorted(losses->begin(), losses->end(), [this](const Loss& a, const Loss& b) {
                return std::pair(a.layer, scope_.graph().position(a.event)) <
                       std::pair(b.layer, scope_.graph().position(b.event));
            }));
        }
        checkLoops(found);
    }

private:
    void remove(EventId event)
    {
        for (std::size_t i = 0; i < events_; ++i) {
            if (onOneLoop(far_, i, event.index()))
                gone_[i] = true;
        }
    }

    void remove(LinkId link) { linkGone_[link.index()] = true; }

    void remove(SourceId source)
    {
        const model::Story& story = scope_.story();
        const auto repeats = [&](SourceId which) {
            for (std::size_t steps = 0; which.valid() && steps <= story.sources.size(); ++steps) {
                if (which == source)
                    return true;
                which = story[which].relays;
            }
            return false;
        };
        const auto groundless = [&](std::span<const model::Citation> citations) {
            std::size_t cited = 0;
            std::size_t wrong = 0;
            for (const model::Citation& citation : citations) {
                cited += scope_.has(citation.source) ? 1 : 0;
                wrong += scope_.has(citation.source) && repeats(citation.source) ? 1 : 0;
            }
            return cited > 0 && wrong == cited;
        };
        for (std::size_t i = 0; i < story.links.size(); ++i)
            linkGone_[i] = scope_.has(LinkId(i)) && groundless(story.links[i].sources);
        for (std::size_t i = 0; i < events_; ++i) {
            if (scope_.has(EventId(i)) && groundless(story.events[i].sources))
                remove(EventId(i));
        }
    }

    bool inside(const PlainLink& link) const { return onOneLoop(far_, link.from, link.to); }

    /// What has no cause on record (its own loop aside), and all that chains from there still lead to.
    std::vector<bool> standing() const
    {
        std::vector<bool> stands(events_, false);
        for (std::size_t i = 0; i < events_; ++i) {
            const bool caused = std::any_of(links_.begin(), links_.end(), [&](const PlainLink& link) {
                return onOneLoop(far_, link.to, i) && !inside(link);
            });
            stands[i] = !caused && !gone_[i];
        }
        for (std::size_t round = 0; round < events_; ++round) {
            for (const PlainLink& link : links_) {
                // The links of a loop hold it together whatever becomes of them.
                const bool holds = !linkGone_[link.id.index()] || inside(link);
                if (stands[link.from] && holds && !gone_[link.to])
                    stands[link.to] = true;
            }
        }
        return stands;
    }

    bool fell(std::size_t event) const { return !gone_[event] && !stands_[event]; }
    bool dead(std::size_t event) const { return !stands_[event]; }

    /// The direct causes of an event that are lost, and those that are kept.
    std::pair<std::size_t, std::size_t> causes(std::size_t event) const
    {
        std::vector<bool> all(events_, false);
        std::vector<bool> kept(events_, false);
        for (const PlainLink& link : links_) {
            if (link.to != event)
                continue;
            all[link.from] = true;
            if (!linkGone_[link.id.index()] && !dead(link.from))
                kept[link.from] = true;
        }
        const auto left = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), true));
        return {static_cast<std::size_t>(std::count(all.begin(), all.end(), true)) - left, left};
    }

    bool weakened(std::size_t event) const { return !dead(event) && causes(event).first > 0; }

    /// Whether chains lead there from what is gone.
    bool below(std::size_t event) const
    {
        for (std::size_t i = 0; i < events_; ++i) {
            if (gone_[i] && far_[i][event] != kFar)
                return true;
        }
        return std::any_of(links_.begin(), links_.end(), [&](const PlainLink& link) {
            return linkGone_[link.id.index()] && far_[link.to][event] != kFar;
        });
    }

    /// How many links each event that fell lies below what is gone, its loop counted as one event.
    std::vector<std::size_t> deadLayers() const
    {
        std::vector<std::size_t> layers(events_, kFar);
        for (std::size_t i = 0; i < events_; ++i)
            layers[i] = gone_[i] ? 0 : kFar;
        for (std::size_t round = 0; round < events_; ++round) {
            for (const PlainLink& link : links_) {
                if (!fell(link.to) || (inside(link) && !linkGone_[link.id.index()]))
                    continue;
                const std::size_t layer = layerBelow(link, layers);
                for (std::size_t i = 0; i < events_; ++i) {
                    if (onOneLoop(far_, i, link.to))
                        layers[i] = std::min(layers[i], layer);
                }
            }
        }
        return layers;
    }

    std::size_t layerBelow(const PlainLink& link, const std::vector<std::size_t>& layers) const
    {
        if (linkGone_[link.id.index()])
            return 1;
        return layers[link.from] == kFar ? kFar : layers[link.from] + 1;
    }

    void checkLoss(const Loss& loss, const std::vector<std::size_t>& layers) const
    {
        const std::size_t event = loss.event.index();
        EXPECT_EQ(std::pair(loss.lost, loss.kept), causes(event));
        std::size_t layer = layers[event];
        for (const PlainLink& link : links_) {
            if (!dead(event) && link.to == event)
                layer = std::min(layer, layerBelow(link, layers));
        }
        EXPECT_EQ(loss.layer, layer);
    }

    std::vector<LinkId> goneLinks() const
    {
        std::vector<LinkId> links;
        for (std::size_t i = 0; i < linkGone_.size(); ++i) {
            if (linkGone_[i])
                links.emplace_back(i);
        }
        return links;
    }

    void checkLoops(const Removal& found) const
    {
        std::vector<std::vector<EventId>> loops = plainLoops(far_);
        std::erase_if(loops, [&](const std::vector<EventId>& loop) {
            const std::size_t first = loop.front().index();
            return !dead(first) && std::none_of(links_.begin(), links_.end(), [&](const PlainLink& link) {
                return linkGone_[link.id.index()] && inside(link) && onOneLoop(far_, first, link.from);
            });
        });
        EXPECT_EQ(found.loops, loops);
    }

    template <class Holds>
    std::vector<EventId> where(Holds holds) const
    {
        std::vector<EventId> events;
        for (std::size_t i = 0; i < events_; ++i) {
            if (scope_.has(EventId(i)) && holds(i))
                events.emplace_back(i);
        }
        return events;
    }

    const Scope& scope_;
    std::size_t events_;
    std::vector<PlainLink> links_;
    Matrix far_;
    std::vector<bool> gone_;
    std::vector<bool> linkGone_; ///< by link of the story
    std::vector<bool> stands_;
};

template <class Id>
void checkEach(const Scope& scope, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (scope.has(Id(i)))
            RemovalCheck(scope, Id(i)).check(without(scope, Id(i)));
    }
}

TEST(Removal, ofAnEventAgreesWithDeletingIt)
{
    onRandomStories(200'000, kManyStories,
                    [](const Scope& scope) { checkEach<EventId>(scope, scope.story().events.size()); });
}

TEST(Removal, ofALinkAgreesWithDeletingIt)
{
    onRandomStories(210'000, kManyStories,
                    [](const Scope& scope) { checkEach<LinkId>(scope, scope.story().links.size()); });
}

TEST(Removal, ofASourceAgreesWithDeletingWhatRestsOnIt)
{
    onRandomStories(220'000, kManyStories,
                    [](const Scope& scope) { checkEach<SourceId>(scope, scope.story().sources.size()); });
}

TEST(Removal, ofASourceNamesThoseThatRepeatIt)
{
    StoryMaker maker;
    for (const char* id : {"first", "second", "third", "other"}) {
        maker.story.sources.emplace_back();
        maker.story.sources.back().id = id;
    }
    maker.story.sources[0].relays = SourceId(2);
    maker.story.sources[1].relays = SourceId(0);
    const Scope scope(maker.graph());
    EXPECT_EQ(without(scope, SourceId(2)).goneSources, (std::vector{SourceId(0), SourceId(1), SourceId(2)}));
    EXPECT_EQ(without(scope, SourceId(0)).goneSources, (std::vector{SourceId(0), SourceId(1)}));
    EXPECT_EQ(without(scope, SourceId(3)).goneSources, std::vector{SourceId(3)});
}

TEST(Removal, ofWhatIsNotKnownYetChangesNothing)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    maker.link(a, b);
    const Removal found = without(Scope(maker.graph(), {{true, false}, {false}, {}}), b);
    EXPECT_TRUE(found.gone.empty());
    EXPECT_EQ(found.untouched, 1u);
}

TEST(Removal, handlesAKnotOnceHoweverManyLinksLeadIntoIt)
{
    // A hub leads to each event of a large loop, all of which rest on one source: 4 · 10¹⁰ steps, were the knot gone
    // through for each of its events or of the links that it loses.
    constexpr std::size_t kLoop = 200'000;
    StoryMaker maker;
    maker.story.sources.resize(1);
    const EventId hub = maker.event("hub");
    for (std::size_t i = 0; i < kLoop; ++i) {
        const EventId event = maker.event("e");
        maker.story.events.back().sources.push_back({SourceId(0), {}});
        maker.link(hub, event);
        maker.link(event, i + 1 < kLoop ? EventId(event.index() + 1) : EventId(1));
    }
    const Scope scope(maker.graph());
    const Removal withoutHub = without(scope, hub);
    EXPECT_EQ(withoutHub.fallen.size(), kLoop);
    EXPECT_EQ(withoutHub.loops.size(), 1u);
    EXPECT_EQ(without(scope, SourceId(0)).gone.size(), kLoop);
}

TEST(Removal, looksForTheLoopsThatLoseALinkInOneWalk)
{
    constexpr std::size_t kLoops = 100'000;
    StoryMaker maker;
    maker.story.sources.resize(1);
    for (std::size_t i = 0; i < kLoops; ++i) {
        const EventId first = maker.event("first");
        const EventId second = maker.event("second");
        maker.link(first, second);
        maker.link(second, first);
        maker.story.links.back().sources.push_back({SourceId(0), {}});
    }
    const Removal found = without(Scope(maker.graph()), SourceId(0));
    EXPECT_EQ(found.goneLinks.size(), kLoops);
    EXPECT_EQ(found.loops.size(), kLoops);
}

} // namespace
} // namespace fabula::graph
