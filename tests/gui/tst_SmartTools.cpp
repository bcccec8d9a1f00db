// SPDX-License-Identifier: GPL-3.0-or-later
//! Map, labels to check, auto-grouping's dialog and the filter by attribute, without the learning engine.
#include "app/scenarios/SmartVerdict.h"
#include "app/studio/smart/DoubtDialog.h"
#include "app/studio/smart/MapWindow.h"
#include "app/studio/smart/NextFlows.h"
#include "app/studio/smart/SmartRunner.h"
#include "models/store/AttributeRepository.h"
#include "models/store/ProposalRepository.h"
#include "tests/gui/support/ClassifyData.h"
#include "widgets/charts/EmbeddingMap.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/dialogs/GroupDialog.h"
#include "widgets/gallery/FilterBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>

using namespace lw;
using namespace lw::tests;

namespace {

/// All samples of the data on a diagonal.
std::vector<scenarios::MapPoint> pointsOf(ClassifyData& data)
{
    std::vector<scenarios::MapPoint> points;
    const auto count = float(data.list().rowCount());
    for (int row = 0; row < data.list().rowCount(); ++row) {
        points.push_back({data.list().idAt(row), (float(row) + 0.5F) / count, (float(row) + 0.5F) / count});
    }
    return points;
}

void setAttribute(GuiFixture& gui, ClassifyData& data, int row, const QString& value)
{
    auto set = store::AttributeRepository(gui.store())
                   .set(data.dataset, QStringLiteral("group"), value, {data.list().idAt(row)});
    QTRY_VERIFY(set.isFinished());
    QVERIFY(set.result());
}

} // namespace

