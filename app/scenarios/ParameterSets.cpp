// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes the files of saved job parameters.
#include "app/scenarios/ParameterSets.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace lw::scenarios {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kMostBytes = 1 << 20;
constexpr qsizetype kMostName = 100;

QString fileOf(const QString& projectFolder, const QString& name)
{
    return QStringLiteral("%1/job-parameters/%2.json").arg(projectFolder, name);
}

} // namespace

bool isParameterSetName(const QString& name)
{
    const auto isForbidden = [](QChar letter) {
        return letter < u' ' || QStringLiteral("/\\:*?\"<>|").contains(letter);
    };
    return !name.isEmpty() && name.size() <= kMostName && name == name.trimmed() && !name.startsWith(u'.') &&
           std::none_of(name.begin(), name.end(), isForbidden);
}

std::vector<domain::ParameterSet> parameterSets(const QString& projectFolder)
{
    std::vector<domain::ParameterSet> sets;
    const QDir folder(QString(projectFolder + QStringLiteral("/job-parameters")));
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(info.absoluteFilePath());
        if (info.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        const QString algorithm = object.value(QLatin1String("algorithm")).toString();
        if (!algorithm.isEmpty()) {
            sets.push_back({info.completeBaseName(), object.value(QLatin1String("description")).toString(), algorithm,
                            object.value(QLatin1String("values")).toObject(),
                            object.value(QLatin1String("changedAt")).toInteger()});
        }
    }
    return sets;
}

core::Result<> saveParameterSet(const QString& projectFolder, const domain::ParameterSet& set)
{
    const QString path = fileOf(projectFolder, set.name);
    if (!isParameterSetName(set.name)) {
        return core::failure(core::ErrorCode::InvalidArgument, set.name);
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return core::failure(core::ErrorCode::WriteFailed, {}, QFileInfo(path).absolutePath());
    }
    const QJsonObject object{{QStringLiteral("format"), kFormat},
                             {QStringLiteral("description"), set.description},
                             {QStringLiteral("algorithm"), set.algorithm},
                             {QStringLiteral("values"), set.values},
                             {QStringLiteral("changedAt"), QDateTime::currentMSecsSinceEpoch()}};
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    return {};
}

core::Result<> removeParameterSet(const QString& projectFolder, const QString& name)
{
    const QString path = fileOf(projectFolder, name);
    if (!isParameterSetName(name) || !QFileInfo::exists(path)) {
        return core::failure(core::ErrorCode::NotFound, name, path);
    }
    QFile file(path);
    if (!file.remove()) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    return {};
}

} // namespace lw::scenarios
