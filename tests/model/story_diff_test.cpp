#include "model/story_diff.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <utility>

namespace fabula::model {
namespace {

time::Edtf date(const std::string& text)
{
    return *time::parseEdtf(text);
}

Text text(const std::string& english, const std::string& german = {})
{
    Text text;
    text = {{"en", english}};
    if (!german.empty())
        text.add("de", german);
    return text;
}

constexpr EventId kA(0);
constexpr EventId kB(1);

Link link(EventId from, EventId to, LinkKind kind)
{
    Link link;
    link.from = from;
    link.to = to;
    link.kind = kind;
    return link;
}

/// Two events "a" and "b", a link from one to the other, two sources and two actors.
Story smallStory()
{
    Story story;
    story.languages = {"en", "de"};
    for (const char* id : {"x", "y"}) {
        story.actors.emplace_back();
        story.actors.back().id = id;
    }
    for (const char* id : {"paper", "wire"}) {
        story.sources.emplace_back();
        story.sources.back().id = id;
    }
    for (const char* id : {"a", "b"}) {
        Event event;
        event.id = id;
        event.title = text("Title", "Titel");
        event.when = date("2025-08~");
        event.lane = ActorId(0);
        event.actors = {ActorId(0), ActorId(1)};
        event.sources = {{SourceId(0), "page 1"}, {SourceId(1), {}}};
        event.tags = {"core", "late"};
        story.events.push_back(event);
    }
    story.links.push_back(link(kA, kB, LinkKind::causes));
    story.links.back().sources = {{SourceId(0), {}}};
    return story;
}

struct Edit
{
    DiffField field;
    std::function<void(Story&)> apply;
};

/// All that an edit of one field changed: those fields, of one thing.
std::vector<DiffField> fieldsOf(const StoryDiff& diff)
{
    std::vector<DiffField> fields;
    const auto add = [&](const auto& list) {
        EXPECT_TRUE(list.added.empty() && list.withdrawn.empty());
        for (const auto& change : list.changed)
            fields.insert(fields.end(), change.fields.begin(), change.fields.end());
    };
    add(diff.events);
    add(diff.links);
    add(diff.sources);
    add(diff.actors);
    return fields;
}

std::vector<Edit> eventEdits()
{
    const auto edit = [](DiffField field, auto change) {
        return Edit{field, [change](Story& story) { change(story.events[1]); }};
    };
    return {edit(DiffField::title, [](Event& e) { e.title = text("Title", "Anderer Titel"); }),
            edit(DiffField::summary, [](Event& e) { e.summary = text("Summary"); }),
            edit(DiffField::when, [](Event& e) { e.when = date("2025-08-14"); }),
            edit(DiffField::span, [](Event& e) { e.lasting = true; }),
            edit(DiffField::planned, [](Event& e) { e.planned = date("2025-05"); }),
            edit(DiffField::reported, [](Event& e) { e.reported = date("2025-09"); }),
            edit(DiffField::kind, [](Event& e) { e.kind = "setback"; }),
            edit(DiffField::lane, [](Event& e) { e.lane = ActorId(1); }),
            edit(DiffField::lane, [](Event& e) { e.lane = {}; }),
            edit(DiffField::actors, [](Event& e) { e.actors = {ActorId(0)}; }),
            edit(DiffField::importance, [](Event& e) { e.importance = 5; }),
            edit(DiffField::basis, [](Event& e) { e.basis = Basis::inferred; }),
            edit(DiffField::confidence, [](Event& e) { e.confidence = Confidence::likely; }),
            edit(DiffField::sources, [](Event& e) { e.sources = {e.sources.front()}; }),
            edit(DiffField::sources, [](Event& e) { e.sources[0].at = "page 2"; }),
            edit(DiffField::tags, [](Event& e) { e.tags = {"core"}; })};
}

std::vector<Edit> otherEdits()
{
    return {{DiffField::kind, [](Story& s) { s.links[0].kind = LinkKind::enables; }},
            {DiffField::basis, [](Story& s) { s.links[0].basis = Basis::official; }},
            {DiffField::confidence, [](Story& s) { s.links[0].confidence = Confidence::unlikely; }},
            {DiffField::sources,
             [](Story& s) {
                 s.links[0].sources.push_back({SourceId(1), {}});
             }},
            {DiffField::label, [](Story& s) { s.links[0].label = text("the attempt"); }},
            {DiffField::publisher, [](Story& s) { s.sources[0].publisher = "The Paper"; }},
            {DiffField::title, [](Story& s) { s.sources[0].title = text("A report"); }},
            {DiffField::url, [](Story& s) { s.sources[0].url = "https://example.org/"; }},
            {DiffField::published, [](Story& s) { s.sources[0].published = date("2025-08-14"); }},
            {DiffField::language, [](Story& s) { s.sources[0].language = "de"; }},
            {DiffField::grade, [](Story& s) { s.sources[0].grade = "B2"; }},
            {DiffField::relays, [](Story& s) { s.sources[0].relays = SourceId(1); }},
            {DiffField::name, [](Story& s) { s.actors[0].name = text("X"); }},
            {DiffField::kind, [](Story& s) { s.actors[0].kind = "state"; }},
            {DiffField::about, [](Story& s) { s.actors[0].about = text("of X-land"); }},
            {DiffField::aliases, [](Story& s) { s.actors[0].aliases = {"Ex"}; }}};
}

TEST(StoryDiff, eachFieldIsFoundAloneAndBothWays)
{
    std::vector<Edit> edits = eventEdits();
    const std::vector<Edit> others = otherEdits();
    edits.insert(edits.end(), others.begin(), others.end());
    std::set<std::string_view> tried;
    const Story before = smallStory();
    for (const Edit& edit : edits) {
        Story after = before;
        edit.apply(after);
        EXPECT_EQ(fieldsOf(storyDiff(before, after)), std::vector{edit.field}) << name(edit.field);
        EXPECT_EQ(fieldsOf(storyDiff(after, before)), std::vector{edit.field}) << name(edit.field);
        tried.insert(name(edit.field));
    }
    EXPECT_EQ(tried, std::set<std::string_view>(kDiffFieldNames.begin(), kDiffFieldNames.end()));
}

TEST(StoryDiff, ofAStoryWithItselfIsEmpty)
{
    EXPECT_TRUE(storyDiff(smallStory(), smallStory()).empty());
    EXPECT_TRUE(storyDiff({}, {}).empty());
    const StoryDiff fresh = storyDiff({}, smallStory());
    EXPECT_EQ(fresh.events.added, (std::vector{kA, kB}));
    EXPECT_EQ(fresh.links.added, std::vector{LinkId(0)});
    const StoryDiff gone = storyDiff(smallStory(), {});
    EXPECT_EQ(gone.sources.withdrawn, (std::vector{SourceId(0), SourceId(1)}));
    EXPECT_EQ(gone.actors.withdrawn, (std::vector{ActorId(0), ActorId(1)}));
}

TEST(StoryDiff, howItIsWrittenSaysNothing)
{
    const Story before = smallStory();
    Story after = before;
    Event& event = after.events[1];
    event.title = {{"DE", *event.title.in("de")}, {"en", *event.title.in("en")}};
    std::swap(event.sources[0], event.sources[1]);
    event.tags = {"late", "core", "late"};
    std::swap(event.actors[0], event.actors[1]);
    EXPECT_TRUE(storyDiff(before, after).empty());

    Story plain = before;
    plain.events[0].title = text("Title");
    Story object = plain;
    plain.events[0].title.setPlain(true);
    EXPECT_TRUE(storyDiff(plain, object).empty());
}

TEST(StoryDiff, theOrderOfTheListsSaysNothing)
{
    const Story before = smallStory();
    Story after = before;
    std::swap(after.events[0], after.events[1]);
    std::swap(after.sources[0], after.sources[1]);
    std::swap(after.actors[0], after.actors[1]);
    after.links[0] = link(kB, kA, LinkKind::causes);
    after.links[0].sources = {{SourceId(1), {}}};
    for (Event& event : after.events) {
        event.lane = ActorId(1);
        event.sources = {{SourceId(1), "page 1"}, {SourceId(0), {}}};
    }
    EXPECT_TRUE(storyDiff(before, after).empty());
}

TEST(StoryDiff, theSameUnderAnotherIdIsWithdrawnAndNewAndSoAreItsLinks)
{
    const Story before = smallStory();
    Story after = before;
    after.events[1].id = "c";
    const StoryDiff diff = storyDiff(before, after);
    EXPECT_EQ(diff.events.added, std::vector{kB});
    EXPECT_EQ(diff.events.withdrawn, std::vector{kB});
    EXPECT_TRUE(diff.events.changed.empty());
    EXPECT_EQ(diff.links.added, std::vector{LinkId(0)});
    EXPECT_EQ(diff.links.withdrawn, std::vector{LinkId(0)});
    EXPECT_TRUE(diff.links.changed.empty());
}

TEST(StoryDiff, aReferenceToWhatIsGoneIsNotOneToNothing)
{
    Story before = smallStory();
    before.actors.emplace_back();
    before.actors[2].id = "z";
    before.events[0].lane = ActorId(2);
    before.sources[0].relays = SourceId(1);
    Story after = smallStory();
    after.events[0].lane = {};
    after.sources.pop_back();
    for (Event& event : after.events)
        event.sources = {event.sources.front()};
    const StoryDiff diff = storyDiff(before, after);
    ASSERT_EQ(diff.events.changed.size(), 2u);
    EXPECT_EQ(diff.events.changed[0].fields, (std::vector{DiffField::lane, DiffField::sources}));
    EXPECT_EQ(diff.events.changed[1].fields, std::vector{DiffField::sources});
    ASSERT_EQ(diff.sources.changed.size(), 1u);
    EXPECT_EQ(diff.sources.changed[0].fields, std::vector{DiffField::relays});
    EXPECT_EQ(diff.sources.withdrawn, std::vector{SourceId(1)});
    EXPECT_EQ(diff.actors.withdrawn, std::vector{ActorId(2)});
}

class LinkDiff : public ::testing::Test
{
protected:
    using Changed = std::vector<Change<LinkId>>;

