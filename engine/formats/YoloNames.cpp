// SPDX-License-Identifier: GPL-3.0-or-later
//! data.yaml, obj.data, obj.names, classes.txt.
#include "engine/formats/YoloNames.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/TextNumbers.h"

#include <QDir>
#include <QFileInfo>

#include <yaml-cpp/yaml.h>

namespace lw::formats {

using core::ProblemCode;
using domain::SampleUsage;

namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;
constexpr int kMostClasses = 100'000;

QByteArray contentOf(const QString& path, core::ProblemList& problems)
{
    QByteArray bytes;
    const int error = io::readFile(path.toUtf8().constData(), bytes, kMostBytes);
    if (error != 0) {
        problems.add(io::readProblem(error, path));
        return {};
    }
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
}

/// The lines of a list of names; trailing empty ones are left out.
QStringList linesOf(const QByteArray& bytes)
{
    QStringList lines;
    for (const QByteArray& line : bytes.split('\n')) {
        lines.append(QString::fromUtf8(line.trimmed()));
    }
    while (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

QStringList namesOf(const YAML::Node& node)
{
    QStringList names;
    if (!node) {
        return names;
    }
    if (node.IsSequence()) {
        for (const YAML::Node& name : node) {
            names.append(QString::fromStdString(name.as<std::string>(std::string())));
        }
    } else if (node.IsMap()) {
        for (const auto& member : node) {
            const int number = member.first.as<int>(-1);
            if (number < 0 || number > kMostClasses) {
                continue;
            }
            while (names.size() <= number) {
                names.append(QString());
            }
            names[number] = QString::fromStdString(member.second.as<std::string>(std::string()));
        }
    }
    return names;
}

void addSplit(const YAML::Node& node, SampleUsage usage, YoloNames& names)
{
    if (!node) {
        return;
    }
    if (node.IsScalar()) {
        names.splits.emplace_back(node.as<std::string>(), usage);
    } else if (node.IsSequence()) {
        for (const YAML::Node& item : node) {
            names.splits.emplace_back(item.as<std::string>(std::string()), usage);
        }
    }
}

void takeYaml(const YAML::Node& root, const QString& folder, YoloNames& names)
{
    if (!root.IsMap()) {
        return;
    }
    names.classes = namesOf(root["names"]);
    names.hasClasses = root["names"].IsDefined();
    addSplit(root["train"], SampleUsage::Train, names);
    addSplit(root["val"] ? root["val"] : root["valid"], SampleUsage::Eval, names);
    addSplit(root["test"], SampleUsage::Test, names);
    const YAML::Node shape = root["kpt_shape"];
    if (shape && shape.IsSequence() && shape.size() == 2) {
        constexpr int kMostJoints = 10'000;
        names.jointCount = shape[0].as<int>(0);
        names.jointCount = names.jointCount > kMostJoints ? 0 : names.jointCount;
        names.jointNumbers = shape[1].as<int>(0);
    }
    const YAML::Node joints = root["kpt_names"];
    if (joints && joints.IsMap() && joints.size() > 0) {
        names.joints = namesOf(joints.begin()->second);
    } else if (joints && joints.IsSequence()) {
        names.joints = namesOf(joints);
    }
    // Where the path leads nowhere on this machine, the pictures are looked for beside the file.
    const QString path = QString::fromStdString(root["path"] ? root["path"].as<std::string>(std::string()) : "");
    const QString place = QDir::cleanPath(QDir(folder).absoluteFilePath(path));
    names.root = (!path.isEmpty() && QFileInfo(place).isDir() ? place : folder).toStdString();
}

YoloNames fromYaml(const QString& file, core::ProblemList& problems)
{
    YoloNames names;
    const QString folder = QFileInfo(file).absolutePath();
    names.root = folder.toStdString();
    const QByteArray bytes = contentOf(file, problems);
    try {
        takeYaml(YAML::Load(bytes.toStdString()), folder, names);
    } catch (const YAML::Exception& broken) {
        problems.add(ProblemCode::FieldInvalid, file, broken.mark.line + 1, QString::fromStdString(broken.msg));
    }
    return names;
}

/// "names = data/obj.names": by its last part, for the path is that of another machine.
YoloNames fromDarknet(const QString& file, core::ProblemList& problems)
{
    YoloNames names;
    const QDir folder = QFileInfo(file).absoluteDir();
    names.root = folder.path().toStdString();
    for (const QString& line : linesOf(contentOf(file, problems))) {
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        const QString value = equals < 0 ? QString() : line.mid(equals + 1).trimmed();
        if (key == QLatin1String("names")) {
            const QString path = folder.filePath(QFileInfo(value).fileName());
            names.classes = linesOf(contentOf(path, problems));
            names.hasClasses = true;
        } else if (key == QLatin1String("train")) {
            names.splits.emplace_back(value.toStdString(), SampleUsage::Train);
        } else if (key == QLatin1String("valid") || key == QLatin1String("val")) {
            names.splits.emplace_back(value.toStdString(), SampleUsage::Eval);
        } else if (key == QLatin1String("test")) {
            names.splits.emplace_back(value.toStdString(), SampleUsage::Test);
        }
    }
    return names;
}

/// The first file of `folder`, or of one folder below, whose name matches.
QString fileIn(const QString& folder, const QStringList& patterns)
{
    const QDir top(folder);
    QStringList found = top.entryList(patterns, QDir::Files, QDir::Name);
    if (!found.isEmpty()) {
        return top.filePath(found.first());
    }
    for (const QString& name : top.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir below(top.filePath(name));
        found = below.entryList(patterns, QDir::Files, QDir::Name);
        if (!found.isEmpty()) {
            return below.filePath(found.first());
        }
    }
    return {};
}

/// Lists of pictures that are named after their split and lie at the top of `folder`.
void addLists(const QString& folder, YoloNames& names)
{
    constexpr std::pair<const char*, SampleUsage> kLists[] = {{"train.txt", SampleUsage::Train},
                                                              {"valid.txt", SampleUsage::Eval},
                                                              {"val.txt", SampleUsage::Eval},
                                                              {"test.txt", SampleUsage::Test}};
    for (const auto& [list, usage] : kLists) {
        if (QFileInfo(QDir(folder).filePath(QLatin1String(list))).isFile()) {
            names.splits.emplace_back(list, usage);
        }
    }
}

} // namespace

YoloNames readYoloNames(const QString& from, core::ProblemList& problems)
{
    const bool isFolder = QFileInfo(from).isDir();
    const auto pick = [&](const QStringList& patterns) {
        return !isFolder ? (QDir::match(patterns, QFileInfo(from).fileName()) ? from : QString())
                         : fileIn(from, patterns);
    };
    if (const QString file = pick({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}); !file.isEmpty()) {
        YoloNames names = fromYaml(file, problems);
        if (names.hasClasses || !isFolder) {
            if (isFolder && !QString::fromStdString(names.root).startsWith(from)) {
                names.root = from.toStdString(); // the folder that was asked for, not one that a file points to
            }
            return names;
        }
    }
    YoloNames names;
    if (const QString file = pick({QStringLiteral("*.data")}); !file.isEmpty()) {
        names = fromDarknet(file, problems);
    }
    const QString folder = isFolder ? from : QFileInfo(from).absolutePath();
    names.root = folder.toStdString();
    if (names.splits.empty()) {
        addLists(folder, names);
    }
    if (names.classes.isEmpty()) {
        const QString file = fileIn(folder, {QStringLiteral("classes.txt"), QStringLiteral("*.names")});
        if (!file.isEmpty()) {
            names.classes = linesOf(contentOf(file, problems));
            names.hasClasses = true;
        }
    }
    return names;
}

QByteArray yoloYaml(const YoloNames& names, const std::vector<YoloSplit>& splits)
{
    QByteArray text("path: .\n");
    for (const YoloSplit& split : splits) {
        text.append(split.key).append(": ");
        appendJsonString(text, split.folder);
        text.append('\n');
    }
    if (names.jointCount > 0) {
        text.append("kpt_shape: [" + QByteArray::number(names.jointCount) + ", " +
                    QByteArray::number(names.jointNumbers) + "]\n");
    }
    if (!names.joints.isEmpty()) {
        text.append("kpt_names:\n  0: [");
        for (qsizetype i = 0; i < names.joints.size(); ++i) {
            text.append(i > 0 ? ", " : "");
            appendJsonString(text, names.joints.at(i));
        }
        text.append("]\n");
    }
    text.append("nc: " + QByteArray::number(names.classes.size()) + "\nnames:\n");
    for (qsizetype i = 0; i < names.classes.size(); ++i) {
        text.append("  " + QByteArray::number(i) + ": ");
        appendJsonString(text, names.classes.at(i));
        text.append('\n');
    }
    return text;
}

} // namespace lw::formats
