#pragma once

#include "model/story.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fabula::io {

/// What a story says of one thing, as attributes for programs that know graphs only. `importGraph` reads them back.
struct ExportedAttribute
{
    enum class Type : std::uint8_t { text, number, flag };
    std::string name;
    std::string value;
    Type type = Type::text;
};

/// Of an event: `label` (its title in the first language), `title_TAG` and `summary_TAG` in each language (plain ones
/// without a tag), `when`, `planned`, `reported` in EDTF, `start` and `end` (the earliest and the latest moment that
/// `when` may mean, ISO 8601; missing where open), `span`, `kind`, `lane`, `actors`, `importance`, `basis`,
/// `confidence`, `sources`, `tags`. Lists are JSON, and name things by their ids.
std::vector<ExportedAttribute> eventAttributes(const model::Story& story, const model::Event& event);

/// Of a link: `kind`, `basis`, `confidence`, `label` (in the first language), `label_TAG`, `sources`.
std::vector<ExportedAttribute> linkAttributes(const model::Story& story, const model::Link& link);

/// Of the story: `fabula` (the version of the format), `label`, `title_TAG`, `languages`, and `actors` and `sources` as
/// a story file has them, in JSON.
std::vector<ExportedAttribute> storyAttributes(const model::Story& story);

/// The address of the event's first source that has one, else empty.
std::string addressOf(const model::Story& story, const model::Event& event);

} // namespace fabula::io
