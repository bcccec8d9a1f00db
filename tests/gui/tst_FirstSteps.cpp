// SPDX-License-Identifier: GPL-3.0-or-later
//! From an empty program to a dataset with pictures.
#include "tests/gui/support/GuiFixture.h"

#include <QCheckBox>
#include <QTabBar>

using namespace lw;
using namespace lw::tests;

class tst_FirstSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksOnceWhereTheFingersComeFrom()
    {
        GuiFixture gui;
        QVERIFY(gui.find<QWidget>("profileChooser")->isVisible());
        gui.click("profile.cvat");
        QVERIFY(!gui.find<QWidget>("profileChooser")->isVisible());
        QCOMPARE(gui.context().shortcuts().profile(), QStringLiteral("cvat"));
        gui.restart();
        QVERIFY(!gui.find<QWidget>("profileChooser"));
    }

    void makesAProjectAndADatasetWhosePicturesAppear()
    {
        GuiFixture gui;
        const QString folder = gui.path(QStringLiteral("birds"));
        common::setFileResponder([folder](const common::FileQuestion&) { return QStringList{folder}; });
        gui.click("newProjectButton");
        QVERIFY(gui.isOn(studio::PageKind::Datasets));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/project.labelwright")));

        const QString pictures = writeSmallDataset(gui.path(QStringLiteral("pictures")));
        gui.click("firstDatasetButton");
        QDialog* dialog = gui.dialog("newDatasetDialog");
        GuiFixture::fill(dialog, "inputLocation", pictures);
        GuiFixture::fill(dialog, "datasetName", QStringLiteral("animals"));
        GuiFixture::fill(dialog, "outputLocation", gui.path(QStringLiteral("out")));
        // Type and format follow from what lies in the folder.
        const auto* import = dialog->findChild<QCheckBox*>(QStringLiteral("importFound"));
        QTRY_VERIFY(import->isVisible() && import->isChecked());
        GuiFixture::accept(dialog);
        QTRY_VERIFY(gui.isOn(studio::PageKind::Samples));
        gui.awaitJobs();
        auto* tabs = gui.find<QTabBar>("stateTabs");
        QTRY_VERIFY(tabs->tabText(0).contains(QLatin1Char('6')));
        QTRY_VERIFY(tabs->tabText(1).contains(QLatin1Char('2')));
        QTRY_VERIFY(tabs->tabText(2).contains(QLatin1Char('4')));
    }

    void listsProjectsAndMarksThoseThatAreGone()
    {
        GuiFixture gui;
        const QString folder = gui.path(QStringLiteral("gone"));
        QVERIFY(gui.context().createProject(folder));
        QVERIFY(gui.context().closeProject());
        QVERIFY(gui.isOn(studio::PageKind::Welcome));
        QVERIFY(gui.find<QAbstractButton>("recentProject")->isEnabled());
        QVERIFY(QDir(folder).removeRecursively());
        gui.restart();
        QVERIFY(!gui.find<QAbstractButton>("recentProject")->isEnabled());
        gui.click("forgetProject");
        QVERIFY(gui.context().settings().recentProjects().isEmpty());
    }

    void saysWhyAFolderIsNoProject()
    {
        GuiFixture gui;
        const QString empty = gui.path(QStringLiteral("empty"));
        QDir().mkpath(empty);
        QString said;
        common::setFileResponder([empty](const common::FileQuestion&) { return QStringList{empty}; });
        common::setMessageResponder([&said](const common::Message& message) {
            said = message.text;
            return common::Choice::Accept;
        });
        gui.click("openProjectButton");
        QVERIFY(!said.isEmpty());
        QVERIFY(!gui.context().project());
        QVERIFY(gui.isOn(studio::PageKind::Welcome));
    }
};

QTEST_MAIN(tst_FirstSteps)
#include "tst_FirstSteps.moc"
