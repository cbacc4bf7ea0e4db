#pragma once

#include "time/edtf.hpp"

#include <optional>
#include <string_view>

namespace fabula::io {

/// A date as other programs write them: EDTF and ISO 8601 (also with a space for the T, with fractions of a second,
/// which are dropped, and "20250814"), 2025/8/14, 14.8.2025, "14 August 2025", "Aug 14, 2025", "August 2025", and years
/// of a column of numbers ("1985.0"). Of 8/14/2025 and 14/8/2025 only what can be read one way alone; with `yearsOnly`
/// years of one to three digits count too. Nothing if it is none of these. Linear in the text.
std::optional<time::Edtf> readForeignDate(std::string_view text, bool yearsOnly);

} // namespace fabula::io
