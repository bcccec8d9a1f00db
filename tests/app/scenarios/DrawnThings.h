// SPDX-License-Identifier: GPL-3.0-or-later
//! A classification dataset of drawn pictures that any lens can tell apart.
#pragma once

#include "models/store/BatchRepository.h"
#include "models/store/BulkWriter.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"

#include <QColor>
#include <QDateTime>
#include <QImage>
#include <QPainter>

namespace lw::tests {

/// Red squares on dark (even) and blue discs on light (odd).
inline void drawThing(const QString& path, int i)
{
    QImage picture(96, 72, QImage::Format_RGB32);
    picture.fill(i % 2 == 0 ? QColor(60, 60, 60) : QColor(170, 170, 160));
    QPainter painter(&picture);
    painter.setPen(Qt::NoPen);
    painter.setBrush(i % 2 == 0 ? QColor(230, 30, 30) : QColor(30, 30, 230));
    const QRect place(8 + i, 10 + i % 5, 34, 30);
    i % 2 == 0 ? painter.drawRect(place) : painter.drawEllipse(place);
    painter.end();
    QDir().mkpath(QFileInfo(path).path());
    QVERIFY(picture.save(path, "PNG"));
}

/// The dataset "things" with the labels box and disc; nothing is labelled.
struct DrawnThings : ScenarioProject {
    domain::Dataset dataset;
    domain::LabelId box, disc;

    explicit DrawnThings(int pictures)
    {
        const QStringList names{QStringLiteral("box"), QStringLiteral("disc")};
        dataset = addDataset(QStringLiteral("things"), names, domain::DatasetType::ImageClassification);
        const auto labels = store::LabelRepository(*store).list(dataset.id);
        box = labels->at(0).id;
        disc = labels->at(1).id;
        domain::Task task;
        task.datasetId = dataset.id;
        task.id = store::TaskRepository(*store).start(task).result().value();
        store::BulkWriter writer(*store, dataset.id, task.id);
        for (int i = 0; i < pictures; ++i) {
            store::IncomingSample incoming;
            incoming.sample.name = QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0'));
            drawThing(dataset.inputLocation + u'/' + incoming.sample.name, i);
            QVERIFY(writer.add(std::move(incoming)));
        }
        QVERIFY(writer.finish());
        task.state = domain::TaskState::Done;
        QVERIFY(store::TaskRepository(*store).finish(task, {}).result());
    }

    void set(const QList<domain::SampleId>& samples, domain::LabelId to) const
    {
        const domain::Labelling labelling{to, domain::LabelMode::Replace, QStringLiteral("human"),
                                          QDateTime::currentMSecsSinceEpoch()};
        QVERIFY(store::BatchRepository(*store).setLabel(dataset.id, samples, labelling).result());
    }
    /// Labels the first `count` pictures as they are.
    void label(int count) const
    {
        for (const bool isDisc : {false, true}) {
            QList<domain::SampleId> some;
            for (int i = isDisc ? 1 : 0; i < count; i += 2) {
                some.append(ids(dataset).at(i));
            }
            set(some, isDisc ? disc : box);
        }
    }
    [[nodiscard]] domain::Sample row(int i) const
    {
        return store::SampleRepository(*store).find(ids(dataset).at(i)).value();
    }
    /// The one label of a picture, or none.
    [[nodiscard]] domain::LabelId labelOf(int i) const
    {
        const auto list = store::SampleRepository(*store).annotations(ids(dataset).at(i)).value();
        return list.size() == 1 ? list.front().labelId : domain::LabelId();
    }
};

} // namespace lw::tests
