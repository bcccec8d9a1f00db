// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs the real labelwright-cli.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTest>

namespace lw::tests {

struct CliResult {
    int exitCode = -1;
    bool isCrash = false;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// Lines on standard error.
    [[nodiscard]] qsizetype errorLines() const { return err.count('\n'); }
};

inline QString cliPath()
{
    const QString folder =
        qEnvironmentVariable("LW_BIN_DIR", QCoreApplication::applicationDirPath() + QStringLiteral("/../bin"));
    return QFileInfo(folder + QStringLiteral("/labelwright-cli")).absoluteFilePath();
}

inline void startCli(QProcess& process, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(cliPath(), arguments);
}

inline CliResult finishCli(QProcess& process)
{
    CliResult result;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(600'000)) {
        process.kill();
        process.waitForFinished(60'000);
    }
    result.isCrash = process.exitStatus() != QProcess::NormalExit || process.error() == QProcess::FailedToStart;
    result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

inline CliResult runCli(const QStringList& arguments)
{
    QProcess process;
    startCli(process, arguments);
    return finishCli(process);
}

/// "a b 'c d'" as arguments, split at blanks; paths of temporary folders have none.
inline CliResult runCli(const QString& line)
{
    return runCli(line.split(u' ', Qt::SkipEmptyParts));
}

} // namespace lw::tests

/// Compares the exit code and shows what the program said when it differs. Evaluates `result` once.
#define LW_COMPARE_EXIT(result, expected)                                                                              \
    do {                                                                                                               \
        const lw::tests::CliResult& ended = (result);                                                                  \
        QVERIFY2(ended.exitCode == (expected) && !ended.isCrash,                                                       \
                 qPrintable(QStringLiteral("exit %1: %2%3")                                                            \
                                .arg(ended.exitCode)                                                                   \
                                .arg(QString::fromUtf8(ended.out), QString::fromUtf8(ended.err))));                    \
    } while (false)
