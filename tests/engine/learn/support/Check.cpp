// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs the tests of the files named on the command line, or all, and ends with a line of totals.
#include "tests/engine/learn/support/Check.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <vector>

#include <unistd.h>

namespace lw::learn::tests {

namespace {

struct Failure {
    std::string text;
};

struct Skip {
    std::string reason;
};

struct Test {
    std::string suite;
    const char* name;
    void (*run)();
};

std::vector<Test>& registered()
{
    static std::vector<Test> list;
    return list;
}

struct Totals {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

void run(const Test& test, Totals& totals)
{
    const char* verdict = "PASS   : ";
    std::string more;
    try {
        test.run();
        ++totals.passed;
    } catch (const Failure& failure) {
        verdict = "FAIL!  : ";
        more = failure.text;
        ++totals.failed;
    } catch (const Skip& skip) {
        verdict = "SKIP   : ";
        more = skip.reason;
        ++totals.skipped;
    } catch (const std::exception& problem) {
        verdict = "FAIL!  : ";
        more = problem.what();
        ++totals.failed;
    }
    std::printf("%s%s::%s() %s\n", verdict, test.suite.c_str(), test.name, more.c_str());
    std::fflush(stdout);
}

class TemporaryRoot {
public:
    TemporaryRoot()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "lw-learn-XXXXXX").string();
        if (const char* made = ::mkdtemp(pattern.data())) {
            m_path = made;
        }
    }
    TemporaryRoot(const TemporaryRoot&) = delete;
    TemporaryRoot& operator=(const TemporaryRoot&) = delete;
    ~TemporaryRoot()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::string next()
    {
        const std::string path = m_path + '/' + std::to_string(m_count++);
        std::filesystem::create_directory(path);
        return path;
    }

private:
    std::string m_path;
    int m_count = 0;
};

} // namespace

Registration::Registration(const char* file, const char* name, void (*run)())
{
    registered().push_back({std::filesystem::path(file).stem().string(), name, run});
}

void fail(const char* file, int line, const std::string& text)
{
    throw Failure{std::filesystem::path(file).filename().string() + ':' + std::to_string(line) + ": " + text};
}

void skip(const std::string& reason)
{
    throw Skip{reason};
}

std::string sharedData(const std::string& relative)
{
    const char* set = std::getenv("LW_SHARED_DATA");
    const std::filesystem::path path =
        (set ? std::filesystem::path(set) : std::filesystem::path(LW_SOURCE_DIR) / "../shared/data") / relative;
    if (!std::filesystem::exists(path)) {
        skip("The shared data are not here: " + relative);
    }
    return path.string();
}

std::string freshFolder()
{
    static TemporaryRoot root;
    return root.next();
}

} // namespace lw::learn::tests

int main(int count, char** arguments)
{
    using namespace lw::learn::tests;
    Totals totals;
    for (const Test& test : registered()) {
        bool isWanted = count < 2;
        for (int i = 1; i < count; ++i) {
            isWanted = isWanted || test.suite == arguments[i] || std::strcmp(test.name, arguments[i]) == 0;
        }
        if (isWanted) {
            run(test, totals);
        }
    }
    std::printf("Totals: %d passed, %d failed, %d skipped, 0 blacklisted\n", totals.passed, totals.failed,
                totals.skipped);
    return totals.failed > 0 || totals.passed + totals.skipped == 0 ? 1 : 0;
}
