// SPDX-License-Identifier: GPL-3.0-or-later
//! The import dialog in the real window: recognise, change, look, import, cancel, bad input, drops, new datasets.
#include "engine/formats/ZipArchive.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "tests/support/TestData.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QTableWidget>

using namespace lw;
using namespace lw::tests;

namespace {

/// The window on the samples page of an empty dataset.
struct Wizard {
    explicit Wizard(studio::PageKind page = studio::PageKind::Samples)
    {
        const QString input = gui.path(QStringLiteral("input"));
        QDir().mkpath(input);
        dataset = gui.makeDataset(input);
        gui.window().navigate(studio::Route{.page = page, .dataset = dataset});
    }
    QDialog* open(const QString& from)
    {
        gui.click("importButton");
        QDialog* dialog = gui.dialog("importDialog");
        if (!from.isEmpty()) {
            [&] { GuiFixture::fill(dialog, "from", from); }();
        }
        return dialog;
    }
    [[nodiscard]] domain::DatasetCounters counters()
    {
        return store::DatasetRepository(gui.store()).find(dataset)->counters;
    }

    GuiFixture gui;
    domain::DatasetId dataset;
};

template <typename T> T* field(QDialog* dialog, const char* name)
{
    return dialog->findChild<T*>(QLatin1String(name));
}

void awaitNumber(QDialog* dialog, const char* name, const QString& number)
{
    QTRY_COMPARE(field<QLabel>(dialog, name)->text(), number);
}

void drop(QWidget* target, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at = target->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

/// Everything in a folder, hidden or not.
QStringList entriesOf(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class tst_ImportWizard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWouldComeAndImportsIt()
    {
        Wizard wizard;
        QDialog* dialog = wizard.open(writeSmallDataset(wizard.gui.path(QStringLiteral("data"))));
        QTRY_COMPARE(field<QComboBox>(dialog, "format")->currentData().toString(), QStringLiteral("voc"));
        QVERIFY(field<QLabel>(dialog, "formatReason")->text().contains(QStringLiteral("picture_0.xml")));
        awaitNumber(dialog, "foundPictures", QStringLiteral("6"));
        QCOMPARE(field<QLabel>(dialog, "foundObjects")->text(), QStringLiteral("6"));
        QCOMPARE(field<QLabel>(dialog, "foundLabels")->text(), QStringLiteral("2"));
        QCOMPARE(field<QListWidget>(dialog, "previewPictures")->count(), 6);
        QVERIFY(!field<QListWidget>(dialog, "previewPictures")->item(0)->icon().isNull());
        QCOMPARE(wizard.counters().total, 0); // nothing is written yet
        auto* labels = field<QTableWidget>(dialog, "labelMap");
        for (int row = 0; row < labels->rowCount(); ++row) {
            if (labels->item(row, 0)->text() == QLatin1String("dog")) {
                labels->item(row, 2)->setText(QStringLiteral("hound"));
            }
        }
        GuiFixture::accept(dialog);
        wizard.gui.awaitJobs();
        QTRY_COMPARE(wizard.counters().total, 6);
        QStringList names;
        const auto now = store::LabelRepository(wizard.gui.store()).list(wizard.dataset);
        for (const domain::Label& label : *now) {
            names.append(label.name);
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("cat"), QStringLiteral("hound")}));
    }

