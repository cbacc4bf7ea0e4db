#include "../support/story_maker.hpp"
#include "scene/theme.hpp"
#include "ui/camera_views.hpp"
#include "ui/canvas_painter.hpp"
#include "ui/canvas_stage.hpp"
#include "ui/graph_camera.hpp"

#include <benchmark/benchmark.h>
#include <imgui.h>

#include <memory>

namespace fabula {
namespace {

constexpr core::Size kFrame{1248, 696};

/// A canvas without a window: what a frame does, but for OpenGL.
class Canvas
{
public:
    explicit Canvas(std::size_t events)
    {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1600, 900};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        book_ = *paint::FontBook::open();
        fonts_ = std::make_unique<ui::UiFonts>(book_);
        stage_ = std::make_unique<ui::CanvasStage>(*book_);
        state_.story.graph.emplace(test::makeStory({events, events * 8 / 5, 8}));
        stage_->prepare(state_, kFrame);
        state_.camera = ui::viewOfAll(*stage_->timeline(), {stage_->canvas().width, stage_->canvas().height});
        frame(state_.camera);
    }
    ~Canvas()
    {
        fonts_.reset();
        ImGui::DestroyContext(context_);
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void frame(const ui::Camera& camera) { frame(ui::CanvasStage::Sight{camera}); }
    void frame(const ui::CanvasStage::Sight& sight)
    {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        stage_->show(state_, sight, {}, scene::darkTheme());
        ui::paint(stage_->picture(), {{0, 44}, 1, 1}, *ImGui::GetBackgroundDrawList(), *fonts_);
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate)
                texture->SetTexID(ImTextureID{1});
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
        }
    }

    const ui::Camera& camera() const { return state_.camera; }
    /// The whole graph, laid out.
    ui::GraphCamera graph()
    {
        state_.view = ui::View::graph;
        stage_->prepareGraph(state_);
        return ui::graphOfAll(*stage_->graph(), kFrame);
    }

private:
    ImGuiContext* context_ = ImGui::CreateContext();
    std::shared_ptr<const paint::FontBook> book_;
    std::unique_ptr<ui::UiFonts> fonts_;
    std::unique_ptr<ui::CanvasStage> stage_;
    ui::AppState state_;
};

/// A frame while the view is panned: the picture and the draw lists are made, the layout is kept.
void panFrame(benchmark::State& state)
{
    Canvas canvas(static_cast<std::size_t>(state.range(0)));
    ui::Camera camera = canvas.camera();
    int step = 0;
    for (auto _ : state) {
        camera.panX = canvas.camera().panX + ++step % 64;
        canvas.frame(camera);
    }
}
BENCHMARK(panFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame where nothing changed but the pointer: only the draw lists are made.
void stillFrame(benchmark::State& state)
{
    Canvas canvas(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        canvas.frame(canvas.camera());
}
BENCHMARK(stillFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame while the view is zoomed: layout, picture and draw lists.
void zoomFrame(benchmark::State& state)
{
    Canvas canvas(static_cast<std::size_t>(state.range(0)));
    ui::Camera camera = canvas.camera();
    int step = 0;
    for (auto _ : state) {
        camera.pxPerSecond = canvas.camera().pxPerSecond * (1 + 0.01 * (++step % 64));
        canvas.frame(camera);
    }
}
BENCHMARK(zoomFrame)->Arg(30)->Arg(500)->Unit(benchmark::kMicrosecond);

/// A frame while the graph is moved about.
void graphFrame(benchmark::State& state)
{
    Canvas canvas(static_cast<std::size_t>(state.range(0)));
    ui::GraphCamera camera = canvas.graph();
    const double corner = camera.corner.x;
    int step = 0;
    for (auto _ : state) {
        camera.corner.x = corner + ++step % 64;
        canvas.frame({canvas.camera(), camera, 1});
    }
}
BENCHMARK(graphFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame while the cards are on their way between timeline and graph.
void morphFrame(benchmark::State& state)
{
    Canvas canvas(static_cast<std::size_t>(state.range(0)));
    const ui::GraphCamera camera = canvas.graph();
    int step = 0;
    for (auto _ : state)
        canvas.frame({canvas.camera(), camera, (1 + ++step % 62) / 64.0});
}
BENCHMARK(morphFrame)->Arg(30)->Arg(500)->Unit(benchmark::kMicrosecond);

/// Laying the graph out, as when it is first turned to.
void graphLayout(benchmark::State& state)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    const auto fonts = *paint::FontBook::open();
    const layout::CausalRequest request{graph::EventGraph(test::makeStory({events, events * 8 / 5, 8})), fonts.get()};
    for (auto _ : state)
        benchmark::DoNotOptimize(layout::causalLayout(request).crossings);
}
BENCHMARK(graphLayout)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula

BENCHMARK_MAIN();
