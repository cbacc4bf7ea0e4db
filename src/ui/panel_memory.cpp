#include "ui/panel_memory.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstring>

namespace fabula::ui {
namespace {

constexpr std::size_t kMostBytes = 1000;

// ImGui stores numbers by id, so a text is kept as its length and one number for every four bytes.
ImGuiID pieceId(const char* name, std::size_t piece)
{
    ImGui::PushID(name);
    const ImGuiID id = ImGui::GetID(static_cast<int>(piece));
    ImGui::PopID();
    return id;
}

} // namespace

int recalledNumber(const char* name, int otherwise)
{
    return ImGui::GetStateStorage()->GetInt(ImGui::GetID(name), otherwise);
}

void keepNumber(const char* name, int value)
{
    ImGui::GetStateStorage()->SetInt(ImGui::GetID(name), value);
}

std::string recalledText(const char* name)
{
    const ImGuiStorage& storage = *ImGui::GetStateStorage();
    std::string text(static_cast<std::size_t>(storage.GetInt(pieceId(name, 0))), '\0');
    for (std::size_t at = 0; at < text.size(); at += sizeof(int)) {
        const int piece = storage.GetInt(pieceId(name, 1 + at / sizeof(int)));
        std::memcpy(text.data() + at, &piece, std::min(sizeof(int), text.size() - at));
    }
    return text;
}

void keepText(const char* name, std::string_view text)
{
    text = text.substr(0, kMostBytes);
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    storage.SetInt(pieceId(name, 0), static_cast<int>(text.size()));
    for (std::size_t at = 0; at < text.size(); at += sizeof(int)) {
        int piece = 0;
        std::memcpy(&piece, text.data() + at, std::min(sizeof(int), text.size() - at));
        storage.SetInt(pieceId(name, 1 + at / sizeof(int)), piece);
    }
}

} // namespace fabula::ui
