// SPDX-License-Identifier: GPL-3.0-or-later
//! The installer's parts that can be checked without installing: scripts, test summary, desktop files, file type.
#include "tests/support/TestData.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Outcome {
    int code = -1;
    QStringList lines;
};

Outcome runProgram(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(600'000))
        return {};
    const QString output = QString::fromUtf8(process.readAll()).trimmed();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, output.split(QLatin1Char('\n'))};
}

QString installerFile(const QString& name)
{
    return lw::tests::sourceDir() + QStringLiteral("/installer/") + name;
}

QString testCase(const QString& name, const QString& status, const QString& inner)
{
    return QStringLiteral("\t<testcase name=\"%1\" classname=\"%1\" time=\"0.1\" status=\"%2\">\n%3\n\t</testcase>\n")
        .arg(name, status, inner);
}

QString totals(int passed, int failed, int skipped)
{
    return QStringLiteral(
               "\t\t<system-out>Config: x\nTotals: %1 passed, %2 failed, %3 skipped, 0 blacklisted, 5ms\n</system-out>")
        .arg(passed)
        .arg(failed)
        .arg(skipped);
}

/// A file with the head of an SQLite database that carries `applicationId` (big endian, offset 68).
QByteArray databaseHead(quint32 applicationId)
{
    QByteArray head("SQLite format 3\0", 16);
    head.resize(100, '\0');
    for (int i = 0; i < 4; ++i)
        head[68 + i] = char(applicationId >> (24 - 8 * i));
    return head;
}

} // namespace

class tst_Installer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScriptParses()
    {
        const QFileInfoList scripts = QDir(installerFile({})).entryInfoList({QStringLiteral("*.sh")}, QDir::Files);
        QVERIFY(scripts.size() >= 5);
        for (const QFileInfo& script : scripts) {
            const Outcome outcome = runProgram(QStringLiteral("bash"), {QStringLiteral("-n"), script.filePath()});
            QVERIFY2(outcome.code == 0, qPrintable(outcome.lines.join(QLatin1Char('\n'))));
        }
    }

    void summaryAddsUpAllPrograms_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        const QString good = testCase(QStringLiteral("a"), QStringLiteral("run"), totals(5, 0, 0));
        const QString empty = QStringLiteral("\t\t<system-out></system-out>");
        QTest::newRow("all good") << QString(good + good) << QStringLiteral("10 passed, 0 failed") << 0;
        QTest::newRow("skips are named") << QString(good + testCase(QStringLiteral("b"), QStringLiteral("run"),
                                                                    totals(1, 0, 2)))
                                         << QStringLiteral("6 passed, 0 failed, 2 skipped") << 0;
        QTest::newRow("failures are counted once")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("fail"), totals(3, 2, 0)))
            << QStringLiteral("8 passed, 2 failed") << 1;
        QTest::newRow("crash without totals is a failure")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("fail"), empty))
            << QStringLiteral("5 passed, 1 failed") << 1;
        QTest::newRow("crash after good totals is a failure")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("fail"), totals(4, 0, 0)))
            << QStringLiteral("9 passed, 1 failed") << 1;
        QTest::newRow("program that is not there is a failure")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("notrun"),
                                       QStringLiteral("\t\t<skipped message=\"Unable to find executable\"/>")))
            << QStringLiteral("5 passed, 1 failed") << 1;
        QTest::newRow("program that asks to be skipped is none")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("notrun"),
                                       QStringLiteral("\t\t<skipped message=\"SKIP_RETURN_CODE=77\"/>")))
            << QStringLiteral("5 passed, 0 failed, 1 skipped") << 0;
        QTest::newRow("plain program is one test")
            << QString(good + testCase(QStringLiteral("b"), QStringLiteral("run"), empty))
            << QStringLiteral("6 passed, 0 failed") << 0;
        QTest::newRow("nothing ran") << QString() << QStringLiteral("0 passed, 0 failed") << 1;
    }
    void summaryAddsUpAllPrograms()
    {
        QFETCH(QString, report);
        QFETCH(QString, line);
        QFETCH(int, code);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("tests.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(report.toUtf8());
        file.close();
        const Outcome outcome =
            runProgram(QStringLiteral("awk"),
                       {QStringLiteral("-f"), installerFile(QStringLiteral("summary.awk")), file.fileName()});
        QCOMPARE(outcome.lines.last(), line);
        QCOMPARE(outcome.code, code);
    }

    void xmlFilesAreWellFormed()
    {
        for (const char* name :
             {"labelwright-mime.xml", "labelwright.metainfo.xml.in", "application-x-labelwright-project.svg"}) {
            QFile file(installerFile(QStringLiteral("linux/") + QLatin1String(name)));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            QXmlStreamReader reader(&file);
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
    }

    void desktopEntryIsValid()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate")).isEmpty())
            QSKIP("desktop-file-validate is not installed");
        const Outcome outcome = runProgram(QStringLiteral("desktop-file-validate"),
                                           {installerFile(QStringLiteral("linux/labelwright.desktop"))});
        QCOMPARE(outcome.lines.join(QLatin1Char('\n')), QString());
        QCOMPARE(outcome.code, 0);
    }

    void projectFileIsRecognisedByNameAndContent()
    {
        QTemporaryDir data;
        const QString packages = data.filePath(QStringLiteral("mime/packages"));
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(installerFile(QStringLiteral("linux/labelwright-mime.xml")),
                            packages + QStringLiteral("/labelwright.xml")));
        // Our type must win against the general one, as it does where both are installed side by side.
        const QString general = QStringLiteral("/usr/share/mime/packages/freedesktop.org.xml");
        if (QFile::exists(general))
            QVERIFY(QFile::copy(general, packages + QStringLiteral("/freedesktop.org.xml")));
        qputenv("XDG_DATA_DIRS", QFile::encodeName(data.path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(data.filePath(QStringLiteral("none"))));
        const QMimeDatabase types;
        const QString ours = QStringLiteral("application/x-labelwright-project");
        QVERIFY(types.mimeTypeForName(ours).isValid());
        QCOMPARE(types.mimeTypeForFile(QStringLiteral("x.labelwright"), QMimeDatabase::MatchExtension).name(), ours);
        QCOMPARE(types.mimeTypeForData(databaseHead(0x4C574A31)).name(), ours);
        QVERIFY(types.mimeTypeForData(databaseHead(0x12345678)).name() != ours);
    }

    void testAndRunScriptsInstallTheSamePackagesThatTheBuildNeeds()
    {
        QFile cmake(lw::tests::sourceDir() + QStringLiteral("/CMakeLists.txt"));
        QVERIFY(cmake.open(QIODevice::ReadOnly));
        const QByteArray wanted = cmake.readAll();
        QFile packages(installerFile(QStringLiteral("packages.sh")));
        QVERIFY(packages.open(QIODevice::ReadOnly));
        const QByteArray listed = packages.readAll();
        const std::pair<const char*, const char*> needs[] = {
            {"SQLiteCpp", "libsqlitecpp-dev"},  {"libturbojpeg", "libturbojpeg0-dev"},
            {"pugixml", "libpugixml-dev"},      {"simdjson", "libsimdjson-dev"},
            {"tl-expected", "libexpected-dev"}, {"CLI11", "libcli11-dev"},
            {"Charts", "qt6-charts-dev"},       {"Svg", "qt6-svg-dev"},
            {"LinguistTools", "qt6-tools-dev"},
        };
        for (const auto& [component, package] : needs) {
            if (wanted.contains(component))
                QVERIFY2(listed.contains(package), package);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Installer)
#include "tst_Installer.moc"
