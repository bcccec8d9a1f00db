// SPDX-License-Identifier: GPL-3.0-or-later
//! AN-8: a process killed at random moments while gestures are made loses none that it was told is finished.
#include "models/store/Connection.h"
#include "models/store/EditRepository.h"
#include "tests/support/TempProject.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <cstdio>
#include <signal.h>

using namespace lw;

namespace {

constexpr int kKills = 220;

domain::Annotation gestureBox(qint64 n, domain::LabelId label)
{
    domain::Annotation a;
    a.id = domain::AnnotationId(n);
    a.labelId = label;
    a.order = int(n);
    a.shape = domain::Shape::box({double(n % 500), 1}, {double(n % 500) + 10, 20});
    a.author = QStringLiteral("human");
    return a;
}

/// The victim: adds one box per gesture and prints its number once the store says that it is on the disk.
int makeGestures(const QString& folder, qint64 sample, qint64 label)
{
    auto store = store::Store::open(folder);
    if (!store) {
        return 1;
    }
    const domain::SampleId id(sample);
    const auto history = store::SampleRepository(**store).history(id);
    qint64 next = history->nextAnnotation;
    for (qint64 position = history->position;; ++position, ++next) {
        domain::SampleEdit edit{domain::EditKind::AddShape, {{std::nullopt, gestureBox(next, domain::LabelId(label))}}, {}, {}};
        if (!store::EditRepository(**store).apply(id, edit, position).result()) {
            return 2;
        }
        std::printf("%lld\n", static_cast<long long>(next));
        std::fflush(stdout);
    }
}

QString integrity(const QString& file)
{
    store::Connection connection(file, store::Connection::Mode::Read);
    store::Statement& check = connection.prepare("PRAGMA integrity_check");
    check.executeStep();
    return store::textAt(check, 0);
}

} // namespace

class TestDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFinishedGestureSurvivesKill()
    {
        tests::TempProject project;
        project.addSamples(1);
        const domain::SampleId sample = project.ids().first();
        const QString folder = project.store->folder();
        const QString file = project.store->filePath();
        project.store.reset();

        QRandomGenerator random(20261122);
        qint64 finished = 0;
        qint64 interrupted = 0;
        for (int round = 0; round < kKills; ++round) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--victim"), folder, QString::number(sample.value),
                          QString::number(project.cat.value)});
            QVERIFY(victim.waitForStarted(60'000));
            // From before the first gesture to a dozen gestures in, however slow the machine is just now, and then at
            // any moment of the next one.
            QByteArray said;
            const qsizetype gestures = random.bounded(14);
            while (said.count('\n') < gestures && victim.waitForReadyRead(60'000)) {
                said += victim.readAllStandardOutput();
            }
            QThread::usleep(ulong(random.bounded(gestures == 0 ? 50'000 : 5'000)));
            ::kill(pid_t(victim.processId()), SIGKILL);
            QVERIFY(victim.waitForFinished(60'000));
            said += victim.readAllStandardOutput();
            QVERIFY(said.count('\n') >= gestures);
            const QList<QByteArray> lines = said.split('\n');
            for (const QByteArray& line : lines.mid(0, lines.size() - 1)) {
                finished = line.toLongLong();
            }

            auto store = store::Store::open(folder);
            QVERIFY2(store.has_value(), qPrintable(store ? QString() : store.error().detail));
            const auto kept = store::SampleRepository(**store).annotations(sample);
            QVERIFY(kept.has_value());
            QVERIFY2(qint64(kept->size()) >= finished, qPrintable(QStringLiteral("round %1: %2 finished, %3 kept")
                                                                      .arg(round)
                                                                      .arg(finished)
                                                                      .arg(kept->size())));
            interrupted += qint64(kept->size()) > finished ? 1 : 0;
            finished = qint64(kept->size());
            for (qint64 n = 1; n <= finished; ++n) {
                QCOMPARE(kept->at(size_t(n) - 1).shape, gestureBox(n, project.cat).shape);
            }
            const auto history = store::SampleRepository(**store).history(sample);
            QCOMPARE(history->position, finished);
            QCOMPARE(qint64(history->kinds.size()), finished);
            store->reset();
            if (round % 20 == 0) {
                QCOMPARE(integrity(file), QStringLiteral("ok"));
            }
        }
        QCOMPARE(integrity(file), QStringLiteral("ok"));
        QVERIFY2(finished > kKills, "the victims hardly got to work");
        qInfo("%d kills, %lld gestures kept, %lld of them committed but not yet told", kKills,
              static_cast<long long>(finished), static_cast<long long>(interrupted));
        project.store = std::move(*store::Store::open(folder));
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void committedWorkSurvivesReadOnlyFolder()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; });
        const QString before = project.recount();
        const QString folder = project.store->folder();
        project.store.reset();
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
        const auto refused = store::Store::open(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        // root may write anywhere, so only an ordinary user sees the refusal.
        if (!refused) {
            QCOMPARE(refused.error().code, core::ErrorCode::ReadOnly);
            QCOMPARE(refused.error().path, folder);
        }
        project.store = std::move(*store::Store::open(folder));
        QCOMPARE(project.recount(), before);
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--victim")) {
        return makeGestures(arguments.at(2), arguments.at(3).toLongLong(), arguments.at(4).toLongLong());
    }
    TestDurability test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Durability.moc"
