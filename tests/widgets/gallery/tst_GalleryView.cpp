// SPDX-License-Identifier: GPL-3.0-or-later
//! The gallery under mouse and keys, with a million samples, and what it asks the thumbnail source for.
#include "models/document/LabelSet.h"
#include "models/items/SampleListModel.h"
#include "tests/models/items/SyntheticSource.h"
#include "tests/support/TempProject.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/GalleryTools.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

using namespace lw;
using domain::SampleId;
using gallery::GalleryView;
using gallery::ThumbnailState;
using gallery::ViewMode;

namespace {

/// Thumbnails in one colour per sample, there at once or when the test says so.
class TestThumbnails final : public gallery::ThumbnailSource {
public:
    gallery::Thumbnail request(const gallery::ThumbnailRequest& request) override
    {
        requested.insert(request.sample);
        lastPath = request.path;
        if (broken.contains(request.sample)) {
            return {ThumbnailState::Broken, {}, {}};
        }
        if (isSlow && !done.contains(request.sample)) {
            return {ThumbnailState::Pending, {}, {}};
        }
        QPixmap pixmap(request.edge, request.edge * 3 / 4);
        pixmap.fill(colourOf(request.sample));
        return {ThumbnailState::Ready, pixmap, {}};
    }

    void cancel(SampleId sample) override { cancelled.insert(sample); }

    static QColor colourOf(SampleId sample) { return QColor::fromHsv(int(sample.value * 37 % 360), 200, 200); }

    QSet<SampleId> requested, cancelled, done, broken;
    QString lastPath;
    bool isSlow = false;
};

} // namespace

