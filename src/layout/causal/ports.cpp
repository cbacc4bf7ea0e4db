#include "layout/causal/ports.hpp"

#include <algorithm>

namespace fabula::layout {

std::vector<double> portsOn(const std::vector<PortWish>& wishes, double top, double bottom, double spacing)
{
    struct Run
    {
        double sum;
        double weight;
        std::size_t count;

        double mean() const { return sum / weight; }
    };
    constexpr double kStraightWeight = 16;
    if (wishes.empty())
        return {};
    const auto last = static_cast<double>(wishes.size() - 1);
    const double step = last > 0 ? std::min(spacing, (bottom - top) / last) : 0;
    const double firstEven = (top + bottom) / 2 - step * last / 2;
    // Each less its number times the step: what must then be in ascending order.
    std::vector<Run> runs;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const PortWish& wish = wishes[i];
        const double weight = wish.straight ? kStraightWeight : 1;
        const double y = wish.straight ? wish.y - step * static_cast<double>(i) : firstEven;
        runs.push_back({y * weight, weight, 1});
        while (runs.size() > 1 && runs[runs.size() - 2].mean() >= runs.back().mean()) {
            const Run merged = runs.back();
            runs.pop_back();
            runs.back().sum += merged.sum;
            runs.back().weight += merged.weight;
            runs.back().count += merged.count;
        }
    }
    std::vector<double> ports;
    for (const Run& run : runs)
        for (std::size_t i = 0; i < run.count; ++i) {
            const double first = std::clamp(run.mean(), top, std::max(top, bottom - step * last));
            ports.push_back(first + step * static_cast<double>(ports.size()));
        }
    return ports;
}

} // namespace fabula::layout
