// SPDX-License-Identifier: GPL-3.0-or-later
//! Saved job parameters come back, are replaced and deleted, and have sensible names.
#include "app/scenarios/ParameterSets.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace lw;
using namespace lw::scenarios;

class tst_ParameterSets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesReplacesAndDeletes()
    {
        const QTemporaryDir folder;
        QVERIFY(parameterSets(folder.path()).empty());
        domain::ParameterSet set{QStringLiteral("quick try"), QStringLiteral("for a look"), QStringLiteral("resnet18"),
                                 {{QStringLiteral("seconds"), 30}}, 0};
        QVERIFY(saveParameterSet(folder.path(), set));
        set.values[QStringLiteral("seconds")] = 60;
        QVERIFY(saveParameterSet(folder.path(), set));
        const auto sets = parameterSets(folder.path());
        QCOMPARE(sets.size(), size_t(1));
        QCOMPARE(sets.front().name, set.name);
        QCOMPARE(sets.front().description, set.description);
        QCOMPARE(sets.front().values, set.values);
        QVERIFY(sets.front().changedAt > 0);
        QVERIFY(removeParameterSet(folder.path(), set.name));
        QVERIFY(parameterSets(folder.path()).empty());
        QCOMPARE(removeParameterSet(folder.path(), set.name).error().code, core::ErrorCode::NotFound);
    }

    void refusesNamesThatLeadElsewhere()
    {
        const QTemporaryDir folder;
        for (const char* name : {"", "../x", "a/b", ".hidden", " x", "a:b"}) {
            const domain::ParameterSet set{QLatin1String(name), {}, QStringLiteral("resnet18"), {}, 0};
            const auto saved = saveParameterSet(folder.path(), set);
            QVERIFY2(!saved, name);
            QCOMPARE(saved.error().code, core::ErrorCode::InvalidArgument);
        }
        QVERIFY(isParameterSetName(QStringLiteral("快速")));
    }

    void brokenFilesAreLeftOut()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("job-parameters")));
        QFile file(folder.filePath(QStringLiteral("job-parameters/broken.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"algorithm\": ");
        file.close();
        QVERIFY(parameterSets(folder.path()).empty());
    }
};

QTEST_GUILESS_MAIN(tst_ParameterSets)
#include "tst_ParameterSets.moc"
