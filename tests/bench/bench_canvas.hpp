#pragma once

#include "scene/theme.hpp"
#include "ui/camera_views.hpp"
#include "ui/canvas_painter.hpp"
#include "ui/canvas_stage.hpp"
#include "ui/graph_camera.hpp"

#include <imgui.h>

#include <memory>
#include <utility>

namespace fabula::test {

inline constexpr core::Size kFrame{1248, 696};

/// A canvas without a window: what a frame does, but for OpenGL.
class BenchCanvas
{
public:
    explicit BenchCanvas(graph::EventGraph story)
    {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1600, 900};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        book_ = *paint::FontBook::open();
        fonts_ = std::make_unique<ui::UiFonts>(book_);
        stage_ = std::make_unique<ui::CanvasStage>(*book_);
        state_.story.graph.emplace(std::move(story));
        stage_->prepare(state_, kFrame);
        state_.camera = ui::viewOfAll(*stage_->timeline(), {stage_->canvas().width, stage_->canvas().height});
        frame(state_.camera);
    }
    ~BenchCanvas()
    {
        fonts_.reset();
        ImGui::DestroyContext(context_);
    }
    BenchCanvas(const BenchCanvas&) = delete;
    BenchCanvas& operator=(const BenchCanvas&) = delete;

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

    ui::CanvasStage& stage() { return *stage_; }
    core::Size size() const { return {stage_->canvas().width, stage_->canvas().height}; }
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

} // namespace fabula::test
