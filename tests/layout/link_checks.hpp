#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "model/story.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fabula::layout::test {

/// What is wrong with the links of a layout, found from its boxes and the flattened lines alone.
class LinkChecks
{
public:
    LinkChecks(const TimelineLayout& layout, std::size_t links) : layout_(layout), links_(links) {}

    std::vector<std::string> findings()
    {
        for (const LinkRoute& route : layout_.links) {
            checkPiece(route, flattened(route.corners, route.smooth, route.radius));
            checkPiece(route, flattened(route.targetStub, false, route.radius));
            checkShape(route);
            checkLabelEnds(route);
            checkStub(route, route.corners.empty() ? Point{} : route.corners.back(), route.corners);
            checkStub(route, route.targetStub.empty() ? Point{} : route.targetStub.front(), route.targetStub);
        }
        for (const LinkRibbon& ribbon : layout_.ribbons)
            checkRibbon(ribbon);
        checkCounts();
        return findings_;
    }

    double lengthOnOthers() const
    {
        double shared = 0;
        std::vector<std::pair<Point, Point>> runs;
        for (const LinkRoute& route : layout_.links)
            if (route.shape == LinkShape::routed && !route.smooth)
                for (std::size_t i = 2; i + 1 < route.corners.size(); ++i)
                    runs.emplace_back(route.corners[i - 1], route.corners[i]);
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                shared += std::max(0.0, overlap(runs[i], runs[j]));
        return shared;
    }

private:
    static double overlap(const std::pair<Point, Point>& a, const std::pair<Point, Point>& b)
    {
        const auto along = [](double a0, double a1, double b0, double b1) {
            return std::min(std::max(a0, a1), std::max(b0, b1)) - std::max(std::min(a0, a1), std::min(b0, b1));
        };
        const bool rows = a.first.y == a.second.y && b.first.y == b.second.y && std::abs(a.first.y - b.first.y) < 1;
        const bool columns = a.first.x == a.second.x && b.first.x == b.second.x && std::abs(a.first.x - b.first.x) < 1;
        if (rows)
            return along(a.first.x, a.second.x, b.first.x, b.second.x);
        return columns ? along(a.first.y, a.second.y, b.first.y, b.second.y) : 0;
    }

    static void addArc(std::vector<Point>& line, Point a, Point control, Point b)
    {
        for (int i = 0; i <= 12; ++i) {
            const double t = i / 12.0;
            line.push_back(a * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + b * (t * t));
        }
    }