    void anArchiveIsShownAndImportedLikeAFolder()
    {
        Wizard wizard;
        const QString input = wizard.gui.path(QStringLiteral("input"));
        const QString zip = wizard.gui.path(QStringLiteral("pets.zip"));
        QVERIFY(formats::packZip(writeSmallDataset(wizard.gui.path(QStringLiteral("data"))), zip, {}));
        QDialog* dialog = wizard.open({});
        common::setFileResponder([&zip](const common::FileQuestion& question) {
            return question.filter.contains(QStringLiteral("*.zip")) ? QStringList(zip) : QStringList();
        });
        QTest::mouseClick(field<QAbstractButton>(dialog, "chooseFile"), Qt::LeftButton);
        awaitNumber(dialog, "foundPictures", QStringLiteral("6"));
        QCOMPARE(field<QComboBox>(dialog, "format")->currentData().toString(), QStringLiteral("voc"));
        QCOMPARE(field<QLabel>(dialog, "foundObjects")->text(), QStringLiteral("6"));
        auto* pictures = field<QListWidget>(dialog, "previewPictures");
        QCOMPARE(pictures->count(), 6);
        QVERIFY(!pictures->item(0)->icon().isNull());
        QCOMPARE(entriesOf(input), QStringList()); // the look is over
        GuiFixture::accept(dialog);
        wizard.gui.awaitJobs();
        QTRY_COMPARE(wizard.counters().total, 6);
        QCOMPARE(wizard.counters().labelled, 4);
        QCOMPARE(entriesOf(input), QStringList(QStringLiteral("pets")));
    }

    void aBadOrRefusedArchiveLeavesNothing()
    {
        Wizard wizard;
        const QString input = wizard.gui.path(QStringLiteral("input"));
        const QString zip = wizard.gui.path(QStringLiteral("pets.zip"));
        QVERIFY(formats::packZip(writeSmallDataset(wizard.gui.path(QStringLiteral("data"))), zip, {}));
        QFile whole(zip);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QString cut = wizard.gui.path(QStringLiteral("cut.zip"));
        writeText(cut, whole.read(400));
        QDialog* dialog = wizard.open(cut);
        auto* state = field<QWidget>(dialog, "previewState");
        const auto says = [state](const QString& words) {
            const auto labels = state->findChildren<QLabel*>();
            return state->isVisible() && std::any_of(labels.begin(), labels.end(), [&words](const QLabel* label) {
                       return label->text().contains(words);
                   });
        };
        QTRY_VERIFY(says(QStringLiteral("cut.zip")));
        QCOMPARE(entriesOf(input), QStringList());
        GuiFixture::fill(dialog, "from", zip);
        awaitNumber(dialog, "foundPictures", QStringLiteral("6"));
        QTest::mouseClick(field<QAbstractButton>(dialog, "cancel"), Qt::LeftButton);
        QTRY_VERIFY(!wizard.gui.window().findChild<QDialog*>(QStringLiteral("importDialog")));
        QTRY_COMPARE(entriesOf(input), QStringList());
        QCOMPARE(wizard.counters().total, 0);
    }

    void theFormatCanBeChanged()
    {
        Wizard wizard;
        const QString data = writeSmallDataset(wizard.gui.path(QStringLiteral("data")));
        QDialog* dialog = wizard.open(data);
        awaitNumber(dialog, "foundObjects", QStringLiteral("6"));
        auto* format = field<QComboBox>(dialog, "format");
        format->setCurrentIndex(format->findData(QStringLiteral("yolo")));
        Q_EMIT format->activated(format->currentIndex());
        awaitNumber(dialog, "foundObjects", QStringLiteral("0")); // there are no such labels
        format->setCurrentIndex(format->findData(QStringLiteral("voc")));
        Q_EMIT format->activated(format->currentIndex());
        awaitNumber(dialog, "foundObjects", QStringLiteral("6"));
    }

    void cancellingLeavesEverythingAsItWas()
    {
        Wizard wizard;
        QDialog* dialog = wizard.open(writeSmallDataset(wizard.gui.path(QStringLiteral("data"))));
        QTest::mouseClick(field<QAbstractButton>(dialog, "cancel"), Qt::LeftButton);
        QTRY_VERIFY(!wizard.gui.window().findChild<QDialog*>(QStringLiteral("importDialog")));
        QCOMPARE(wizard.gui.context().jobs().activeCount(), 0);
        QCOMPARE(wizard.counters().total, 0);
    }

