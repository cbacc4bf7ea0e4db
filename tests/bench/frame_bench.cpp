#include "../support/story_maker.hpp"
#include "scene/theme.hpp"
#include "ui/camera_views.hpp"
#include "ui/canvas_painter.hpp"
#include "ui/canvas_stage.hpp"

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

    void frame(const ui::Camera& camera)
    {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        stage_->show(state_, camera, {}, scene::darkTheme());
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

} // namespace
} // namespace fabula

BENCHMARK_MAIN();
