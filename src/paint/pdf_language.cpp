#include "paint/pdf_language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace fabula::paint {
namespace {

bool isTag(std::string_view language)
{
    return !language.empty() && language.size() <= 35 && std::all_of(language.begin(), language.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
    });
}

/// The whole number behind `name`, searched from `from` on.
std::optional<std::size_t> numberBehind(std::string_view pdf, std::string_view name, std::size_t from)
{
    const std::size_t at = pdf.find(name, from);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::size_t digits = pdf.find_first_not_of(" \n\r", at + name.size());
    std::size_t value = 0;
    if (digits == std::string_view::npos ||
        std::from_chars(pdf.data() + digits, pdf.data() + pdf.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

} // namespace

std::string withLanguage(std::string pdf, std::string_view language)
{
    constexpr std::size_t kNone = std::string::npos;
    const std::size_t trailer = pdf.rfind("trailer");
    if (!isTag(language) || trailer == kNone)
        return pdf;
    const auto size = numberBehind(pdf, "/Size", trailer);
    const auto root = numberBehind(pdf, "/Root", trailer);
    const auto info = numberBehind(pdf, "/Info", trailer);
    const auto table = numberBehind(pdf, "startxref", trailer);
    if (!size || !root || !table)
        return pdf;
    const std::size_t object = pdf.rfind(fmt::format("\n{} 0 obj\n<<", *root));
    const std::size_t end = object == kNone ? kNone : pdf.find("\nendobj", object);
    if (end == kNone || pdf.find("/Lang", object) < end)
        return pdf;
    std::string catalogue = pdf.substr(object + 1, end - object) + "endobj\n";
    catalogue.insert(catalogue.find("<<") + 2, fmt::format(" /Lang ({})", language));
    const std::size_t start = pdf.size();
    pdf += catalogue;
    const std::size_t newTable = pdf.size();
    pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {} /Root {} 0 R", *root, start, *size, *root);
    if (info)
        pdf += fmt::format(" /Info {} 0 R", *info);
    pdf += fmt::format(" /Prev {} >>\nstartxref\n{}\n%%EOF\n", *table, newTable);
    return pdf;
}

} // namespace fabula::paint
