// SPDX-License-Identifier: GPL-3.0-or-later
//! Filters by chip and field, tabs, the selection bar.
#include "models/document/LabelSet.h"
#include "tests/support/TempProject.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/FilterState.h"
#include "widgets/gallery/SelectionBar.h"
#include "widgets/gallery/StateTabs.h"

#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

using namespace lw;
using domain::SampleFilter;
using gallery::FilterBar;

class TestFilterBar : public QObject {
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
        m_bar = std::make_unique<FilterBar>(*m_labels);
        m_bar->resize(1000, 80);
        m_bar->show();
    }

    void cleanup() { m_bar.reset(); }

    void labelsCombineToOneFilter()
    {
        const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        QWidget* page = open("filterLabels");
        auto* list = page->findChild<QListWidget*>(QStringLiteral("labelList"));
        QCOMPARE(list->count(), 2);
        list->item(0)->setCheckState(Qt::Checked);
        list->item(1)->setCheckState(Qt::Checked);
        page->findChild<QRadioButton*>(QStringLiteral("allLabels"))->click();
        QCOMPARE(changed.count(), 3);
        QCOMPARE(m_bar->filter().labels, (QList<domain::LabelId>{m_project->cat, m_project->dog}));
        QVERIFY(m_bar->filter().needsAllLabels);
        QCOMPARE(chipText("filterLabels"), QStringLiteral("cat + dog"));
        // The cross on the chip takes only this criterion away.
        SampleFilter filter = m_bar->filter();
        filter.isHard = true;
        m_bar->setFilter(filter);
        chip("filterLabels")->findChild<QToolButton*>(QStringLiteral("chipRemove"))->click();
        QVERIFY(m_bar->filter().labels.isEmpty());
        QVERIFY(m_bar->filter().isHard.has_value());
    }

    void pickedSamplesCanOnlyBeLetGoOf()
    {
        const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        QVERIFY(!chip("filterPicked")->isVisible());
        QVERIFY(!m_bar->findChild<QAction*>(QStringLiteral("filterPicked")));
        SampleFilter filter;
        filter.samples = {domain::SampleId(3), domain::SampleId(7)};
        m_bar->setFilter(filter);
        QVERIFY(chip("filterPicked")->isVisible());
        QVERIFY(chipText("filterPicked").contains(u'2'));
        m_bar->filterByLabel(m_project->cat);
        QCOMPARE(m_bar->filter().samples, filter.samples);
        chip("filterPicked")->findChild<QToolButton*>(QStringLiteral("chipRemove"))->click();
        QVERIFY(m_bar->filter().samples.isEmpty());
        QCOMPARE(m_bar->filter().labels, QList<domain::LabelId>{m_project->cat});
        QCOMPARE(changed.count(), 2);
        QVERIFY(!chip("filterPicked")->isVisible());
    }

    void hardMarkFilters()
    {
        QWidget* page = open("filterHard");
        page->findChild<QRadioButton*>(QStringLiteral("hardNot"))->click();
        QCOMPARE(m_bar->filter().isHard, std::optional(false));
        page->findChild<QRadioButton*>(QStringLiteral("hardAny"))->click();
        QVERIFY(m_bar->filter().isEmpty());
    }

    void creationTimeFilters()
    {
        QWidget* page = open("filterCreated");
        page->findChild<QRadioButton*>(QStringLiteral("createdDay"))->click();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(qAbs(now - *m_bar->filter().createdFrom - 86'400'000) <
                60'000 + 3'600'000); // a day, give or take summer time
        QVERIFY(!m_bar->filter().createdTo);
        page->findChild<QDateEdit*>(QStringLiteral("createdFrom"))->setDate(QDate(2026, 1, 2));
        page->findChild<QDateEdit*>(QStringLiteral("createdTo"))->setDate(QDate(2026, 1, 3));
        page->findChild<QRadioButton*>(QStringLiteral("createdCustom"))->click();
        QCOMPARE(*m_bar->filter().createdFrom, QDate(2026, 1, 2).startOfDay().toMSecsSinceEpoch());
        QCOMPARE(*m_bar->filter().createdTo, QDate(2026, 1, 4).startOfDay().toMSecsSinceEpoch()); // the whole last day
    }

    void foldersAndAnnotatorsAreAskedForAndChosen()
    {
        const QSignalSpy asked(m_bar.get(), &FilterBar::choicesRequested);
        QWidget* page = open("filterFolder");
        QCOMPARE(asked.count(), 1);
        m_bar->setFolders({QString(), QStringLiteral("train"), QStringLiteral("test")});
        auto* list = page->findChild<QListWidget*>(QStringLiteral("choices"));
        QCOMPARE(list->count(), 3); // "Any" and the two
        list->setCurrentRow(2);
        QCOMPARE(m_bar->filter().folder, QStringLiteral("test"));
        m_bar->setFolders({QStringLiteral("train")}); // vanished meanwhile: stays chosen
        QCOMPARE(m_bar->filter().folder, QStringLiteral("test"));
        QWidget* people = open("filterAuthor");
        m_bar->setAuthors({QStringLiteral("ann")});
        people->findChild<QListWidget*>(QStringLiteral("choices"))->setCurrentRow(1);
        QCOMPARE(m_bar->filter().author, QStringLiteral("ann"));
        QCOMPARE(m_bar->filter().folder, QStringLiteral("test"));
    }

    void rangesLeaveOpenEndsOpen()
    {
        QWidget* page = open("filterConfidence");
        page->findChild<QDoubleSpinBox*>(QStringLiteral("confidenceMax"))->setValue(0.5);
        QVERIFY(!m_bar->filter().minConfidence);
        QCOMPARE(m_bar->filter().maxConfidence, std::optional(0.5));
        QWidget* size = open("filterSize");
        size->findChild<QSpinBox*>(QStringLiteral("widthMin"))->setValue(640);
        size->findChild<QDoubleSpinBox*>(QStringLiteral("bytesMax"))->setValue(2.0);
        QCOMPARE(m_bar->filter().minWidth, std::optional(640));
        QCOMPARE(m_bar->filter().maxBytes, std::optional<qint64>(2 * 1024 * 1024));
        QVERIFY(!m_bar->filter().maxWidth && !m_bar->filter().minBytes);
    }

    void typedTextFiltersAfterAPause()
    {
        const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        auto* search = m_bar->findChild<QLineEdit*>(QStringLiteral("searchSamples"));
        QTest::keyClicks(search, QStringLiteral("blood"));
        Q_EMIT m_labels->changed(); // somebody labels meanwhile: what is typed stays
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_bar->filter().text, QStringLiteral("blood"));
        m_bar->clear();
        QVERIFY(search->text().isEmpty());
    }

    void setFilterShowsWithoutSending()
    {
        const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
        SampleFilter filter;
        filter.text = QStringLiteral("abc");
        filter.labels = {m_project->dog};
        filter.state = domain::SampleState::Labelled; // belongs to the tabs
        m_bar->setFilter(filter);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!m_bar->filter().state);
        QCOMPARE(m_bar->findChild<QLineEdit*>(QStringLiteral("searchSamples"))->text(), QStringLiteral("abc"));
        QCOMPARE(chipText("filterLabels"), QStringLiteral("dog"));
        m_bar->findChild<QToolButton*>(QStringLiteral("clearFilters"))->click();
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_bar->filter().isEmpty());
    }

    void stateIsRememberedWithoutUnknownLabels()
    {
        SampleFilter filter;
        filter.labels = {m_project->cat, domain::LabelId(999)};
        filter.isHard = false;
        filter.minConfidence = 0.25;
        filter.createdFrom = 1'700'000'000'000;
        filter.maxBytes = 5'000'000'000;
        filter.folder = QStringLiteral("a/b");
        m_bar->setFilter(filter);
        m_bar->setSort(domain::SampleSort::Confidence, true);
        const QByteArray state = m_bar->saveState();
        FilterBar other(*m_labels);
        QVERIFY(other.restoreState(state));
        filter.labels = {m_project->cat};
        QCOMPARE(other.filter(), filter);
        QCOMPARE(other.sort(), domain::SampleSort::Confidence);
        QVERIFY(other.isDescending());
        QVERIFY(!other.restoreState(QByteArray("rubbish")));
        QCOMPARE(other.filter(), filter);
    }

    void orderIsChosenFromAMenu()
    {
        const QSignalSpy changed(m_bar.get(), &FilterBar::sortChanged);
        auto* button = m_bar->findChild<QToolButton*>(QStringLiteral("sort"));
        button->menu()->actions().at(1)->trigger();  // file name
        button->menu()->actions().last()->trigger(); // descending
        QCOMPARE(changed.count(), 2);
        QCOMPARE(m_bar->sort(), domain::SampleSort::Name);
        QVERIFY(m_bar->isDescending());
    }

    void chipsThatAreNotSetStayAway()
    {
        QVERIFY(chip("filterLabels")->isVisible());
        QVERIFY(!chip("filterSize")->isVisible());
        SampleFilter filter;
        filter.minWidth = 10;
        m_bar->setFilter(filter);
        QVERIFY(chip("filterSize")->isVisible());
        m_bar->clear();
        QVERIFY(!chip("filterSize")->isVisible());
    }

    void tabsShowCountersAndSendChoices()
    {
        gallery::StateTabs tabs;
        tabs.setCounters({364, 91, 270, 3, 0, 4886});
        QVERIFY(tabs.tabText(2).contains(QStringLiteral("270")));
        const QSignalSpy chosen(&tabs, &gallery::StateTabs::stateChosen);
        tabs.setState(domain::SampleState::ToConfirm);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(tabs.state(), std::optional(domain::SampleState::ToConfirm));
        tabs.setCurrentIndex(0);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!tabs.state());
    }

    void selectionBarOffersActionsForASelection()
    {
        gallery::SelectionBar bar;
        bar.setCounts(0, 10);
        auto* remove = bar.findChild<QToolButton*>(QStringLiteral("delete"));
        QVERIFY(!remove->isEnabled());
        bar.setCounts(3, 10);
        QVERIFY(bar.findChild<QLabel*>(QStringLiteral("selectionText"))->text().contains(QStringLiteral("3")));
        const QSignalSpy deleted(&bar, &gallery::SelectionBar::deleteRequested);
        const QSignalSpy hard(&bar, &gallery::SelectionBar::markHardRequested);
        remove->click();
        QCOMPARE(deleted.count(), 1);
        bar.findChild<QAction*>(QStringLiteral("unmarkHard"))->trigger();
        QCOMPARE(hard.first().first().toBool(), false);
    }

private:
    QWidget* chip(const char* name)
    {
        return m_bar->findChild<QWidget*>(QString(QLatin1String(name) + QStringLiteral("Chip")));
    }

    QString chipText(const char* name)
    {
        return chip(name)->findChild<QToolButton*>(QStringLiteral("chipButton"))->text();
    }

    /// Opens the popover of a criterion and returns its fields.
    QWidget* open(const char* name)
    {
        chip(name)->findChild<QToolButton*>(QStringLiteral("chipButton"))->click();
        return chip(name)->findChild<QWidget*>(QLatin1String(name));
    }

    std::unique_ptr<tests::TempProject> m_project;
    std::unique_ptr<document::LabelSet> m_labels;
    std::unique_ptr<FilterBar> m_bar;
};

QTEST_MAIN(TestFilterBar)
#include "tst_FilterBar.moc"
