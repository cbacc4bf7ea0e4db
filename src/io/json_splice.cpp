#include "io/json_splice.hpp"

#include "io/json_text.hpp"

#include <algorithm>

namespace fabula::io {
namespace {

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        ++at;
    return at;
}

bool breaksLine(std::string_view space)
{
    return space.find('\n') != std::string_view::npos;
}

// The white space before a part that is not the first, as its neighbours have it.
std::string usualLead(const JsonParts& old, std::size_t near)
{
    if (old.parts.size() > 1)
        return std::string(old.parts[std::clamp<std::size_t>(near, 1, old.parts.size() - 1)].lead);
    if (!old.parts.empty() && breaksLine(old.parts.front().lead))
        return std::string(old.parts.front().lead);
    return " ";
}

std::string putIntoEmpty(const JsonParts& old, const std::vector<NewPart>& parts, const JsonStyle& style,
                         const std::string& indent)
{
    const bool lines = !style.unit.empty();
    const std::string lead = lines ? '\n' + indent + style.unit : std::string();
    std::string text(1, old.object ? '{' : '[');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "" : ",") + (lines || i == 0 ? lead : std::string(" "));
        if (old.object)
            text += oneLine(parts[i].key) + ": ";
        text += parts[i].value.value_or("");
    }
    return text + (lines ? '\n' + indent : std::string()) + (old.object ? '}' : ']');
}

} // namespace

JsonParts takeApart(std::string_view value)
{
    JsonParts result;
    result.object = value.front() == '{';
    const char close = result.object ? '}' : ']';
    std::size_t at = 1;
    while (true) {
        JsonParts::Part part;
        const std::size_t start = skipSpace(value, at);
        if (start >= value.size() || value[start] == close) {
            result.inside = value.substr(at, start - at);
            return result;
        }
        part.lead = value.substr(at, start - at);
        std::size_t valueStart = start;
        if (result.object) {
            const std::size_t keyEnd = endOfScalar(value, start);
            valueStart = skipSeparators(value, keyEnd);
            part.key = value.substr(start, keyEnd - start);
            part.between = value.substr(keyEnd, valueStart - keyEnd);
        }
        const std::size_t end = endOfValue(value, valueStart);
        part.value = value.substr(valueStart, end - valueStart);
        const std::size_t next = skipSpace(value, end);
        part.trail = value.substr(end, next - end);
        result.parts.push_back(part);
        if (next >= value.size() || value[next] != ',')
            return result;
        at = next + 1;
    }
}

std::string decoded(std::string_view rawString)
{
    const std::string_view inner = rawString.substr(1, rawString.size() - 2);
    if (inner.find('\\') == std::string_view::npos)
        return std::string(inner);
    const auto parsed = nlohmann::json::parse(rawString, nullptr, false);
    return parsed.is_string() ? parsed.get<std::string>() : std::string(inner);
}

std::string putTogether(const JsonParts& old, const std::vector<NewPart>& parts, const JsonStyle& style,
                        const std::string& indent)
{
    if (old.parts.empty())
        return parts.empty() ? (old.object ? "{" : "[") + std::string(old.inside) + (old.object ? "}" : "]")
                             : putIntoEmpty(old, parts, style, indent);
    std::string text(1, old.object ? '{' : '[');
    std::size_t near = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const NewPart& part = parts[i];
        const JsonParts::Part* from = part.old ? &old.parts[*part.old] : nullptr;
        if (i > 0)
            text += ',';
        if (i == 0)
            text += old.parts.front().lead;
        else if (from != nullptr && *part.old > 0)
            text += from->lead;
        else
            text += usualLead(old, near);
        if (from == nullptr) {
            const std::string colon(old.object ? old.parts[near].between : std::string_view());
            text += (old.object ? oneLine(part.key) + (breaksLine(colon) ? ": " : colon) : std::string()) +
                    part.value.value_or("");
            continue;
        }
        near = *part.old;
        text.append(from->key).append(from->between);
        text += part.value ? *part.value : std::string(from->value);
        if (*part.old + 1 < old.parts.size() && i + 1 < parts.size())
            text += from->trail;
    }
    if (!parts.empty())
        text += old.parts.back().trail;
    return text + (old.object ? '}' : ']');
}

std::optional<std::string> indentOf(const JsonParts& parts)
{
    for (const JsonParts::Part& part : parts.parts) {
        const std::size_t newline = part.lead.rfind('\n');
        if (newline != std::string_view::npos)
            return std::string(part.lead.substr(newline + 1));
    }
    return std::nullopt;
}

} // namespace fabula::io
