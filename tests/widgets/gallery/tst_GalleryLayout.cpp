// SPDX-License-Identifier: GPL-3.0-or-later
//! Arithmetic of cells, sets of rows and the habits of selection, at any length of list.
#include "widgets/gallery/GalleryLayout.h"
#include "widgets/gallery/GallerySelection.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using namespace lw::gallery;

namespace {

GalleryLayout layoutOf(ViewMode mode, int count, const QSize& viewport = {820, 600})
{
    GalleryLayout layout;
    layout.setMetrics({mode, mode == ViewMode::Grid ? QSize(150, 180) : QSize(0, 40), 10,
                       mode == ViewMode::Grid ? 0 : 24, viewport, count});
    return layout;
}

QSet<int> rowsOf(const RowRanges& ranges)
{
    QSet<int> rows;
    for (const RowRange& range : ranges.ranges()) {
        for (int row = range.first; row <= range.last; ++row) {
            rows.insert(row);
        }
    }
    return rows;
}

} // namespace

class TestGalleryLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointOfACellLeadsBackToItsRow_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("count");
        for (int count : {1, 7, 1'000'000, 200'000'000}) {
            QTest::addRow("grid of %d", count) << int(ViewMode::Grid) << count;
            QTest::addRow("list of %d", count) << int(ViewMode::List) << count;
        }
    }

    void everyPointOfACellLeadsBackToItsRow()
    {
        QFETCH(int, mode);
        QFETCH(int, count);
        const GalleryLayout layout = layoutOf(static_cast<ViewMode>(mode), count);
        for (qint64 offset : {qint64(0), layout.maximumOffset() / 3, layout.maximumOffset()}) {
            const RowRange shown = layout.visible(offset);
            QVERIFY(shown.first >= 0 && shown.last >= shown.first && shown.last < count);
            for (int row = shown.first; row <= shown.last; ++row) {
                const QRect cell = layout.rect(row, offset);
                for (const QPoint& point : {cell.topLeft(), cell.center(), cell.bottomRight()}) {
                    if (point.y() >= layout.metrics().header) {
                        QCOMPARE(layout.rowAt(point, offset), row);
                    }
                }
            }
        }
    }

    void lastRowIsWhollyVisibleAtTheEnd()
    {
        const GalleryLayout layout = layoutOf(ViewMode::Grid, 200'000'000);
        QVERIFY(layout.contentHeight() > std::numeric_limits<int>::max());
        QCOMPARE(layout.visible(layout.maximumOffset()).last, 199'999'999);
        const QRect last = layout.rect(199'999'999, layout.maximumOffset());
        QVERIFY(last.bottom() < 600);
    }

    void sectionsBeginOnLinesOfTheirOwn()
    {
        for (const ViewMode mode : {ViewMode::Grid, ViewMode::List}) {
            GalleryLayout layout = layoutOf(mode, 1000);
            layout.setSections({0, 2, 9, 500}, 30);
            const int columns = layout.columns();
            for (const qint64 offset : {qint64(0), layout.maximumOffset() / 2, layout.maximumOffset()}) {
                const RowRange shown = layout.visible(offset);
                QVERIFY(shown.last >= shown.first);
                for (int row = shown.first; row <= shown.last; ++row) {
                    if (layout.rect(row, offset).center().y() > 24) {
                        QCOMPARE(layout.rowAt(layout.rect(row, offset).center(), offset), row);
                    }
                }
            }
            QCOMPARE(layout.rect(2, 0).left(), layout.rect(0, 0).left());
            QCOMPARE(layout.sectionRect(1, 0).bottom() + 1, layout.rect(2, 0).top());
            QVERIFY(layout.sectionRect(1, 0).top() >= layout.rect(1, 0).bottom());
            QCOMPARE(layout.rowAt(layout.sectionRect(1, 0).center(), 0), -1);
            QCOMPARE(layout.visibleSections(0).first, 0);
            QVERIFY(layout.rect(999, layout.maximumOffset()).bottom() < 600);
            QCOMPARE(layout.offsetOf(9),
                     layout.sectionRect(2, 0).top() - layout.metrics().header - (mode == ViewMode::Grid ? 10 : 0));
            // Down from the first line of a section leads to the next, and back.
            QCOMPARE(layout.rowBeside(0, 1), columns > 1 ? 2 : 1);
            QCOMPARE(layout.rowBeside(columns > 1 ? 2 : 1, -1), 0);
            QCOMPARE(layout.rowBeside(999, 1), 999);
            QCOMPARE(layout.rowBeside(0, 100'000), 999);
        }
    }

    void gapsBelongToNoRow()
    {
        const GalleryLayout layout = layoutOf(ViewMode::Grid, 20);
        QCOMPARE(layout.columns(), 5);
        QCOMPARE(layout.rowAt({5, 50}, 0), -1);
        QCOMPARE(layout.rowAt({layout.rect(0, 0).right() + 3, 50}, 0), -1);
        QCOMPARE(layout.rowAt({50, layout.rect(0, 0).bottom() + 5}, 0), -1);
        QCOMPARE(layout.rowAt({50, layout.rect(19, 0).bottom() + 50}, 0), -1);
        QVERIFY(layoutOf(ViewMode::Grid, 0).visible(0).last < 0);
    }

    void rubberBandMeetsTheRightCells()
    {
        const GalleryLayout layout = layoutOf(ViewMode::Grid, 23);
        const QRect from = layout.rect(6, 0);
        const QRect to = layout.rect(13, 0);
        const RowRanges rows = layout.rowsIn(from.center().x(), to.center().x(), from.center().y(), to.center().y());
        QCOMPARE(rowsOf(rows), (QSet<int>{6, 7, 8, 11, 12, 13}));
    }

    void scrollsAsLittleAsNeeded()
    {
        const GalleryLayout layout = layoutOf(ViewMode::Grid, 1000);
        QCOMPARE(layout.offsetToShow(0, 0), 0);
        QCOMPARE(layout.offsetToShow(1, 0), 0);
        const qint64 shown = layout.offsetToShow(500, 0);
        QVERIFY(layout.rect(500, shown).bottom() < 600);
        QVERIFY(layout.rect(500, shown).top() > 300); // at the lower edge
        QCOMPARE(layout.offsetToShow(500, shown), shown);
        QVERIFY(layout.rect(0, layout.offsetToShow(0, shown)).top() >= 0);
    }

    void setsOfRowsBehaveLikeSets()
    {
        QRandomGenerator random(11);
        RowRanges ranges;
        QSet<int> expected;
        for (int round = 0; round < 3000; ++round) {
            const int first = random.bounded(200);
            const int last = first + random.bounded(20);
            switch (random.bounded(5)) {
            case 0:
                ranges.add(first, last);
                for (int row = first; row <= last; ++row) {
                    expected.insert(row);
                }
                break;
            case 1:
                ranges.remove(first, last);
                for (int row = first; row <= last; ++row) {
                    expected.remove(row);
                }
                break;
            case 2:
                ranges.toggle(first);
                if (!expected.remove(first)) {
                    expected.insert(first);
                }
                break;
            case 3: {
                ranges.insertRows(first, 3);
                QSet<int> moved;
                for (int row : std::as_const(expected)) {
                    moved.insert(row >= first ? row + 3 : row);
                }
                expected = moved;
                break;
            }
            default: {
                ranges.removeRows(first, last);
                QSet<int> moved;
                for (int row : std::as_const(expected)) {
                    if (row < first || row > last) {
                        moved.insert(row > last ? row - (last - first + 1) : row);
                    }
                }
                expected = moved;
            }
            }
            QCOMPARE(rowsOf(ranges), expected);
            QCOMPARE(ranges.count(), expected.size());
            for (size_t i = 1; i < ranges.ranges().size(); ++i) {
                QVERIFY(ranges.ranges()[i].first > ranges.ranges()[i - 1].last + 1); // sorted, never touching
            }
        }
    }

    void selectionFollowsTheHabitsOfFileManagers()
    {
        GallerySelection selection;
        selection.click(3, Qt::NoModifier);
        selection.click(6, Qt::ShiftModifier);
        QCOMPARE(rowsOf(selection.rows()), (QSet<int>{3, 4, 5, 6}));
        selection.click(1, Qt::ShiftModifier); // from the same anchor
        QCOMPARE(rowsOf(selection.rows()), (QSet<int>{1, 2, 3}));
        selection.click(8, Qt::ControlModifier);
        selection.click(10, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rowsOf(selection.rows()), (QSet<int>{1, 2, 3, 8, 9, 10}));
        selection.click(2, Qt::ControlModifier);
        QCOMPARE(rowsOf(selection.rows()), (QSet<int>{1, 3, 8, 9, 10}));
        selection.move(4, Qt::ControlModifier);
        QCOMPARE(selection.current(), 4);
        QVERIFY(!selection.contains(4));
        selection.toggleCurrent();
        QVERIFY(selection.contains(4));
        selection.invert(12);
        QCOMPARE(rowsOf(selection.rows()), (QSet<int>{0, 2, 5, 6, 7, 11}));
        selection.selectAll(1'000'000);
        QCOMPARE(selection.count(), 1'000'000);
        QCOMPARE(selection.rows().ranges().size(), 1U);
    }

    void currentRowStaysOnItsSample()
    {
        GallerySelection selection;
        selection.click(10, Qt::NoModifier);
        selection.rowsRemoved(2, 4, 20);
        QCOMPARE(selection.current(), 7);
        QVERIFY(selection.contains(7));
        selection.rowsInserted(0, 5);
        QCOMPARE(selection.current(), 12);
        selection.rowsRemoved(12, 24, 12); // itself and all after it
        QCOMPARE(selection.current(), 11);
        QCOMPARE(selection.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGalleryLayout)
#include "tst_GalleryLayout.moc"
