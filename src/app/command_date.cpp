#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "time/words.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace fabula::app {
namespace {

constexpr std::array<const char*, 16> kPrecisionNames{"second",     "minute",   "hour", "day",    "month",  "season",
                                                      "quarter",    "third",    "half", "year",   "decade", "century",
                                                      "millennium", "interval", "set",  "unknown"};

/// What a year of too few digits, written as people count them, is in EDTF: "44" is 0044, "-44" (44 BC) is -0043. Empty
/// for anything else.
std::string fourDigits(const std::string& edtf)
{
    const bool negative = edtf.starts_with('-');
    const std::string digits = edtf.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos)
        return {};
    const int year = std::stoi(digits);
    if (!negative)
        return fmt::format("{:04}", year);
    if (year == 0)
        return {};
    return (year == 1 ? std::string("0000") : fmt::format("-{:04}", year - 1)) + fmt::format(" is {} BC", year);
}

} // namespace

int describeDate(const std::string& edtf, const std::string& language, bool json)
{
    const auto parsed = time::parseEdtf(edtf);
    if (!parsed) {
        fmt::print(stderr, "{}\n{:>{}}\nerror: column {}: {}\n", edtf, "^", parsed.error().where.column,
                   parsed.error().where.column, core::english(parsed.error().message));
        if (const std::string years = fourDigits(edtf); !years.empty())
            fmt::print(stderr, "hint: {} (years have four digits; 0000 is 1 BC)\n", years);
        return exitInputErrors;
    }
    const time::Span span = parsed->span();
    const std::string earliest = span.openBegin() ? "" : time::toIso(span.begin);
    const std::string latest = span.openEnd() ? "" : time::toIso(span.end, -1);
    const std::string words = time::words(*parsed, language);
    if (json) {
        nlohmann::ordered_json out;
        out["edtf"] = edtf;
        out["earliest"] = earliest.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(earliest);
        out["latest"] = latest.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(latest);
        out["precision"] = kPrecisionNames[static_cast<std::size_t>(parsed->precision())];
        out["words"] = words;
        fmt::print("{}\n", out.dump(2));
        return exitFine;
    }
    fmt::print("{}\n  earliest   {}\n  latest     {}\n  precision  {}\n", words, earliest.empty() ? "open" : earliest,
               latest.empty() ? "open" : latest, kPrecisionNames[static_cast<std::size_t>(parsed->precision())]);
    return exitFine;
}

} // namespace fabula::app
