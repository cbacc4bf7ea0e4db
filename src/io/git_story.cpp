#include "io/git_story.hpp"

#include "io/foreign_text.hpp"
#include "io/git_words.hpp"
#include "io/import_ids.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::size_t kShortHash = 12; // digits that no two commits of even the largest repositories share
constexpr std::string_view kGitLeavesNameOut = "%aN"; // it repeats what was asked where a broken commit has no author

std::string shortHash(std::string_view hash)
{
    return std::string(hash.substr(0, kShortHash));
}

int importanceOf(std::size_t parents, std::size_t children, bool tagged)
{
    if (tagged)
        return 5;
    if (parents == 0 || parents > 2 || children > 2)
        return 4;
    return parents == 2 || children == 2 ? 3 : 2;
}

} // namespace

GitStory::GitStory(const GitOrigin& origin, const ReadLimits& limits, LoadedStory& loaded)
    : origin_(origin), limits_(limits), loaded_(loaded), sink_(origin.folder, loaded.diagnostics), cast_(story_),
      parser_([this](const GitCommit& commit) { add(commit); })
{
    loaded.places.file = origin.folder;
    story_.languages = {"en"};
    std::string title = shortened(onOneLine(cleaned(origin.name)));
    story_.id = nearestId(title);
    if (story_.id.empty())
        story_.id = "story";
    if (title.empty())
        title = story_.id;
    source_ = cast_.source(title, origin.address);
    story_.title = model::Text::plainIn(story_.languages.front(), title);
}

bool GitStory::read(std::string_view bytes)
{
    if (loaded_.diagnostics.errors() > 0)
        return false;
    if (!parser_.parse(bytes))
        report(finding::kNoGitHistory,
               core::message("what git writes is no log in the format that it was asked for; see whether "
                             "another program stands under its name"));
    return loaded_.diagnostics.errors() == 0;
}

void GitStory::finish()
{
    if (loaded_.diagnostics.errors() == 0 && !parser_.whole())
        report(finding::kNoGitHistory, core::message("the log ends in the middle of a commit; try again"));
    else if (loaded_.diagnostics.errors() == 0 && story_.events.empty())
        report(finding::kNoGitHistory,
               core::message("the repository has no commits, so that there is no story to tell; commit something"));
    if (loaded_.diagnostics.errors() > 0)
        return;
    setImportances();
    sortActors();
    reportTallies();
    loaded_.story = std::make_shared<const model::Story>(std::move(story_));
}

void GitStory::add(const GitCommit& commit)
{
    if (loaded_.diagnostics.errors() > 0)
        return;
    const std::size_t index = story_.events.size();
    if (index >= limits_.events) {
        report(finding::kTooManyEvents,
               core::message("there are more than {} commits; a story can't hold them", limits_.events));
        return;
    }
    if (!eventOf_.try_emplace(std::string(commit.hash), index).second)
        return; // listed twice, which git does not do
    model::Event& event = story_.events.emplace_back();
    event.id = commit.hash;
    setTexts(commit, event);
    if (std::optional<time::Edtf> date = gitDate(commit.seconds, commit.rawDate))
        event.when = std::move(*date);
    else
        ++undated_;
    event.basis = model::Basis::official;
    event.sources.push_back({source_, shortHash(commit.hash)});
    setAuthor(commit.author, event);
    setTags(commit.decorations, event);
    relatives_.emplace_back();
    const std::uint32_t parents = linkParents(commit.parents, index);
    relatives_[index].parents = parents;
    event.kind = parents > 1 ? "merge" : "commit";
}

void GitStory::setTexts(const GitCommit& commit, model::Event& event)
{
    const auto plain = [&](std::string text) {
        return model::Text::plainIn(story_.languages.front(), shortened(std::move(text)));
    };
    const std::string subject = onOneLine(withoutMailAddresses(cleaned(commit.subject)));
    event.title = plain(subject.empty() ? shortHash(commit.hash) : subject);
    const std::string body(trimmed(withoutMailAddresses(cleaned(commit.body))));
    if (!body.empty())
        event.summary = plain(body);
}

void GitStory::setAuthor(std::string_view name, model::Event& event)
{
    if (name == kGitLeavesNameOut)
        return;
    const std::string known = shortened(nameWithoutMailAddress(onOneLine(cleaned(name))));
    if (known.empty())
        return;
    event.lane = cast_.actor(known);
    event.actors.push_back(event.lane);
    commitsOf_.resize(story_.actors.size(), 0);
    ++commitsOf_[event.lane.index()];
    if (story_.actors.size() > limits_.others)
        report(finding::kTooManyOthers,
               core::message("there are more than {} authors; a story can't hold them", limits_.others));
}

void GitStory::setTags(std::string_view decorations, model::Event& event)
{
    std::set<std::string> tags;
    for (const std::string_view name : gitTags(decorations))
        tags.insert(shortened(onOneLine(cleaned(name))));
    for (const std::string& tag : tags) {
        if (!tag.empty())
            event.tags.push_back(tag);
    }
}

