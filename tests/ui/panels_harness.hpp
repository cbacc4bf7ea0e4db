#pragma once

#include "graph/graph_findings.hpp"
#include "io/story_reader.hpp"
#include "scene/theme.hpp"
#include "ui/apply.hpp"
#include "ui/camera_views.hpp"
#include "ui/glance.hpp"
#include "ui/panels.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace fabula::test {

/// The panels around a story, driven through ImGui's event queue without a window. Commands are carried out on the
/// state as in the program and kept for tests to look at; what they ask of the world outside is kept, not done.
class PanelHarness
{
public:
    explicit PanelHarness(core::Size size = {1280, 720}) : size_(size)
    {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.ConfigInputTrickleEventQueue = false;
        auto book = paint::FontBook::open();
        if (!book)
            throw std::runtime_error(core::english(book.error().message));
        fonts_ = std::make_unique<ui::UiFonts>(book.value());
    }
    ~PanelHarness()
    {
        fonts_.reset();
        ImGui::DestroyContext(context_);
    }
    PanelHarness(const PanelHarness&) = delete;
    PanelHarness& operator=(const PanelHarness&) = delete;

    void show(const std::string& file)
    {
        io::LoadedStory loaded = io::loadStory(file);
        ASSERT_NE(loaded.story, nullptr) << file;
        state.story.graph.emplace(loaded.story);
        state.story.path = file;
        state.story.checkedPath = file;
        state.story.search = std::make_shared<const model::StorySearch>(*loaded.story);
        prepare();
    }
    void showShipped() { show(std::string(FABULA_SOURCE_DIR) + "/data/stories/deepseek-r2.json"); }

    /// Makes the timeline anew, as after another language, filter or size.
    void prepare()
    {
        const core::Rect canvas = canvasRect();
        layout::TimelineRequest request{*state.story.graph, &fonts_->book()};
        request.language = state.language();
        request.heightPx = canvas.height / scale;
        request.fitWidthPx = canvas.width / scale;
        request.grouping = state.grouping;
        request.foldGaps = state.foldGaps;
        timeline_.emplace(std::move(request));
        state.camera = ui::viewOfAll(*timeline_, {canvas.width / scale, canvas.height / scale});
        layout_ = timeline_->placementAt(state.camera.pxPerSecond);
    }

    /// Looks elsewhere at once.
    void look(const ui::Camera& camera)
    {
        state.camera = camera;
        state.fitted = false;
        layout_ = timeline_->placementAt(camera.pxPerSecond);
    }

    void frame()
    {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
        io.DeltaTime = 1.0F / 60;
        ui::refreshGlance(state);
        ImGui::NewFrame();
        const ui::PanelContext panels = context();
        draw(panels);
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            acknowledge(*texture);
        state.focusSearch = false;
        carryOut();
    }
    void frames(int count)
    {
        for (int i = 0; i < count; ++i)
            frame();
    }

    void moveTo(double x, double y)
    {
        ImGui::GetIO().AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
        frame();
    }
    void press(bool down)
    {
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
        frame();
    }
    void click()
    {
        press(true);
        press(false);
        frame();
    }
    void key(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None)
    {
        ImGuiIO& io = ImGui::GetIO();
        if (modifier != ImGuiKey_None)
            io.AddKeyEvent(modifier, true);
        io.AddKeyEvent(key, true);
        frame();
        io.AddKeyEvent(key, false);
        if (modifier != ImGuiKey_None)
            io.AddKeyEvent(modifier, false);
        frame();
    }
    void type(const std::string& text)
    {
        ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
        frame();
        frame();
    }