class TestGalleryView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        common::applyTheme(*qApp, common::ThemeMode::Light);
        m_project = std::make_unique<tests::TempProject>();
        m_labels = std::make_unique<document::LabelSet>(*m_project->store, m_project->dataset);
    }

    void cleanupTestCase()
    {
        m_labels.reset();
        m_project.reset();
    }

    void init()
    {
        m_source = std::make_unique<tests::SyntheticSource>();
        m_model = std::make_unique<items::SampleListModel>(*m_source);
        m_thumbnails = std::make_unique<TestThumbnails>();
        m_view = std::make_unique<GalleryView>(
            GalleryView::Services{m_model.get(), m_thumbnails.get(), m_labels.get(), QStringLiteral("/in")});
        m_view->resize(800, 600);
    }

    void cleanup()
    {
        m_view.reset();
        m_thumbnails.reset();
        m_model.reset();
    }

    void showsAMillionSamplesAndTouchesOnlyTheVisible()
    {
        m_model->setIds(tests::idRange(1, 1'000'000));
        settle();
        QVERIFY(m_source->rowsRead < 500);
        QVERIFY(m_thumbnails->requested.size() < 200);
        // Wherever one scrolls to, cells show the samples that belong there.
        QScrollBar* bar = m_view->verticalScrollBar();
        for (int step = 0; step <= 20; ++step) {
            bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 20));
            settle();
            const gallery::RowRange shown = m_view->visibleRows();
            const int row = (shown.first + shown.last) / 2;
            const QImage picture = m_view->viewport()->grab().toImage();
            const QRect cell = m_view->visualRect(row);
            QCOMPARE(picture.pixel(QPoint(cell.center().x(), cell.top() + cell.height() / 3)),
                     TestThumbnails::colourOf(SampleId(row + 1)).rgb());
        }
        QCOMPARE(m_view->visibleRows().last, 999'999);
        QCOMPARE(m_thumbnails->lastPath.left(4), QStringLiteral("/in/"));
    }

    void scrolledPixelsEqualFreshlyPaintedOnes()
    {
        m_model->setIds(tests::idRange(1, 5000));
        settle();
        for (int delta : {-40, -200, -120, 60, -1000, 90}) {
            QWheelEvent wheel(QPointF(300, 300), m_view->mapToGlobal(QPointF(300, 300)), {0, delta}, {0, 0},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_view->viewport(), &wheel);
            settle();
        }
        const QImage scrolled = m_view->viewport()->grab().toImage();
        m_view->viewport()->repaint();
        QCOMPARE(m_view->viewport()->grab().toImage(), scrolled);
    }

    void skeletonsStandInUntilRowsAreRead()
    {
        m_model->setIds(tests::idRange(1, 100));
        m_view->show();
        (void)m_view->grab(); // painting alone reads nothing
        QCOMPARE(m_source->reads, 0);
        QVERIFY(!m_view->isSettled());
        settle();
        QVERIFY(m_source->reads > 0);
    }

    void cancelsWhatScrolledAway()
    {
        m_thumbnails->isSlow = true;
        m_model->setIds(tests::idRange(1, 10'000));
        m_view->show();
        QTRY_VERIFY(m_thumbnails->requested.contains(SampleId(1)));
        QVERIFY(!m_view->isSettled());
        m_view->scrollToRow(9000);
        QTRY_VERIFY(m_thumbnails->cancelled.contains(SampleId(1)));
        QTRY_VERIFY(m_thumbnails->requested.contains(SampleId(9001)));
        QVERIFY(!m_thumbnails->cancelled.contains(SampleId(9001)));
    }

    void showsThumbnailsAsTheyArrive()
    {
        m_thumbnails->isSlow = true;
        m_model->setIds({SampleId(1), SampleId(2)});
        m_view->show();
        QTRY_VERIFY(m_thumbnails->requested.contains(SampleId(2)));
        m_thumbnails->done = {SampleId(1), SampleId(2)};
        Q_EMIT m_thumbnails->ready(SampleId(1));
        Q_EMIT m_thumbnails->ready(SampleId(2));
        QTRY_VERIFY(m_view->isSettled());
        const QRect cell = m_view->visualRect(1);
        QCOMPARE(m_view->viewport()->grab().toImage().pixel(cell.center().x(), cell.top() + cell.height() / 3),
                 TestThumbnails::colourOf(SampleId(2)).rgb());
    }

    void clicksSelectLikeInAFileManager()
    {
        m_model->setIds(tests::idRange(1, 50));
        settle();
        const QSignalSpy changed(m_view.get(), &GalleryView::selectionChanged);
        click(2);
        QCOMPARE(changed.count(), 1);
        click(4, Qt::ShiftModifier);
        click(7, Qt::ControlModifier);
        QCOMPARE(m_view->selectedIds(), (QList<SampleId>{SampleId(3), SampleId(4), SampleId(5), SampleId(8)}));
        click(0);
        QCOMPARE(m_view->selectedIds(), QList<SampleId>{SampleId(1)});
        // The tick mark adds without a key.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier,
                          m_view->visualRect(1).topLeft() + QPoint(20, 20));
        QCOMPARE(m_view->selectedCount(), 2);
        // Empty space clears.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {2, 2});
        QCOMPARE(m_view->selectedCount(), 0);
    }

    void rubberBandSelectsWhatItTouches()
    {
        m_model->setIds(tests::idRange(1, 50));
        settle();
        const QSignalSpy changed(m_view.get(), &GalleryView::selectionChanged);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {2, 2});
        QTest::mouseMove(m_view->viewport(), m_view->visualRect(0).center());
        QTest::mouseMove(m_view->viewport(), m_view->visualRect(1).center());
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, m_view->visualRect(1).center());
        QCOMPARE(m_view->selectedIds(), (QList<SampleId>{SampleId(1), SampleId(2)}));
        QCOMPARE(changed.count(), 1); // one gesture
    }

    void keysMoveExtendToggleAndOpen()
    {
        m_model->setIds(tests::idRange(1, 1000));
        settle();
        m_view->setFocus();
        const QSignalSpy opened(m_view.get(), &GalleryView::openRequested);
        const int columns = columnCount();
        key(Qt::Key_Right);
        QCOMPARE(m_view->currentId(), SampleId(2));
        key(Qt::Key_Down);
        QCOMPARE(m_view->currentRow(), 1 + columns);
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedCount(), 2);
        key(Qt::Key_End);
        QCOMPARE(m_view->currentId(), SampleId(1000));
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(999)));
        key(Qt::Key_PageUp);
        QVERIFY(m_view->currentRow() < 999);
        key(Qt::Key_Home, Qt::ShiftModifier);
        QVERIFY(m_view->selectedCount() > 900);
        key(Qt::Key_Right, Qt::ControlModifier); // moves only
        QCOMPARE(m_view->currentRow(), 1);
        key(Qt::Key_Space);
        QVERIFY(!m_view->isSelected(1));
        key(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<SampleId>(), SampleId(2));
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_view->selectedCount(), 1000);
        key(Qt::Key_Escape);
        QCOMPARE(m_view->selectedCount(), 0);
    }

    void deleteKeyAsksOnlyWithASelection()
    {
        m_model->setIds(tests::idRange(1, 10));
        settle();
        const QSignalSpy asked(m_view.get(), &GalleryView::deleteRequested);
        key(Qt::Key_Delete);
        QCOMPARE(asked.count(), 0);
        m_view->selectAll();
        key(Qt::Key_Delete);
        QCOMPARE(asked.count(), 1);
    }

    void selectsThePageOrEverything()
    {
        m_model->setIds(tests::idRange(1, 1'000'000));
        settle();
        m_view->scrollToRow(5000);
        settle();
        m_view->selectPage();
        const gallery::RowRange shown = m_view->visibleRows();
        QCOMPARE(m_view->selectedCount(), shown.last - shown.first + 1);
        m_view->invertSelection();
        QCOMPARE(m_view->selectedCount(), 1'000'000 - (shown.last - shown.first + 1));
        m_view->selectAll();
        QCOMPARE(m_view->selectedIds().size(), 1'000'000);
    }

    void selectionSurvivesChangesOfTheList()
    {
        m_model->setIds(tests::idRange(1, 3000));
        settle();
        m_view->setCurrentId(SampleId(2000));
        const QSignalSpy changed(m_view.get(), &GalleryView::selectionChanged);
        QList<SampleId> fewer = tests::idRange(1, 3000);
        fewer.remove(10, 5);
        m_model->setIds(fewer); // rows go
        QCOMPARE(m_view->selectedIds(), QList<SampleId>{SampleId(2000)});
        std::reverse(fewer.begin(), fewer.end());
        m_model->setIds(fewer); // another order: a reset
        QCOMPARE(m_view->selectedIds(), QList<SampleId>{SampleId(2000)});
        QCOMPARE(m_view->currentId(), SampleId(2000));
        QCOMPARE(changed.count(), 0);
        m_model->setIds(tests::idRange(1, 1000)); // it is gone
        QCOMPARE(m_view->selectedCount(), 0);
        QVERIFY(changed.count() > 0);
    }

    void repaintsSamplesThatChanged()
    {
        m_model->setIds(tests::idRange(1, 10));
        settle();
        const QImage before = m_view->viewport()->grab().toImage();
        m_source->hard = {SampleId(2)};
        store::Change change;
        change.touch(store::Change::Samples, SampleId(2));
        m_model->applyChange(change);
        settle();
        const QImage after = m_view->viewport()->grab().toImage();
        QVERIFY(after.copy(m_view->visualRect(1)) != before.copy(m_view->visualRect(1)));
        QCOMPARE(after.copy(m_view->visualRect(2)), before.copy(m_view->visualRect(2)));
    }

    void keepsItsPlaceWhenModeOrSizeChange()
    {
        m_model->setIds(tests::idRange(1, 100'000));
        settle();
        m_view->scrollToRow(50'000);
        settle();
        const int top = m_view->visibleRows().first;
        m_view->setViewMode(ViewMode::List);
        QVERIFY(qAbs(m_view->visibleRows().first - top) < 10);
        m_view->setViewMode(ViewMode::Grid);
        m_view->setThumbnailEdge(320);
        QVERIFY(m_view->visibleRows().first <= top && m_view->visibleRows().last >= top);
        m_view->setThumbnailEdge(9999);
        QCOMPARE(m_view->thumbnailEdge(), GalleryView::kMaxEdge);
        m_view->resize(500, 400);
        QVERIFY(m_view->visibleRows().first <= top && m_view->visibleRows().last >= top);
    }

    void clickOnALabelChipAsksForThatLabel()
    {
        // Sample 3 has three boxes: one of label 1, two of label 2.
        m_model->setIds({SampleId(3)});
        settle();
        const QSignalSpy clicked(m_view.get(), &GalleryView::labelClicked);
        const QRect cell = m_view->visualRect(0);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {cell.left() + 16, cell.bottom() - 14});
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first().first().value<domain::LabelId>(), domain::LabelId(2));
    }

    void contextMenuSelectsWhatIsUnderIt()
    {
        m_model->setIds(tests::idRange(1, 10));
        settle();
        const QSignalSpy asked(m_view.get(), &GalleryView::contextMenuRequested);
        const QPoint at = m_view->visualRect(3).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<SampleId>(), SampleId(4));
        QCOMPARE(m_view->selectedIds(), QList<SampleId>{SampleId(4)});
    }

    void takesDroppedFiles()
    {
        settle();
        const QSignalSpy dropped(m_view.get(), &GalleryView::filesDropped);
        QMimeData data;
        data.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/a/b.jpg")), QUrl(QStringLiteral("https://example.org/c.jpg"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toStringList(), QStringList{QStringLiteral("/a/b.jpg")});
    }

    void outlinesAreDrawnOnDemand()
    {
        m_model->setIds({SampleId(3)});
        settle();
        const QImage plain = m_view->viewport()->grab().toImage();
        m_view->setOverlayShown(true);
        QVERIFY(m_view->viewport()->grab().toImage() != plain);
    }

    void toolsSteerTheView()
    {
        m_model->setIds(tests::idRange(1, 10));
        gallery::GalleryTools tools(*m_view);
        const QSignalSpy changed(&tools, &gallery::GalleryTools::changed);
        tools.findChild<QToolButton*>(QStringLiteral("list"))->click();
        QCOMPARE(m_view->viewMode(), ViewMode::List);
        tools.findChild<QToolButton*>(QStringLiteral("overlay"))->click();
        QVERIFY(m_view->isOverlayShown());
        tools.findChild<QToolButton*>(QStringLiteral("grid"))->click();
        auto* slider = tools.findChild<QSlider*>(QStringLiteral("thumbnailSize"));
        slider->setValue(200);
        QCOMPARE(m_view->thumbnailEdge(), 200);
        m_view->setThumbnailEdge(120);
        QCOMPARE(slider->value(), 120);
        QVERIFY(changed.count() >= 4);
    }

private:
    void settle()
    {
        m_view->show();
        QTRY_VERIFY(m_view->isSettled());
        (void)m_view->grab();
        QTRY_VERIFY(m_view->isSettled());
    }

    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, m_view->visualRect(row).center());
    }

    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(code), modifiers);
    }

    [[nodiscard]] int columnCount() const
    {
        int columns = 1;
        while (m_view->visualRect(columns).top() == m_view->visualRect(0).top()) {
            ++columns;
        }
        return columns;
    }

    std::unique_ptr<tests::TempProject> m_project;
    std::unique_ptr<document::LabelSet> m_labels;
    std::unique_ptr<tests::SyntheticSource> m_source;
    std::unique_ptr<items::SampleListModel> m_model;
    std::unique_ptr<TestThumbnails> m_thumbnails;
    std::unique_ptr<GalleryView> m_view;
};

QTEST_MAIN(TestGalleryView)
#include "tst_GalleryView.moc"
