// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes QTRY_ macros wait a minute instead of five seconds. The build includes it before every test.
#pragma once

#include <QtTest>

namespace lw::tests {

/// Nothing waits that long where things work: it only keeps a busy machine from failing a test.
inline constexpr int kPatienceMs = 60'000;

} // namespace lw::tests

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, lw::tests::kPatienceMs)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, lw::tests::kPatienceMs)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT(expression, expected, lw::tests::kPatienceMs)
