// SPDX-License-Identifier: GPL-3.0-or-later
//! A classification dataset of generated pictures in the real window.
#pragma once

#include "app/scenarios/SyncDataset.h"
#include "models/store/BulkWriter.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"
#include "tests/gui/support/GuiFixture.h"

namespace lw::tests {

/// `count` plain pictures with the labels "cat", "dog" and "eel" to choose from; nothing is labelled.
class ClassifyData {
public:
    ClassifyData(GuiFixture& gui, int count) : m_gui(gui)
    {
        const QString input = gui.path(QStringLiteral("pictures"));
        QDir().mkpath(input);
        for (int i = 0; i < count; ++i) {
            writePicture(QStringLiteral("%1/picture_%2.png").arg(input).arg(i, 4, 10, QLatin1Char('0')), {160, 120},
                         QColor::fromHsv(i * 37 % 360, 120, 220));
        }
        dataset = gui.makeDataset(input, domain::DatasetType::ImageClassification);
        for (const char* name : {"cat", "dog", "eel"}) {
            domain::Label label;
            label.datasetId = dataset;
            label.name = QLatin1String(name);
            label.colour = 0;
            auto made = store::LabelRepository(gui.store()).create(label);
            [&] { QTRY_VERIFY(made.isFinished()); }();
            labels.append(*made.result());
        }
        auto synced = gui.context().project()->inBackground(
            [id = dataset](store::Store& store) { return scenarios::syncDataset(store, id, {}); });
        [&] { QTRY_VERIFY(synced.isFinished()); }();
        [&] { QVERIFY(synced.result()); }();
    }

    /// More samples, which a model called cats: they are to be confirmed.
    void addLabelledByModel(int count)
    {
        domain::Task task;
        task.datasetId = dataset;
        auto entered = store::TaskRepository(m_gui.store()).start(task);
        [&] { QTRY_VERIFY(entered.isFinished()); }();
        store::BulkWriter writer(m_gui.store(), dataset, *entered.result());
        for (int i = 0; i < count; ++i) {
            store::IncomingSample incoming;
            incoming.sample.name = QStringLiteral("seen_%1.png").arg(i);
            incoming.sample.width = 160;
            incoming.sample.height = 120;
            incoming.sample.state = domain::SampleState::ToConfirm;
            domain::Annotation annotation;
            annotation.labelId = labels.front();
            annotation.shape = domain::Shape::wholeSample();
            annotation.confidence = 0.7;
            annotation.author = QStringLiteral("model/cats");
            incoming.annotations.push_back(annotation);
            [&] { QVERIFY(writer.add(std::move(incoming))); }();
        }
        [&] { QVERIFY(writer.finish()); }();
    }

    void openGallery()
    {
        m_gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = dataset});
        [&] { QTRY_COMPARE(list().rowCount(), int(counters().total)); }();
    }
    void openPicture(int row)
    {
        openGallery();
        m_gui.window().navigate(
            studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset, .sample = list().idAt(row)});
        auto* view = m_gui.find<QWidget>("picture");
        [&] {
            QVERIFY(view);
            QTRY_VERIFY(view->isVisible());
        }();
        view->setFocus();
    }

    [[nodiscard]] items::SampleListModel& list() { return m_gui.context().project()->samples(dataset).model; }
    [[nodiscard]] domain::DatasetCounters counters()
    {
        return store::DatasetRepository(m_gui.store()).find(dataset)->counters;
    }
    /// Names of a sample's labels on disk, sorted, separated by blanks.
    [[nodiscard]] QString labelsOf(domain::SampleId sample)
    {
        QStringList names;
        const auto annotations = store::SampleRepository(m_gui.store()).annotations(sample);
        for (const domain::Annotation& each : *annotations) {
            names.append(m_gui.context().project()->labels(dataset).find(each.labelId)->name);
        }
        names.sort();
        return names.join(QLatin1Char(' '));
    }
    [[nodiscard]] domain::SampleId shown() { return m_gui.window().route().sample; }

    domain::DatasetId dataset;
    QList<domain::LabelId> labels;

private:
    GuiFixture& m_gui;
};

} // namespace lw::tests
