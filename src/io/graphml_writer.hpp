#pragma once

#include "model/story.hpp"

#include <string>

namespace fabula::io {

/// The story as GraphML that NetworkX, Gephi, yEd and igraph read: a directed graph whose nodes are the events and
/// whose edges are the links, with typed attributes (see export_attributes.hpp). Scenes have no place in it. Characters
/// that XML can't hold become U+FFFD. References must be valid. Linear.
std::string graphmlText(const model::Story& story);

} // namespace fabula::io