    /// Looks for the item of that id with the pointer, in steps across the window whose name begins so. False if no
    /// place that was tried answers to it.
    bool pointAt(const std::string& windowName, const std::vector<std::variant<const char*, int>>& path,
                 core::Size step = {24, 9})
    {
        frames(2);
        const ImGuiWindow* window = windowNamed(windowName);
        if (window == nullptr)
            return false;
        ImGuiID id = window->ID;
        for (const auto& part : path) {
            if (const auto* number = std::get_if<int>(&part))
                id = ImHashData(number, sizeof(*number), id);
            else
                id = ImHashStr(std::get<const char*>(part), 0, id);
        }
        const ImRect area = window->Rect();
        for (float y = area.Min.y + 4; y < area.Max.y; y += static_cast<float>(step.height)) {
            for (float x = area.Min.x + 16; x < area.Max.x; x += static_cast<float>(step.width)) {
                moveTo(x, y);
                if (ImGui::GetCurrentContext()->HoveredId == id)
                    return true;
            }
        }
        return false;
    }
    static const ImGuiWindow* windowNamed(const std::string& beginning)
    {
        for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
            if (window->WasActive && std::string(window->Name).rfind(beginning, 0) == 0)
                return window;
        }
        return nullptr;
    }

    /// The commands of one kind that were asked for since `forget`.
    template <class Kind>
    std::vector<Kind> asked() const
    {
        std::vector<Kind> found;
        for (const ui::Command& command : commands) {
            if (const auto* kind = std::get_if<Kind>(&command))
                found.push_back(*kind);
        }
        return found;
    }
    void forget()
    {
        commands.clear();
        effects.clear();
    }

    core::EventId event(const char* id) const { return model::eventNamed(story(), id); }
    const model::Story& story() const { return state.story.graph->story(); }
    const ui::UiFonts& fonts() const { return *fonts_; }
    core::Rect canvasRect() const
    {
        return {196 * scale, 96 * scale, size_.width - (inspectorBeside ? 196 + 352 : 196) * scale,
                size_.height - (96 + 132 + 28) * scale};
    }
    ui::PanelContext context()
    {
        return {state,
                queue_,
                *fonts_,
                state.preferences.light ? scene::lightTheme() : scene::darkTheme(),
                {0, 0, size_.width, size_.height},
                scale,
                timeline_ ? &layout_ : nullptr,
                timeline_ ? &*timeline_ : nullptr,
                canvasRect(),
                state.camera};
    }

    ui::AppState state;
    double scale = 1;
    bool inspectorBeside = true; ///< small windows have no room for it
    std::vector<ui::Command> commands;
    std::vector<ui::Effect> effects;

private:
    void draw(const ui::PanelContext& panels)
    {
        const double high = size_.height;
        const double wide = size_.width;
        const double side = 352 * scale;
        ui::drawTopBar(panels.in({0, 0, wide, 44 * scale}));
        ui::drawOverview(panels.in({0, high - 160 * scale, wide - side, 132 * scale}));
        if (inspectorBeside)
            ui::drawInspector(panels.in({wide - side, 44 * scale, side, high - 72 * scale}));
        ui::drawStatusBar(panels.in({0, high - 28 * scale, wide, 28 * scale}));
        ui::drawOverlays(panels.in({0, 0, wide, high}));
    }
    static void acknowledge(ImTextureData& texture)
    {
        if (texture.Status == ImTextureStatus_WantCreate)
            texture.SetTexID(ImTextureID{1});
        if (texture.Status == ImTextureStatus_WantDestroy) {
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
        } else {
            texture.SetStatus(ImTextureStatus_OK);
        }
    }
    void carryOut()
    {
        const core::Rect canvas = canvasRect();
        for (const ui::Command& command : queue_.take()) {
            commands.push_back(command);
            const ui::ApplyContext around{timeline_ ? &*timeline_ : nullptr,
                                          timeline_ ? &layout_ : nullptr,
                                          state.camera,
                                          {canvas.width / scale, canvas.height / scale}};
            for (ui::Effect& effect : ui::apply(state, command, around))
                effects.push_back(std::move(effect));
            if (timeline_)
                layout_ = timeline_->placementAt(state.camera.pxPerSecond);
        }
    }

    core::Size size_;
    ImGuiContext* context_ = ImGui::CreateContext();
    std::unique_ptr<ui::UiFonts> fonts_;
    ui::CommandQueue queue_;
    std::optional<layout::Timeline> timeline_;
    layout::TimelineLayout layout_;
};

} // namespace fabula::test