    static std::vector<Point> flattened(const std::vector<Point>& corners, bool smooth, double radius)
    {
        std::vector<Point> line;
        if (corners.size() < 2)
            return line;
        if (smooth) {
            for (int i = 0; i <= 300; ++i) {
                const double t = i / 300.0;
                const double s = 1 - t;
                line.push_back(corners[0] * (s * s * s) + corners[1] * (3 * s * s * t) + corners[2] * (3 * s * t * t) +
                               corners[3] * (t * t * t));
            }
            return line;
        }
        line.push_back(corners.front());
        for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
            const double before = core::distance(corners[i - 1], corners[i]);
            const double after = core::distance(corners[i], corners[i + 1]);
            const double r = std::min({radius, before / 2, after / 2});
            addArc(line, corners[i] + (corners[i - 1] - corners[i]) * (r / before), corners[i],
                   corners[i] + (corners[i + 1] - corners[i]) * (r / after));
        }
        line.push_back(corners.back());
        return line;
    }

    /// Clips the segment to the inside of the rectangle (Liang and Barsky).
    static bool enters(Point a, Point b, const Rect& box)
    {
        const double inset = 0.05;
        double t0 = 0;
        double t1 = 1;
        const auto clip = [&](double p, double q) {
            if (p == 0)
                return q >= 0;
            const double r = q / p;
            if (p < 0)
                t0 = std::max(t0, r);
            else
                t1 = std::min(t1, r);
            return t0 <= t1;
        };
        const Point d = b - a;
        return clip(-d.x, a.x - box.left() - inset) && clip(d.x, box.right() - inset - a.x) &&
               clip(-d.y, a.y - box.top() - inset) && clip(d.y, box.bottom() - inset - a.y);
    }

    static bool enters(const std::vector<Point>& line, const Rect& box)
    {
        const auto beside = [&](auto&& outside) { return std::all_of(line.begin(), line.end(), outside); };
        if (beside([&](Point p) { return p.x < box.left(); }) || beside([&](Point p) { return p.x > box.right(); }) ||
            beside([&](Point p) { return p.y < box.top(); }) || beside([&](Point p) { return p.y > box.bottom(); }))
            return false;
        for (std::size_t i = 1; i < line.size(); ++i)
            if (enters(line[i - 1], line[i], box))
                return true;
        return false;
    }

    void add(LinkId link, const std::string& what)
    {
        findings_.push_back("link " + std::to_string(link.index()) + ' ' + what);
    }

    void checkPiece(const LinkRoute& route, const std::vector<Point>& line)
    {
        for (const PlacedEvent& event : layout_.events)
            if (enters(line, event.box))
                add(route.link, "passes through event " + std::to_string(event.event.index()));
        for (const EventCluster& cluster : layout_.clusters)
            if (enters(line, cluster.box))
                add(route.link, "passes through a cluster");
        for (Point p : line)
            if (!std::isfinite(p.x) || !std::isfinite(p.y))
                return add(route.link, "is not finite");
    }

    void checkShape(const LinkRoute& route)
    {
        if (route.shape == LinkShape::routed && route.corners.size() < 2)
            add(route.link, "has no corners");
        if (route.shape == LinkShape::stubs && (route.corners.size() > 2 || route.targetStub.size() > 2 ||
                                                route.corners.size() + route.targetStub.size() < 2))
            add(route.link, "has no stubs");
        if (route.smooth && route.corners.size() != 4)
            add(route.link, "is smooth, but no cubic");
        if (!route.smooth)
            for (std::size_t i = 1; i < route.corners.size(); ++i)
                if (route.corners[i].x != route.corners[i - 1].x && route.corners[i].y != route.corners[i - 1].y)
                    add(route.link, "has a slanting run");
    }

    /// A line that ends far from a label's dot tells a time that is not the event's. Behind a text that stands right of
    /// its dot a line may leave, later than its event.
    void checkLabelEnds(const LinkRoute& route)
    {
        const PlacedEvent* from = layout_.place(route.from);
        const PlacedEvent* to = layout_.place(route.to);
        if (from != nullptr && from->detail == Detail::label && !route.corners.empty()) {
            const double x = route.corners.front().x;
            const bool textIsRight = from->anchorX < from->box.centre().x;
            const bool behindText = textIsRight && std::abs(x - from->box.right()) < 0.1;
            if (std::abs(x - from->anchorX) > kNearDot && !behindText)
                add(route.link, "leaves a label far from its dot");
        }
        const std::vector<Point>& last = route.shape == LinkShape::stubs ? route.targetStub : route.corners;
        if (to != nullptr && to->detail == Detail::label && !last.empty() &&
            std::abs(last.back().x - to->anchorX) > kNearDot)
            add(route.link, "arrives at a label far from its dot");
    }

    static double distance(const Rect& box, Point p)
    {
        const double dx = std::max({box.left() - p.x, 0.0, p.x - box.right()});
        const double dy = std::max({box.top() - p.y, 0.0, p.y - box.bottom()});
        return std::hypot(dx, dy);
    }

    static double distance(Point a, Point b, Point p)
    {
        const Point along = b - a;
        const double square = along.x * along.x + along.y * along.y;
        const double t = square == 0 ? 0 : ((p.x - a.x) * along.x + (p.y - a.y) * along.y) / square;
        return core::distance(a + along * std::clamp(t, 0.0, 1.0), p);
    }

    static bool passesNear(const std::vector<Point>& line, Point p)
    {
        const auto beside = [&](auto&& outside) { return std::all_of(line.begin(), line.end(), outside); };
        if (beside([&](Point q) { return q.x < p.x - kStubRoom; }) ||
            beside([&](Point q) { return q.x > p.x + kStubRoom; }) ||
            beside([&](Point q) { return q.y < p.y - kStubRoom; }) ||
            beside([&](Point q) { return q.y > p.y + kStubRoom; }))
            return false;
        for (std::size_t i = 1; i < line.size(); ++i)
            if (distance(line[i - 1], line[i], p) < kStubRoom)
                return true;
        return false;
    }

    /// What a stub's free end lies at, or the whole of it touches, a reader takes for its origin.
    void checkStub(const LinkRoute& route, Point free, const std::vector<Point>& piece)
    {
        if (route.shape != LinkShape::stubs || piece.empty())
            return;
        const Point edge = piece.front() == free ? piece.back() : piece.front();
        const EventId own = &piece == &route.corners ? route.from : route.to;
        for (const PlacedEvent& event : layout_.events)
            if (event.event != own && distance(event.box, free) < kStubRoom)
                add(route.link, "has a stub that ends at event " + std::to_string(event.event.index()));
        for (const EventCluster& cluster : layout_.clusters)
            if (std::count(cluster.events.begin(), cluster.events.end(), own) == 0 &&
                distance(cluster.box, free) < kStubRoom)
                add(route.link, "has a stub that ends at a cluster");
        for (const LinkRoute& other : layout_.links)
            if (other.link != route.link && (passesNear(flattened(other.corners, other.smooth, other.radius), free) ||
                                             passesNear(flattened(other.targetStub, false, 0), free)))
                add(route.link, "has a stub that ends at link " + std::to_string(other.link.index()));
        if (core::distance(edge, free) < 13.9)
            add(route.link, "has a stub too short to be seen");
    }

    void checkRibbon(const LinkRibbon& ribbon)
    {
        for (std::size_t i = 1; i < ribbon.corners.size(); ++i) {
            const Point a = ribbon.corners[i - 1];
            const Point b = ribbon.corners[i];
            const double half = ribbon.width / 2;
            const Rect run{std::min(a.x, b.x) - half, std::min(a.y, b.y) - half, std::abs(a.x - b.x) + 2 * half,
                           std::abs(a.y - b.y) + 2 * half};
            for (const PlacedEvent& event : layout_.events)
                if (event.box.overlaps(run))
                    findings_.push_back("a ribbon passes through event " + std::to_string(event.event.index()));
        }
    }

    void checkCounts()
    {
        std::multiset<LinkId> seen;
        for (const LinkRoute& route : layout_.links)
            seen.insert(route.link);
        for (const LinkRibbon& ribbon : layout_.ribbons)
            seen.insert(ribbon.links.begin(), ribbon.links.end());
        for (std::size_t i = 0; i < links_; ++i)
            if (seen.count(LinkId(i)) != 1)
                add(LinkId(i), "is there " + std::to_string(seen.count(LinkId(i))) + " times");
        if (seen.size() != links_)
            findings_.push_back("more links than there are");
        for (std::size_t i = 1; i < layout_.links.size(); ++i)
            if (!(layout_.links[i - 1].link < layout_.links[i].link))
                findings_.push_back("links are not in the order of the story");
    }

    static constexpr double kStubRoom = 7.9;
    static constexpr double kNearDot = 12;

    const TimelineLayout& layout_;
    std::size_t links_;
    std::vector<std::string> findings_;
};

} // namespace fabula::layout::test
