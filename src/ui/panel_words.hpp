#pragma once

#include "model/story.hpp"
#include "time/instant.hpp"
#include "ui/app_state.hpp"

#include <string>
#include <string_view>

namespace fabula::ui {

/// Words that panels need and no other layer has.

/// In capitals, as the language writes them (ICU).
std::string capitals(std::string_view text, std::string_view language);
/// With the first letter as a capital, for a sentence's start.
std::string sentenceStart(std::string_view text, std::string_view language);

/// The day of an instant in words ("14 August 2025"), only the year for years beyond four digits.
std::string dayWords(time::Instant instant, std::string_view language);
std::string yearWords(std::int64_t year, std::string_view language);
/// A stretch of time in words ("December 2024 – October 2025"), in years, months or days as its length asks.
std::string stretchWords(time::Span span, std::string_view language);

/// A language's own name ("English", "Deutsch"), else its tag in capitals.
std::string languageName(std::string_view tag);

/// "38 events · 36 links".
std::string storyCounts(const Glance& glance, std::string_view language);

/// A chord as the language's keyboards say it ("Strg+K").
std::string keyWords(std::string_view chord, std::string_view language);

} // namespace fabula::ui
