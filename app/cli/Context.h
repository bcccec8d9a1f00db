// SPDX-License-Identifier: GPL-3.0-or-later
//! What a running command works with: the project, the terminal, and Ctrl+C.
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <string>

namespace lw::cli {

struct CommonOptions;

/// An open project with the dataset that the command names.
struct OpenDataset {
    std::unique_ptr<store::Store> store;
    domain::Dataset dataset;
};

class Context {
public:
    explicit Context(bool isQuiet) : m_isQuiet(isQuiet) {}

    core::Result<std::unique_ptr<store::Store>> openProject(const CommonOptions& options);
    /// Errors: those of openProject(), NotFound for an unknown name.
    core::Result<OpenDataset> openDataset(const CommonOptions& options);

    /// For long work: Ctrl+C asks it to stop, and a terminal sees how far it is. `action` is the text before the
    /// numbers.
    core::Control control(const QString& action);

    /// One line on standard output, unless --quiet.
    void say(const QString& line) const;
    /// One line on standard output that --quiet does not silence: what was asked for.
    void print(const QString& line) const;
    void print(const QJsonValue& json) const;
    /// One line on standard error.
    void complain(const QString& sentence) const;
    /// Prints the error as one sentence on standard error and returns the exit code for it.
    int fail(const core::Error& error) const;
    /// Ends a command that may have met problems: prints them on standard error unless `isJson` (they are in the JSON
    /// then), and returns the exit code.
    int finish(const core::ProblemList& problems, bool isJson) const;

private:
    bool m_isQuiet;
};

/// [{"file","line","reason"}, …]
[[nodiscard]] QJsonArray toJson(const core::ProblemList& problems);
/// Arguments come as UTF-8 (Qt takes the same for paths on Linux).
[[nodiscard]] QString toText(const std::string& argument);
/// Splits "A,B" and drops empty parts.
[[nodiscard]] QStringList toList(const std::string& argument);

} // namespace lw::cli