    /// Between stories with these links and nothing else that differs.
    static ListDiff<LinkId> between(std::vector<Link> before, std::vector<Link> after)
    {
        Story old = smallStory();
        Story fresh = old;
        old.links = std::move(before);
        fresh.links = std::move(after);
        return storyDiff(old, fresh).links;
    }

    Link causes = link(kA, kB, LinkKind::causes);
    Link enables = link(kA, kB, LinkKind::enables);
    Link contradicts = link(kA, kB, LinkKind::contradicts);
    Link turned = link(kB, kA, LinkKind::contradicts);
};

TEST_F(LinkDiff, aContradictionHasNoDirectionButACauseHas)
{
    EXPECT_TRUE(between({contradicts}, {turned}).empty());
    const ListDiff<LinkId> diff = between({causes}, {link(kB, kA, LinkKind::causes)});
    EXPECT_EQ(diff.added, std::vector{LinkId(0)});
    EXPECT_EQ(diff.withdrawn, std::vector{LinkId(0)});
}

TEST_F(LinkDiff, theSameKindGoesBeforeAnother)
{
    // The new list begins with another kind, yet the link of the same kind is the one that stayed.
    const ListDiff<LinkId> diff = between({causes}, {enables, causes});
    EXPECT_EQ(diff.added, std::vector{LinkId(0)});
    EXPECT_TRUE(diff.changed.empty() && diff.withdrawn.empty());
    EXPECT_EQ(between({causes}, {enables}).changed, (Changed{{LinkId(0), LinkId(0), {DiffField::kind}}}));
}

TEST_F(LinkDiff, parallelLinksAreMatchedInOrder)
{
    Link surer = causes;
    surer.confidence = Confidence::veryLikely;
    EXPECT_TRUE(between({causes, surer}, {causes, surer}).empty());
    const ListDiff<LinkId> grown = between({causes, causes}, {causes, surer, surer});
    EXPECT_EQ(grown.changed, (Changed{{LinkId(1), LinkId(1), {DiffField::confidence}}}));
    EXPECT_EQ(grown.added, std::vector{LinkId(2)});
    const ListDiff<LinkId> shrunk = between({causes, surer, enables}, {enables, causes});
    EXPECT_EQ(shrunk.withdrawn, std::vector{LinkId(1)});
    EXPECT_TRUE(shrunk.added.empty() && shrunk.changed.empty());
    // Two kinds at once, with one link that stays between them.
    const ListDiff<LinkId> kinds = between({causes, contradicts, causes}, {enables, contradicts, enables});
    EXPECT_EQ(kinds.changed,
              (Changed{{LinkId(0), LinkId(0), {DiffField::kind}}, {LinkId(2), LinkId(2), {DiffField::kind}}}));
}

} // namespace
} // namespace fabula::model
