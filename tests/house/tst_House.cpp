// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules of the house that the linker does not see: who includes whom, where SQL and windows may be, headers that
//! compile alone, the first lines of every file.
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <map>

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
        QFile flagsFile(QStringLiteral(LW_FLAGS_FILE));
        QVERIFY(flagsFile.open(QIODevice::ReadOnly));
        const QStringList flags = QString::fromUtf8(flagsFile.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QStringList headers;
        for (const SourceFile& file : sourcesBelow(kLayers)) {
            // A header that says it is private is read by its neighbours only.
            if (file.path.endsWith(QLatin1String(".h")) && !file.path.startsWith(QLatin1String("app/")) &&
                !file.text.section(u'\n', 1, 1).contains(QLatin1String("Private to"))) {
                headers.append(file.path);
            }
        }
        QVERIFY(headers.size() > 50);
        QStringList broken;
        QList<std::shared_ptr<QProcess>> running;
        const auto harvest = [&] {
            const std::shared_ptr<QProcess> process = running.takeFirst();
            QVERIFY(process->waitForFinished(120'000));
            if (process->exitCode() != 0) {
                broken.append(process->arguments().last() + u'\n' +
                              QString::fromUtf8(process->readAllStandardError()).left(600));
            }
        };
        for (const QString& header : headers) {
            auto process = std::make_shared<QProcess>();
            process->setWorkingDirectory(lw::tests::sourceDir());
            process->start(QStringLiteral(LW_COMPILER),
                           flags + QStringList{QStringLiteral("-std=c++20"), QStringLiteral("-fsyntax-only"),
                                               QStringLiteral("-w"), QStringLiteral("-x"), QStringLiteral("c++"), header});
            running.append(process);
            if (running.size() == 2) {
                harvest();
            }
        }
        while (!running.isEmpty()) {
            harvest();
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_House.moc"
