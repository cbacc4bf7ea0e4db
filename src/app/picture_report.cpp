#include "app/picture_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>
#include <vector>

namespace fabula::app {
namespace {

using core::Point;
using core::Rect;
using Json = nlohmann::ordered_json;
using scene::SubjectKind;

constexpr std::array<const char*, 4> kDetailNames{"cluster", "dot", "label", "card"};

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json boxJson(const Rect& box, double scale)
{
    return {rounded(box.x * scale), rounded(box.y * scale), rounded(box.width * scale), rounded(box.height * scale)};
}

/// What every layout has to report.
struct Reported
{
    const graph::EventGraph& graph;
    const layout::PlacedStory& placed;
    const core::TextMeasurer& measurer;
    const scene::StoryView& view;
    Rect canvas;  ///< where events are drawn
    Point origin; ///< of the content, in the picture
    double zoom = 1;
};

/// Turns a picture into its report; holds what all parts share.
class Report
{
public:
    Report(const Reported& reported, double scale) : reported_(reported), scale_(scale), story_(reported.graph.story())
    {
    }

    Json cards() const
    {
        Json list = Json::array();
        for (const layout::PlacedEvent& placed : reported_.placed.events) {
            const Rect box = screenBox(placed.box);
            if (!box.overlaps(reported_.canvas) || !isThere(placed.event))
                continue;
            list.push_back({{"event", story_[placed.event].id},
                            {"level", kDetailNames[static_cast<std::size_t>(placed.detail)]},
                            {"box", boxJson(box, scale_)},
                            {"lane", reported_.placed.lanes[placed.lane.index()].key},
                            {"row", placed.row}});
        }
        return list;
    }

    Json texts(const scene::DisplayList& picture) const
    {
        Json list = Json::array();
        for (const scene::DisplayItem& item : picture.items) {
            const auto* text = std::get_if<scene::TextRun>(&item.shape);
            if (text == nullptr || text->text.empty())
                continue;
            const Rect ink =
                reported_.measurer.inkBox(text->text, text->style).moved(text->position.x, text->position.y);
            list.push_back({{"of", nameOf(item.subject)}, {"box", boxJson(ink, scale_)}, {"text", text->text}});
        }
        return list;
    }

    Json links(const scene::DisplayList& picture) const
    {
        // Lines are drawn before their heads, which are paths of the same link.
        std::vector<int> lines(story_.links.size(), 0);
        for (const layout::LinkRoute& route : reported_.placed.links)
            lines[route.link.index()] = (route.corners.size() >= 2 ? 1 : 0) + (route.targetStub.size() >= 2 ? 1 : 0);
        Json list = Json::array();
        for (const scene::DisplayItem& item : picture.items) {
            const auto* path = std::get_if<scene::Path>(&item.shape);
            if (path == nullptr || item.subject.kind != SubjectKind::link || lines[item.subject.index]-- <= 0)
                continue;
            const model::Link& link = story_.links[item.subject.index];
            list.push_back({{"from", story_[link.from].id},
                            {"to", story_[link.to].id},
                            {"kind", model::name(link.kind)},
                            {"points", pointsOf(*path)}});
        }
        return list;
    }

protected:
    /// As of the day that is shown.
    bool isThere(core::EventId event) const
    {
        const auto& events = reported_.view.presence.events;
        return event.index() >= events.size() || events[event.index()] > 0;
    }
    Json pointsOf(const scene::Path& path) const
    {
        Json points = Json::array();
        for (Point p : scene::flattened(path.points, 0.25 / std::max(1.0, scale_)))
            points.push_back({rounded(p.x * scale_), rounded(p.y * scale_)});
        return points;
    }

    Rect screenBox(const Rect& content) const
    {
        const Point corner = reported_.origin + Point{content.x, content.y} * reported_.zoom;
        return {std::round(corner.x), std::round(corner.y), content.width * reported_.zoom,
                content.height * reported_.zoom};
    }

    std::string nameOf(scene::Subject subject) const
    {
        switch (subject.kind) {
        case SubjectKind::event:
            return story_.events[subject.index].id.string();
        case SubjectKind::lane:
            return "lane:" + reported_.placed.lanes[subject.index].key;
        case SubjectKind::cluster:
            return "cluster";
        case SubjectKind::ribbon:
            return "ribbon";
        case SubjectKind::link:
            return "link:" + story_[story_.links[subject.index].from].id + ":" +
                   story_[story_.links[subject.index].to].id;
        default:
            return "";
        }
    }

