#pragma once

#include "io/dot_reader.hpp"
#include "io/graphml_reader.hpp"
#include "test_files.hpp"

#include <memory>
#include <string>

namespace fabula::io {

/// What the reader finds, as "F705 F708", in the order of the file.
inline std::string codesOf(const LoadedStory& loaded)
{
    std::string codes;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
}

/// The story, which must be there: a failure and an empty one if not.
inline model::Story storyIn(const LoadedStory& loaded)
{
    EXPECT_NE(loaded.story, nullptr) << findingsOf(loaded);
    return loaded.story == nullptr ? model::Story() : *loaded.story;
}

inline model::Story shipped(const char* name)
{
    return storyIn(loadStory(sourceDir() / "data" / "stories" / name));
}

/// "title" of the event or "" if there is none with this id.
inline std::string titleOf(const model::Story& story, std::string_view id)
{
    const core::EventId event = model::eventNamed(story, id);
    return event.valid() ? std::string(story[event].title.front().text) : std::string();
}

inline std::string whenOf(const model::Story& story, std::string_view id)
{
    const core::EventId event = model::eventNamed(story, id);
    return event.valid() ? std::string(story[event].when.text()) : "no event";
}

/// "a causes b" for each link, with commas.
inline std::string linksOf(const model::Story& story)
{
    std::string text;
    for (const model::Link& link : story.links)
        text += (text.empty() ? "" : ", ") + story[link.from].id + ' ' + std::string(model::name(link.kind)) + ' ' +
                story[link.to].id;
    return text;
}

} // namespace fabula::io
