#pragma once

#include "model/story.hpp"

#include <string>

namespace fabula::io {

/// The story as DOT, for Graphviz and what reads its files: drawn from left to right, an actor's events in one colour,
/// the kinds of links told apart as in our own pictures, each event with the address of its first source; and all
/// attributes of export_attributes.hpp. Scenes have no place in it. References must be valid. Linear.
std::string dotText(const model::Story& story);

} // namespace fabula::io