std::uint32_t GitStory::linkParents(std::string_view hashes, std::size_t child)
{
    std::uint32_t parents = 0;
    while (!hashes.empty()) {
        const std::size_t end = std::min(hashes.find(' '), hashes.size());
        const auto parent = eventOf_.find(std::string(hashes.substr(0, end)));
        hashes.remove_prefix(std::min(end + 1, hashes.size()));
        if (parent == eventOf_.end() || parent->second == child) {
            ++unknownParents_;
            ++parents;
            continue;
        }
        Relatives& relatives = relatives_[parent->second];
        if (relatives.lastChild == child)
            continue; // a commit made by hand may name a parent twice
        relatives.lastChild = child;
        ++relatives.children;
        ++parents;
        if (story_.links.size() >= limits_.links) {
            report(finding::kTooManyLinks,
                   core::message("the commits have more than {} parents; a story can't hold them", limits_.links));
            break;
        }
        model::Link& link = story_.links.emplace_back();
        link.from = core::EventId(parent->second);
        link.to = core::EventId(child);
        link.kind = model::LinkKind::precedes;
        link.basis = model::Basis::official;
        link.sources.push_back({source_, {}});
    }
    return parents;
}

// As UTF-8 that neither steers a terminal nor turns other words round.
std::string GitStory::cleaned(std::string_view bytes)
{
    bool asLatin1 = false;
    std::string text = withoutControls(asUtf8(bytes, asLatin1));
    asLatin1_ += asLatin1 ? 1 : 0;
    return text;
}

std::string GitStory::shortened(std::string text)
{
    if (text.size() <= limits_.textBytes)
        return text;
    ++tooLong_;
    return firstBytes(text, limits_.textBytes);
}

void GitStory::setImportances()
{
    for (std::size_t i = 0; i < story_.events.size(); ++i)
        story_.events[i].importance =
            importanceOf(relatives_[i].parents, relatives_[i].children, !story_.events[i].tags.empty());
}

// The order of the actors is that of the lanes.
void GitStory::sortActors()
{
    std::vector<std::size_t> order(story_.actors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return commitsOf_[a] > commitsOf_[b]; });
    std::vector<model::Actor> actors;
    std::vector<core::ActorId> newPlace(order.size());
    for (const std::size_t old : order) {
        newPlace[old] = core::ActorId(actors.size());
        actors.push_back(std::move(story_.actors[old]));
    }
    story_.actors = std::move(actors);
    for (model::Event& event : story_.events) {
        if (event.lane.valid())
            event.lane = event.actors.front() = newPlace[event.lane.index()];
    }
}

void GitStory::reportTallies()
{
    const std::size_t all = story_.events.size();
    const auto tooEarly = [&](const model::Link& link) {
        const time::Edtf& parent = story_[link.from].when;
        const time::Edtf& child = story_[link.to].when;
        return parent.known() && child.known() && child.span().end <= parent.span().begin;
    };
    const auto early = static_cast<std::size_t>(std::count_if(story_.links.begin(), story_.links.end(), tooEarly));
    if (early > 0)
        report(finding::kDatedBeforeParent,
               core::message("{} of {} links lead to a commit that is dated before its parent, as wrong clocks and "
                             "rebased commits make them; the dates are as git has them",
                             early, story_.links.size()));
    if (undated_ > 0)
        report(finding::kUnreadDate,
               core::message("{} of {} commits have no date that can be read; they stand without one", undated_, all));
    if (asLatin1_ > 0)
        report(finding::kReadAsLatin1, core::message("texts that are no UTF-8 and name no other encoding were read as "
                                                     "Latin-1 ({} in all); look at letters with accents",
                                                     asLatin1_));
    if (tooLong_ > 0)
        report(finding::kNoPlaceInStory,
               core::message("texts longer than a story can hold were cut at {} bytes ({} in all)", limits_.textBytes,
                             tooLong_));
    if (unknownParents_ > 0)
        report(
            finding::kHistoryNotWhole,
            core::message(
                "parents that are not in the history that git tells were left out, with the links to them ({} in all)",
                unknownParents_));
    if (origin_.shallow)
        report(finding::kHistoryNotWhole,
               core::message("the clone is shallow, so that its first commits are not the first there were; `git fetch "
                             "--unshallow` gets those"));
}

void GitStory::report(const FindingKind& kind, core::Message sentence)
{
    sink_.add(kind, {}, {}, std::move(sentence));
}

LoadedStory readGitLog(std::string_view log, const GitOrigin& origin, const ReadLimits& limits)
{
    LoadedStory loaded;
    GitStory story(origin, limits, loaded);
    story.read(log);
    story.finish();
    return loaded;
}

} // namespace fabula::io
