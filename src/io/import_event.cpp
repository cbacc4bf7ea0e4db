// What a node becomes; import_claim.hpp has the contract.
#include "io/foreign_date.hpp"
#include "io/import_claim.hpp"
#include "io/suggestion.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace fabula::io {
namespace {

void reportDate(const ForeignAttribute& attribute, ImportContext& context)
{
    context.reporter.add(finding::kUnreadDate, attribute.offset,
                         core::message("{} is no date that can be read without doubt: {}; it was left out: write it as "
                                       "2025-08-14, or in EDTF",
                                       inQuotes(attribute.name), inQuotes(attribute.value)));
}

std::optional<time::Edtf> dateIn(const ForeignAttribute* attribute, ImportContext& context)
{
    if (attribute == nullptr)
        return std::nullopt;
    const bool years = lowered(attribute->name).ends_with("year");
    std::optional<time::Edtf> date = readForeignDate(attribute->value, years);
    if (!date)
        reportDate(*attribute, context);
    return date;
}

bool isYes(const ForeignAttribute* attribute)
{
    const std::string word = attribute == nullptr ? std::string() : lowered(trimmed(attribute->value));
    return word == "true" || word == "1" || word == "yes";
}

// A start and an end are a time that lasted; a start alone is a moment, an end alone what came not later.
void setStartAndEnd(const ForeignFields& fields, ImportContext& context, model::Event& event)
{
    const ForeignAttribute* end = fields.find(ImportField::end);
    const std::optional<time::Edtf> first = dateIn(fields.find(ImportField::start), context);
    const std::optional<time::Edtf> last = dateIn(end, context);
    if (first && (!last || last->text() == first->text())) {
        event.when = *first;
    } else if (last) {
        const core::Result<time::Edtf> interval =
            time::parseEdtf(std::string(first ? first->text() : "").append("/").append(last->text()));
        if (!interval) {
            reportDate(*end, context);
            return;
        }
        event.when = *interval;
        event.lasting = first.has_value();
    }
}

void setDates(const ForeignFields& fields, ImportContext& context, model::Event& event)
{
    const ForeignAttribute* when = fields.find(ImportField::when);
    if (const std::optional<time::Edtf> date = dateIn(when, context)) {
        event.when = *date;
        event.lasting = isYes(fields.find(ImportField::span));
    } else if (when == nullptr || !context.own) {
        setStartAndEnd(fields, context, event);
    }
    event.planned = dateIn(fields.find(ImportField::planned), context).value_or(time::Edtf());
    event.reported = dateIn(fields.find(ImportField::reported), context).value_or(time::Edtf());
}

// "3" of an attribute "community" is "community 3", for a bare number is no name.
std::string laneName(const ForeignAttribute& attribute)
{
    std::string name = onOneLine(attribute.value);
    const bool bare = name.find_first_not_of("0123456789.-") == std::string::npos;
    return bare ? attribute.name + ' ' + name : name;
}

void setActors(const ForeignNode& node, const ForeignFields& fields, ImportContext& context, model::Event& event)
{
    const ForeignAttribute* lane = fields.find(ImportField::lane);
    if (lane != nullptr)
        event.lane = context.cast.actor(context.own ? lane->value : laneName(*lane));
    else if (!node.cluster.empty())
        event.lane = context.cast.actor(node.cluster);
    std::unordered_set<core::ActorId> met;
    if (event.lane.valid() && !context.own) {
        event.actors.push_back(event.lane);
        met.insert(event.lane);
    }
    if (const ForeignAttribute* actors = fields.find(ImportField::actors)) {
        for (const std::string& name : wordsOf(actors->value, ",;\n")) {
            const core::ActorId actor = context.cast.actor(name);
            if (met.insert(actor).second)
                event.actors.push_back(actor);
        }
    }
    if (!event.lane.valid() && !event.actors.empty())
        event.lane = event.actors.front();
}

void setImportance(const ForeignAttribute* attribute, ImportContext& context, model::Event& event)
{
    if (attribute == nullptr)
        return;
    const std::string_view text = trimmed(attribute->value);
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view rest(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    const bool whole = read.ec == std::errc() && (rest.empty() || rest == ".0");
    if (whole && number >= 1 && number <= 5)
        event.importance = number;
    else if (lowered(attribute->name) == "importance")
        context.reporter.add(finding::kUnreadValue, attribute->offset,
                             core::message("{} must be a whole number from 1 to 5, but is {}; it was left out",
                                           inQuotes(attribute->name), inQuotes(attribute->value)));
    else
        context.leaveOut(*attribute); // weights of other programs have scales of their own
}

model::Text titleOf(const ForeignNode& node, const ForeignFields& fields, ImportContext& context)
{
    model::Text title = importedText(fields, ImportField::title, true, context);
    if (!title.empty())
        return title;
    const std::string name = firstBytes(onOneLine(node.id), ReadLimits().textBytes);
    return model::Text::plainIn(context.story.languages.front(), name.empty() ? "?" : name);
}

} // namespace

model::Event importedEvent(const ForeignNode& node, ImportContext& context)
{
    const ForeignFields fields(node.attributes, ForeignThing::node);
    model::Event event;
    event.title = titleOf(node, fields, context);
    event.summary = importedText(fields, ImportField::summary, false, context);
    setDates(fields, context, event);
    if (const ForeignAttribute* kind = fields.find(ImportField::kind))
        event.kind = firstBytes(context.own ? kind->value : onOneLine(kind->value), ReadLimits().textBytes);
    setActors(node, fields, context, event);
    setImportance(fields.find(ImportField::importance), context, event);
    ImportedClaim claim = importedClaim(fields, context);
    event.basis = claim.basis;
    event.confidence = claim.confidence;
    event.sources = std::move(claim.sources);
    if (const ForeignAttribute* tags = fields.find(ImportField::tags))
        event.tags = wordsOf(tags->value, ",;\n");
    for (const ForeignAttribute* strange : fields.strange())
        context.leaveOut(*strange);
    return event;
}

} // namespace fabula::io
