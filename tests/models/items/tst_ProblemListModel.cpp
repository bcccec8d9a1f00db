// SPDX-License-Identifier: GPL-3.0-or-later
//! Problem rows and their CSV form.
#include "models/items/ProblemListModel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace lw;
using items::ProblemListModel;

class TestProblemListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsFileLineAndReason()
    {
        ProblemListModel model(
            [](const core::Problem& problem) { return QString(QStringLiteral("because ") + problem.detail); });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProblems({{core::ProblemCode::FileEmpty, QStringLiteral("a.xml"), 0, QStringLiteral("x")},
                           {core::ProblemCode::ShapeClipped, QStringLiteral("b.xml"), 12, QStringLiteral("y")}},
                          20'000);
        QCOMPARE(model.index(0, ProblemListModel::FileColumn).data().toString(), QStringLiteral("a.xml"));
        QCOMPARE(model.index(0, ProblemListModel::LineColumn).data().toString(), QString());
        QCOMPARE(model.index(1, ProblemListModel::LineColumn).data().toInt(), 12);
        QCOMPARE(model.index(1, ProblemListModel::ReasonColumn).data().toString(), QStringLiteral("because y"));
        QVERIFY(model.index(1, 0).data(ProblemListModel::IsNoteRole).toBool());
        QVERIFY(!model.index(0, 0).data(ProblemListModel::IsNoteRole).toBool());
        QCOMPARE(model.total(), 20'000);
    }

    void csvIsSafeForSpreadsheets()
    {
        ProblemListModel model([](const core::Problem& problem) { return problem.detail; });
        model.setProblems(
            {{core::ProblemCode::FileEmpty, QStringLiteral("=cmd.xml"), 3, QStringLiteral("say \"no\", twice")}});
        const QByteArray csv = items::problemsToCsv(model);
        QCOMPARE(csv, QByteArray("\"File\",\"Line\",\"Reason\"\r\n\"\t=cmd.xml\",\"3\",\"say \"\"no\"\", twice\"\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestProblemListModel)
#include "tst_ProblemListModel.moc"
