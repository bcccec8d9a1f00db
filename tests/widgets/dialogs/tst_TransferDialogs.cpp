// SPDX-License-Identifier: GPL-3.0-or-later
//! Export, publish and compare: what is asked, what is refused, what is remembered.
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/CompareVersionsDialog.h"
#include "widgets/dialogs/ExportDialog.h"
#include "widgets/dialogs/LossDialog.h"
#include "widgets/dialogs/PathField.h"
#include "widgets/dialogs/PublishDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace lw;
using dialogs::ExportDialog;
using dialogs::PublishDialog;

namespace {

template <typename Field> Field* field(QWidget& dialog, const char* name)
{
    return dialog.findChild<Field*>(QLatin1String(name));
}

void writeFile(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}\n");
}

const std::vector<dialogs::ExportFormat> kFormats = {
    {QStringLiteral("voc"), QStringLiteral("Pascal VOC"), true},
    {QStringLiteral("manifest"), QStringLiteral("Manifest"), true},
    {QStringLiteral("yolo"), QStringLiteral("YOLO boxes"), false},
};

} // namespace

class TestTransferDialogs : public QObject {
    Q_OBJECT

private:
    static QString samplesHeader(QDialog& dialog, int column)
    {
        return field<QTableWidget>(dialog, "sampleDiff")->horizontalHeaderItem(column)->text();
    }

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void choicesAreRememberedInTheSettings()
    {
        const QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            PublishDialog publish({QStringLiteral("V001"), {}, 10, 0, 0, {}}, &settings);
            field<QDoubleSpinBox>(publish, "trainRatio")->setValue(0.65);
            publish.show();
            publish.accept();
        }
        PublishDialog publish({QStringLiteral("V002"), {}, 10, 0, 0, {}}, &settings);
        QCOMPARE(*publish.request().trainRatio, 0.65);
    }

    void bothSharesOfTheSplitMakeOne()
    {
        PublishDialog dialog({QStringLiteral("V002"), {QStringLiteral("V001")}, 60, 30, 10, {}}, nullptr);
        dialog.show();
        QCOMPARE(*dialog.request().trainRatio, 0.8);
        field<QDoubleSpinBox>(dialog, "validationRatio")->setValue(0.35);
        QCOMPARE(field<QDoubleSpinBox>(dialog, "trainRatio")->value(), 0.65);
        QVERIFY(field<QLabel>(dialog, "shares")->text().contains(QStringLiteral("65")));
        field<QLineEdit>(dialog, "seedNumber")->setText(QStringLiteral("7"));
        QCOMPARE(dialog.request().seed, 7U);
        field<QCheckBox>(dialog, "split")->click();
        QVERIFY(!dialog.request().trainRatio);
    }

    void publishRefusesBadNamesAndSeeds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("seed");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << QStringLiteral("final-1") << QStringLiteral("42") << true;
        QTest::newRow("empty") << QString() << QStringLiteral("42") << false;
        QTest::newRow("taken") << QStringLiteral("v001") << QStringLiteral("42") << false;
        QTest::newRow("blank inside") << QStringLiteral("a b") << QStringLiteral("42") << false;
        QTest::newRow("negative seed") << QStringLiteral("final") << QStringLiteral("-1") << false;
        QTest::newRow("word as seed") << QStringLiteral("final") << QStringLiteral("seven") << false;
        QTest::newRow("largest seed") << QStringLiteral("final") << QStringLiteral("18446744073709551615") << true;
    }

    void publishRefusesBadNamesAndSeeds()
    {
        QFETCH(QString, name);
        QFETCH(QString, seed);
        QFETCH(bool, isGood);
        PublishDialog dialog({QStringLiteral("V002"), {QStringLiteral("V001")}, 100, 5, 0, {}}, nullptr);
        dialog.show();
        field<QLineEdit>(dialog, "versionName")->setText(name);
        field<QLineEdit>(dialog, "seedNumber")->setText(seed);
        dialog.accept();
        QCOMPARE(!dialog.isVisible(), isGood);
    }

    void exportTakesTheNarrowestScopeThatThereIs()
    {
        QCOMPARE(ExportDialog({3, 10, 20, true, {}, {}, kFormats}, nullptr).request().scope, dialogs::ExportScope::Selection);
        QCOMPARE(ExportDialog({0, 10, 20, true, {}, {}, kFormats}, nullptr).request().scope, dialogs::ExportScope::Filter);
        QCOMPARE(ExportDialog({0, 20, 20, false, {}, {}, kFormats}, nullptr).request().scope, dialogs::ExportScope::All);
        ExportDialog dialog({0, 20, 20, false, {}, {}, kFormats}, nullptr);
        dialog.setScope(dialogs::ExportScope::Selection); // there is none
        QCOMPARE(dialog.request().scope, dialogs::ExportScope::All);
    }

    void exportWantsAnEmptyOrNewFolder()
    {
        const QTemporaryDir dir;
        ExportDialog dialog({0, 20, 20, false, {}, {}, kFormats}, nullptr);
        dialog.show();
        auto* folder = field<dialogs::PathField>(dialog, "folder");
        folder->setPath(dir.filePath(QStringLiteral("new")));
        QVERIFY(dialog.isAcceptable());
        folder->setPath(dir.path());
        QVERIFY(dialog.isAcceptable());
        writeFile(dir.filePath(QStringLiteral("something")));
        folder->setPath(dir.filePath(QStringLiteral("."))); // the same, no longer empty
        dialog.accept();
        QVERIFY(dialog.isVisible());
        ExportDialog none({0, 0, 0, false, {}, {}, kFormats}, nullptr);
        field<dialogs::PathField>(none, "folder")->setPath(dir.filePath(QStringLiteral("new")));
        none.show();
        QVERIFY(!none.isAcceptable()); // nothing to export
    }

    void exportToADatasetAsksForItsFolders()
    {
        const QTemporaryDir dir;
        ExportDialog dialog({5, 20, 20, false, {QStringLiteral("taken")}, {}, kFormats}, nullptr);
        dialog.setTarget(dialogs::ExportTarget::NewDataset);
        dialog.show();
        QVERIFY(!field<QWidget>(dialog, "folder")->isVisible());
        auto* name = field<QLineEdit>(dialog, "datasetName");
        name->setText(QStringLiteral("taken"));
        field<dialogs::PathField>(dialog, "inputLocation")->setPath(dir.filePath(QStringLiteral("in")));
        field<dialogs::PathField>(dialog, "outputLocation")->setPath(dir.filePath(QStringLiteral("in/out")));
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.shownError(name).isEmpty());
        QVERIFY(!dialog.shownError(field<QWidget>(dialog, "outputLocation")).isEmpty());
        name->setText(QStringLiteral("part"));
        field<dialogs::PathField>(dialog, "outputLocation")->setPath(dir.filePath(QStringLiteral("out")));
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.request().datasetName, QStringLiteral("part"));
    }

    void devkitLayoutBelongsToVoc()
    {
        ExportDialog dialog({0, 20, 20, false, {}, {}, kFormats}, nullptr);
        dialog.show();
        field<QCheckBox>(dialog, "devkit")->click();
        QVERIFY(dialog.request().devkitLayout);
        field<QComboBox>(dialog, "format")->setCurrentIndex(1);
        QVERIFY(!field<QWidget>(dialog, "devkit")->isVisible());
        QVERIFY(!dialog.request().devkitLayout);
    }

    void exportOffersTheFormatsOfTheDataset()
    {
        ExportDialog dialog({0, 20, 20, false, {}, {}, kFormats}, nullptr);
        dialog.show();
        auto* format = field<QComboBox>(dialog, "format");
        QCOMPARE(format->count(), int(kFormats.size()));
        QCOMPARE(dialog.request().format, QStringLiteral("voc"));
        QVERIFY(dialog.request().check);
        field<QCheckBox>(dialog, "hard")->click();
        QVERIFY(dialog.request().withHard);
        format->setCurrentIndex(2);
        QCOMPARE(dialog.request().format, QStringLiteral("yolo"));
        QVERIFY(!field<QWidget>(dialog, "hard")->isVisible()); // it has no place for them
        QVERIFY(!dialog.request().withHard);
        field<QCheckBox>(dialog, "check")->click();
        QVERIFY(!dialog.request().check);
    }

    void lossesAreShownWithTheirSamples()
    {
        dialogs::LossDialog dialog({QStringLiteral("YOLO boxes"),
                                    30,
                                    40,
                                    {{QStringLiteral("12 objects: Circles become bounding boxes."),
                                      {domain::SampleId(4), domain::SampleId(5)},
                                      2}}});
        const QSignalSpy asked(&dialog, &dialogs::LossDialog::samplesRequested);
        dialog.show();
        QVERIFY(field<QLabel>(dialog, "loss1")->text().contains(QStringLiteral("12")));
        field<QPushButton>(dialog, "showLoss1")->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<QList<domain::SampleId>>().size(), 2);
        QVERIFY(!dialog.isVisible()); // the gallery is behind it
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void saysWhenNothingIsLost()
    {
        dialogs::LossDialog dialog({QStringLiteral("COCO"), 30, 40, {}});
        dialog.show();
        QCOMPARE(field<QLabel>(dialog, "lossTitle")->text(), dialogs::LossDialog::tr("Nothing is lost"));
        field<QPushButton>(dialog, "acceptButton")->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void comparisonShowsNumbersAndSamples()
    {
        domain::Version before, after;
        before.name = QStringLiteral("V001");
        after.name = QStringLiteral("V002");
        store::VersionDiff diff;
        diff.added = {domain::SampleId(4), domain::SampleId(5)};
        diff.annotationsRemoved = 3;
        const QString cat = QStringLiteral("cat"), dog = QStringLiteral("dog"), hound = QStringLiteral("hound");
        diff.labels = {{cat, cat, cat, 1, 1, 10, 12}, {hound, dog, hound, 2, 2, 5, 2}};
        using enum store::VersionDiff::Fate;
        diff.samples = {{domain::SampleId(4), QStringLiteral("a.jpg"), Added, 2, 0, 0},
                        {domain::SampleId(9), QStringLiteral("b.jpg"), Removed, 0, 3, 0}};
        dialogs::CompareVersionsDialog dialog(domain::DatasetType::ObjectDetection, before, after, diff);
        QCOMPARE(samplesHeader(dialog, 2), QStringLiteral("Objects added"));
        const QSignalSpy asked(&dialog, &dialogs::CompareVersionsDialog::samplesRequested);
        auto* table = field<QTableWidget>(dialog, "labelDiff");
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 4)->text(), QStringLiteral("+2"));
        QVERIFY(table->item(1, 4)->text().endsWith(QStringLiteral("3")));
        QVERIFY(table->item(0, 1)->text().isEmpty());
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("was called dog"));
        const QSignalSpy opened(&dialog, &dialogs::CompareVersionsDialog::sampleRequested);
        auto* samples = field<QTableWidget>(dialog, "sampleDiff");
        QCOMPARE(samples->rowCount(), 2);
        Q_EMIT samples->itemActivated(samples->item(1, 0)); // gone: nothing to open
        QCOMPARE(opened.count(), 0);
        Q_EMIT samples->itemActivated(samples->item(0, 2));
        QCOMPARE(opened.first().first().value<domain::SampleId>(), domain::SampleId(4));
        QVERIFY(!field<QLabel>(dialog, "sameText"));
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Show")) {
                button->click();
            }
        }
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<QList<domain::SampleId>>(), diff.added);
        dialogs::CompareVersionsDialog same(domain::DatasetType::ImageClassification, before, after, {});
        QCOMPARE(samplesHeader(same, 2), QStringLiteral("Labels added")); // pictures are labelled, not objects
        QVERIFY(field<QLabel>(same, "sameText"));
    }
};

QTEST_MAIN(TestTransferDialogs)
#include "tst_TransferDialogs.moc"
