#include "time/instant.hpp"

#include <cstdlib>
#include <string>

namespace fabula::time {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kDaysPerEra = 146'097; // 400 years

std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

std::int64_t daysFromCivil(std::int64_t year, int month, int day)
{
    const std::int64_t shifted = year - (month <= 2 ? 1 : 0);
    const std::int64_t era = floorDivide(shifted, 400);
    const std::int64_t yearOfEra = shifted - era * 400;
    const std::int64_t dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * kDaysPerEra + dayOfEra - 719'468;
}

std::string padded(std::int64_t value, std::size_t width)
{
    std::string digits = std::to_string(value);
    if (digits.size() < width)
        digits.insert(0, width - digits.size(), '0');
    return digits;
}

} // namespace

Instant instantFromCivil(const CivilTime& civil)
{
    const std::int64_t months = civil.month - 1;
    const std::int64_t year = civil.year + floorDivide(months, 12);
    const int month = static_cast<int>(months - floorDivide(months, 12) * 12) + 1;
    const std::int64_t days = daysFromCivil(year, month, civil.day);
    return {days * kSecondsPerDay + civil.hour * 3600 + civil.minute * 60 + civil.second};
}

CivilTime civilFromInstant(Instant instant)
{
    const std::int64_t days = floorDivide(instant.seconds, kSecondsPerDay);
    const int secondOfDay = static_cast<int>(instant.seconds - days * kSecondsPerDay);
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floorDivide(shifted, kDaysPerEra);
    const std::int64_t dayOfEra = shifted - era * kDaysPerEra;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t marchMonth = (5 * dayOfYear + 2) / 153;

    CivilTime civil;
    civil.day = static_cast<int>(dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    civil.month = static_cast<int>(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
    civil.year = yearOfEra + era * 400 + (civil.month <= 2 ? 1 : 0);
    civil.hour = secondOfDay / 3600;
    civil.minute = secondOfDay / 60 % 60;
    civil.second = secondOfDay % 60;
    return civil;
}

int daysInMonth(std::int64_t year, int month)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(Instant instant)
{
    // 1970-01-01 was a Thursday.
    const std::int64_t days = floorDivide(instant.seconds, kSecondsPerDay) + 3;
    return static_cast<int>(days - floorDivide(days, 7) * 7);
}

std::string toIso(Instant instant, int offsetMilliseconds)
{
    if (instant == kBeginningOfTime || instant == kEndOfTime)
        return "..";
    const std::int64_t carry = floorDivide(offsetMilliseconds, 1000);
    const CivilTime civil = civilFromInstant({instant.seconds + carry});
    const bool plain = civil.year >= 0 && civil.year <= 9999;
    const std::string sign = civil.year < 0 ? "-" : "+";
    const std::string year = plain ? padded(civil.year, 4) : sign + padded(std::abs(civil.year), 6);
    return year + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2) + 'T' + padded(civil.hour, 2) + ':' +
           padded(civil.minute, 2) + ':' + padded(civil.second, 2) + '.' +
           padded(offsetMilliseconds - carry * 1000, 3) + 'Z';
}

} // namespace fabula::time
