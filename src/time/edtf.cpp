#include "time/edtf.hpp"

#include "core/promise.hpp"
#include "time/edtf_tree.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <tuple>

namespace fabula::time {
namespace {

Qualifier qualifierOf(const EdtfTree& tree)
{
    Qualifier any;
    const auto add = [&any](const EdtfDate& date) {
        any.uncertain |= date.anyQualifier().uncertain;
        any.approximate |= date.anyQualifier().approximate;
    };
    const auto addRange = [&add](const EdtfInterval& interval) {
        add(interval.from.date);
        add(interval.to.date);
    };
    if (const auto* date = std::get_if<EdtfDate>(&tree))
        add(*date);
    else if (const auto* interval = std::get_if<EdtfInterval>(&tree))
        addRange(*interval);
    else
        for (const EdtfSet::Member& member : std::get<EdtfSet>(tree).members)
            addRange(member.range);
    return any;
}

std::string padded(std::int64_t number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

Precision precisionOf(const EdtfTree& tree)
{
    if (const auto* date = std::get_if<EdtfDate>(&tree))
        return date->precision;
    return std::holds_alternative<EdtfSet>(tree) ? Precision::set : Precision::interval;
}

} // namespace

core::Result<Edtf> parseEdtf(std::string_view text)
{
    const core::Result<EdtfTree> tree = parseEdtfTree(text);
    if (!tree)
        return tree.error();
    const Qualifier qualifier = qualifierOf(*tree);
    Edtf::Said said;
    said.span = spanOf(*tree);
    said.precision = precisionOf(*tree);
    said.approximate = qualifier.approximate;
    said.uncertain = qualifier.uncertain;
    const auto* interval = std::get_if<EdtfInterval>(&*tree);
    said.softBegin = interval != nullptr ? interval->from.date.anyQualifier().any() : qualifier.any();
    said.softEnd = interval != nullptr ? interval->to.date.anyQualifier().any() : qualifier.any();
    return Edtf(said, text);
}

const Edtf::Said Edtf::kUnknown;

Edtf::Edtf(const Said& said, std::string_view text)
    : bits_(write(said, text, ::operator new(sizeof(Said) + text.size())) | kOwned)
{
}

Edtf& Edtf::operator=(const Edtf& other)
{
    Edtf copy(other);
    std::swap(bits_, copy.bits_);
    return *this;
}

Edtf Edtf::keptIn(core::TextArena& arena) const
{
    Edtf kept;
    if (bits_ != 0)
        kept.bits_ = write(said(), text(), arena.take(sizeof(Said) + text().size(), alignof(Said)));
    return kept;
}

std::uintptr_t Edtf::cloned() const
{
    return write(said(), text(), ::operator new(sizeof(Said) + text().size())) | kOwned;
}

void Edtf::free()
{
    ::operator delete(reinterpret_cast<void*>(bits_ & ~kOwned));
}

std::uintptr_t Edtf::write(const Said& said, std::string_view text, void* place)
{
    Said* const written = new (place) Said(said);
    written->textSize = static_cast<std::uint32_t>(text.size());
    std::memcpy(written + 1, text.data(), text.size());
    return reinterpret_cast<std::uintptr_t>(place);
}

Edtf dateAround(Instant instant, Precision precision)
{
    const CivilTime civil = civilFromInstant(instant);
    std::string text;
    if (civil.year < -9999 || civil.year > 9999) {
        text = "Y" + std::to_string(civil.year);
    } else {
        text = (civil.year < 0 ? "-" : "") + padded(std::abs(civil.year), 4);
        if (precision <= Precision::month)
            text += "-" + padded(civil.month, 2);
        if (precision <= Precision::day)
            text += "-" + padded(civil.day, 2);
    }
    const core::Result<Edtf> date = parseEdtf(text);
    FABULA_PROMISE(date.ok(), "what was written by dateAround can be read");
    return *date;
}

bool earlier(const Edtf& a, const Edtf& b)
{
    return std::tuple(a.span().begin, a.span().end, a.text()) < std::tuple(b.span().begin, b.span().end, b.text());
}

} // namespace fabula::time