    Reported reported_;
    double scale_;
    const model::Story& story_;
};

/// What only a timeline has beside.
class TimelineReport : public Report
{
public:
    TimelineReport(const scene::TimelineSubject& subject, const scene::TimelineView& view, double scale)
        : Report({subject.graph, subject.layout, subject.measurer, view, view.canvas(), view.screenFromContent({0, 0})},
                 scale),
          layout_(subject.layout), view_(view)
    {
    }

    Json spans() const
    {
        Json list = Json::array();
        for (const layout::PlacedEvent& placed : reported_.placed.events) {
            if (!screenBox(placed.box).overlaps(reported_.canvas) || !isThere(placed.event))
                continue;
            const layout::DateBar& bar = placed.bar;
            Json span{{"event", story_[placed.event].id}};
            span["x0"] = bar.openBegin ? Json() : Json(rounded(view_.screenFromContent({bar.x0, 0}).x * scale_));
            span["x1"] = bar.openEnd ? Json() : Json(rounded(view_.screenFromContent({bar.x1, 0}).x * scale_));
            if (bar.kind == layout::BarKind::derived)
                span["derived"] = true;
            list.push_back(std::move(span));
        }
        return list;
    }

    Json clusters() const
    {
        Json list = Json::array();
        for (const layout::EventCluster& cluster : layout_.clusters) {
            const Rect box = screenBox(cluster.box);
            const auto there = std::count_if(cluster.events.begin(), cluster.events.end(),
                                             [&](core::EventId event) { return isThere(event); });
            if (box.overlaps(reported_.canvas) && there > 0)
                list.push_back({{"box", boxJson(box, scale_)}, {"events", there}});
        }
        return list;
    }

    Json ribbons(const scene::DisplayList& picture) const
    {
        Json list = Json::array();
        for (const scene::DisplayItem& item : picture.items) {
            const auto* path = std::get_if<scene::Path>(&item.shape);
            if (path == nullptr || item.subject.kind != SubjectKind::ribbon)
                continue;
            const layout::LinkRibbon& ribbon = layout_.ribbons[item.subject.index];
            list.push_back({{"from", reported_.placed.lanes[ribbon.from.index()].key},
                            {"to", reported_.placed.lanes[ribbon.to.index()].key},
                            {"links", ribbon.links.size()},
                            {"points", pointsOf(*path)}});
        }
        return list;
    }

    Json timeScale() const
    {
        const Rect canvas = view_.canvas();
        const layout::TimeScale& time = layout_.scale;
        const time::Instant t0 = time.timeFromScreen(view_.panX);
        const time::Instant t1 = time.timeFromScreen(view_.panX + canvas.width);
        auto x = [&](time::Instant t) {
            return rounded(view_.screenFromContent({time.screenFromTime(t), 0}).x * scale_);
        };
        return {{"t0", time::toIso(t0)}, {"x0", x(t0)}, {"t1", time::toIso(t1)}, {"x1", x(t1)}};
    }

private:
    const layout::TimelineLayout& layout_;
    const scene::TimelineView& view_;
};

Json commonPart(const Report& report, const scene::DisplayList& picture, double scale)
{
    Json out;
    out["size"] = {std::lround(picture.size.width * scale), std::lround(picture.size.height * scale)};
    out["cards"] = report.cards();
    out["texts"] = report.texts(picture);
    out["links"] = report.links(picture);
    return out;
}

} // namespace

std::string pictureReport(const scene::TimelineSubject& subject, const scene::TimelineView& view,
                          const scene::DisplayList& picture, double scale)
{
    const TimelineReport report(subject, view, scale);
    Json out = commonPart(report, picture, scale);
    out["spans"] = report.spans();
    out["ribbons"] = report.ribbons(picture);
    out["clusters"] = report.clusters();
    out["scale"] = report.timeScale();
    return out.dump(1) + "\n";
}

std::string pictureReport(const scene::GraphSubject& subject, const scene::GraphView& view,
                          const scene::DisplayList& picture, double scale)
{
    const Report report(
        {subject.graph, subject.layout, subject.measurer, view, view.frame, view.screenFromContent({0, 0}), view.zoom},
        scale);
    Json out = commonPart(report, picture, scale);
    for (const char* none : {"spans", "ribbons", "clusters"})
        out[none] = Json::array();
    out["scale"] = Json();
    return out.dump(1) + "\n";
}

} // namespace fabula::app
