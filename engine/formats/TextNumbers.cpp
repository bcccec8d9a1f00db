// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers and times by std::from_chars and std::to_chars: exact and independent of the locale.
#include "engine/formats/TextNumbers.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace lw::formats {

namespace {

constexpr double kLargest = 1e9;

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    if (text.size() != lowerCase.size()) {
        return false;
    }
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != lowerCase[i]) {
            return false;
        }
    }
    return true;
}

/// The number in exactly `count` digits at `from`, or -1.
int digits(std::string_view text, size_t from, size_t count)
{
    if (from + count > text.size()) {
        return -1;
    }
    int value = 0;
    for (size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void appendPadded(QByteArray& out, int value, int width)
{
    std::array<char, 8> text{};
    for (int i = width - 1; i >= 0; --i, value /= 10) {
        text[static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    }
    appendBytes(out, {text.data(), size_t(width)});
}

/// Milliseconds of a fraction such as ".25"; nullopt if anything but a fraction and a 'Z' follows.
std::optional<int> fraction(std::string_view text)
{
    int milliseconds = 0;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        int place = 100;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
            milliseconds += (text.front() - '0') * place;
            place /= 10;
            text.remove_prefix(1);
        }
    }
    const bool ends = text.empty() || text == "Z" || text == "+00:00" || text == " UTC";
    return ends ? std::optional(milliseconds) : std::nullopt;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::optional<double> parseNumber(std::string_view text)
{
    text = trimmed(text);
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= kLargest)) {
        return std::nullopt;
    }
    return value;
}

std::optional<bool> parseFlag(std::string_view text)
{
    text = trimmed(text);
    if (text == "1" || equalsIgnoringCase(text, "true") || equalsIgnoringCase(text, "yes")) {
        return true;
    }
    if (text == "0" || equalsIgnoringCase(text, "false") || equalsIgnoringCase(text, "no")) {
        return false;
    }
    return std::nullopt;
}

std::optional<qint64> parseTime(std::string_view text)
{
    text = trimmed(text);
    qint64 plain = 0;
    if (const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), plain);
        error == std::errc() && end == text.data() + text.size() && plain > 9999) {
        return plain;
    }
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') ||
        text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    using namespace std::chrono;
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    const std::optional<int> milliseconds = fraction(text.substr(19));
    const int yearNumber = digits(text, 0, 4);
    if (yearNumber < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60 || !milliseconds) {
        return std::nullopt;
    }
    const year_month_day date(year(yearNumber), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) {
        return std::nullopt;
    }
    const qint64 days = sys_days(date).time_since_epoch().count();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + *milliseconds;
}

namespace {

/// Appends a number of up to three decimals, which most are; false for others. The shortest decimals that read back to
/// a double are these whenever they read back to it at all.
bool appendDecimals(QByteArray& out, double value)
{
    const double thousandths = std::nearbyint(value * 1000);
    if (!(std::abs(value) < 1e9) || thousandths / 1000 != value || std::signbit(value)) {
        return false;
    }
    const auto number = static_cast<qint64>(thousandths);
    std::array<char, 32> text{};
    char* end = std::to_chars(text.data(), text.data() + text.size(), number / 1000).ptr;
    if (int rest = int(number % 1000); rest != 0) {
        *end++ = '.';
        for (int unit = 100; rest != 0; rest %= unit, unit /= 10) {
            *end++ = char('0' + rest / unit);
        }
    }
    appendBytes(out, {text.data(), size_t(end - text.data())});
    return true;
}

} // namespace

void appendInteger(QByteArray& out, qint64 value)
{
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    appendBytes(out, {text.data(), size_t(end - text.data())});
}

void appendNumber(QByteArray& out, double value)
{
    if (appendDecimals(out, value)) {
        return;
    }
    std::array<char, 32> text{};
    char* const first = text.data();
    char* const last = first + text.size();
    const bool isIntegral = std::abs(value) < 1e15 && value == std::floor(value);
    const auto [end, error] =
        isIntegral ? std::to_chars(first, last, static_cast<qint64>(value)) : std::to_chars(first, last, value);
    if (error == std::errc()) {
        appendBytes(out, {first, size_t(end - first)});
    }
}

void appendTime(QByteArray& out, qint64 msSinceEpoch, bool withMilliseconds)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(msSinceEpoch)};
    const sys_days date = floor<days>(time);
    const year_month_day calendar(date);
    const qint64 inDay = (time - date).count();
    const auto part = [inDay](qint64 unit, qint64 range) { return static_cast<int>(inDay / unit % range); };
    appendPadded(out, static_cast<int>(calendar.year()), 4);
    out.append('-');
    appendPadded(out, static_cast<int>(static_cast<unsigned>(calendar.month())), 2);
    out.append('-');
    appendPadded(out, static_cast<int>(static_cast<unsigned>(calendar.day())), 2);
    out.append(' ');
    appendPadded(out, part(3'600'000, 24), 2);
    out.append(':');
    appendPadded(out, part(60'000, 60), 2);
    out.append(':');
    appendPadded(out, part(1000, 60), 2);
    if (withMilliseconds && part(1, 1000) != 0) {
        out.append('.');
        appendPadded(out, part(1, 1000), 3);
    }
}

} // namespace lw::formats
