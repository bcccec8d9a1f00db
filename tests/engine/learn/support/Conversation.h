// SPDX-License-Identifier: GPL-3.0-or-later
//! Talks with a session within the test.
#pragma once

#include "engine/learn/worker/Operations.h"
#include "tests/engine/learn/support/Check.h"

#include <sstream>
#include <string>
#include <vector>

namespace lw::learn::tests {

/// All lines that a session answers to these.
inline std::vector<Json> talk(const std::string& requests)
{
    std::istringstream in(requests);
    std::ostringstream out;
    Session session(in, out);
    addOperations(session);
    session.add("fail", [](const Json&, RequestContext&) -> Result<Json> { throw std::runtime_error("broken"); });
    session.run();
    std::vector<Json> lines;
    std::istringstream answers(out.str());
    for (std::string line; std::getline(answers, line);) {
        const Result<Json> value = parseJson(line);
        LW_GOOD(value);
        lines.push_back(*value);
    }
    return lines;
}

inline const std::string kHello = "{\"id\": 0, \"op\": \"hello\", \"protocol\": 1}\n";

/// The last answer with this id that is no progress.
inline Json answerTo(const std::vector<Json>& lines, const Json& id)
{
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->contains("id") && line->at("id") == id && !line->contains("progress")) {
            return *line;
        }
    }
    return nullptr;
}

inline std::string errorCode(const Json& answer)
{
    return answer.is_object() && answer.contains("error") ? answer["error"]["code"].get<std::string>() : "none";
}

/// Requests numbered from 1, after the greeting.
inline std::vector<Json> ask(const std::vector<Json>& requests)
{
    std::string text = kHello;
    int number = 0;
    for (Json each : requests) {
        each["id"] = ++number;
        text += jsonLine(each) + '\n';
    }
    const std::vector<Json> lines = talk(text + "{\"id\": -1, \"op\": \"quit\"}\n");
    std::vector<Json> answers;
    for (int i = 1; i <= number; ++i) {
        answers.push_back(answerTo(lines, i));
    }
    return answers;
}

} // namespace lw::learn::tests