    void unknownAndMissingSourcesAreNamed()
    {
        Wizard wizard;
        const QString empty = wizard.gui.path(QStringLiteral("empty"));
        QDir().mkpath(empty);
        QDialog* dialog = wizard.open(empty);
        auto* state = field<QWidget>(dialog, "previewState");
        const auto says = [state](const QString& words) {
            const auto labels = state->findChildren<QLabel*>();
            return state->isVisible() && std::any_of(labels.begin(), labels.end(), [&words](const QLabel* label) {
                       return label->text().contains(words);
                   });
        };
        QTRY_VERIFY(says(QStringLiteral("Pascal VOC")) && says(QStringLiteral("COCO")));
        QTest::mouseClick(field<QAbstractButton>(dialog, "accept"), Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        GuiFixture::fill(dialog, "from", wizard.gui.path(QStringLiteral("nowhere")));
        QTest::mouseClick(field<QAbstractButton>(dialog, "accept"), Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(!field<QLabel>(dialog, "fromError")->text().isEmpty());
    }

    void badFilesAreListedWithPlaceAndReason()
    {
        Wizard wizard;
        const QString data = writeSmallDataset(wizard.gui.path(QStringLiteral("data")));
        writeText(data + QStringLiteral("/picture_4.xml"), "<annotation>\n<object>\n</annotation>");
        writeText(data + QStringLiteral("/gone.xml"),
                  "<annotation><filename>gone.png</filename><object><name>cat</name><bndbox><xmin>1</xmin>"
                  "<ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>");
        QDialog* dialog = wizard.open(data);
        awaitNumber(dialog, "foundProblems", QStringLiteral("2"));
        auto* problems = field<QTableView>(dialog, "problemTable")->model();
        QStringList files;
        for (int row = 0; row < problems->rowCount(); ++row) {
            files.append(QFileInfo(problems->index(row, 0).data().toString()).fileName());
            QVERIFY(!problems->index(row, 2).data().toString().isEmpty());
        }
        files.sort();
        QCOMPARE(files, (QStringList{QStringLiteral("gone.xml"), QStringLiteral("picture_4.xml")}));
        QVERIFY(field<QLabel>(dialog, "previewMissing")->text().contains(u'1'));
        GuiFixture::accept(dialog);
        wizard.gui.awaitJobs();
        QTRY_COMPARE(wizard.counters().total, 6); // the good rest is in
    }

    void whatIsDroppedOnAPageIsImportedOrAdded()
    {
        Wizard wizard(studio::PageKind::Overview);
        const QString data = writeSmallDataset(wizard.gui.path(QStringLiteral("data")));
        drop(&wizard.gui.window(), data);
        QDialog* dialog = wizard.gui.dialog("importDialog");
        awaitNumber(dialog, "foundPictures", QStringLiteral("6"));
        dialog->reject();
        const QString picture = wizard.gui.path(QStringLiteral("one.png"));
        writePicture(picture, QSize(40, 30), Qt::red);
        drop(&wizard.gui.window(), picture);
        QTRY_COMPARE(wizard.counters().total, 1);
        wizard.gui.awaitJobs();
    }

    void aNewDatasetKnowsTypeAndFormatOfItsFolder()
    {
        LW_REQUIRE_DATA(data, "formats/labelme/semantic_segmentation/data_annotated");
        GuiFixture gui;
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("project"))));
        gui.window().navigate(studio::Route{.page = studio::PageKind::Datasets});
        drop(&gui.window(), data);
        QDialog* dialog = gui.dialog("newDatasetDialog");
        auto* found = field<QCheckBox>(dialog, "importFound");
        QTRY_VERIFY(found->isVisible());
        QVERIFY(field<QLabel>(dialog, "foundReason")->text().contains(QStringLiteral("LabelMe")));
        QCOMPARE(field<QComboBox>(dialog, "datasetType")->currentData().toInt(),
                 int(domain::DatasetType::ImageSegmentation));
        GuiFixture::accept(dialog);
        QTRY_VERIFY(gui.isOn(studio::PageKind::Samples));
        const domain::DatasetId id = gui.window().route().dataset;
        gui.awaitJobs();
        QTRY_COMPARE(store::DatasetRepository(gui.store()).find(id)->counters.annotations, 18);
        QCOMPARE(store::DatasetRepository(gui.store()).find(id)->counters.labelled, 3);
    }
};

QTEST_MAIN(tst_ImportWizard)
#include "tst_ImportWizard.moc"
