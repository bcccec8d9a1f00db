// SPDX-License-Identifier: GPL-3.0-or-later
//! Publishing in the window, the versions page, going back to a version.
#include "models/store/BatchRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/panels/VersionPanel.h"

#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace lw;
using namespace lw::tests;

class tst_VersionsPage : public QObject {
    Q_OBJECT

private:
    static domain::DatasetId openVersions(GuiFixture& gui)
    {
        const domain::DatasetId id = gui.makeDataset(writeSmallDataset(gui.path(QStringLiteral("data"))));
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("syncButton");
        gui.awaitJobs();
        [&] { QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 6); }();
        gui.window().navigate(studio::Route{.page = studio::PageKind::Versions, .dataset = id});
        return id;
    }

    static std::vector<domain::Version> versions(GuiFixture& gui, domain::DatasetId id)
    {
        return *store::VersionRepository(gui.store()).list(id);
    }

private Q_SLOTS:
    void publishesAndShowsTheVersion()
    {
        GuiFixture gui;
        const domain::DatasetId id = openVersions(gui);
        gui.click("publishFirst");
        QDialog* dialog = gui.dialog("publishDialog");
        GuiFixture::accept(dialog);
        gui.awaitJobs();
        QTRY_COMPARE(versions(gui, id).size(), size_t(1));
        const domain::Version version = versions(gui, id).front();
        QCOMPARE(version.name, QStringLiteral("V001"));
        QCOMPARE(version.annotations, 6);
        QVERIFY2(QFileInfo::exists(version.manifestPath), qPrintable(version.manifestPath));
        auto* list = gui.find<QListView>("versionList");
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
    }

    void showsTheSamplesThatDifferInTheGallery()
    {
        GuiFixture gui;
        const domain::DatasetId id = openVersions(gui);
        const QList<domain::SampleId> all = gui.context().project()->samples(id).model.ids();
        const QList<domain::SampleId> changed{all.at(1), all.at(4)};
        domain::Version version;
        version.datasetId = id;
        version.name = QStringLiteral("V001");
        store::VersionRepository repository(gui.store());
        QVERIFY(repository.create(version, {}).result());
        QVERIFY(store::BatchRepository(gui.store()).setHard(id, changed, true).result());
        version.name = QStringLiteral("V002");
        QVERIFY(repository.create(version, {}).result());
        QTRY_COMPARE(gui.find<QListView>("versionList")->model()->rowCount(), 2);
        const auto both = versions(gui, id);
        Q_EMIT gui.find<panels::VersionPanel>("versionPanel")->compareRequested(both.back().id, both.front().id);
        QDialog* dialog = gui.dialog("compareVersionsDialog");
        QVERIFY(dialog);
        auto* show = dialog->findChild<QPushButton*>(QStringLiteral("showChanged"));
        QVERIFY(show);
        QTest::mouseClick(show, Qt::LeftButton);
        QTRY_VERIFY(gui.isOn(studio::PageKind::Samples));
        items::SampleListModel& list = gui.context().project()->samples(id).model;
        QTRY_COMPARE(list.rowCount(), 2);
        QCOMPARE(list.ids(), changed);
        auto* chip = gui.find<QWidget>("filterPickedChip");
        QTRY_VERIFY(chip->isVisible());
        QTest::mouseClick(chip->findChild<QToolButton*>(QStringLiteral("chipRemove")), Qt::LeftButton);
        QTRY_COMPARE(list.rowCount(), 6);
    }

    void goesBackToAVersionAndKeepsTheRestAsADraft()
    {
        GuiFixture gui;
        const domain::DatasetId id = openVersions(gui);
        gui.click("publishFirst");
        GuiFixture::accept(gui.dialog("publishDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(versions(gui, id).size(), size_t(1));
        const domain::VersionId first = versions(gui, id).front().id;
        const QList<domain::SampleId> one = gui.context().project()->samples(id).model.ids().mid(0, 1);
        auto removed = store::BatchRepository(gui.store()).deleteSamples(id, one);
        QTRY_VERIFY(removed.isFinished());
        QCOMPARE(store::DatasetRepository(gui.store()).find(id)->counters.total, 5);

        QTRY_COMPARE(gui.find<QListView>("versionList")->model()->rowCount(), 1);
        Q_EMIT gui.find<panels::VersionPanel>("versionPanel")->setCurrentRequested(first);
        gui.awaitJobs();
        QTRY_COMPARE(store::DatasetRepository(gui.store()).find(id)->counters.total, 6);
        QCOMPARE(store::DatasetRepository(gui.store()).find(id)->currentVersion, first);
        QCOMPARE(versions(gui, id).size(), size_t(2));
        QVERIFY(versions(gui, id).front().isDraft);
    }

    void deletesAVersionAfterAskingAndKeepsItsFiles()
    {
        GuiFixture gui;
        const domain::DatasetId id = openVersions(gui);
        gui.click("publishFirst");
        GuiFixture::accept(gui.dialog("publishDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(versions(gui, id).size(), size_t(1));
        const domain::Version version = versions(gui, id).front();
        QTRY_COMPARE(gui.find<QListView>("versionList")->model()->rowCount(), 1);
        auto answer = common::Choice::Reject;
        common::setMessageResponder([&answer](const common::Message&) { return answer; });
        auto* panel = gui.find<panels::VersionPanel>("versionPanel");
        Q_EMIT panel->deleteRequested(version.id);
        QCOMPARE(versions(gui, id).size(), size_t(1));
        answer = common::Choice::Accept;
        Q_EMIT panel->deleteRequested(version.id);
        QTRY_VERIFY(versions(gui, id).empty());
        QVERIFY(QFileInfo::exists(version.manifestPath));
    }
};

QTEST_MAIN(tst_VersionsPage)
#include "tst_VersionsPage.moc"
