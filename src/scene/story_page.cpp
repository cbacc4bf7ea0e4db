#include "scene/story_page.hpp"

#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/marks.hpp"
#include "scene/story_items.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace fabula::scene {
namespace {

using core::FontWeight;
using core::TextStyle;

constexpr double kTitleBand = 48;
constexpr double kLegendBand = 36;
constexpr double kMargin = 20;
const TextStyle kTitle{18, FontWeight::semibold, false};
const TextStyle kSmall{12, FontWeight::regular, true};

/// What the words around a picture are made from, whatever its layout.
struct Page
{
    const graph::EventGraph& graph;
    const layout::PlacedStory& placed;
    const core::TextMeasurer& measurer;
    const StoryView& view;
    const Theme& theme;
    bool badges = true; ///< cards are drawn large enough for them
};

/// The entries of a legend: a sample of each sign and what it means, in one line.
class Legend
{
public:
    explicit Legend(const Page& page) : measurer_(page.measurer), view_(page.view), theme_(page.theme) {}

    void addLink(model::LinkKind kind)
    {
        add("link." + std::string(name(kind)), [this, kind](DisplayList& picture, Point from) {
            const LinkPen pen{theme_.link(kind), 1.75, markOf(kind), {}};
            const Point tip{from.x + kSample, from.y};
            const Point to{pen.mark.head == LinkHead::filled ? tip.x - kLinkHeadLength + 1 : tip.x - 1, from.y};
            Path line;
            line.points = {from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to};
            line.colour = pen.colour;
            line.width = pen.width;
            line.dash = pen.mark.dash;
            line.dashGap = pen.mark.gap;
            picture.add(std::move(line));
            addLinkHead(picture, pen, 1, tip, {1, 0});
        });
    }

    void addBasis(model::Basis basis)
    {
        add("basis." + std::string(name(basis)), [this, basis](DisplayList& picture, Point from) {
            const Rect box{from.x, from.y - 6, kSample, 12};
            picture.add(FillRect{box, 3, cornersAll, theme_.cardFill});
            picture.add(basisOutline(theme_, box, 3, basis));
        });
    }

    void addContradiction()
    {
        add("picture.contradicted", [this](DisplayList& picture, Point from) {
            picture.add(TextRun{{from.x + 14, std::round(from.y + 4)},
                                layout::kContradictionMark,
                                kSmall,
                                theme_.link(model::LinkKind::contradicts),
                                {}});
        });
    }

    void addSources()
    {
        add("picture.sources", [this](DisplayList& picture, Point from) {
            addSourceMark(picture, {std::round(from.x + 15), std::round(from.y - 5)}, theme_.text2);
        });
    }

    /// From `from` to `right`, as close together as they must; what still has no room is left out. Returns where the
    /// last one ends.
    double draw(DisplayList& picture, Point from, double right) const
    {
        double width = 0;
        for (const Entry& entry : entries_)
            width += kSample + kSampleGap + measurer_.width(entry.words, kSmall);
        const double gaps = static_cast<double>(std::max<std::size_t>(2, entries_.size()) - 1);
        const double gap = std::clamp((right - from.x - width) / gaps, kLeastGap, kGap);
        double end = from.x;
        for (const Entry& entry : entries_) {
            const double x = from.x + kSample + kSampleGap;
            const double next = x + measurer_.width(entry.words, kSmall);
            if (next > right + 0.5)
                break;
            entry.drawSample(picture, from);
            picture.add(TextRun{{std::round(x), std::round(from.y + 4)}, entry.words, kSmall, theme_.text2, {}});
            end = next;
            from.x = next + gap;
        }
        return end;
    }

private:
    static constexpr double kSample = 26;
    static constexpr double kSampleGap = 8;
    static constexpr double kGap = 22;
    static constexpr double kLeastGap = 10;

    struct Entry
    {
        std::string words;
        std::function<void(DisplayList&, Point)> drawSample;
    };

    void add(const std::string& key, std::function<void(DisplayList&, Point)> drawSample)
    {
        entries_.push_back({std::string(core::phrase(key, view_.language)), std::move(drawSample)});
    }

