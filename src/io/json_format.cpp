#include "io/json_format.hpp"

namespace fabula::io {
namespace {

using Json = nlohmann::ordered_json;

std::string scalar(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::strict);
}

} // namespace

std::string oneLine(const Json& value)
{
    if (!value.is_structured())
        return scalar(value);
    std::string text(1, value.is_object() ? '{' : '[');
    bool first = true;
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (!first)
            text += ", ";
        first = false;
        if (value.is_object())
            text += scalar(it.key()) + ": ";
        text += oneLine(*it);
    }
    return text + (value.is_object() ? '}' : ']');
}

std::string formatted(const Json& value, const JsonStyle& style, const std::string& indent, std::size_t used)
{
    std::string line = oneLine(value);
    if (!value.is_structured() || value.empty() || style.unit.empty() || used + line.size() <= style.width)
        return line;
    const std::string inner = indent + style.unit;
    std::string text(1, value.is_object() ? '{' : '[');
    bool first = true;
    for (auto it = value.begin(); it != value.end(); ++it) {
        text += first ? "\n" : ",\n";
        first = false;
        const std::string key = value.is_object() ? scalar(it.key()) + ": " : std::string();
        text += inner + key + formatted(*it, style, inner, inner.size() + key.size());
    }
    return text + '\n' + indent + (value.is_object() ? '}' : ']');
}

} // namespace fabula::io
