#include "scene/story_page.hpp"

#include "core/phrases.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/marks.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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
};

/// Writes legend entries from left to right and knows where the next one starts.
class Legend
{
public:
    /// On the line through `end`, at most up to there.
    Legend(const Page& page, DisplayList& picture, Point end)
        : measurer_(page.measurer), view_(page.view), theme_(page.theme), picture_(picture), middle_(end.y),
          right_(end.x)
    {
    }

    void addLink(model::LinkKind kind)
    {
        const std::string words(core::phrase("link." + std::string(name(kind)), view_.language));
        if (!fits(words))
            return;
        Path line;
        const Point from{x_, middle_};
        const Point to{x_ + kSample, middle_};
        line.points = {from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to};
        line.colour = theme_.link(kind);
        line.width = 1.75;
        const LinkMark mark = markOf(kind);
        line.dash = mark.dash;
        line.dashGap = mark.gap;
        picture_.add(std::move(line));
        addWords(words);
    }

    void addBasis(model::Basis basis)
    {
        const std::string words(core::phrase("basis." + std::string(name(basis)), view_.language));
        if (!fits(words))
            return;
        const Rect box{x_, middle_ - 6, kSample, 12};
        picture_.add(FillRect{box, 3, cornersAll, theme_.cardFill});
        picture_.add(basisOutline(theme_, box, 3, basis));
        addWords(words);
    }

    void addContradiction()
    {
        const std::string words(core::phrase("picture.contradicted", view_.language));
        if (!fits(words))
            return;
        picture_.add(TextRun{{x_ + 14, std::round(middle_ + 4)},
                             layout::kContradictionMark,
                             kSmall,
                             theme_.link(model::LinkKind::contradicts),
                             {}});
        addWords(words);
    }

    void addSources()
    {
        const std::string words(core::phrase("picture.sources", view_.language));
        if (!fits(words))
            return;
        addSourceMark(picture_, {std::round(x_ + 15), std::round(middle_ - 5)}, theme_.text2);
        addWords(words);
    }

private:
    static constexpr double kSample = 26;

    bool fits(const std::string& words) const { return x_ + kSample + 8 + measurer_.width(words, kSmall) <= right_; }
    void addWords(const std::string& words)
    {
        x_ += kSample + 8;
        picture_.add(TextRun{{std::round(x_), std::round(middle_ + 4)}, words, kSmall, theme_.text2, {}});
        x_ += measurer_.width(words, kSmall) + 22;
    }

    const core::TextMeasurer& measurer_;
    const StoryView& view_;
    const Theme& theme_;
    DisplayList& picture_;
    double middle_;
    double right_;
    double x_ = kMargin;
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

void addLegend(const Page& page, DisplayList& picture)
{
    const StoryView& view = page.view;
    const Theme& theme = page.theme;
    const double middle = picture.size.height - kLegendBand / 2;
    const std::string madeWith(core::phrase("picture.made-with", view.language));
    const double madeWidth = page.measurer.width(madeWith, kSmall);
    const double right = picture.size.width - kMargin;
    picture.add(TextRun{{std::round(right - madeWidth), std::round(middle + 4)}, madeWith, kSmall, theme.text3, {}});

    const model::Story& story = page.graph.story();
    std::array<bool, model::kLinkKindNames.size()> kinds{};
    for (const model::Link& link : story.links)
        kinds[static_cast<std::size_t>(link.kind)] = true;
    std::array<bool, model::kBasisNames.size()> bases{};
    for (const model::Event& event : story.events)
        bases[static_cast<std::size_t>(event.basis)] = true;

    Legend legend(page, picture, {right - madeWidth - 24, middle});
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i])
            legend.addLink(static_cast<model::LinkKind>(i));
    }
    for (std::size_t i = 0; i < bases.size(); ++i) {
        if (bases[i])
            legend.addBasis(static_cast<model::Basis>(i));
    }
    bool contradicted = false;
    bool severalSources = false;
    for (const layout::PlacedEvent& placed : page.placed.events) {
        contradicted = contradicted || (placed.detail == layout::Detail::card && placed.badges.contradictions > 0);
        severalSources = severalSources || (placed.detail == layout::Detail::card && placed.badges.showsSources());
    }
    if (contradicted)
        legend.addContradiction();
    if (severalSources)
        legend.addSources();
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
    const Page words{subject.graph, subject.layout, subject.measurer, view, theme};
    return paged(words, page, [&](DisplayList& picture) { addGraph(subject, view, theme, picture); });
}

double centredPan(const layout::TimelineLayout& layout, double canvasWidth)
{
    double left = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    auto around = [&](double x0, double x1) {
        left = std::min(left, x0);
        right = std::max(right, x1);
    };
    for (const layout::PlacedEvent& placed : layout.events) {
        around(placed.box.left(), placed.box.right());
        around(placed.bar.x0, placed.bar.x1);
    }
    for (const layout::EventCluster& cluster : layout.clusters)
        around(cluster.box.left(), cluster.box.right());
    return left > right ? -canvasWidth / 2 : std::round((left + right - canvasWidth) / 2);
}

} // namespace fabula::scene
