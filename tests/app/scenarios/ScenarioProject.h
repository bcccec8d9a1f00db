// SPDX-License-Identifier: GPL-3.0-or-later
//! A project in a temporary folder, and pictures with VOC files to fill it.
#pragma once

#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/Projects.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace lw::tests {

/// One <object> with a box.
struct VocBox {
    QString label;
    int left = 0, top = 0, right = 0, bottom = 0;
};

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A one-coloured PNG; another `seed` gives other bytes.
inline void writePicture(const QString& path, int seed = 1, int width = 64, int height = 48)
{
    QDir().mkpath(QFileInfo(path).path());
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(QColor::fromHsv(seed * 37 % 360, 200, 200));
    QVERIFY2(picture.save(path, "PNG"), qPrintable(path));
}

inline void writeVoc(const QString& path, const QString& picture, const QList<VocBox>& boxes, int width = 64,
                     int height = 48)
{
    QString xml = QStringLiteral("<annotation>\n<filename>%1</filename>\n<size><width>%2</width><height>%3</height>"
                                 "<depth>3</depth></size>\n")
                      .arg(picture)
                      .arg(width)
                      .arg(height);
    for (const VocBox& box : boxes) {
        xml += QStringLiteral("<object><name>%1</name><bndbox><xmin>%2</xmin><ymin>%3</ymin><xmax>%4</xmax>"
                              "<ymax>%5</ymax></bndbox></object>\n")
                   .arg(box.label)
                   .arg(box.left)
                   .arg(box.top)
                   .arg(box.right)
                   .arg(box.bottom);
    }
    writeFile(path, (xml + QStringLiteral("</annotation>\n")).toUtf8());
}

class ScenarioProject {
public:
    ScenarioProject()
    {
        auto created = scenarios::createProject(path(QStringLiteral("project")));
        store = created ? std::move(*created) : nullptr;
    }

    [[nodiscard]] QString path(const QString& relative) const
    {
        return QDir(folder.path()).canonicalPath() + u'/' + relative;
    }

    /// A dataset with its input in `in-<name>` and its output in `out-<name>`.
    domain::Dataset addDataset(const QString& name, const QStringList& labels = {},
                               domain::DatasetType type = domain::DatasetType::ObjectDetection) const
    {
        scenarios::CreateDatasetRequest request;
        request.name = name;
        request.type = type;
        request.inputLocation = path(QStringLiteral("in-") + name);
        request.outputLocation = path(QStringLiteral("out-") + name);
        for (const QString& labelName : labels) {
            domain::Label label;
            label.name = labelName;
            request.labels.push_back(label);
        }
        const auto dataset = scenarios::createDataset(*store, request);
        return dataset ? *dataset : domain::Dataset();
    }

    [[nodiscard]] domain::Dataset reload(const domain::Dataset& dataset) const
    {
        return store::DatasetRepository(*store).find(dataset.id).value_or(domain::Dataset());
    }
    [[nodiscard]] QStringList labelNames(const domain::Dataset& dataset) const
    {
        QStringList names;
        for (const domain::Label& label :
             store::LabelRepository(*store).list(dataset.id).value_or(std::vector<domain::Label>())) {
            names.append(label.name);
        }
        return names;
    }
    [[nodiscard]] QList<domain::SampleId> ids(const domain::Dataset& dataset,
                                              const domain::SampleFilter& filter = {}) const
    {
        return store::SampleRepository(*store).ids(dataset.id, filter).value_or(QList<domain::SampleId>());
    }

    /// What every sample says, by file name: "label left,top,right,bottom flags" in stacking order. For comparing
    /// datasets to the coordinate.
    [[nodiscard]] QMap<QString, QStringList> contents(const domain::Dataset& dataset) const
    {
        QHash<domain::LabelId, QString> names;
        for (const domain::Label& label :
             store::LabelRepository(*store).list(dataset.id).value_or(std::vector<domain::Label>())) {
            names.insert(label.id, label.name);
        }
        QMap<QString, QStringList> contents;
        const auto read = store::SampleRepository(*store).forEach(
            dataset.id, {}, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
                QStringList& lines = contents[sample.name];
                for (const domain::Annotation& a : annotations) {
                    QString line = names.value(a.labelId) + u' ' + domain::shapeName(a.shape.kind);
                    for (const domain::ImagePoint& point : a.shape.points) {
                        line += QStringLiteral(" %1,%2").arg(point.x, 0, 'g', 17).arg(point.y, 0, 'g', 17);
                    }
                    line += QStringLiteral(" d%1t%2o%3 %4")
                                .arg(a.isDifficult)
                                .arg(a.isTruncated)
                                .arg(a.isOccluded)
                                .arg(a.pose);
                    lines.append(line);
                }
                return true;
            });
        return read ? contents : QMap<QString, QStringList>();
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> store;
};

} // namespace lw::tests
