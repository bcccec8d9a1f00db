// SPDX-License-Identifier: GPL-3.0-or-later
//! Object rows follow the document without resets.
#include "models/document/LabelSet.h"
#include "models/document/commands/Commands.h"
#include "models/items/ObjectListModel.h"
#include "tests/support/TempProject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
namespace commands = lw::document::commands;
using items::ObjectListModel;

class TestObjectListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsEveryEdit()
    {
        tests::TempProject project;
        project.addSamples(2, [&](int i) {
            return i == 0
                       ? std::vector{project.box(project.cat, 1, 1, 50, 40), project.box(project.dog, 100, 10, 50, 50)}
                       : std::vector<domain::Annotation>();
        });
        document::SampleDocument document(*project.store);
        document::LabelSet labels(*project.store, project.dataset);
        ObjectListModel model(document, labels);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(document.load(project.ids().first()));
        QCOMPARE(model.rowCount(), 2);
        const QString author = QStringLiteral("ann");
        // The topmost comes first.
        QCOMPARE(model.index(0, ObjectListModel::LabelColumn).data().toString(), QStringLiteral("dog"));
        QCOMPARE(model.index(1, ObjectListModel::SizeColumn).data().toString(), QStringLiteral("50 × 40"));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const domain::AnnotationId added =
            commands::addShape(document, project.cat, domain::Shape::box({5, 5}, {25, 25}), author);
        QCOMPARE(model.rowOf(added), 0);
        commands::FlagChange hard;
        hard.isHard = true;
        commands::changeFlags(document, {added}, hard, author);
        QCOMPARE(model.index(0, ObjectListModel::FlagsColumn).data().toString(), QStringLiteral("hard"));
        commands::changeOrder(document, {added}, commands::OrderMove::ToBottom);
        QCOMPARE(model.rowOf(added), 2);
        commands::removeShapes(document, {model.idAt(1)});
        QCOMPARE(model.rowCount(), 2);
        commands::clearShapes(document);
        QCOMPARE(model.rowCount(), 0);
        document.undo();
        QCOMPARE(model.rowCount(), 2);
        document.undo();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(reset.count(), 0);
        QVERIFY(document.load(project.ids().last()));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestObjectListModel)
#include "tst_ObjectListModel.moc"
