#include "io/story_patch.hpp"

#include "io/story_json.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace fabula::io {
namespace {

using Json = nlohmann::ordered_json;

const Json kNull;

const Json& memberOf(const Json& object, const std::string& key)
{
    const auto found = object.find(key);
    return found == object.end() ? kNull : *found;
}

// Where a new member goes: behind the one that comes before it in the order of the format, of those that are there.
std::size_t placeFor(const std::vector<NewPart>& parts, const std::vector<std::string>& keys, const Json& order,
                     const std::string& key)
{
    std::size_t place = parts.size();
    for (auto it = order.begin(); it != order.end() && it.key() != key; ++it) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string& name = parts[i].old ? keys[*parts[i].old] : parts[i].key;
            if (name == it.key())
                place = i + 1;
        }
    }
    return place;
}

// A lane goes without saying only while the first actor is the same; others were left out before and may be again.
bool mustBeAdded(const std::string& key, const JsonEdit& edit)
{
    if (!edit.sparse.contains(key))
        return false;
    return key == "lane" || memberOf(edit.before, key) != memberOf(edit.named, key);
}

std::string patchedObject(std::string_view raw, const JsonEdit& edit, const JsonStyle& style, const std::string& indent)
{
    const JsonParts old = takeApart(raw);
    const std::string inner = indentOf(old).value_or(indent + style.unit);
    std::vector<std::string> keys;
    std::vector<NewPart> parts;
    for (std::size_t i = 0; i < old.parts.size(); ++i) {
        keys.push_back(decoded(old.parts[i].key));
        const Json& before = memberOf(edit.before, keys[i]);
        const Json& after = memberOf(edit.named, keys[i]);
        const Json& sparse = memberOf(edit.sparse, keys[i]);
        if (before == after)
            parts.push_back({i, {}, std::nullopt});
        else if (!sparse.is_null())
            parts.push_back({i, {}, patched(old.parts[i].value, {before, after, sparse}, style, inner)});
    }
    for (auto it = edit.sparse.begin(); it != edit.sparse.end(); ++it) {
        if (std::find(keys.begin(), keys.end(), it.key()) != keys.end() || !mustBeAdded(it.key(), edit))
            continue;
        const std::size_t used = inner.size() + it.key().size() + 4;
        NewPart part{std::nullopt, it.key(), formatted(shortened(Json{{it.key(), *it}})[it.key()], style, inner, used)};
        const std::size_t place = placeFor(parts, keys, edit.named, it.key());
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(place), std::move(part));
    }
    return putTogether(old, parts, style, indent);
}

std::vector<std::string> identities(const Json& list)
{
    std::vector<std::string> result;
    for (const Json& element : list)
        result.push_back(identityOf(element));
    return result;
}

// The old texts that stand for no element of `before`: ids that were left out when the list was read.
std::vector<bool> strangers(const JsonParts& old, const Json& before)
{
    std::vector<bool> result(old.parts.size(), false);
    if (old.parts.size() == before.size())
        return result;
    std::size_t next = 0;
    for (std::size_t i = 0; i < old.parts.size(); ++i) {
        const std::string_view value = old.parts[i].value;
        const bool known = next < before.size() &&
                           (!before[next].is_string() || value.front() != '"' || Json(decoded(value)) == before[next]);
        result[i] = !known;
        next += known ? 1 : 0;
    }
    return result;
}

std::string patchedList(std::string_view raw, const JsonEdit& edit, const JsonStyle& style, const std::string& indent)
{
    const JsonParts old = takeApart(raw);
    const std::string inner = indentOf(old).value_or(indent + style.unit);
    const std::vector<bool> strange = strangers(old, edit.before);
    std::vector<std::size_t> textOf; // the old text of each element of `before`
    for (std::size_t i = 0; i < strange.size(); ++i) {
        if (!strange[i])
            textOf.push_back(i);
    }
    const auto from = partners(identities(edit.before), identities(edit.named));
    std::vector<NewPart> parts;
    for (std::size_t j = 0; j < edit.named.size(); ++j) {
        if (!from[j] || *from[j] >= textOf.size()) {
            parts.push_back({std::nullopt, {}, formatted(shortened(edit.sparse[j]), style, inner, inner.size())});
            continue;
        }
        const std::size_t text = textOf[*from[j]];
        const JsonEdit deeper{edit.before[*from[j]], edit.named[j], edit.sparse[j]};
        parts.push_back({text, {}, patched(old.parts[text].value, deeper, style, inner)});
    }
    for (std::size_t i = 0; i < strange.size(); ++i) {
        if (!strange[i])
            continue;
        const auto behind = std::find_if(parts.begin(), parts.end(),
                                         [&](const NewPart& part) { return part.old && i > 0 && *part.old == i - 1; });
        parts.insert(behind == parts.end() ? (i == 0 ? parts.begin() : parts.end()) : behind + 1,
                     {i, {}, std::nullopt});
    }
    return putTogether(old, parts, style, indent);
}

} // namespace

std::string patched(std::string_view raw, const JsonEdit& edit, const JsonStyle& style, const std::string& indent)
{
    if (edit.before == edit.named)
        return std::string(raw);
    if (raw.front() == '{' && edit.before.is_object() && edit.named.is_object())
        return patchedObject(raw, edit, style, indent);
    if (raw.front() == '[' && edit.before.is_array() && edit.named.is_array())
        return patchedList(raw, edit, style, indent);
    return formatted(shortened(edit.sparse), style, indent, indent.size());
}

std::vector<std::optional<std::size_t>> partners(const std::vector<std::string>& before,
                                                 const std::vector<std::string>& after)
{
    std::multimap<std::string_view, std::size_t> left;
    for (std::size_t i = 0; i < before.size(); ++i)
        left.emplace(before[i], i);
    std::vector<bool> taken(before.size(), false);
    std::vector<std::optional<std::size_t>> result(after.size());
    for (std::size_t j = 0; j < after.size(); ++j) {
        const auto found = left.find(after[j]);
        if (found == left.end())
            continue;
        result[j] = found->second;
        taken[found->second] = true;
        left.erase(found);
    }
    for (std::size_t j = 0; j < after.size() && j < before.size(); ++j) {
        if (!result[j] && !taken[j])
            result[j] = j;
    }
    return result;
}

std::string identityOf(const Json& element)
{
    const auto word = [&](const std::string& key) {
        const Json& value = memberOf(element, key);
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    if (!element.is_object())
        return element.dump();
    if (element.contains("from"))
        return word("from") + '\n' + word("to") + '\n' + word("kind");
    return element.contains("id") ? word("id") : word("source");
}

} // namespace fabula::io
