#include "brute_force.hpp"
#include "graph/mainline.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// The middles of the ranges of ICD 203.
double plainProbability(const std::optional<model::Confidence>& confidence)
{
    if (!confidence.has_value())
        return 0.5;
    switch (*confidence) {
    case model::Confidence::almostNoChance:
        return (0.01 + 0.05) / 2;
    case model::Confidence::veryUnlikely:
        return (0.05 + 0.20) / 2;
    case model::Confidence::unlikely:
        return (0.20 + 0.45) / 2;
    case model::Confidence::roughlyEven:
        return (0.45 + 0.55) / 2;
    case model::Confidence::likely:
        return (0.55 + 0.80) / 2;
    case model::Confidence::veryLikely:
        return (0.80 + 0.95) / 2;
    case model::Confidence::almostCertain:
        return (0.95 + 0.99) / 2;
    }
    return 0;
}

/// Follows every chain there is.
class AllStrands
{
public:
    AllStrands(const Scope& scope, std::size_t most, const std::vector<bool>& out)
        : scope_(scope), most_(most), out_(out), links_(plainLinks(scope)), far_(distances(out.size(), links_))
    {
    }

    double heaviest()
    {
        for (std::size_t i = 0; i < out_.size(); ++i) {
            if (scope_.has(EventId(i)) && !out_[i])
                follow(i, 1, weight(i));
        }
        return heaviest_;
    }

private:
    double weight(std::size_t event) const
    {
        const model::Event& said = scope_.story().events[event];
        return said.importance * plainProbability(said.confidence);
    }

    void follow(std::size_t event, std::size_t events, double soFar)
    {
        heaviest_ = std::max(heaviest_, soFar);
        for (const PlainLink& link : links_) {
            // A link that closes a loop leads back in the order of the story.
            const bool forward = !onOneLoop(far_, link.from, link.to) || scope_.graph().position(EventId(link.from)) <
                                                                             scope_.graph().position(EventId(link.to));
            if (events == most_ || link.from != event || !forward || out_[link.to])
                continue;
            const double sure = plainProbability(scope_.story()[link.id].confidence);
            follow(link.to, events + 1, soFar + weight(link.to) * sure);
        }
    }

    const Scope& scope_;
    std::size_t most_;
    const std::vector<bool>& out_;
    std::vector<PlainLink> links_;
    Matrix far_;
    double heaviest_ = 0;
};

void checkStrand(const Scope& scope, const Strand& strand, std::size_t most)
{
    const model::Story& story = scope.story();
    ASSERT_FALSE(strand.events.empty());
    ASSERT_EQ(strand.links.size() + 1, strand.events.size());
    EXPECT_LE(strand.events.size(), most);
    const auto weight = [&](EventId event) {
        return story[event].importance * plainProbability(story[event].confidence);
    };
    double sum = weight(strand.events.front());
    for (std::size_t i = 0; i < strand.links.size(); ++i) {
        const model::Link& link = story[strand.links[i]];
        EXPECT_TRUE(scope.has(strand.links[i]));
        EXPECT_EQ(link.from, strand.events[i]);
        EXPECT_EQ(link.to, strand.events[i + 1]);
        sum += weight(link.to) * plainProbability(link.confidence);
    }
    EXPECT_NEAR(strand.weight, sum, 1e-9);
}

TEST(Mainline, weighsAsMuchAsTheHeaviestOfAllChains)
{
    onRandomStories(400'000, kManyStories, [](const Scope& scope) {
        const std::size_t events = scope.story().events.size();
        const std::vector<PlainLink> links = plainLinks(scope);
        for (const std::size_t most : {std::size_t{1}, std::size_t{3}, kMainlineEvents}) {
            const Mainline found = mainline(scope, most);
            EXPECT_LE(found.strands.size(), 3u);
            std::vector<bool> out(events, false);
            for (const Strand& strand : found.strands) {
                checkStrand(scope, strand, most);
                EXPECT_NEAR(strand.weight, AllStrands(scope, most, out).heaviest(), 1e-9);
                EXPECT_TRUE(&strand == &found.strands.front() || strand.events.size() >= 3);
                for (const EventId event : strand.events) {
                    EXPECT_FALSE(out[event.index()]) << "an event of an earlier strand";
                    out[event.index()] = true;
                }
            }
            std::size_t inScope = 0;
            for (std::size_t i = 0; i < events; ++i)
                inScope += scope.has(EventId(i)) ? 1 : 0;
            EXPECT_EQ(found.strands.empty(), inScope == 0);
            EXPECT_EQ(found.loops, plainLoops(distances(events, links)));
        }
    });
}

TEST(Mainline, takesUnlikelyTurnsOnlyWhereNothingBetterIsToBeHad)
{
    StoryMaker maker;
    const EventId start = maker.event("start");
    const EventId rumour = maker.event("rumour");
    const EventId fact = maker.event("fact");
    maker.link(start, rumour);
    maker.link(start, fact);
    maker.story.links[0].confidence = model::Confidence::unlikely;
    maker.story.links[1].confidence = model::Confidence::veryLikely;
    EXPECT_EQ(mainline(Scope(maker.graph())).strands.front().events, (std::vector{start, fact}));
}

} // namespace
} // namespace fabula::graph
