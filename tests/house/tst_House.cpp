// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules of the house that the linker does not see: who includes whom, where SQL and windows may be, headers that
//! compile alone, the first lines of every file.
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

struct SourceFile {
    QString path; ///< relative to the root
    QString text;
};

QList<SourceFile> sourcesBelow(const QStringList& folders)
{
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator walk(lw::tests::sourceDir() + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                          QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly)) {
                files.append({QDir(lw::tests::sourceDir()).relativeFilePath(file.fileName()),
                              QString::fromUtf8(file.readAll())});
            }
        }
    }
    return files;
}

const QStringList kLayers = {QStringLiteral("models"), QStringLiteral("engine"), QStringLiteral("widgets"),
                             QStringLiteral("app")};

QStringList includesOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s+[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList includes;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        includes.append(match.next().captured(1));
    }
    return includes;
}

/// Folders of the project that a file of `path` may include.
QStringList allowed(const QString& path)
{
    const QString layer = path.section(u'/', 0, 0);
    if (layer == QLatin1String("models")) {
        return {QStringLiteral("models/"), QStringLiteral("resources/")};
    }
    if (path.startsWith(QLatin1String("engine/learn/"))) {
        return {QStringLiteral("engine/learn/")}; // it is built without the rest, too
    }
    if (layer == QLatin1String("engine")) {
        return {QStringLiteral("engine/"), QStringLiteral("models/core/"), QStringLiteral("models/domain/")};
    }
    if (layer == QLatin1String("widgets")) {
        return {QStringLiteral("widgets/"), QStringLiteral("models/"), QStringLiteral("resources/")};
    }
    return {QStringLiteral("app/"), QStringLiteral("widgets/"), QStringLiteral("models/"), QStringLiteral("engine/"),
            QStringLiteral("resources/")};
}

bool startsWithOneOf(const QString& text, const QStringList& prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString& p) { return text.startsWith(p); });
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersIncludeOnlyWhatTheyMayKnow()
    {
        static const QStringList ours = {QStringLiteral("app/"), QStringLiteral("widgets/"), QStringLiteral("models/"),
                                         QStringLiteral("engine/")};
        const QList<SourceFile> files = sourcesBelow(kLayers);
        QVERIFY(files.size() > 100);
        QStringList broken;
        for (const SourceFile& file : files) {
            for (const QString& include : includesOf(file.text)) {
                if (startsWithOneOf(include, ours) && !startsWithOneOf(include, allowed(file.path))) {
                    broken.append(file.path + QStringLiteral(" includes ") + include);
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void windowsStayOutOfModelsAndEngine()
    {
        static const QRegularExpression widgets(QStringLiteral(
            "^(QtWidgets|QWidget|QMainWindow|QDialog|QMessageBox|QApplication|QFileDialog|QLabel|QPushButton|QMenu|QtCharts)"));
        QStringList broken;
        for (const SourceFile& file : sourcesBelow({QStringLiteral("models"), QStringLiteral("engine")})) {
            for (const QString& include : includesOf(file.text)) {
                if (include.contains(widgets)) {
                    broken.append(file.path + QStringLiteral(" includes ") + include);
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void learningEngineKnowsNoQt()
    {
        static const QRegularExpression qt(QStringLiteral("^(Qt|Q[A-Z])"));
        const QList<SourceFile> files = sourcesBelow({QStringLiteral("engine/learn")});
        QVERIFY(files.size() > 50);
        QStringList broken;
        for (const SourceFile& file : files) {
            for (const QString& include : includesOf(file.text)) {
                if (include.contains(qt)) {
                    broken.append(file.path + QStringLiteral(" includes ") + include);
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void databaseStaysInTheStore()
    {
        static const QRegularExpression sql(QStringLiteral("SQLite::|sqlite3_|QSqlQuery|models/store/Connection\\.h"));
        QStringList broken;
        for (const SourceFile& file : sourcesBelow(kLayers)) {
            if (!file.path.startsWith(QLatin1String("models/store/")) && file.text.contains(sql)) {
                broken.append(file.path);
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void everyFileSaysItsLicenceAndJob()
    {
        QStringList broken;
        for (const SourceFile& file : sourcesBelow(kLayers + QStringList{QStringLiteral("tests")})) {
            const QString second = file.text.section(u'\n', 1, 1);
            if (!file.text.startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later\n")) ||
                !second.startsWith(QLatin1String("//! "))) {
                broken.append(file.path);
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void deadContextsAreNeverHandedToFutures()
    {
        // QFuture::then() with a context aborts when the context is gone (Qt 6.4); core::whenDone() does not.
        static const QRegularExpression then(QStringLiteral("\\.then\\((this|context|m_)"));
        QStringList broken;
        for (const SourceFile& file : sourcesBelow(kLayers)) {
            if (file.text.contains(then)) {
                broken.append(file.path);
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void publicHeadersCompileAlone()
    {
        // The build compiles chains of headers (HeaderCheck.cmake); here is shown that they prove what they should: all
        // headers are in them, each right after one that it includes itself, or first.
        QFile chains(QStringLiteral(LW_HEADER_CHAINS));
        QVERIFY(chains.open(QIODevice::ReadOnly));
        QSet<QString> proven;
        for (const QString& chain : QString::fromUtf8(chains.readAll()).split(QStringLiteral("\n\n"))) {
            QString previous;
            for (const QString& header : includesOf(chain)) {
                QFile file(lw::tests::sourceDir() + u'/' + header);
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(header));
                const QStringList includes = includesOf(QString::fromUtf8(file.readAll()));
                QVERIFY2(previous.isEmpty() || includes.contains(previous), qPrintable(header));
                proven.insert(header);
                previous = header;
            }
        }
        QVERIFY(proven.size() > 50);
        QStringList missing;
        for (const SourceFile& file : sourcesBelow({QStringLiteral("models"), QStringLiteral("engine")})) {
            // A header that says it is private is read by its neighbours only.
            if (file.path.endsWith(QLatin1String(".h")) && !proven.contains(file.path) &&
                !file.text.section(u'\n', 1, 1).contains(QLatin1String("Private to"))) {
                missing.append(file.path);
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void testsWaitPatiently()
    {
        // A busy machine must not fail a test: QTRY_ macros wait a minute (tests/support/Patience.h), and whoever names
        // a limit gives half of that at least. The limits of spies and Qt's own waiting functions are too short.
        static const QRegularExpression limit(
            QStringLiteral("_WITH_TIMEOUT\\([^;]*, *([\\d']+)\\);|waitFor(?:Started|Finished)\\( *([\\d']+) *\\)"));
        static const QRegularExpression banned(
            QStringLiteral("QTest::q(Wait|Sleep)\\(|QElapsedTimer|[sS]py\\w*\\.wait\\(|([pP]rocess|victim)\\.waitFor(Started|Finished)\\(\\)"));
        QStringList broken;
        for (const SourceFile& file : sourcesBelow({QStringLiteral("tests")})) {
            if (file.path.startsWith(QLatin1String("tests/bench/")) ||
                file.path == QLatin1String("tests/house/tst_House.cpp")) {
                continue;
            }
            for (auto match = limit.globalMatch(file.text); match.hasNext();) {
                const auto found = match.next();
                if (QString(found.captured(1) + found.captured(2)).remove(u'\'').toInt() < 30'000) {
                    broken.append(file.path + QStringLiteral(": ") + found.captured());
                }
            }
            for (auto match = banned.globalMatch(file.text); match.hasNext();) {
                broken.append(file.path + QStringLiteral(": ") + match.next().captured());
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_House.moc"
