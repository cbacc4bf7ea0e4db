#include "ui/panel_kit.hpp"
#include "ui/panel_memory.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_widgets.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fabula::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 2000;
constexpr double kRowHeight = 30;

struct Entry
{
    fs::path path;
    bool folder = false;
};

/// Folders and story files of a folder, folders first, by name; hidden ones left out. Empty if it can't be read.
std::vector<Entry> entriesOf(const fs::path& folder)
{
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator each(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && each != end && entries.size() < kMostEntries; each.increment(error)) {
        const std::string name = each->path().filename().string();
        std::error_code ignored;
        const bool isFolder = each->is_directory(ignored);
        if (name.empty() || name.front() == '.' || !(isFolder || each->path().extension() == ".json"))
            continue;
        entries.push_back({each->path(), isFolder});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.folder != b.folder ? a.folder : a.path.filename() < b.path.filename();
    });
    return entries;
}

/// "~" at the start is the person's own folder; a relative path starts from the folder on show.
fs::path pathTyped(const std::string& typed, const fs::path& folder)
{
    const char* home = std::getenv("HOME");
    if (!typed.empty() && typed.front() == '~' && home != nullptr)
        return fs::path(home) / fs::path(typed.substr(1)).relative_path();
    return folder / typed;
}

fs::path startFolder(const PanelContext& context)
{
    std::error_code ignored;
    const fs::path parent = fs::absolute(context.state.story.path, ignored).parent_path();
    return !context.state.story.path.empty() && fs::is_directory(parent, ignored) ? parent : fs::current_path(ignored);
}

void take(const PanelContext& context, const fs::path& path)
{
    if (context.state.panel == Panel::compare)
        context.commands.push(command::CompareWith{path});
    else
        context.commands.push(command::OpenFile{path});
}

bool fileRow(const PanelContext& context, const char* sign, const std::string& name, const std::string& beside)
{
    const TextLook look{context.theme.text1, 13};
    const TextLook quiet{context.theme.text3, 12};
    const float wide = ImGui::GetContentRegionAvail().x;
    return row(context, "##file", context.px(kRowHeight), [&](ImVec2 corner) {
        const float y = corner.y + (toPx(context, kRowHeight) - lineHeightPx(context, look)) / 2;
        const float indent = toPx(context, 22);
        drawText(context, {corner.x, y}, sign, {context.theme.text3, 13});
        const std::string shown = cutText(context, name, look, wide - indent);
        const float used = indent + drawText(context, {corner.x + indent, y}, shown, look) + toPx(context, 14);
        if (wide - used > toPx(context, 60))
            drawText(context, {corner.x + used, y + toPx(context, 1)}, cutText(context, beside, quiet, wide - used),
                     quiet);
    });
}

void heading(const PanelContext& context, std::string_view words)
{
    const TextLook look{context.theme.text3, 11.5, core::FontWeight::semibold};
    space(context, 12);
    drawCapitals(context, ImGui::GetCursorScreenPos(), words, look);
    ImGui::Dummy({1, lineHeightPx(context, look)});
    space(context, 4);
}

void drawRecent(const PanelContext& context)
{
    constexpr std::size_t kMost = 5;
    const std::vector<std::string>& recent = context.state.preferences.recentFiles;
    if (recent.empty())
        return;
    heading(context, say(context, "window.open.recent"));
    for (std::size_t i = 0; i < std::min(kMost, recent.size()); ++i) {
        const fs::path path(recent[i]);
        ImGui::PushID(static_cast<int>(i));
        if (fileRow(context, "›", path.filename().string(), path.parent_path().string()))
            take(context, path);
        ImGui::PopID();
    }
}

/// Lists the folder; returns the one to go to, or an empty path.
fs::path drawFolder(const PanelContext& context, const fs::path& folder)
{
    fs::path next;
    ImGui::PushID("folder");
    if (folder.has_parent_path() && folder != folder.root_path()) {
        ImGui::PushID("up");
        if (fileRow(context, "↑", std::string(say(context, "window.open.up")), folder.parent_path().string()))
            next = folder.parent_path();
        ImGui::PopID();
    }
    bool stories = false;
    for (const Entry& entry : entriesOf(folder)) {
        stories = stories || !entry.folder;
        const std::string name = entry.path.filename().string();
        ImGui::PushID(name.c_str());
        if (fileRow(context, entry.folder ? "▸" : "›", entry.folder ? name + "/" : name, "")) {
            if (entry.folder)
                next = entry.path;
            else
                take(context, entry.path);
        }
        ImGui::PopID();
    }
    if (!stories) {
        space(context, 6);
        textLine(context, say(context, "window.open.empty"), {context.theme.text3, 13});
    }
    ImGui::PopID();
    return next;
}

/// What Enter does with a typed path: goes to a folder (returned), opens a file.
fs::path followTyped(const PanelContext& context, const std::string& typed, const fs::path& folder)
{
    fs::path path = pathTyped(typed, folder).lexically_normal();
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return path;
    if (!typed.empty())
        take(context, path);
    return {};
}

} // namespace

void drawOpen(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 640;
    shape.maxHeight = 620;
    const bool compares = context.state.panel == Panel::compare;
    const OverlayWindow window(context, "##open", say(context, compares ? "window.compare" : "window.open.story"),
                               shape);
    const bool appearing = ImGui::IsWindowAppearing();
    const fs::path folder = appearing ? startFolder(context) : fs::path(recalledText("folder"));
    std::string typed = appearing ? std::string() : recalledText("typed");
    FieldShape field;
    field.widthPx = ImGui::GetContentRegionAvail().x;
    field.height = 34;
    field.takeKeyboard = appearing;
    const FieldEvents events = textField(context, "##path", field, say(context, "window.open.path"), typed);
    fs::path next;
    if (events.submitted)
        next = followTyped(context, typed, folder);
    drawRecent(context);
    heading(context, say(context, "window.open.folder"));
    textBlock(context, folder.string(), {context.theme.text3, 12});
    space(context, 4);
    {
        const double most = std::max(context.px(4 * kRowHeight), window.heightLeftPx());
        const ListArea list = ListArea::fitting(context, "##entries", ImGui::GetContentRegionAvail().x, most);
        const fs::path pressed = drawFolder(context, folder);
        if (!pressed.empty())
            next = pressed;
    }
    if (!next.empty())
        typed.clear();
    keepText("folder", (next.empty() ? folder : next).string());
    keepText("typed", typed);
}

} // namespace fabula::ui
