#include "model/story_places.hpp"

namespace fabula::model {

core::FilePlace StoryPlaces::of(const char* name, const std::vector<Mark>& marks, std::size_t index) const
{
    core::FilePlace place;
    place.file = file;
    place.pointer = '/' + std::string(name) + '/' + std::to_string(index);
    if (index < marks.size()) {
        place.line = marks[index].line;
        place.column = marks[index].column;
    }
    return place;
}

} // namespace fabula::model
