// SPDX-License-Identifier: GPL-3.0-or-later
//! Programs that pretend to be the worker, and the real one.
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QString>

namespace lw::tests {

/// Writes a shell script that may be started; returns its path.
inline QString workerScript(const QString& path, const QByteArray& lines)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write("#!/bin/sh\n" + lines);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

/// The worker of this build; empty when it was not built.
inline QString realWorker()
{
    const QString folder =
        qEnvironmentVariable("LW_BIN_DIR", QCoreApplication::applicationDirPath() + QStringLiteral("/../bin"));
    const QFileInfo info(folder + QStringLiteral("/labelwright-engine"));
    return info.isExecutable() ? info.absoluteFilePath() : QString();
}

/// A picture of one colour, as a bitmap that anything can read.
inline bool writeBitmap(const QString& path, int side, unsigned char red, unsigned char green, unsigned char blue)
{
    const int row = (side * 3 + 3) / 4 * 4;
    QByteArray bytes(54 + qsizetype(row) * side, '\0');
    const auto number = [&](int at, int value) {
        for (int i = 0; i < 4; ++i) {
            bytes[at + i] = char((value >> (8 * i)) & 0xff);
        }
    };
    bytes[0] = 'B';
    bytes[1] = 'M';
    number(2, int(bytes.size()));
    number(10, 54);
    number(14, 40);
    number(18, side);
    number(22, side);
    bytes[26] = 1;
    bytes[28] = 24;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const qsizetype at = 54 + qsizetype(y) * row + x * 3;
            bytes[at] = char(blue);
            bytes[at + 1] = char(green);
            bytes[at + 2] = char(red);
        }
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace lw::tests

/// Sets `variable` to the worker of this build, or skips the test.
#define LW_REQUIRE_WORKER(variable)                                                                                    \
    const QString variable = lw::tests::realWorker();                                                                  \
    if (variable.isEmpty())                                                                                            \
    QSKIP("labelwright-engine was not built")
