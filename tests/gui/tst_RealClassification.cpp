// SPDX-License-Identifier: GPL-3.0-or-later
//! Real pictures through the real window: synchronize, label by folder, publish, export, and read back.
#include "app/scenarios/ImportDataset.h"
#include "app/studio/SampleView.h"
#include "models/store/VersionRepository.h"
#include "tests/gui/support/ClassifyData.h"
#include "tests/support/TestData.h"
#include "widgets/gallery/GalleryView.h"

#include <QComboBox>

using namespace lw;
using namespace lw::tests;

class tst_RealClassification : public QObject {
    Q_OBJECT

private:
    static constexpr int kOfEach = 12;

    /// Some pictures of each flower, in folders.
    static QStringList copyFlowers(const QString& from, const QString& to)
    {
        const QStringList flowers = QDir(from).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& flower : flowers) {
            const QDir source(from + u'/' + flower);
            QDir().mkpath(to + u'/' + flower);
            for (const QString& name : source.entryList(QDir::Files, QDir::Name).mid(0, kOfEach)) {
                QFile::copy(source.filePath(name), to + u'/' + flower + u'/' + name);
            }
        }
        return flowers;
    }
    static QMap<QString, QStringList> labelsByName(store::Store& store, domain::DatasetId dataset)
    {
        QHash<domain::LabelId, QString> names;
        const auto labels = store::LabelRepository(store).list(dataset);
        for (const domain::Label& label : *labels) {
            names.insert(label.id, label.name);
        }
        QMap<QString, QStringList> byName;
        const auto read = store::SampleRepository(store).forEach(
            dataset, {}, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
                for (const domain::Annotation& each : annotations) {
                    byName[sample.name].append(names.value(each.labelId));
                }
                return true;
            });
        return read ? byName : QMap<QString, QStringList>();
    }

private Q_SLOTS:
    void flowersFromFilesToAnExportThatReadsTheSame()
    {
        LW_REQUIRE_DATA(data, "images/flowers");
        GuiFixture gui;
        const QString input = gui.path(QStringLiteral("input"));
        const QStringList flowers = copyFlowers(data, input);
        const int total = int(flowers.size()) * kOfEach;
        const domain::DatasetId id = gui.makeDataset(input, domain::DatasetType::ImageClassification);
        document::LabelSet& labels = gui.context().project()->labels(id);
        for (const QString& flower : flowers) {
            auto made = labels.create(flower);
            QTRY_VERIFY(made.isFinished());
        }
        items::SampleListModel& list = gui.context().project()->samples(id).model;
        const studio::Route samples{.page = studio::PageKind::Samples, .dataset = id};
        gui.window().navigate(samples);
        gui.click("syncButton");
        gui.awaitJobs();
        QTRY_COMPARE(list.rowCount(), total);

        const auto counters = [&] { return store::DatasetRepository(gui.store()).find(id)->counters; };
        for (int i = 0; i < flowers.size(); ++i) {
            gui.window().navigate(studio::Route{.page = studio::PageKind::Overview, .dataset = id});
            domain::SampleFilter filter;
            filter.folder = flowers.at(i);
            studio::setSampleFilter(*gui.context().project(), id, filter);
            gui.window().navigate(samples);
            QTRY_VERIFY(!gui.context().project()->samples(id).search.isRunning());
            QTRY_COMPARE(list.rowCount(), kOfEach);
            QCOMPARE(list.sampleAt(0)->folder, flowers.at(i));
            auto* gallery = gui.find<gallery::GalleryView>("gallery");
            gallery->selectAll();
            gallery->setFocus();
            QTest::keyClick(gallery, Qt::Key(Qt::Key_1 + i));
            QTRY_COMPARE(counters().labelled, qint64(i + 1) * kOfEach);
        }
        QTRY_COMPARE(labels.labels().front().samples, qint64(kOfEach));

        gui.click("publishButton");
        GuiFixture::accept(gui.dialog("publishDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(store::VersionRepository(gui.store()).list(id)->size(), size_t(1));

        const QString target = gui.path(QStringLiteral("exported"));
        gui.click("exportButton");
        QDialog* dialog = gui.dialog("exportDialog");
        auto* all = dialog->findChild<QAbstractButton*>(QStringLiteral("scopeAll"));
        QVERIFY(all);
        all->click();
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        QVERIFY(format);
        QCOMPARE(format->currentData().toString(), QStringLiteral("txt")); // offered first
        GuiFixture::fill(dialog, "folder", target);
        auto* accept = dialog->findChild<QAbstractButton*>(QStringLiteral("accept"));
        QTRY_VERIFY(accept->isEnabled());
        accept->click(); // the window is not active after it: the list of losses comes
        auto* start = gui.dialog("lossDialog")->findChild<QAbstractButton*>(QStringLiteral("acceptButton"));
        QVERIFY(start);
        start->click();
        gui.awaitJobs();
        QTRY_VERIFY(QFileInfo::exists(target));

        domain::Dataset copy;
        copy.name = QStringLiteral("copy");
        copy.type = domain::DatasetType::ImageClassification;
        copy.inputLocation = gui.path(QStringLiteral("input2"));
        copy.outputLocation = gui.path(QStringLiteral("output2"));
        auto made = store::DatasetRepository(gui.store()).create(copy, {});
        QTRY_VERIFY(made.isFinished());
        scenarios::ImportRequest request;
        request.dataset = *made.result();
        request.format = QStringLiteral("txt");
        request.from = target;
        auto imported = gui.context().project()->inBackground(
            [request](store::Store& store) { return scenarios::importDataset(store, request, {}); });
        QTRY_VERIFY(imported.isFinished());
        QVERIFY(imported.result());
        const auto before = labelsByName(gui.store(), id);
        QCOMPARE(before.size(), total);
        QCOMPARE(labelsByName(gui.store(), *made.result()), before);
    }
};

QTEST_MAIN(tst_RealClassification)
#include "tst_RealClassification.moc"
