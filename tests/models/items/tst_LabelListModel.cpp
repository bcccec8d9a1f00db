// SPDX-License-Identifier: GPL-3.0-or-later
//! Label rows: values, edits that reach the store, order.
#include "models/document/LabelSet.h"
#include "models/items/LabelListModel.h"
#include "tests/support/TempProject.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
using items::LabelListModel;

namespace {

QStringList namesOf(const LabelListModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names.append(model.index(row, 0).data().toString());
    }
    return names;
}

} // namespace

class TestLabelListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheLabelSet()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        LabelListModel model(labels);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(namesOf(model), (QStringList{QStringLiteral("cat"), QStringLiteral("dog")}));
        project.addSamples(3, [&](int) {
            return std::vector{project.box(project.cat, 1, 1, 9, 9), project.box(project.cat, 20, 1, 9, 9)};
        });
        QTRY_COMPARE(model.index(0, LabelListModel::AnnotationsColumn).data().toInt(), 6);
        QCOMPARE(model.index(0, LabelListModel::SamplesColumn).data().toInt(), 3);
        (void)labels.create(QStringLiteral("鸟"));
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(model.idAt(2)), 2);
    }

    void editsReachTheStore()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        LabelListModel model(labels);
        QVERIFY(model.setData(model.index(1, 0), true, LabelListModel::HiddenRole));
        QVERIFY(model.setData(model.index(1, 0), true, LabelListModel::LockedRole));
        QVERIFY(model.setData(model.index(1, 0), QColor(1, 2, 3), LabelListModel::ColourRole));
        QVERIFY(model.setData(model.index(1, 0), QStringLiteral("Q"), LabelListModel::ShortcutRole));
        QVERIFY(!model.setData(model.index(1, 0), QStringLiteral("Q"), LabelListModel::ShortcutRole));
        const auto stored = [&] { return store::LabelRepository(*project.store).list(project.dataset)->at(1); };
        QTRY_COMPARE(stored().shortcut, QStringLiteral("Q"));
        QVERIFY(stored().isHidden);
        QVERIFY(stored().isLocked);
        QCOMPARE(QColor::fromRgb(stored().colour), QColor(1, 2, 3));
    }

    void refusedEditShowsTheOldValueAgain()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        LabelListModel model(labels);
        const QSignalSpy failed(&model, &LabelListModel::editFailed);
        QVERIFY(model.setData(model.index(0, 0), QStringLiteral("Q"), LabelListModel::ShortcutRole));
        QTRY_COMPARE(labels.labels().at(0).shortcut, QStringLiteral("Q"));
        QVERIFY(model.setData(model.index(1, 0), QStringLiteral("Q"), LabelListModel::ShortcutRole)); // taken
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(model.index(1, 0).data(LabelListModel::ShortcutRole).toString(), QString());
    }

    void renamingIsOnlyAskedFor()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        LabelListModel model(labels);
        const QSignalSpy asked(&model, &LabelListModel::renameRequested);
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("  lynx ")));
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("cat")));
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral(" ")));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<domain::LabelId>(), project.cat);
        QCOMPARE(asked.first().at(1).toString(), QStringLiteral("lynx"));
        QCOMPARE(namesOf(model).first(), QStringLiteral("cat"));
    }

    void orderSurvivesInTheStore()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        (void)labels.create(QStringLiteral("eel"));
        QTRY_COMPARE(labels.labels().size(), 3U);
        LabelListModel model(labels);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.moveLabel(0, 3);
        const QStringList expected{QStringLiteral("dog"), QStringLiteral("eel"), QStringLiteral("cat")};
        QCOMPARE(namesOf(model), expected);
        const auto storedNames = [&] {
            QStringList names;
            const auto stored = store::LabelRepository(*project.store).list(project.dataset);
            for (const domain::Label& label : *stored) {
                names.append(label.name);
            }
            return names;
        };
        QTRY_COMPARE(storedNames(), expected);
        QTRY_COMPARE(namesOf(model), expected);
        // By drag and drop onto the first row.
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(2, 0)}));
        model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, model.index(0, 0));
        QCOMPARE(namesOf(model).first(), QStringLiteral("cat"));
        QTRY_COMPARE(storedNames().first(), QStringLiteral("cat"));
    }
};

QTEST_GUILESS_MAIN(TestLabelListModel)
#include "tst_LabelListModel.moc"
