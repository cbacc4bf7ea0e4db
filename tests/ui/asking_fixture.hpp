#pragma once

#include "io/story_reader.hpp"
#include "ui/answering.hpp"
#include "ui/apply.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace fabula::ui {

/// The window's state around the shipped story, without a picture.
class AskingTest : public testing::Test
{
protected:
    AskingTest()
    {
        const std::string path = std::string(FABULA_SOURCE_DIR) + "/data/stories/deepseek-r2.json";
        LoadedFile file;
        file.path = path;
        const auto story = io::loadStory(path).story;
        file.graph.emplace(story);
        file.search = std::make_shared<const model::StorySearch>(*story);
        file.knowledge = model::knowledgeTimes(*story);
        showLoaded(state, std::move(file));
    }

    core::EventId event(const char* id) const { return model::eventNamed(state.story.graph->story(), id); }
    void run(const Command& command)
    {
        apply(state, command, {});
        answer();
    }
    /// What the frame loop has worked out between commands.
    void answer()
    {
        AskingState& asking = state.asking;
        asking.answered.reset();
        asking.previewed.reset();
        if (!asking.crumbs.empty())
            asking.answered = answered(scopeOf(state), keyOf(state, asking.crumbs.back()));
        if (asking.preview)
            asking.previewed = answered(scopeOf(state), keyOf(state, *asking.preview));
        refreshFacts(state);
    }
    void select(const char* id) { run(command::Select{event(id), false}); }

    AppState state;
};

} // namespace fabula::ui
