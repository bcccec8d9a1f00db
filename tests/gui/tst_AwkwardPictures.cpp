// SPDX-License-Identifier: GPL-3.0-or-later
//! Awkward pictures in the real window: badges on the canvas, the limit in the settings.
#include "models/store/SampleRepository.h"
#include "tests/engine/media/AwkwardFixtures.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Badge.h"

#include <QLabel>
#include <QSpinBox>

using namespace lw;
using namespace lw::tests;

namespace {

void put(const QString& folder, const char* name, const QByteArray& bytes)
{
    QVERIFY(tests::writeBytes(folder + u'/' + QLatin1String(name), bytes));
}

QString writeAwkwardFolder(const QString& folder)
{
    QDir().mkpath(folder);
    const QImage picture = pattern({200, 160});
    const QByteArray png = encoded(picture, "png");
    put(folder, "turned.jpg", withExif(jpeg(picture, false), 6));
    put(folder, "named.jpg", png);
    put(folder, "moving.gif", gif({60, 40}, 3));
    put(folder, "broken.png", png.first(60));
    return folder;
}

class AwkwardGui {
public:
    AwkwardGui()
    {
        const QString data = writeAwkwardFolder(gui.path(QStringLiteral("data")));
        dataset = gui.makeDataset(data);
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = dataset});
        gui.click("syncButton");
        gui.awaitJobs();
        [&] { QTRY_COMPARE(list().rowCount(), 4); }();
    }

    [[nodiscard]] items::SampleListModel& list() { return gui.context().project()->samples(dataset).model; }
    [[nodiscard]] int rowOf(const QString& name)
    {
        for (int row = 0; row < list().rowCount(); ++row) {
            const auto sample = store::SampleRepository(gui.store()).find(list().idAt(row));
            if (sample && sample->name == name) {
                return row;
            }
        }
        return -1;
    }
    void openOnCanvas(const QString& name)
    {
        gui.window().navigate(
            studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset, .sample = list().idAt(rowOf(name))});
    }
    /// The badges above the canvas.
    [[nodiscard]] QStringList badges()
    {
        QStringList texts;
        for (const auto* badge :
             gui.window().currentPage()->findChildren<common::Badge*>(QStringLiteral("pictureNote"))) {
            texts.append(badge->text());
        }
        return texts;
    }
    GuiFixture gui;
    domain::DatasetId dataset;
};

} // namespace

class tst_AwkwardPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badgesSayWhatIsSpecial()
    {
        AwkwardGui awkward;
        awkward.openOnCanvas(QStringLiteral("turned.jpg"));
        QTRY_COMPARE(awkward.badges(),
                     QStringList{QStringLiteral("Turned (EXIF 6): coordinates are of the turned picture")});
        auto* view = awkward.gui.find<canvas::CanvasView>("canvas");
        QCOMPARE(view->transform().imageSize(), QSizeF(160, 200));

        awkward.openOnCanvas(QStringLiteral("moving.gif"));
        QTRY_COMPARE(awkward.badges(), QStringList{QStringLiteral("Animated: the first frame is shown")});
        awkward.openOnCanvas(QStringLiteral("named.jpg"));
        QTRY_COMPARE(awkward.badges(), QStringList{QStringLiteral("Content is PNG")});
    }

    void theLimitOfTheSettingsCounts()
    {
        AwkwardGui awkward;
        awkward.gui.window().navigate(studio::Route{.page = studio::PageKind::Settings});
        auto* limit = awkward.gui.find<QSpinBox>("maxMegapixels");
        QVERIFY(limit);
        QCOMPARE(limit->value(), 1000);
        limit->setValue(100);
        QCOMPARE(awkward.gui.context().settings().maxPixels(), 100'000'000);

        QByteArray bomb = encoded(pattern({8, 8}), "png");
        qToBigEndian<quint32>(20'000, bomb.data() + 16);
        qToBigEndian<quint32>(20'000, bomb.data() + 20);
        put(awkward.gui.path(QStringLiteral("data")), "large.png", bomb);
        awkward.gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = awkward.dataset});
        awkward.gui.click("syncButton");
        awkward.gui.awaitJobs();
        QCOMPARE(awkward.rowOf(QStringLiteral("large.png")), -1);
        awkward.gui.context().settings().setMaxMegapixels(400);
        awkward.gui.click("syncButton");
        awkward.gui.awaitJobs();
        QTRY_VERIFY(awkward.rowOf(QStringLiteral("large.png")) >= 0);
    }

    void exportsSayOfWhichPictureTheCoordinatesAre()
    {
        AwkwardGui awkward;
        awkward.gui.click("exportButton");
        QDialog* dialog = awkward.gui.dialog("exportDialog");
        auto* note = dialog->findChild<QLabel*>(QStringLiteral("turnedNote"));
        QVERIFY(note);
        QTRY_VERIFY(note->isVisible());
        QVERIFY2(note->text().contains(QLatin1Char('1')), qPrintable(note->text()));
    }
};

QTEST_MAIN(tst_AwkwardPictures)
#include "tst_AwkwardPictures.moc"
