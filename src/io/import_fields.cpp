#include "io/import_fields.hpp"

#include "io/foreign_text.hpp"
#include "io/value_reader.hpp"

#include <algorithm>
#include <array>

namespace fabula::io {
namespace {

using F = ImportField;

struct Row
{
    std::string_view name; ///< in lower case, words joined
    ImportField field;
};

// On nodes and graphs. Of several names for one field those further up count more.
constexpr std::array kNames{
    Row{"title", F::title},
    Row{"label", F::title},
    Row{"name", F::title},
    Row{"caption", F::title},
    Row{"text", F::title},
    Row{"summary", F::summary},
    Row{"description", F::summary},
    Row{"desc", F::summary},
    Row{"comment", F::summary},
    Row{"abstract", F::summary},
    Row{"when", F::when},
    Row{"date", F::when},
    Row{"datetime", F::when},
    Row{"time", F::when},
    Row{"timestamp", F::when},
    Row{"year", F::when},
    Row{"start", F::start},
    Row{"begin", F::start},
    Row{"startdate", F::start},
    Row{"starttime", F::start},
    Row{"startyear", F::start},
    Row{"from", F::start},
    Row{"end", F::end},
    Row{"enddate", F::end},
    Row{"endtime", F::end},
    Row{"endyear", F::end},
    Row{"until", F::end},
    Row{"span", F::span},
    Row{"planned", F::planned},
    Row{"reported", F::reported},
    Row{"kind", F::kind},
    Row{"type", F::kind},
    Row{"category", F::kind},
    Row{"group", F::kind},
    Row{"class", F::kind},
    Row{"lane", F::lane},
    Row{"actor", F::lane},
    Row{"cluster", F::lane},
    Row{"community", F::lane},
    Row{"modularityclass", F::lane},
    Row{"actors", F::actors},
    Row{"importance", F::importance},
    Row{"weight", F::importance},
    Row{"priority", F::importance},
    Row{"basis", F::basis},
    Row{"confidence", F::confidence},
    Row{"sources", F::sources},
    Row{"source", F::sources},
    Row{"reference", F::sources},
    Row{"url", F::url},
    Row{"href", F::url},
    Row{"link", F::url},
    Row{"tags", F::tags},
    Row{"keywords", F::tags},
    Row{"languages", F::languages},
    Row{"language", F::languages},
    Row{"fabula", F::format},
};

constexpr std::array kEdgeNames{
    Row{"kind", F::kind},         Row{"type", F::kind},        Row{"relation", F::kind},
    Row{"relationship", F::kind}, Row{"interaction", F::kind}, Row{"label", F::label},
    Row{"name", F::label},        Row{"title", F::label},      Row{"description", F::label},
    Row{"text", F::label},        Row{"basis", F::basis},      Row{"confidence", F::confidence},
    Row{"sources", F::sources},   Row{"source", F::sources},   Row{"reference", F::sources},
    Row{"url", F::url},           Row{"href", F::url},
};

// Names that Graphviz, Gephi and yEd give to the looks of a drawing, by which nothing is lost that the story tells.
constexpr std::array<std::string_view, 72> kLooks{
    "alpha",
    "arrowhead",
    "arrowsize",
    "arrowtail",
    "b",
    "bb",
    "bgcolor",
    "center",
    "charset",
    "color",
    "colorscheme",
    "compound",
    "concentrate",
    "constraint",
    "decorate",
    "dir",
    "dpi",
    "edgeid",
    "edgetooltip",
    "fillcolor",
    "fixedsize",
    "fontcolor",
    "fontname",
    "fontsize",
    "g",
    "headlabel",
    "headport",
    "height",
    "image",
    "labelangle",
    "labeldistance",
    "labelfloat",
    "labelfontsize",
    "labeljust",
    "labelloc",
    "layout",
    "len",
    "lhead",
    "ltail",
    "margin",
    "minlen",
    "nodesep",
    "nojustify",
    "ordering",
    "orientation",
    "outputorder",
    "overlap",
    "pack",
    "pad",
    "pencolor",
    "penwidth",
    "peripheries",
    "pos",
    "r",
    "rank",
    "rankdir",
    "ranksep",
    "ratio",
    "regular",
    "rotate",
    "samehead",
    "sametail",
    "shape",
    "sides",
    "size",
    "skew",
    "splines",
    "style",
    "x",
    "xlabel",
    "y",
    "z",
};

constexpr std::array kMoreLooks{std::string_view("taillabel"),    std::string_view("tailport"),
                                std::string_view("target"),       std::string_view("tooltip"),
                                std::string_view("width"),        std::string_view("fontpath"),
                                std::string_view("labeltooltip"), std::string_view("edgeweight")};

struct KindWord
{
    std::string_view word;
    model::LinkKind kind;
};

using K = model::LinkKind;

constexpr std::array kKindWords{
    KindWord{"cause", K::causes},           KindWord{"causal", K::causes},
    KindWord{"caused", K::causes},          KindWord{"leadsto", K::causes},
    KindWord{"ledto", K::causes},           KindWord{"resultsin", K::causes},
    KindWord{"triggers", K::causes},        KindWord{"enable", K::enables},
    KindWord{"enabled", K::enables},        KindWord{"allows", K::enables},
    KindWord{"permits", K::enables},        KindWord{"block", K::blocks},
    KindWord{"blocked", K::blocks},         KindWord{"prevents", K::blocks},
    KindWord{"hinders", K::blocks},         KindWord{"stops", K::blocks},
    KindWord{"prompt", K::prompts},         KindWord{"prompted", K::prompts},
    KindWord{"provokes", K::prompts},       KindWord{"precede", K::precedes},
    KindWord{"before", K::precedes},        KindWord{"followedby", K::precedes},
    KindWord{"next", K::precedes},          KindWord{"then", K::precedes},
    KindWord{"ispartof", K::partOf},        KindWord{"belongsto", K::partOf},
    KindWord{"contradict", K::contradicts}, KindWord{"conflictswith", K::contradicts},
};

// In lower case, without what stands between words.
std::string joined(std::string_view name)
{
    std::string result = lowered(trimmed(name));
    result.erase(std::remove_if(result.begin(), result.end(),
                                [](char c) { return c == '_' || c == '-' || c == ' ' || c == '.'; }),
                 result.end());
    return result;
}

FieldName named(std::string_view word, ForeignThing thing)
{
    const auto find = [&](const auto& rows) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.name == word; });
        return row == rows.end() ? FieldName{} : FieldName{row->field, {}, static_cast<int>(row - rows.begin())};
    };
    FieldName found = thing == ForeignThing::edge ? find(kEdgeNames) : find(kNames);
    const bool looks = std::find(kLooks.begin(), kLooks.end(), word) != kLooks.end() ||
                       std::find(kMoreLooks.begin(), kMoreLooks.end(), word) != kMoreLooks.end() ||
                       (thing == ForeignThing::edge && (word == "weight" || word == "id"));
    if (found.field == ImportField::none && looks)
        found.field = ImportField::looks;
    return found;
}

