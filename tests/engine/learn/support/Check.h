// SPDX-License-Identifier: GPL-3.0-or-later
//! A test harness without Qt, so that the learning engine's tests run wherever libtorch is.
#pragma once

#include <sstream>
#include <string>

namespace lw::learn::tests {

/// Notes a test of the file `file` under the name `name`.
struct Registration {
    Registration(const char* file, const char* name, void (*run)());
};

/// Ends the running test: it failed, or it cannot run here.
[[noreturn]] void fail(const char* file, int line, const std::string& text);
[[noreturn]] void skip(const std::string& reason);

/// Absolute path of a file or folder of the shared data; skips the test when it is not there.
std::string sharedData(const std::string& relative);

/// A folder of the test's own, empty; removed when the program ends.
std::string freshFolder();

template <typename Left, typename Right>
void checkEqual(const char* file, int line, const char* text, const Left& left, const Right& right)
{
    if (!(left == right)) {
        std::ostringstream words;
        words << text << ": " << left << " is not " << right;
        fail(file, line, words.str());
    }
}

} // namespace lw::learn::tests

#define LW_TEST(name)                                                                                                  \
    static void name();                                                                                                \
    static const lw::learn::tests::Registration registration_##name(__FILE__, #name, &name);                           \
    static void name()

#define LW_CHECK(condition)                                                                                            \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            lw::learn::tests::fail(__FILE__, __LINE__, #condition);                                                    \
        }                                                                                                              \
    } while (false)

#define LW_EQUAL(left, right) lw::learn::tests::checkEqual(__FILE__, __LINE__, #left, left, right)

/// Checks that a Result holds a value; its error's text is shown when not.
#define LW_GOOD(result)                                                                                                \
    do {                                                                                                               \
        if (!(result)) {                                                                                               \
            lw::learn::tests::fail(__FILE__, __LINE__, std::string(#result ": ") + (result).error().text);             \
        }                                                                                                              \
    } while (false)

/// Checks that a Result holds an error of that code whose text contains `words`.
#define LW_FAILS(result, wanted, words)                                                                                \
    do {                                                                                                               \
        LW_CHECK(!(result));                                                                                           \
        if ((result).error().code != (wanted) || (result).error().text.find(words) == std::string::npos) {             \
            lw::learn::tests::fail(__FILE__, __LINE__,                                                                 \
                                   std::string("another error: ") + lw::learn::codeName((result).error().code) +       \
                                       ": " + (result).error().text);                                                  \
        }                                                                                                              \
    } while (false)
