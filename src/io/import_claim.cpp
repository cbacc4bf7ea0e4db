#include "io/import_claim.hpp"

#include "io/suggestion.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <unordered_set>

namespace fabula::io {
namespace {

void reportUnread(const ForeignAttribute& attribute, const core::Message& expected, ImportContext& context)
{
    context.reporter.add(finding::kUnreadValue, attribute.offset,
                         core::message("{} must be {}, but is {}; it was left out", inQuotes(attribute.name), expected,
                                       inQuotes(attribute.value)));
}

template <class Names>
std::size_t termIn(const Names& names, std::string_view word)
{
    std::string term = lowered(trimmed(word));
    std::replace_if(
        term.begin(), term.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), term) - names.begin());
}

// [{"source": "ft", "at": "paragraph 4"}, "seed"], the sources by their ids.
bool readOwnCitations(std::string_view list, const ImportCast& cast, std::vector<model::Citation>& citations)
{
    const nlohmann::json parsed = nlohmann::json::parse(list, nullptr, false);
    if (!parsed.is_array())
        return false;
    bool good = true;
    for (const nlohmann::json& item : parsed) {
        const nlohmann::json& id = item.is_object() && item.contains("source") ? item["source"] : item;
        const core::SourceId source =
            id.is_string() ? cast.sourceWithId(id.get_ref<const std::string&>()) : core::SourceId();
        good = good && source.valid();
        if (!source.valid())
            continue;
        const bool hasPlace = item.is_object() && item.contains("at") && item["at"].is_string();
        citations.push_back(
            {source, hasPlace ? firstBytes(item["at"].get<std::string>(), ReadLimits().textBytes) : std::string()});
    }
    return good;
}

std::vector<model::Citation> importedSources(const ForeignFields& fields, ImportContext& context)
{
    std::vector<model::Citation> citations;
    const ForeignAttribute* list = fields.find(ImportField::sources);
    const ForeignAttribute* url = fields.find(ImportField::url);
    if (context.own && list != nullptr) {
        if (!readOwnCitations(list->value, context.cast, citations))
            reportUnread(*list, core::message("a JSON list of ids that the graph's `sources` has"), context);
        return citations;
    }
    std::string_view address;
    if (url != nullptr) {
        if (isWebAddress(trimmed(url->value)))
            address = trimmed(url->value);
        else
            reportUnread(*url, core::message("an address that begins with https:// or http://"), context);
    }
    const std::vector<std::string> names = list == nullptr ? std::vector<std::string>() : wordsOf(list->value, ";\n");
    // A lone name beside an address is the name of what stands there: two would look like two witnesses.
    if (names.size() == 1 && !address.empty() && !isWebAddress(names.front()))
        return {{context.cast.source(names.front(), address), {}}};
    std::unordered_set<core::SourceId> met;
    const auto cite = [&](core::SourceId source) {
        if (met.insert(source).second)
            citations.push_back({source, {}});
    };
    for (const std::string& name : names) {
        const bool isAddress = isWebAddress(name);
        cite(context.cast.source(isAddress ? "" : name, isAddress ? name : ""));
    }
    if (!address.empty())
        cite(context.cast.source("", address));
    return citations;
}

} // namespace

void ImportContext::leaveOut(const ForeignAttribute& attribute)
{
    if (leftOut.size() < kMostLeftOut)
        leftOut.try_emplace(attribute.name, attribute.offset);
}

model::Text importedText(const ForeignFields& fields, ImportField field, bool oneLine, ImportContext& context)
{
    const std::size_t most = context.mostTextBytes;
    const auto words = [&](const ForeignAttribute& attribute) {
        std::string text = context.own ? attribute.value
                                       : (oneLine ? onOneLine(attribute.value) : std::string(trimmed(attribute.value)));
        if (text.size() > most)
            context.reporter.add(finding::kTextTooLong, attribute.offset,
                                 core::message("{} has {} bytes; shorten it to at most {}", inQuotes(attribute.name),
                                               text.size(), most));
        return text;
    };
    struct Told
    {
        std::string_view language;
        std::string words;
    };
    std::vector<Told> told;
    std::set<std::string_view> seen;
    const std::vector<ForeignFields::InLanguage> written = fields.inLanguages(field);
    for (const ForeignFields::InLanguage& one : written) {
        if (seen.insert(one.language).second)
            told.push_back({one.language, words(*one.attribute)});
    }
    // In the order of the story's languages, of which only so many are looked at: a hostile file may name any number.
    constexpr std::size_t kMostLanguages = 64;
    const std::vector<std::string>& order = context.story.languages;
    const auto orderEnd = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), kMostLanguages));
    const auto place = [&](const Told& one) { return std::find(order.begin(), orderEnd, one.language); };
    std::stable_sort(told.begin(), told.end(), [&](const Told& a, const Told& b) { return place(a) < place(b); });
    if (const ForeignAttribute* plain = fields.find(field); told.empty() && plain != nullptr)
        return model::Text::plainIn(order.front(), words(*plain));
    std::vector<model::Text::Entry> entries;
    for (const Told& one : told)
        entries.push_back({one.language, one.words});
    return model::Text(entries);
}

ImportedClaim importedClaim(const ForeignFields& fields, ImportContext& context)
{
    ImportedClaim claim;
    if (const ForeignAttribute* basis = fields.find(ImportField::basis)) {
        const std::size_t term = termIn(model::kBasisNames, basis->value);
        if (term < model::kBasisNames.size())
            claim.basis = static_cast<model::Basis>(term);
        else
            reportUnread(*basis, core::message("`official`, `reported` or `inferred`"), context);
    }
    if (const ForeignAttribute* confidence = fields.find(ImportField::confidence)) {
        const std::size_t term = termIn(model::kConfidenceNames, confidence->value);
        if (term < model::kConfidenceNames.size())
            claim.confidence = static_cast<model::Confidence>(term);
        else
            reportUnread(*confidence, core::message("a term of ICD 203, such as `likely`"), context);
    }
    claim.sources = importedSources(fields, context);
    return claim;
}

ImportedLink importedLink(const ForeignEdge& edge, ImportContext& context)
{
    const ForeignFields fields(edge.attributes, ForeignThing::edge);
    ImportedLink imported;
    model::Link& link = imported.link;
    link.from = core::EventId(edge.from);
    link.to = core::EventId(edge.to);
    link.label = importedText(fields, ImportField::label, true, context);

    const ForeignAttribute* kind = fields.find(ImportField::kind);
    const ForeignAttribute* label = fields.find(ImportField::label);
    std::optional<model::LinkKind> told = kind != nullptr ? linkKindNamed(kind->value) : std::nullopt;
    if (!told && label != nullptr)
        told = linkKindNamed(label->value);
    imported.kindTold = told.has_value();
    link.kind = told.value_or(model::LinkKind::causes);
    // What the file calls the relation is kept for people where it is no kind of ours.
    if (!told && kind != nullptr && link.label.empty())
        link.label = model::Text::plainIn(context.story.languages.front(), firstBytes(onOneLine(kind->value), 200));

    ImportedClaim claim = importedClaim(fields, context);
    link.basis = claim.basis;
    link.confidence = claim.confidence;
    link.sources = std::move(claim.sources);
    for (const ForeignAttribute* strange : fields.strange())
        context.leaveOut(*strange);
    return imported;
}

} // namespace fabula::io
