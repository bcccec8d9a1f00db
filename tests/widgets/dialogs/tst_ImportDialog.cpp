// SPDX-License-Identifier: GPL-3.0-or-later
//! What the import dialog asks, shows, refuses, hands over and remembers.
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/ImportDialog.h"
#include "widgets/dialogs/LabelMapTable.h"
#include "widgets/dialogs/PathField.h"
#include "widgets/dialogs/SourceMappingEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace lw;
using dialogs::ImportDialog;

namespace {

const QString kVoc = QStringLiteral("voc");
const QString kManifest = QStringLiteral("manifest");
const QString kCoco = QStringLiteral("coco");

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

dialogs::ImportFacts facts()
{
    dialogs::ImportFacts result;
    result.datasetName = QStringLiteral("d");
    result.formats = {{kVoc, QStringLiteral("Pascal VOC"), true, false, {}},
                      {kManifest, QStringLiteral("Manifest"), false, true, QStringLiteral("*.manifest")},
                      {kCoco, QStringLiteral("COCO"), true, true, QStringLiteral("*.json")}};
    result.labels = {QStringLiteral("cat"), QStringLiteral("dog")};
    result.problemText = [](const core::Problem& problem) { return problem.detail; };
    return result;
}

dialogs::ImportFindings findings()
{
    dialogs::ImportFindings found;
    found.pictures = 12;
    found.labelled = 10;
    found.objects = 34;
    found.missing = 3;
    found.kinds = {{QStringLiteral("Polygons"), 34}};
    found.labels = {{QStringLiteral("cat"), Qt::red, 20},
                    {QStringLiteral("hound"), Qt::blue, 10},
                    {QStringLiteral("tree"), Qt::green, 4}};
    found.first = {{QPixmap(20, 10), QStringLiteral("a.jpg"), 2}, {QPixmap(), QStringLiteral("b.jpg"), 0}};
    found.problems.add(core::ProblemCode::FileMissing, QStringLiteral("x.json"), 7, QStringLiteral("not there"));
    return found;
}

/// A dialog whose source was recognised as COCO and read.
void answer(ImportDialog& dialog, const QString& folder)
{
    const QSignalSpy recognise(&dialog, &ImportDialog::recogniseRequested);
    const QSignalSpy preview(&dialog, &ImportDialog::previewRequested);
    dialog.show();
    dialog.setFrom(folder);
    QTRY_COMPARE(recognise.count(), 1);
    QCOMPARE(recognise.front().front().toString(), folder);
    dialog.setRecognised({{kCoco, QStringLiteral("because of a.json")}, {kVoc, QStringLiteral("because of b.xml")}});
    QTRY_COMPARE(preview.count(), 1);
    dialog.setFindings(findings());
}

} // namespace

class TestImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void takesTheRecognisedFormatAndSaysWhy()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        answer(dialog, dir.path());
        QCOMPARE(field<QComboBox>(dialog, "format")->currentData().toString(), kCoco);
        QCOMPARE(field<QLabel>(dialog, "formatReason")->text(), QStringLiteral("because of a.json"));
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.request().format, kCoco);
        QCOMPARE(dialog.request().from, dir.path());
    }

    void offersOnlyFormatsThatReadSuchASource()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a.json"));
        writeFile(file);
        ImportDialog dialog(facts(), nullptr);
        dialog.setFrom(dir.path());
        dialog.setRecognised({});
        auto* format = field<QComboBox>(dialog, "format");
        QCOMPARE(format->findData(kManifest), -1);
        QVERIFY(format->findData(kVoc) >= 0);
        dialog.setFrom(file);
        dialog.setRecognised({});
        QCOMPARE(format->findData(kVoc), -1);
        QVERIFY(format->findData(kManifest) >= 0);
    }

    void waitsForTheRecogniser()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        dialog.show();
        auto* accept = field<QPushButton>(dialog, "accept");
        dialog.setFrom(dir.path());
        QVERIFY(!accept->isEnabled());
        dialog.setRecognised({{kVoc, {}}});
        QVERIFY(accept->isEnabled());
        dialog.setFrom(dir.filePath(QStringLiteral("none"))); // nothing to wait for
        QVERIFY(accept->isEnabled());
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.shownError(field<QWidget>(dialog, "from")).isEmpty());
    }

    void anotherFormatIsReadAnew()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        answer(dialog, dir.path());
        const QSignalSpy preview(&dialog, &ImportDialog::previewRequested);
        auto* format = field<QComboBox>(dialog, "format");
        format->setFocus();
        QTest::keyClicks(format, QStringLiteral("P")); // Pascal VOC
        QCOMPARE(format->currentData().toString(), kVoc);
        QTRY_COMPARE(preview.count(), 1);
        QCOMPARE(dialog.request().format, kVoc);
        QCOMPARE(field<QLabel>(dialog, "formatReason")->text(), QStringLiteral("because of b.xml"));
        // An option that changes what is read asks again too.
        field<QCheckBox>(dialog, "hardOnly")->click();
        QTRY_COMPARE(preview.count(), 2);
    }

    void saysWhatWasLookedForWhenNothingIsKnown()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        dialog.show();
        dialog.setFrom(dir.path());
        dialog.setRecognised({});
        auto* state = field<QWidget>(dialog, "previewState");
        QVERIFY(state->isVisible());
        QStringList texts;
        for (const QLabel* label : state->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        QVERIFY(texts.join(u' ').contains(QStringLiteral("Pascal VOC")));
        dialog.accept();
        QVERIFY(dialog.isVisible()); // a format must be chosen
        dialog.setFormat(kCoco);
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.request().format, kCoco);
    }

    void failuresAreSaidInTheDialog()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        dialog.show();
        dialog.setFrom(dir.path());
        dialog.setRecognised({{kCoco, {}}});
        dialog.setFailed(QStringLiteral("a.json, line 3: a comma is missing"));
        auto* state = field<QWidget>(dialog, "previewState");
        QVERIFY(state->isVisible());
        const auto labels = state->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel* label) { return label->text().contains(QStringLiteral("line 3")); }));
    }

    void showsWhatWouldCome()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        answer(dialog, dir.path());
        QCOMPARE(field<QLabel>(dialog, "foundPictures")->text(), QStringLiteral("12"));
        QCOMPARE(field<QLabel>(dialog, "foundObjects")->text(), QStringLiteral("34"));
        QCOMPARE(field<QLabel>(dialog, "foundLabels")->text(), QStringLiteral("3"));
        QCOMPARE(field<QLabel>(dialog, "foundProblems")->text(), QStringLiteral("1"));
        QVERIFY(field<QLabel>(dialog, "previewKinds")->text().contains(QStringLiteral("Polygons: 34")));
        QVERIFY(field<QLabel>(dialog, "previewMissing")->text().contains(u'3'));
        QCOMPARE(field<QListWidget>(dialog, "previewPictures")->count(), 2);
        QVERIFY(field<QListWidget>(dialog, "previewPictures")->item(0)->text().contains(QStringLiteral("a.jpg")));
        auto* problems = field<QTableView>(dialog, "problemTable");
        QCOMPARE(problems->model()->rowCount(), 1);
        QCOMPARE(problems->model()->index(0, 2).data().toString(), QStringLiteral("not there"));
    }

    void wholePicturesShowTheirLabelsInsteadOfObjects()
    {
        const QTemporaryDir dir;
        dialogs::ImportFacts given = facts();
        given.labelsWholeSamples = true;
        ImportDialog dialog(given, nullptr);
        answer(dialog, dir.path());
        dialogs::ImportFindings found = findings();
        found.first = {{QPixmap(20, 10), QStringLiteral("a.jpg"), 2, {QStringLiteral("cat"), QStringLiteral("tree")}}};
        dialog.setFindings(found);
        QVERIFY(!field<QLabel>(dialog, "foundObjects")->isVisible());
        QVERIFY(field<QLabel>(dialog, "foundPictures")->isVisible());
        QCOMPARE(field<QListWidget>(dialog, "previewPictures")->item(0)->text(), QStringLiteral("a.jpg\ncat, tree"));
        QCOMPARE(field<QTableWidget>(dialog, "labelMap")->horizontalHeaderItem(1)->text(), QStringLiteral("Pictures"));
    }

    void labelsAreRenamedMergedAndLeftOut()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        answer(dialog, dir.path());
        auto* table = field<QTableWidget>(dialog, "labelMap");
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 3)->text(), dialogs::LabelMapTable::tr("is there"));
        QCOMPARE(table->item(1, 3)->text(), dialogs::LabelMapTable::tr("new label"));
        QVERIFY(dialog.request().labels.isEmpty());
        table->item(1, 2)->setText(QStringLiteral("dog"));
        QCOMPARE(table->item(1, 3)->text(), dialogs::LabelMapTable::tr("is there"));
        table->item(2, 0)->setCheckState(Qt::Unchecked);
        QCOMPARE(dialog.request().labels,
                 (QHash<QString, QString>{{QStringLiteral("hound"), QStringLiteral("dog")},
                                          {QStringLiteral("tree"), QString()}}));
        QVERIFY(dialog.request().labelsToTake.isEmpty()); // pictures with trees only stay
        field<QCheckBox>(dialog, "onlyTaken")->click();
        QCOMPARE(dialog.request().labelsToTake, (QStringList{QStringLiteral("cat"), QStringLiteral("hound")}));
        // Read again, the choices are still there.
        dialog.setFindings(findings());
        QCOMPARE(dialog.request().labels.size(), 2);
        // A name that is none is refused.
        table->item(0, 2)->setText(QStringLiteral("a/b"));
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.shownError(field<QWidget>(dialog, "withLabels")).isEmpty());
        field<QCheckBox>(dialog, "withLabels")->click();
        QVERIFY(dialog.request().labels.isEmpty()); // without labels there is nothing to choose
        dialog.accept();
        QVERIFY(!dialog.isVisible());
    }

    void vocMayLieInTwoFolders()
    {
        const QTemporaryDir dir;
        ImportDialog dialog(facts(), nullptr);
        dialog.show();
        dialog.setFormat(kVoc);
        field<QCheckBox>(dialog, "isPair")->click();
        QVERIFY(!dialog.isAcceptable());
        QVERIFY(!field<QWidget>(dialog, "from")->isVisible());
        field<dialogs::PathField>(dialog, "annotationFolder")->setPath(dir.path());
        field<dialogs::PathField>(dialog, "pictureFolder")->setPath(dir.filePath(QStringLiteral("none")));
        QVERIFY(!dialog.isAcceptable());
        field<dialogs::PathField>(dialog, "pictureFolder")->setPath(dir.path());
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.request().annotationFolder, dir.path());
        QCOMPARE(dialog.request().pictureFolder, dir.path());
    }

    void manifestPreviewFollowsTheRules()
    {
        const QTemporaryDir dir;
        const QString manifest = dir.filePath(QStringLiteral("m.manifest"));
        writeFile(manifest);
        dialogs::ImportFacts given = facts();
        given.mapping = [&](const QString& path, const std::vector<dialogs::SourceRule>& rules) {
            if (path != manifest) {
                return dialogs::MappingPreview{{}, 0, QStringLiteral("wrong manifest")};
            }
            dialogs::MappingPreview preview;
            const bool isMapped = !rules.empty() && rules.front().prefix == QLatin1String("s3://bucket/a/");
            preview.rows = {{QStringLiteral("s3://bucket/a/1.jpg"),
                             isMapped ? dir.filePath(QStringLiteral("1.jpg")) : QString(),
                             QStringLiteral("not found")}};
            preview.found = isMapped ? 1 : 0;
            return preview;
        };
        ImportDialog dialog(given, nullptr);
        dialog.show();
        dialog.setFrom(manifest);
        dialog.setRecognised({{kManifest, {}}});
        auto* preview = field<QTreeWidget>(dialog, "mappingPreview");
        QTRY_COMPARE(preview->topLevelItemCount(), 1);
        QCOMPARE(preview->topLevelItem(0)->text(1), QStringLiteral("not found"));
        // "Add rule" suggests the beginning of what was not found and asks for its folder.
        common::setFileResponder([&](const common::FileQuestion&) { return QStringList{dir.path()}; });
        field<QToolButton>(dialog, "addRule")->click();
        common::setFileResponder({});
        QCOMPARE(dialog.request().rules,
                 (std::vector<dialogs::SourceRule>{{QStringLiteral("s3://bucket/a/"), dir.path()}}));
        QTRY_COMPARE(preview->topLevelItem(0)->text(1), dir.filePath(QStringLiteral("1.jpg")));
        QVERIFY(dialog.isAcceptable());
        // A folder that is not there is refused.
        field<QTableWidget>(dialog, "mappingRules")->item(0, 1)->setText(QStringLiteral("/no/such/folder"));
        QVERIFY(!dialog.isAcceptable());
        // Another format has no sources to map.
        dialog.setFormat(kCoco);
        QCOMPARE(field<QTabWidget>(dialog, "previewTabs")->count(), 3);
        QVERIFY(dialog.request().rules.empty());
    }

    void filesAreChosenWithTheirOwnButton()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a.json"));
        writeFile(file);
        ImportDialog dialog(facts(), nullptr);
        dialog.show();
        common::setFileResponder([&](const common::FileQuestion& question) {
            const bool isAsked = question.kind == common::FileQuestion::Kind::OpenFile &&
                                 question.filter.contains(QStringLiteral("*.json"));
            return isAsked ? QStringList{file} : QStringList();
        });
        field<QPushButton>(dialog, "chooseFile")->click();
        common::setFileResponder({});
        QCOMPARE(dialog.request().from, file);
    }

    void boxesAreADetectionMatter()
    {
        ImportDialog segmentation(facts(), nullptr);
        segmentation.show();
        QVERIFY(!field<QWidget>(segmentation, "boxes")->isVisible());
        dialogs::ImportFacts given = facts();
        given.isDetection = true;
        ImportDialog detection(given, nullptr);
        detection.show();
        field<QCheckBox>(detection, "boxes")->click();
        QVERIFY(detection.request().boxesOnly);
    }

    void choicesAreRememberedUnlessCancelled()
    {
        const QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            ImportDialog dialog(facts(), &settings);
            dialog.setFrom(dir.path());
            dialog.show();
            dialog.reject();
        }
        QVERIFY(settings.allKeys().isEmpty());
        {
            ImportDialog dialog(facts(), &settings);
            field<QCheckBox>(dialog, "copy")->click();
            field<QSpinBox>(dialog, "maxMegapixels")->setValue(50);
            answer(dialog, dir.path());
            QCOMPARE(dialog.request().maxMegapixels, 50);
            dialog.accept();
        }
        ImportDialog again(facts(), &settings);
        QVERIFY(again.request().copyFiles);
        QCOMPARE(again.request().from, dir.path());
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_ImportDialog.moc"
