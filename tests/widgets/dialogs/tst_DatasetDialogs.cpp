// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialogs about datasets and labels: what they accept, refuse, suggest and remember.
#include "tests/support/TestData.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/AttributesEditor.h"
#include "widgets/dialogs/DeleteLabelDialog.h"
#include "widgets/dialogs/DeleteSamplesDialog.h"
#include "widgets/dialogs/EditDatasetDialog.h"
#include "widgets/dialogs/LabelEditDialog.h"
#include "widgets/dialogs/LabelsEditor.h"
#include "widgets/dialogs/NewDatasetDialog.h"
#include "widgets/dialogs/PathField.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace lw;
using dialogs::NewDatasetDialog;

namespace {

template <typename Field> Field* field(QWidget& dialog, const char* name)
{
    return dialog.findChild<Field*>(QLatin1String(name));
}

domain::Label labelOf(qint64 id, const QString& name, const QString& key = {})
{
    domain::Label label;
    label.id = domain::LabelId(id);
    label.name = name;
    label.shortcut = key;
    return label;
}

} // namespace

class TestDatasetDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void onlyTypesThatWorkAreOffered()
    {
        NewDatasetDialog dialog({}, {}, nullptr);
        auto* types = field<QComboBox>(dialog, "datasetType");
        QVERIFY(types->count() > 0);
        for (int row = 0; row < types->count(); ++row) {
            QVERIFY(domain::isAvailable(static_cast<domain::DatasetType>(types->itemData(row).toInt())));
        }
        QCOMPARE(std::count_if(domain::kAllDatasetTypes.begin(), domain::kAllDatasetTypes.end(), domain::isAvailable),
                 types->count());
    }

    void nameAndOutputFollowTheInputFolder()
    {
        const QTemporaryDir dir;
        NewDatasetDialog dialog({QStringLiteral("street-photos")}, dir.path(), nullptr);
        dialog.setInputLocation(dir.filePath(QStringLiteral("street photos")));
        QCOMPARE(dialog.dataset().name, QStringLiteral("street-photos-2")); // the first is taken
        QCOMPARE(dialog.dataset().outputLocation, dir.filePath(QStringLiteral("street-photos-2")));
        // What the person types stays.
        auto* name = field<QLineEdit>(dialog, "datasetName");
        name->clear();
        QTest::keyClicks(name, QStringLiteral("mine"));
        dialog.setInputLocation(dir.filePath(QStringLiteral("other")));
        QCOMPARE(dialog.dataset().name, QStringLiteral("mine"));
        QCOMPARE(dialog.dataset().outputLocation, dir.filePath(QStringLiteral("mine")));
    }

    void badFieldsAreNamedAndKeepTheDialogOpen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("wrong");
        const QString in = QStringLiteral("/data/in");
        const QString out = QStringLiteral("/data/out");
        QTest::newRow("no name") << QString() << in << out << QStringLiteral("datasetName");
        QTest::newRow("bad name") << QStringLiteral("a b") << in << out << QStringLiteral("datasetName");
        QTest::newRow("taken name") << QStringLiteral("TAKEN") << in << out << QStringLiteral("datasetName");
        QTest::newRow("no input") << QStringLiteral("ok") << QString() << out << QStringLiteral("inputLocation");
        QTest::newRow("no output") << QStringLiteral("ok") << in << QString() << QStringLiteral("outputLocation");
        QTest::newRow("same") << QStringLiteral("ok") << in << in << QStringLiteral("outputLocation");
        QTest::newRow("inside") << QStringLiteral("ok") << in << QStringLiteral("/data/in/deep/out")
                                << QStringLiteral("outputLocation");
        QTest::newRow("inside by dots") << QStringLiteral("ok") << in << QStringLiteral("/data/x/../in/out")
                                        << QStringLiteral("outputLocation");
        QTest::newRow("beside, same beginning")
            << QStringLiteral("ok") << in << QStringLiteral("/data/in-out") << QString();
        QTest::newRow("good") << QStringLiteral("ok-1_2") << in << out << QString();
    }

    void badFieldsAreNamedAndKeepTheDialogOpen()
    {
        QFETCH(QString, name);
        QFETCH(QString, input);
        QFETCH(QString, output);
        QFETCH(QString, wrong);
        NewDatasetDialog dialog({QStringLiteral("taken")}, {}, nullptr);
        dialog.show();
        field<dialogs::PathField>(dialog, "inputLocation")->setPath(input);
        field<dialogs::PathField>(dialog, "outputLocation")->setPath(output);
        field<QLineEdit>(dialog, "datasetName")->setText(name);
        dialog.accept();
        QCOMPARE(dialog.isVisible(), !wrong.isEmpty());
        for (const char* each : {"datasetName", "inputLocation", "outputLocation"}) {
            const bool isNamed = !dialog.shownError(field<QWidget>(dialog, each)).isEmpty();
            QCOMPARE(isNamed, wrong == QLatin1String(each));
        }
    }

    void outputWithinALinkedInputIsFound()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("in/out")));
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("in")), dir.filePath(QStringLiteral("alias"))));
        QVERIFY(!dialogs::locationProblem(dir.filePath(QStringLiteral("alias")), dir.filePath(QStringLiteral("in/out")))
                     .isEmpty());
        QVERIFY(dialogs::locationProblem(dir.filePath(QStringLiteral("in/out")), dir.filePath(QStringLiteral("in")))
                    .isEmpty());
    }

    void labelsAreTypedAndPasted()
    {
        dialogs::LabelsEditor editor;
        editor.show();
        QCOMPARE(editor.addNames(QStringLiteral("RBC #ff0000\nWBC:#00ff00\r\n细胞, RBC; a/b\t\n")), 3);
        QCOMPARE(editor.labels().size(), 3U);
        QCOMPARE(QColor::fromRgb(editor.labels().at(0).colour), QColor(255, 0, 0));
        QCOMPARE(editor.labels().at(1).name, QStringLiteral("WBC"));
        QCOMPARE(editor.labels().at(2).shortcut, QStringLiteral("3"));
        auto* error = field<QLabel>(editor, "labelsError");
        QVERIFY(error->isVisible() && error->text().contains(QStringLiteral("a/b")));
        auto* input = field<QLineEdit>(editor, "newLabel");
        QTest::keyClicks(input, QStringLiteral("Platelets"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(editor.labels().size(), 4U);
        QVERIFY(input->text().isEmpty());
        QGuiApplication::clipboard()->setText(QStringLiteral("x\ny\nz"));
        field<QToolButton>(editor, "pasteLabels")->click();
        QCOMPARE(editor.labels().size(), 7U);
        auto* list = field<QTreeWidget>(editor, "labels");
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(editor.labels().front().name, QStringLiteral("WBC"));
    }

    void enterInTheLabelFieldDoesNotCloseTheDialog()
    {
        NewDatasetDialog dialog({}, {}, nullptr);
        dialog.show();
        field<dialogs::PathField>(dialog, "inputLocation")->setPath(QStringLiteral("/data/in"));
        field<dialogs::PathField>(dialog, "outputLocation")->setPath(QStringLiteral("/data/out"));
        auto* input = field<QLineEdit>(dialog, "newLabel");
        QTest::keyClicks(input, QStringLiteral("cat"));
        QTest::keyClick(input, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.dataset().labels.size(), 1U);
        QTest::keyClick(input, Qt::Key_Return); // nothing typed: now it means "create"
        QVERIFY(!dialog.isVisible());
    }

    void pathFieldTakesWhatOneTypesOrChooses()
    {
        dialogs::PathField path(common::FileQuestion::Kind::Folder, QStringLiteral("Folder"));
        path.setPath(QStringLiteral("  /a//b/../c/ "));
        QCOMPARE(path.path(), QStringLiteral("/a/c"));
        path.setPath(QStringLiteral("~/x"));
        QCOMPARE(path.path(), QString(QDir::homePath() + QStringLiteral("/x")));
        common::setFileResponder([](const common::FileQuestion&) { return QStringList{QStringLiteral("/chosen")}; });
        field<QToolButton>(path, "browse")->click();
        common::setFileResponder({});
        QCOMPARE(path.path(), QStringLiteral("/chosen"));
        path.setPath({});
        QVERIFY(path.path().isEmpty());
    }

    void editKeepsWhatIsNotShown()
    {
        domain::Dataset dataset;
        dataset.id = domain::DatasetId(5);
        dataset.uid = QStringLiteral("abc");
        dataset.name = QStringLiteral("old");
        dataset.inputLocation = QStringLiteral("/vanished/in"); // may stay as it is
        dataset.outputLocation = QStringLiteral("/vanished/out");
        dialogs::EditDatasetDialog dialog(dataset, {QStringLiteral("other")});
        dialog.show();
        auto* name = field<QLineEdit>(dialog, "datasetName");
        name->setText(QStringLiteral("other"));
        dialog.accept();
        QVERIFY(dialog.isVisible());
        name->setText(QStringLiteral("new"));
        field<QPlainTextEdit>(dialog, "description")->setPlainText(QStringLiteral("two\nlines"));
        auto* shapes = field<QComboBox>(dialog, "shapes");
        shapes->setCurrentIndex(shapes->findData(int(domain::ShapeKind::Polygon)));
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.dataset().id, dataset.id);
        QCOMPARE(dialog.dataset().uid, dataset.uid);
        QCOMPARE(dialog.dataset().name, QStringLiteral("new"));
        QCOMPARE(dialog.dataset().description, QStringLiteral("two\nlines"));
        QVERIFY(!dialog.dataset().allowsAllShapes);
        QCOMPARE(dialog.dataset().defaultShape, std::optional(domain::ShapeKind::Polygon));
    }

    void locationsFollowTheRulesOfNewDatasets()
    {
        QTemporaryDir folder;
        domain::Dataset dataset;
        dataset.name = QStringLiteral("old");
        dataset.inputLocation = folder.path();
        dataset.outputLocation = QStringLiteral("/vanished/out");
        dialogs::EditDatasetDialog dialog(dataset, {});
        dialog.show();
        auto* input = field<dialogs::PathField>(dialog, "inputLocation");
        auto* output = field<dialogs::PathField>(dialog, "outputLocation");
        QCOMPARE(input->path(), dataset.inputLocation);
        input->setPath(folder.filePath(QStringLiteral("absent")));
        QVERIFY(dialog.shownError(input).contains(QStringLiteral("does not exist")));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("new")));
        input->setPath(folder.filePath(QStringLiteral("new")));
        QVERIFY(dialog.isAcceptable());
        output->setPath(folder.filePath(QStringLiteral("new/out")));
        QCOMPARE(dialog.shownError(output), dialogs::locationProblem(input->path(), output->path()));
        QVERIFY(!dialog.shownError(output).isEmpty());
        output->setPath(folder.filePath(QStringLiteral("out"))); // is made when it is needed
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.dataset().inputLocation, folder.filePath(QStringLiteral("new")));
        QCOMPARE(dialog.dataset().outputLocation, folder.filePath(QStringLiteral("out")));
    }

    void offersEveryKindOfTheType()
    {
        domain::Dataset dataset;
        dataset.type = domain::DatasetType::ObjectDetection;
        dialogs::EditDatasetDialog dialog(dataset, {});
        dialog.show();
        auto* shapes = field<QComboBox>(dialog, "shapes");
        for (domain::ShapeKind kind : domain::shapeKindsOf(dataset.type)) {
            QVERIFY(shapes->findData(int(kind)) > 0);
        }
        QCOMPARE(shapes->findData(int(domain::ShapeKind::Mask)), -1);
        shapes->setCurrentIndex(shapes->findData(int(domain::ShapeKind::Skeleton)));
        QCOMPARE(dialog.dataset().defaultShape, domain::ShapeKind::Skeleton);
        QVERIFY(!dialog.dataset().allowsAllShapes);
        // Headings cannot be chosen.
        int headings = 0;
        for (int row = 0; row < shapes->count(); ++row) {
            const bool isHeading = !shapes->itemData(row).isValid();
            headings += isHeading ? 1 : 0;
            QCOMPARE(shapes->model()->flags(shapes->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled), !isHeading);
        }
        QCOMPARE(headings, 2);
    }

    void labelNameOfAnotherMeansMerging()
    {
        dialogs::LabelEditDialog dialog(labelOf(1, QStringLiteral("cat")),
                                        {labelOf(2, QStringLiteral("dog"), QStringLiteral("D"))});
        dialog.show();
        auto* name = field<QLineEdit>(dialog, "labelName");
        name->clear();
        QTest::keyClicks(name, QStringLiteral("dog"));
        QVERIFY(dialog.isAcceptable()); // allowed, but it is said
        name->clear();
        QTest::keyClicks(name, QStringLiteral("a/b"));
        QVERIFY(!dialog.isAcceptable());
        dialogs::LabelEditDialog fresh(labelOf(0, QString()), {labelOf(2, QStringLiteral("dog"))});
        field<QLineEdit>(fresh, "labelName")->setText(QStringLiteral("dog"));
        fresh.show();
        QVERIFY(!fresh.isAcceptable()); // a new label cannot merge
    }

    void takenShortcutsAreRefused()
    {
        dialogs::LabelEditDialog dialog(labelOf(1, QStringLiteral("cat")),
                                        {labelOf(2, QStringLiteral("dog"), QStringLiteral("D"))});
        dialog.setReservedKeys({{QStringLiteral("Ctrl+S"), QStringLiteral("Save")}});
        dialog.show();
        auto* key = field<QKeySequenceEdit>(dialog, "shortcut");
        key->setKeySequence(QKeySequence(Qt::Key_D));
        QVERIFY(!dialog.isAcceptable());
        key->setKeySequence(QKeySequence(QStringLiteral("Ctrl+S")));
        QVERIFY(!dialog.isAcceptable());
        key->setKeySequence(QKeySequence(QStringLiteral("Q, W")));
        QVERIFY(dialog.isAcceptable());
        QCOMPARE(dialog.label().shortcut, QStringLiteral("Q")); // one stroke takes a label
        field<QToolButton>(dialog, "clearShortcut")->click();
        QVERIFY(dialog.label().shortcut.isEmpty());
    }

    void attributesAreReadFromTheTable()
    {
        dialogs::AttributesEditor editor;
        editor.setAttributes({{QStringLiteral("colour"), {QStringLiteral("black"), QStringLiteral("white")}},
                              {QStringLiteral("note"), {}}});
        QCOMPARE(editor.attributes().size(), 2U);
        QCOMPARE(editor.attributes().at(0).values, (QStringList{QStringLiteral("black"), QStringLiteral("white")}));
        QVERIFY(editor.problem().isEmpty());
        editor.setAttributes(
            {{QStringLiteral("a"), {}}, {QStringLiteral("a"), {}}, {QString(), {QStringLiteral("x")}}});
        QCOMPARE(editor.attributes().size(), 2U);
        QVERIFY(!editor.problem().isEmpty());
    }

    void deletingALabelOffersThreeWays()
    {
        domain::Label label = labelOf(1, QStringLiteral("cat"));
        label.samples = 20;
        label.annotations = 55;
        dialogs::DeleteLabelDialog dialog(label, 7);
        QCOMPARE(dialog.choice(), dialogs::LabelRemoval::LabelOnly); // the gentlest is preset
        QVERIFY(field<QLabel>(dialog, "labelFacts")->text().contains(QStringLiteral("55")));
        field<QRadioButton>(dialog, "withFiles")->click();
        QCOMPARE(dialog.choice(), dialogs::LabelRemoval::WithSamplesAndFiles);
        field<QRadioButton>(dialog, "withSamples")->click();
        QCOMPARE(dialog.choice(), dialogs::LabelRemoval::WithSamples);
        dialogs::DeleteLabelDialog nothing(label, 0);
        QVERIFY(!field<QRadioButton>(nothing, "withSamples")->isEnabled());
    }

    void deletingFilesSaysWhoElseUsesThem()
    {
        dialogs::DeleteSamplesDialog dialog({3, 12, {QStringLiteral("Dataset cells")}});
        QVERIFY(!dialog.withSourceFiles());
        QCOMPARE(field<QListWidget>(dialog, "otherUsers")->count(), 1);
        const QString before = field<QLabel>(dialog, "fileWarning")->text();
        field<QCheckBox>(dialog, "withFiles")->click();
        QVERIFY(dialog.withSourceFiles());
        QVERIFY(field<QLabel>(dialog, "fileWarning")->text() != before);
    }
};

QTEST_MAIN(TestDatasetDialogs)
#include "tst_DatasetDialogs.moc"
