#include "core/place.hpp"

namespace fabula::core {

std::string toString(const FilePlace& place)
{
    std::string text = place.file;
    if (place.line != 0) {
        text += ':' + std::to_string(place.line);
        if (place.column != 0)
            text += ':' + std::to_string(place.column);
    }
    return text;
}

} // namespace fabula::core