class tst_SmartTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lassoOnTheMapTellsWhatItTook()
    {
        GuiFixture gui;
        ClassifyData data(gui, 8);
        data.openGallery();
        studio::MapWindow window(*gui.context().project(), data.dataset, pointsOf(data), &gui.window());
        window.show();
        auto* map = window.findChild<charts::EmbeddingMap*>(QStringLiteral("embeddingMap"));
        QVERIFY(map);
        QList<domain::SampleId> chosen;
        connect(&window, &studio::MapWindow::chosen, this, [&](const QList<domain::SampleId>& ids) { chosen = ids; });
        const auto at = [map](double x, double y) { return map->toWidget({x, y}).toPoint(); };
        QTest::mousePress(map, Qt::LeftButton, {}, at(0, 0));
        for (const QPoint& corner : {at(0.5, 0), at(0.5, 0.5), at(0, 0.5)}) {
            QTest::mouseMove(map, corner);
        }
        QTest::mouseRelease(map, Qt::LeftButton, {}, at(0, 0.5));
        QCOMPARE(chosen.size(), 4);
        QVERIFY(chosen.contains(data.list().idAt(0)) && chosen.contains(data.list().idAt(3)));
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("mapCount"))->text().contains(QStringLiteral("4")));
        QTest::mouseClick(window.findChild<QAbstractButton*>(QStringLiteral("mapClear")), Qt::LeftButton);
        QVERIFY(chosen.isEmpty());
    }

    void mapIsColouredByAttribute()
    {
        GuiFixture gui;
        ClassifyData data(gui, 6);
        data.openGallery();
        setAttribute(gui, data, 0, QStringLiteral("01"));
        setAttribute(gui, data, 1, QStringLiteral("02"));
        studio::MapWindow window(*gui.context().project(), data.dataset, pointsOf(data), &gui.window());
        window.show();
        auto* map = window.findChild<charts::EmbeddingMap*>(QStringLiteral("embeddingMap"));
        auto* by = window.findChild<QComboBox*>(QStringLiteral("mapColours"));
        QTRY_COMPARE(map->groups().size(), size_t(3)); // by state
        QTRY_COMPARE(by->count(), 3);
        by->setCurrentIndex(2);
        Q_EMIT by->activated(2);
        QTRY_COMPARE(map->groups().size(), size_t(3)); // none, 01, 02
        QTRY_COMPARE(map->groups()[1].name, QStringLiteral("01"));
        const int dot = map->field().indexOf(data.list().idAt(1));
        QCOMPARE(map->groups()[size_t(map->field().at(dot).group)].name, QStringLiteral("02"));
        by->setCurrentIndex(1);
        Q_EMIT by->activated(1);
        QTRY_COMPARE(map->groups().size(), size_t(5)); // none, three labels, several
    }

    void doubtfulLabelsAreAnsweredByOneKeyEach()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openGallery();
        scenarios::CheckLabelsOutcome doubtful;
        doubtful.kept = 2;
        for (int row = 0; row < 3; ++row) {
            doubtful.doubtful.push_back({data.list().idAt(row), data.labels[0], data.labels[1], 0.9, 0.8});
        }
        studio::DoubtDialog dialog(*gui.context().project(), data.dataset, doubtful, &gui.window());
        dialog.show();
        QList<domain::SampleId> taken;
        int undone = 0;
        QList<domain::SampleId> kept;
        bool isAskedForKept = false;
        connect(&dialog, &studio::DoubtDialog::keepRequested, this, [&](domain::SampleId sample, domain::LabelId label) {
            QCOMPARE(label, data.labels[0]);
            kept.append(sample);
        });
        connect(&dialog, &studio::DoubtDialog::keepUndone, this, [&](domain::SampleId sample) { kept.removeOne(sample); });
        connect(&dialog, &studio::DoubtDialog::keptRequested, this, [&] { isAskedForKept = true; });
        connect(&dialog, &studio::DoubtDialog::labelRequested, this, [&](domain::SampleId sample, domain::LabelId label) {
            QCOMPARE(label, data.labels[1]);
            taken.append(sample);
        });
        connect(&dialog, &studio::DoubtDialog::undoRequested, this, [&undone] { ++undone; });
        auto* list = dialog.findChild<QListWidget*>(QStringLiteral("doubtList"));
        auto* question = dialog.findChild<QLabel*>(QStringLiteral("doubtQuestion"));
        QVERIFY(question->text().contains(QStringLiteral("cat")) && question->text().contains(QStringLiteral("dog")));
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClick(list, Qt::Key_Backspace);
        QCOMPARE(taken, QList<domain::SampleId>{data.list().idAt(0)});
        QCOMPARE(list->count(), 1);
        QCOMPARE(kept, QList<domain::SampleId>{data.list().idAt(1)});
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier); // what was kept changed nothing
        QCOMPARE(undone, 0);
        QVERIFY(kept.isEmpty());
        QCOMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->currentRow(), 0);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(list, Qt::Key_Return);
        }
        QCOMPARE(list->count(), 0);
        QVERIFY(!dialog.findChild<QAbstractButton*>(QStringLiteral("doubtTake"))->isEnabled());
        QTest::keyClick(list, Qt::Key_Return); // nothing left
        QCOMPARE(taken.size(), 4);
        QTest::mouseClick(dialog.findChild<QAbstractButton*>(QStringLiteral("doubtKept")), Qt::LeftButton);
        QVERIFY(isAskedForKept && !dialog.isVisible());
    }

    void groupingAsksForAPlaceForTheResult()
    {
        dialogs::GroupDialog::Facts facts;
        facts.samples = 100;
        facts.shown = 20;
        facts.lenses = {{QStringLiteral("net-V0001"), QStringLiteral("net")}, {QStringLiteral("hand"), QStringLiteral("Built in")}};
        facts.lens = QStringLiteral("hand");
        dialogs::GroupDialog dialog(facts, nullptr, nullptr);
        dialog.show();
        QVERIFY(dialog.isAcceptable());
        QCOMPARE(dialog.choice().lens, QStringLiteral("hand"));
        auto* groups = dialog.findChild<QSpinBox*>(QStringLiteral("groups"));
        groups->setValue(1);
        QCOMPARE(groups->value(), 2);
        groups->setValue(500);
        QCOMPARE(groups->value(), 200);
        dialog.findChild<QCheckBox*>(QStringLiteral("writes"))->setChecked(false);
        QVERIFY(!dialog.isAcceptable());
        dialog.findChild<QCheckBox*>(QStringLiteral("saves"))->setChecked(true);
        QVERIFY(!dialog.isAcceptable()); // a folder is missing
        dialog.findChild<QCheckBox*>(QStringLiteral("writes"))->setChecked(true);
        dialog.findChild<QCheckBox*>(QStringLiteral("saves"))->setChecked(false);
        dialog.findChild<QComboBox*>(QStringLiteral("attribute"))->setEditText(QStringLiteral("a:b"));
        QVERIFY(!dialog.isAcceptable());
        dialog.findChild<QComboBox*>(QStringLiteral("attribute"))->setEditText(QStringLiteral(" look "));
        QVERIFY(dialog.isAcceptable());
        QCOMPARE(dialog.choice().attribute, QStringLiteral("look"));
        QVERIFY(dialog.choice().location.isEmpty());
        dialog.findChild<QComboBox*>(QStringLiteral("scope"))->setCurrentIndex(1);
        QVERIFY(dialog.choice().onlyShown);
    }

    void galleryIsFilteredByAttribute()
    {
        GuiFixture gui;
        ClassifyData data(gui, 4);
        data.openGallery();
        setAttribute(gui, data, 0, QStringLiteral("01"));
        setAttribute(gui, data, 1, QStringLiteral("01"));
        setAttribute(gui, data, 2, QStringLiteral("02"));
        auto* filters = gui.find<gallery::FilterBar>("filterBar");
        domain::SampleFilter filter;
        filter.attributes = {{QStringLiteral("group"), {QStringLiteral("01")}}};
        filters->setFilter(filter);
        Q_EMIT filters->filterChanged(filter);
        QTRY_COMPARE(data.list().rowCount(), 2);
        // It comes back with the settings.
        gallery::FilterBar other(gui.context().project()->labels(data.dataset));
        QVERIFY(other.restoreState(filters->saveState()));
        QCOMPARE(other.filter().attributes, filter.attributes);
        auto* values = filters->findChild<QListWidget*>(QStringLiteral("attributeValues"));
        QVERIFY(values);
        filters->setAttributes({{QStringLiteral("group"), {{QStringLiteral("01"), 2}, {QStringLiteral("02"), 1}}}});
        QCOMPARE(values->count(), 2);
        values->item(1)->setCheckState(Qt::Checked);
        QTRY_COMPARE(data.list().rowCount(), 1);
    }

    void galleryIsFilteredByWhyPicturesAreHard()
    {
        GuiFixture gui;
        ClassifyData data(gui, 4);
        data.openGallery();
        using domain::HardReason;
        const auto propose = [&](int row, const domain::HardReasons& reasons) {
            domain::Annotation said;
            said.labelId = data.labels[0];
            said.shape = domain::Shape::wholeSample();
            said.confidence = 0.4;
            return domain::Proposal{data.list().idAt(row), {said}, {true, 0.9, reasons}};
        };
        store::ProposalRepository proposals(gui.store());
        domain::SmartRun run;
        run.jobId = QStringLiteral("smart-V0001");
        run.dataset = data.dataset;
        const QString author = domain::modelAuthor(run.jobId);
        const std::vector<domain::Proposal> said{propose(0, {HardReason::LowConfidence}),
                                                 propose(1, {HardReason::NarrowMargin, HardReason::LowConfidence})};
        auto begun = proposals.begin(run, author);
        auto written = proposals.write(run.jobId, author, 0, 2, said);
        QTRY_VERIFY(written.isFinished());
        QVERIFY(begun.result() && written.result());
        auto* filters = gui.find<gallery::FilterBar>("filterBar");
        auto* narrow = filters->findChild<QCheckBox*>(QStringLiteral("hardReason_narrow_margin"));
        auto* unsure = filters->findChild<QCheckBox*>(QStringLiteral("hardReason_low_confidence"));
        QVERIFY(narrow && unsure);
        narrow->setChecked(true);
        QTRY_COMPARE(data.list().rowCount(), 1);
        QCOMPARE(data.list().idAt(0), said[1].sample);
        unsure->setChecked(true);
        QTRY_COMPARE(data.list().rowCount(), 2);
        gallery::FilterBar other(gui.context().project()->labels(data.dataset));
        QVERIFY(other.restoreState(filters->saveState()));
        QCOMPARE(other.filter().hardReasons, filters->filter().hardReasons);
        // What is not hard has no reason.
        filters->findChild<QAbstractButton*>(QStringLiteral("hardNot"))->click();
        QVERIFY(!narrow->isChecked());
        const auto first = [&] { return store::SampleRepository(gui.store()).find(data.list().idAt(0)); };
        QTRY_VERIFY(first() && !first()->isHard);
        QCOMPARE(data.list().rowCount(), 2);
    }

    void samplesToLabelNextAreShownAndWalked()
    {
        GuiFixture gui;
        ClassifyData data(gui, 8);
        data.openGallery();
        const QList<domain::SampleId> next{data.list().idAt(5), data.list().idAt(2), data.list().idAt(7)};
        auto* page = gui.window().currentPage();
        auto* flows = page->findChild<studio::NextFlows*>();
        QVERIFY(flows);
        auto* bar = gui.find<QWidget>("nextBar");
        QVERIFY(!bar->isVisible());
        gui.context().smart()->setNext(data.dataset, next);
        Q_EMIT flows->found(next);
        QTRY_COMPARE(data.list().rowCount(), 3);
        QCOMPARE(data.list().idAt(0), next[0]); // the most useful first
        QTRY_VERIFY(bar->isVisible());
        auto* text = gui.find<common::ElidedLabel>("nextCounts");
        QTRY_VERIFY(text->text().contains(QStringLiteral("3 of 3")));
        gui.click("openNext");
        QTRY_VERIFY(gui.isOn(studio::PageKind::Canvas));
        QCOMPARE(data.shown(), next[0]);
        // A label, then on to the next one that teaches the most.
        gui.find<QWidget>("picture")->setFocus();
        QTest::keyClick(gui.find<QWidget>("picture"), Qt::Key_1);
        QTRY_COMPARE(data.counters().labelled, 1);
        if (data.shown() == next[0]) {
            gui.trigger("canvas.nextUseful");
        }
        QTRY_COMPARE(data.shown(), next[1]);
        gui.trigger("canvas.back");
        QTRY_VERIFY(gui.isOn(studio::PageKind::Samples));
        QTRY_VERIFY(gui.find<common::ElidedLabel>("nextCounts")->text().contains(QStringLiteral("2 of 3")));
        gui.click("leaveNext");
        QTRY_COMPARE(data.list().rowCount(), 8);
        QVERIFY(!gui.find<QWidget>("nextBar")->isVisible());
    }

    void aPoorRunIsToldAboveTheGalleryUntilItIsClosed()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openGallery();
        QVERIFY(!gui.find<QWidget>("smartVerdictBar")->isVisible());
        store::ProposalRepository proposals(gui.store());
        const auto enter = [&](const QString& id, const QJsonObject& about) {
            domain::SmartRun run;
            run.jobId = id;
            run.dataset = data.dataset;
            auto begun = proposals.begin(run, domain::modelAuthor(id));
            auto done = proposals.finish(id, about);
            QTRY_VERIFY(done.isFinished());
            QVERIFY(begun.result() && done.result());
        };
        const QJsonObject vain{{QStringLiteral("mode"), QStringLiteral("fast")},
                               {QStringLiteral("looked"), 344},
                               {QStringLiteral("labelled"), 20},
                               {scenarios::kFoundNothing, true}};
        enter(QStringLiteral("smart-V0001"), vain);
        QTRY_VERIFY(gui.find<QWidget>("smartVerdictBar")->isVisible());
        QVERIFY(gui.find<QLabel>("smartVerdict")->text().contains(QStringLiteral("344")));
        QVERIFY(gui.find<QLabel>("smartAdvice")->text().contains(QStringLiteral("20")));
        gui.click("verdictClose");
        QVERIFY(!gui.find<QWidget>("smartVerdictBar")->isVisible());
        gui.window().navigate(studio::Route{.page = studio::PageKind::Overview, .dataset = data.dataset});
        data.openGallery();
        gui.restart();
        data.openGallery();
        QTRY_VERIFY(gui.find<QWidget>("smartVerdictBar"));
        QVERIFY(!gui.find<QWidget>("smartVerdictBar")->isVisible());
    }

    void proposalsOfASelectionAreRejectedInOneStep()
    {
        GuiFixture gui;
        ClassifyData data(gui, 1);
        data.addLabelledByModel(3);
        data.openGallery();
        gui.find<QTabBar>("stateTabs")->setCurrentIndex(3);
        QTRY_COMPARE(data.list().rowCount(), 3);
        QTest::keyClick(gui.find<QWidget>("gallery"), Qt::Key_A, Qt::ControlModifier);
        gui.click("reject");
        QTRY_COMPARE(data.counters().toConfirm, 0);
        QCOMPARE(data.counters().annotations, 0);
        gui.trigger("samples.undo");
        QTRY_COMPARE(data.counters().toConfirm, 3);
    }
};

QTEST_MAIN(tst_SmartTools)
#include "tst_SmartTools.moc"
