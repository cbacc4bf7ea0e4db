#pragma once

#include "brief/slide.hpp"
#include "io/story_reader.hpp"
#include "paint/fonts.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace fabula::test {

inline const paint::FontBook& fontBook()
{
    static const auto fonts = paint::FontBook::open();
    return **fonts;
}

inline std::shared_ptr<const model::Story> storyOf(const std::string& text)
{
    const io::LoadedStory loaded = io::readStory(text, "test.json");
    EXPECT_NE(loaded.story, nullptr);
    return loaded.story;
}

inline graph::EventGraph shippedGraph(const std::string& name = "deepseek-r2")
{
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    EXPECT_NE(loaded.story, nullptr);
    return graph::EventGraph(loaded.story);
}

inline brief::Briefing briefingOf(const graph::EventGraph& graph, const std::string& language = "en",
                                  core::Size size = {16, 9})
{
    return brief::briefingOf({graph, &fontBook(), language, &scene::darkTheme()}, brief::allScenes(graph.story()),
                             size);
}

/// A small story with one scene, whose members (after its id and title) are given.
inline std::string storyWithScene(const std::string& members)
{
    return R"({"fabula":1,"id":"s","title":"S","actors":[{"id":"a","name":"A"},{"id":"b","name":"B"}],
"sources":[{"id":"x","publisher":"X Times","published":"2025-03-01","grade":"B2","url":"https://example.org/x"}],
"events":[
{"id":"one","title":"One","when":"2025-01-05","actors":["a"],"sources":["x"],"confidence":"likely"},
{"id":"two","title":"Two","when":"2025-02-05","actors":["a"],"sources":["x"],"confidence":"unlikely","basis":"official"},
{"id":"three","title":"Three","when":"2025-03-05","actors":["b"],"sources":["x"]},
{"id":"four","title":"Four","when":"2025-04-05","reported":"2025-04-06","actors":["b"],"sources":["x"]}],
"links":[{"from":"one","to":"two","kind":"causes"},{"from":"two","to":"three","kind":"causes"}],
"scenes":[{"id":"sc","title":"Scene")" +
           (members.empty() ? "" : "," + members) + "}]}";
}

} // namespace fabula::test