    const core::TextMeasurer& measurer_;
    const StoryView& view_;
    const Theme& theme_;
    std::vector<Entry> entries_;
};

/// How much of the story the picture holds, and as of which day.
std::string countsOf(const model::Story& story, const StoryView& view)
{
    const auto there = [](const std::vector<float>& presence, std::size_t all) {
        return presence.empty() ? all : static_cast<std::size_t>(std::count(presence.begin(), presence.end(), 1.0F));
    };
    std::string words =
        core::countPhrase("picture.events", there(view.presence.events, story.events.size()), view.language) + " · " +
        core::countPhrase("picture.links", there(view.presence.links, story.links.size()), view.language);
    if (view.presence.asOf.known())
        words = core::phraseWith("picture.as-of", time::words(view.presence.asOf, view.language), view.language) +
                " · " + words;
    return words;
}

void addTitle(const Page& page, DisplayList& picture)
{
    const StoryView& view = page.view;
    const Theme& theme = page.theme;
    const model::Story& story = page.graph.story();
    const std::string counts = countsOf(story, view);
    const double countsWidth = page.measurer.width(counts, kSmall);
    const double right = picture.size.width - kMargin;
    const std::string title = layout::singleLine(model::choose(story.title, view.language, story.languages).text);
    const double room = right - countsWidth - 24 - kMargin;
    picture.add(TextRun{{kMargin, 31}, layout::fitted(page.measurer, title, kTitle, room), kTitle, theme.text1, {}});
    picture.add(TextRun{{std::round(right - countsWidth), 30}, counts, kSmall, theme.text3, {}});
}

/// The signs that the picture holds.
struct Signs
{
    std::array<bool, model::kLinkKindNames.size()> kinds{};
    std::array<bool, model::kBasisNames.size()> bases{};
    bool contradicted = false;
    bool severalSources = false;
};

Signs signsOf(const Page& page)
{
    const model::Story& story = page.graph.story();
    const model::Known* known = page.view.presence.known.get();
    Signs signs;
    for (const layout::LinkRoute& route : page.placed.links) {
        if (route.shape != layout::LinkShape::hidden && (known == nullptr || known->links[route.link.index()]))
            signs.kinds[static_cast<std::size_t>(story[route.link].kind)] = true;
    }
    for (const layout::PlacedEvent& placed : page.placed.events) {
        if (known != nullptr && !known->events[placed.event.index()])
            continue;
        signs.bases[static_cast<std::size_t>(story[placed.event].basis)] = true;
        if (placed.detail != layout::Detail::card || !page.badges)
            continue;
        const layout::EventBadges badges =
            known != nullptr ? layout::badgesOf(page.graph, placed.event, known) : placed.badges;
        signs.contradicted = signs.contradicted || badges.contradictions > 0;
        signs.severalSources = signs.severalSources || badges.showsSources();
    }
    return signs;
}

void addLegend(const Page& page, DisplayList& picture)
{
    const double middle = picture.size.height - kLegendBand / 2;
    const Signs signs = signsOf(page);
    Legend legend(page);
    for (std::size_t i = 0; i < signs.kinds.size(); ++i) {
        if (signs.kinds[i])
            legend.addLink(static_cast<model::LinkKind>(i));
    }
    for (std::size_t i = 0; i < signs.bases.size(); ++i) {
        if (signs.bases[i])
            legend.addBasis(static_cast<model::Basis>(i));
    }
    if (signs.contradicted)
        legend.addContradiction();
    if (signs.severalSources)
        legend.addSources();
    const double right = picture.size.width - kMargin;
    const double end = legend.draw(picture, {kMargin, middle}, right);
    // What the signs mean matters more than who drew them.
    const std::string madeWith(core::phrase("picture.made-with", page.view.language));
    const double x = right - page.measurer.width(madeWith, kSmall);
    if (x >= end + 24)
        picture.add(TextRun{{std::round(x), std::round(middle + 4)}, madeWith, kSmall, page.theme.text3, {}});
}

template <class Content>
DisplayList paged(const Page& words, core::Size page, Content content)
{
    DisplayList picture;
    picture.size = page;
    picture.ground = words.theme.panel;
    picture.add(FillRect{{0, 0, page.width, page.height}, 0, cornersNone, words.theme.panel});
    addTitle(words, picture);
    content(picture);
    addLegend(words, picture);
    return picture;
}

} // namespace

core::Rect frameOfPage(core::Size page)
{
    return {0, kTitleBand, page.width, std::max(0.0, page.height - kTitleBand - kLegendBand)};
}

DisplayList storyPage(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, core::Size page)
{
    const Page words{subject.graph, subject.layout, subject.measurer, view, theme};
    return paged(words, page, [&](DisplayList& picture) { addTimeline(subject, view, theme, picture); });
}

DisplayList storyPage(const GraphSubject& subject, const GraphView& view, const Theme& theme, core::Size page)
{
    const Page words{subject.graph, subject.layout, subject.measurer, view, theme, view.zoom >= kLeastScaleForDate};
    return paged(words, page, [&](DisplayList& picture) { addGraph(subject, view, theme, picture); });
}

} // namespace fabula::scene
