// SPDX-License-Identifier: GPL-3.0-or-later
//! Turns what readers yield into text that is easy to compare, and makes small input files.
#pragma once

#include "engine/formats/FormatRegistry.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace lw::tests {

inline QString problemName(core::ProblemCode code)
{
    static constexpr std::array kNames = {
        "FileUnreadable",    "FileEmpty",        "FileTooLarge",    "FileMissing",    "FileDuplicate",
        "PathOutside",       "NameTooLong",      "EncodingInvalid", "XmlMalformed",   "XmlNotVoc",
        "XmlEntities",       "JsonMalformed",    "FieldMissing",    "FieldInvalid",   "TypeUnknown",
        "TypeMismatch",      "LabelInvalid",     "ShapeZeroSize",   "ShapeOutside",   "ShapeClipped",
        "ShapeTooFewPoints", "ShapeAmbiguous",   "ImageUnreadable", "ImageTruncated", "ImageTypeMismatch",
        "SizeMismatch",      "AnnotationOrphan", "CopyFailed",      "FolderVanished",
    };
    static_assert(kNames.size() == size_t(core::ProblemCode::FolderVanished) + 1);
    return QString::fromLatin1(kNames.at(size_t(code)));
}

/// "Code file:line detail" with `root` cut off file and detail.
inline QString problemLine(const core::Problem& problem, const QString& root = {})
{
    const auto shorten = [&root](QString text) { return root.isEmpty() ? text : text.replace(root + u'/', QString()); };
    QString line = problemName(problem.code) + u' ' + shorten(problem.file) + u':' + QString::number(problem.line);
    return problem.detail.isEmpty() ? line : QString(line + u' ' + shorten(problem.detail));
}

inline QStringList problemLines(const core::ProblemList& problems, const QString& root = {})
{
    QStringList lines;
    for (const core::Problem& problem : problems.kept()) {
        lines.append(problemLine(problem, root));
    }
    return lines;
}

inline QJsonObject toJson(const formats::NamedAnnotation& named)
{
    const domain::Annotation& a = named.annotation;
    QJsonArray points;
    for (const domain::ImagePoint& p : a.shape.points) {
        points.append(QJsonArray{p.x, p.y});
    }
    QJsonObject json{{QStringLiteral("label"), named.label},
                     {QStringLiteral("shape"), domain::shapeName(a.shape.kind)},
                     {QStringLiteral("points"), points}};
    const auto put = [&json](const char* key, const QJsonValue& value, bool isSet) {
        if (isSet) {
            json.insert(QLatin1String(key), value);
        }
    };
    put("radius", a.shape.radius, a.shape.radius != 0);
    QJsonArray rings, joints, runs;
    for (const int start : a.shape.ringStarts) {
        rings.append(start);
    }
    for (const domain::JointVisibility seen : a.shape.visibility) {
        joints.append(int(seen));
    }
    for (const quint32 run : a.shape.mask.runs) {
        runs.append(qint64(run));
    }
    put("rings", rings, !rings.isEmpty());
    put("joints", joints, !joints.isEmpty());
    const domain::Mask& mask = a.shape.mask;
    put("box", QJsonArray{mask.x, mask.y, mask.width, mask.height}, !runs.isEmpty());
    put("runs", runs, !runs.isEmpty());
    put("difficult", true, a.isDifficult);
    put("truncated", true, a.isTruncated);
    put("occluded", true, a.isOccluded);
    put("hard", true, a.isHard);
    put("hardCoefficient", a.hardCoefficient.value_or(0), a.hardCoefficient.has_value());
    put("confidence", a.confidence.value_or(0), a.confidence.has_value());
    put("pose", a.pose, !a.pose.isEmpty());
    put("author", a.author, !a.author.isEmpty());
    put("createdAt", a.createdAt, a.createdAt != 0);
    put("extra", QJsonDocument::fromJson(a.extra).object(), !a.extra.isEmpty());
    QJsonObject attributes;
    for (auto it = a.attributes.begin(); it != a.attributes.end(); ++it) {
        attributes.insert(it.key(), it.value());
    }
    put("attributes", attributes, !attributes.isEmpty());
    return json;
}

inline QJsonObject toJson(const formats::ImportedSample& sample, const QString& root)
{
    QJsonArray annotations;
    for (const formats::NamedAnnotation& named : sample.annotations) {
        annotations.append(toJson(named));
    }
    QString path = sample.path;
    QJsonObject json{{QStringLiteral("path"), path.replace(root + u'/', QString())},
                     {QStringLiteral("annotations"), annotations}};
    const domain::Sample& s = sample.sample;
    const auto put = [&json](const char* key, const QJsonValue& value, bool isSet) {
        if (isSet) {
            json.insert(QLatin1String(key), value);
        }
    };
    put("size", QJsonArray{s.width, s.height}, s.width > 0);
    put("usage", domain::usageName(s.usage), s.usage != domain::SampleUsage::None);
    put("hard", true, s.isHard);
    put("hardCoefficient", s.hardCoefficient.value_or(0), s.hardCoefficient.has_value());
    put("hardReasons", domain::hardReasonsText(s.hardReasons), !s.hardReasons.isEmpty());
    QJsonObject own;
    for (auto it = s.attributes.begin(); it != s.attributes.end(); ++it) {
        own.insert(it.key(), it.value());
    }
    put("attributes", own, !own.isEmpty());
    put("id", s.externalId, !s.externalId.isEmpty());
    put("source", s.sourceUri, !s.sourceUri.isEmpty());
    put("extra", QJsonDocument::fromJson(s.extra).object(), !s.extra.isEmpty());
    return json;
}

/// Everything that one run of a reader gave.
struct ReadOutcome {
    std::vector<formats::ImportedSample> samples;
    core::ProblemList problems;
    core::Result<formats::ReadSummary> summary;
};

inline ReadOutcome readAll(const char* format, const QString& from, const formats::ReadOptions& options = {})
{
    ReadOutcome outcome;
    outcome.summary = formats::findFormat(QString::fromLatin1(format))
                          ->makeReader()
                          ->read(from, options,
                                 [&outcome](formats::ImportedSample&& sample) {
                                     outcome.samples.push_back(std::move(sample));
                                     return true;
                                 },
                                 outcome.problems, {});
    return outcome;
}

inline void makeFile(const QString& path, const QByteArray& content = "picture")
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), qint64(content.size()));
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A VOC file with the given size and object elements.
inline QByteArray vocText(const QByteArray& objects, int width = 100, int height = 80)
{
    return "<annotation>\n<filename>a.jpg</filename>\n<size><width>" + QByteArray::number(width) + "</width><height>" +
           QByteArray::number(height) + "</height><depth>3</depth></size>\n" + objects + "</annotation>\n";
}

/// One object in a line of its own.
inline QByteArray vocObject(const QByteArray& shape, const QByteArray& name = "cat")
{
    return "<object><name>" + name + "</name>" + shape + "</object>\n";
}

inline QByteArray vocBox(const QByteArray& xmin, const QByteArray& ymin, const QByteArray& xmax, const QByteArray& ymax)
{
    return "<bndbox><xmin>" + xmin + "</xmin><ymin>" + ymin + "</ymin><xmax>" + xmax + "</xmax><ymax>" + ymax +
           "</ymax></bndbox>";
}

} // namespace lw::tests
