// SPDX-License-Identifier: GPL-3.0-or-later
//! Every code has a sentence that names what it knows.
#include "app/scenarios/Messages.h"
#include "models/domain/Words.h"

#include <QTest>

using namespace lw;

class tst_Sentences final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasASentence()
    {
        for (int code = 0; code <= int(core::ErrorCode::Internal); ++code) {
            const QString bare = scenarios::errorText({core::ErrorCode(code), {}, {}, 0});
            QVERIFY2(!bare.isEmpty(), qPrintable(QString::number(code)));
            const QString full =
                scenarios::errorText({core::ErrorCode(code), QStringLiteral("DETAIL"), QStringLiteral("/p/f.xml"), 7});
            QVERIFY2(full.startsWith(QStringLiteral("/p/f.xml, line 7: ")), qPrintable(full));
            QVERIFY(!full.contains(u'%'));
        }
    }

    void everyProblemHasAReason()
    {
        for (int code = 0; code <= int(core::ProblemCode::FileShared); ++code) {
            for (const QString& detail : {QString(), QStringLiteral("DETAIL")}) {
                const core::Problem problem{core::ProblemCode(code), QStringLiteral("/p/f.xml"), 3, detail};
                const QString reason = scenarios::problemReason(problem);
                QVERIFY2(reason.endsWith(u'.'), qPrintable(QString::number(code)));
                QVERIFY2(!reason.contains(u'%'), qPrintable(reason));
                QCOMPARE(scenarios::problemText(problem), QStringLiteral("/p/f.xml, line 3: ") + reason);
            }
        }
    }

    void aDetailMayContainPercentSigns()
    {
        const core::Problem problem{core::ProblemCode::FieldMissing, QStringLiteral("100%1.xml"), 0,
                                    QStringLiteral("50%2")};
        QCOMPARE(scenarios::problemText(problem), QStringLiteral("100%1.xml: The field “50%2” is missing."));
    }

    void sentencesOfScenariosAreNotQuoted()
    {
        QCOMPARE(scenarios::errorText({core::ErrorCode::InvalidArgument, QStringLiteral("Not like this."), {}, 0}),
                 QStringLiteral("Not like this."));
        QCOMPARE(scenarios::errorText({core::ErrorCode::InvalidArgument, QStringLiteral("a!b"), {}, 0}),
                 QStringLiteral("“a!b” is not allowed here."));
    }

    void everyKindStateAndTypeHasAName()
    {
        for (int kind = 0; kind <= int(domain::TaskKind::DeleteSamples); ++kind) {
            QVERIFY(!domain::taskKindText(domain::TaskKind(kind)).isEmpty());
        }
        for (int state = 0; state <= int(domain::TaskState::Interrupted); ++state) {
            QVERIFY(!domain::taskStateText(domain::TaskState(state)).isEmpty());
        }
        for (domain::DatasetType type : domain::kAllDatasetTypes) {
            QVERIFY(!domain::typeText(type).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Sentences)
#include "tst_Sentences.moc"