bool hasLanguages(ImportField field)
{
    return field == ImportField::title || field == ImportField::summary || field == ImportField::label;
}

} // namespace

FieldName fieldNamed(std::string_view name, ForeignThing thing)
{
    FieldName whole = named(joined(name), thing);
    const std::size_t mark = name.find_first_of("_:");
    if (whole.field != ImportField::none || mark == std::string_view::npos || !isLanguageTag(name.substr(mark + 1)))
        return whole;
    FieldName text = named(joined(name.substr(0, mark)), thing);
    if (!hasLanguages(text.field))
        return whole;
    text.language = name.substr(mark + 1);
    return text;
}

std::optional<model::LinkKind> linkKindNamed(std::string_view word)
{
    if (word.size() > 40)
        return std::nullopt;
    const std::string wanted = joined(word);
    for (std::size_t i = 0; i < model::kLinkKindNames.size(); ++i) {
        if (joined(model::kLinkKindNames[i]) == wanted)
            return static_cast<model::LinkKind>(i);
    }
    for (const KindWord& row : kKindWords) {
        if (row.word == wanted)
            return row.kind;
    }
    return std::nullopt;
}

ForeignFields::ForeignFields(const std::vector<ForeignAttribute>& attributes, ForeignThing thing)
{
    for (const ForeignAttribute& attribute : attributes) {
        if (isBlank(attribute.value))
            continue;
        FieldName name = fieldNamed(attribute.name, thing);
        if (name.field == ImportField::none)
            strange_.push_back(&attribute);
        else
            entries_.push_back({std::move(name), &attribute});
    }
}

const ForeignAttribute* ForeignFields::find(ImportField field) const
{
    const Entry* best = nullptr;
    for (const Entry& entry : entries_) {
        if (entry.name.field == field && entry.name.language.empty() &&
            (best == nullptr || entry.name.rank < best->name.rank))
            best = &entry;
    }
    return best == nullptr ? nullptr : best->attribute;
}

std::vector<ForeignFields::InLanguage> ForeignFields::inLanguages(ImportField field) const
{
    std::vector<InLanguage> found;
    for (const Entry& entry : entries_) {
        if (entry.name.field == field && !entry.name.language.empty())
            found.push_back({entry.name.language, entry.attribute});
    }
    return found;
}

} // namespace fabula::io
