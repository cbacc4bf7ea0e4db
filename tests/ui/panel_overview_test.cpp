#include "panels_harness.hpp"

namespace fabula::test {
namespace {

namespace command = ui::command;

/// A view of a quarter of the story, and where its middle stands on the strip.
struct Zoomed
{
    explicit Zoomed(PanelHarness& panels)
    {
        const ui::PanelContext context = panels.context();
        if (context.timeline == nullptr)
            return;
        ui::Camera camera = panels.state.camera;
        camera.pxPerSecond = context.timeline->fitPxPerSecond() * 4;
        const time::Span extent = context.timeline->extent();
        const auto length = static_cast<double>(extent.end.seconds - extent.begin.seconds);
        const double shown = context.canvasWidth() / camera.pxPerSecond;
        camera.panX = ui::scaleAt(context.layout->scale, camera.pxPerSecond)
                          .screenFromTime({extent.begin.seconds + static_cast<std::int64_t>(length / 2 - shown / 2)});
        panels.look(camera);
        strip = {panels.canvasRect().x, 0, panels.canvasRect().width - 16, 0};
        halfPx = shown / length * strip.width / 2;
        secondsPerStripPx = length / strip.width;
    }
    core::Rect strip;
    double halfPx = 0;
    double secondsPerStripPx = 0;
};

constexpr double kStripY = 720 - 160 + 60;

TEST(Overview, draggingTheWindowMovesTheViewByAsMuchTime)
{
    PanelHarness panels;
    panels.showShipped();
    const Zoomed zoomed(panels);
    const double middle = zoomed.strip.centre().x;
    const double before = panels.state.camera.panX;
    panels.frame();
    panels.moveTo(middle, kStripY);
    panels.press(true);
    panels.moveTo(middle + 40, kStripY);
    panels.press(false);
    ASSERT_FALSE(panels.asked<command::ShowSpan>().empty());
    const double moved = (panels.state.camera.panX - before) / panels.state.camera.pxPerSecond;
    EXPECT_NEAR(moved, 40 * zoomed.secondsPerStripPx, 1.5 * zoomed.secondsPerStripPx);
}

TEST(Overview, aClickBesideTheWindowBringsItThere)
{
    PanelHarness panels;
    panels.showShipped();
    const Zoomed zoomed(panels);
    const double before = panels.state.camera.panX;
    panels.frame();
    panels.moveTo(zoomed.strip.centre().x + 2 * zoomed.halfPx, kStripY);
    panels.press(true);
    panels.press(false);
    const double moved = (panels.state.camera.panX - before) / panels.state.camera.pxPerSecond;
    EXPECT_NEAR(moved, 2 * zoomed.halfPx * zoomed.secondsPerStripPx, 1.5 * zoomed.secondsPerStripPx);
}

TEST(Overview, draggingAnEdgeZoomsAndTheOtherStays)
{
    PanelHarness panels;
    panels.showShipped();
    const Zoomed zoomed(panels);
    const double right = zoomed.strip.centre().x + zoomed.halfPx;
    const ui::Camera before = panels.state.camera;
    panels.frame();
    panels.moveTo(right, kStripY);
    panels.press(true);
    panels.moveTo(right - zoomed.halfPx, kStripY);
    panels.press(false);
    ASSERT_FALSE(panels.asked<command::ZoomAbout>().empty());
    EXPECT_TRUE(panels.asked<command::ShowSpan>().empty());
    EXPECT_NEAR(panels.state.camera.pxPerSecond / before.pxPerSecond, 2, 0.1);
    EXPECT_NEAR(panels.state.camera.panX / panels.state.camera.pxPerSecond, before.panX / before.pxPerSecond,
                zoomed.secondsPerStripPx);
}

} // namespace
} // namespace fabula::test
