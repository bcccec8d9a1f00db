// SPDX-License-Identifier: GPL-3.0-or-later
//! The help says the same in both languages, leads nowhere wrong and states the keys that the program has.
#include "tests/support/TestData.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

QString textOf(const QString& relative)
{
    QFile file(lw::tests::sourceDir() + u'/' + relative);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString page(const QString& language, const QString& name)
{
    return textOf(QStringLiteral("resources/help/%1/%2").arg(language, name));
}

QStringList pagesOf(const QString& language)
{
    return QDir(lw::tests::sourceDir() + QStringLiteral("/resources/help/") + language)
        .entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
}

/// All matches of the first group.
QStringList found(const QString& text, const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList list;
    for (auto match = expression.globalMatch(text); match.hasNext();) {
        list.append(match.next().captured(1));
    }
    return list;
}

/// "###" of each heading, in order. Blocks of code are left out.
QStringList headingLevels(QString text)
{
    static const QRegularExpression block(QStringLiteral("^```.*?^```$"), QRegularExpression::MultilineOption |
                                                                              QRegularExpression::DotMatchesEverythingOption);
    return found(text.remove(block), QStringLiteral("^(#+) \\S"));
}

struct KeyRow {
    QString text;
    QString keys; ///< separated by blanks

    bool operator==(const KeyRow&) const = default;
};

/// Rows of tables with two columns, the second of which holds keys only.
QList<KeyRow> keyRows(const QString& text)
{
    static const QRegularExpression row(QStringLiteral("^\\| ([^|]+) \\| ((?:`[^`|]+` ?)+|–) \\|$"),
                                        QRegularExpression::MultilineOption);
    QList<KeyRow> rows;
    for (auto match = row.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        rows.append({each.captured(1), each.captured(2).remove(u'`').remove(QStringLiteral("–")).trimmed()});
    }
    return rows;
}

/// The part of a page below the heading with this text.
QString section(const QString& text, const QString& heading)
{
    const qsizetype start = text.indexOf(QString(QStringLiteral("\n## ") + heading + u'\n'));
    return start < 0 ? QString() : text.mid(start, text.indexOf(QStringLiteral("\n## "), start + 1) - start);
}

void appendActions(QList<KeyRow>& actions, const QString& source)
{
    static const QRegularExpression line(
        QStringLiteral("QT_TRANSLATE_NOOP\\(\"[^\"]+\", \"([^\"]+)\"\\), \"[^\"]*\", \"([^\"]*)\""));
    for (auto match = line.globalMatch(source); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        actions.append({each.captured(1), each.captured(2)});
    }
}

void appendTools(QList<KeyRow>& actions, const QString& source)
{
    static const QRegularExpression line(
        QStringLiteral("QT_TRANSLATE_NOOP\\(\"[^\"]+\", \"([^\"]+)\"\\).*\\{((?:id\\(\"[^\"]+\"\\)(?:, )?)+)\\}, make<"));
    for (auto match = line.globalMatch(source); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        // The greedy middle ends at the last list; the first text of the line is the tool's name.
        actions.append({each.captured(1), found(each.captured(2), QStringLiteral("id\\(\"([^\"]+)\"\\)")).join(u' ')});
    }
}

/// Every action of the program with its default keys, as its sources state them.
QList<KeyRow> actionsOfTheProgram()
{
    QList<KeyRow> actions;
    appendTools(actions, textOf(QStringLiteral("widgets/canvas/ToolRegistry.cpp")));
    appendActions(actions, textOf(QStringLiteral("widgets/canvas/CanvasActionList.cpp")));
    appendActions(actions, textOf(QStringLiteral("app/studio/shortcuts/ActionCatalogue.cpp")));
    return actions;
}

/// The tables of keys: annotating.md from "Tools" on, and the end of datasets.md.
QList<KeyRow> rowsOfTheHelp(const QString& language)
{
    const QString annotating = page(language, QStringLiteral("annotating.md"));
    const QString datasets = page(language, QStringLiteral("datasets.md"));
    return keyRows(annotating) + keyRows(datasets.mid(datasets.lastIndexOf(QStringLiteral("\n## "))));
}

QString described(const KeyRow& row)
{
    return QStringLiteral("%1: %2").arg(row.text, row.keys);
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesHaveTheSamePages();
    void everyPageOfTheContentsExists();
    void everyPageBeginsWithItsTitle();
    void bothLanguagesHaveTheSameHeadings();
    void bothLanguagesHaveTheSameTablesAndCode();
    void linksLeadToPages();
    void pagesHoldNoHtmlAndNoPictures();
    void keysAreThoseOfTheProgram();
    void everyActionIsListed();
    void bothLanguagesStateTheSameKeys();
    void profilesStateTheirKeys();

private:
    const QString m_english = QStringLiteral("en");
    const QString m_chinese = QStringLiteral("zh_CN");
};

void TestHelp::bothLanguagesHaveTheSamePages()
{
    QVERIFY(!pagesOf(m_english).isEmpty());
    QCOMPARE(pagesOf(m_chinese), pagesOf(m_english));
}

void TestHelp::everyPageOfTheContentsExists()
{
    const QString source = textOf(QStringLiteral("app/studio/pages/HelpPage.cpp"));
    const qsizetype start = source.indexOf(QStringLiteral("kTopics[] = {"));
    QVERIFY(start >= 0);
    QStringList topics =
        found(source.mid(start, source.indexOf(u';', start) - start), QStringLiteral("\"([a-z]+)\""));
    std::sort(topics.begin(), topics.end());
    QStringList files = pagesOf(m_english);
    for (QString& file : files) {
        file.chop(3);
    }
    QCOMPARE(files, topics);
}

void TestHelp::everyPageBeginsWithItsTitle()
{
    for (const QString& language : {m_english, m_chinese}) {
        QSet<QString> titles;
        const QStringList names = pagesOf(language);
        for (const QString& name : names) {
            const QString first = page(language, name).section(u'\n', 0, 0);
            QVERIFY2(first.startsWith(QStringLiteral("# ")) && first.size() > 3, qPrintable(language + u'/' + name));
            titles.insert(first);
        }
        QCOMPARE(titles.size(), names.size());
    }
}

void TestHelp::bothLanguagesHaveTheSameHeadings()
{
    const QStringList names = pagesOf(m_english);
    for (const QString& name : names) {
        const QStringList levels = headingLevels(page(m_english, name));
        QVERIFY2(levels.size() > 1, qPrintable(name));
        QVERIFY2(headingLevels(page(m_chinese, name)) == levels, qPrintable(name));
    }
}

void TestHelp::bothLanguagesHaveTheSameTablesAndCode()
{
    static const QRegularExpression block(QStringLiteral("^```.*?^```$"), QRegularExpression::MultilineOption |
                                                                              QRegularExpression::DotMatchesEverythingOption);
    const QStringList names = pagesOf(m_english);
    for (const QString& name : names) {
        const QString english = page(m_english, name);
        const QString chinese = page(m_chinese, name);
        QVERIFY2(chinese.count(QStringLiteral("\n|")) == english.count(QStringLiteral("\n|")), qPrintable(name));
        QStringList blocks;
        for (auto match = block.globalMatch(english); match.hasNext();) {
            blocks.append(match.next().captured(0));
        }
        for (const QString& each : std::as_const(blocks)) {
            QVERIFY2(chinese.contains(each), qPrintable(QString(name + u'\n' + each)));
        }
    }
}

void TestHelp::linksLeadToPages()
{
    for (const QString& language : {m_english, m_chinese}) {
        const QStringList names = pagesOf(language);
        qsizetype links = 0;
        for (const QString& name : names) {
            const QStringList targets = found(page(language, name), QStringLiteral("\\]\\(([^)]*)\\)"));
            for (const QString& target : targets) {
                QVERIFY2(names.contains(target), qPrintable(QStringLiteral("%1/%2: %3").arg(language, name, target)));
            }
            links += targets.size();
        }
        QVERIFY(links > names.size());
    }
}

void TestHelp::pagesHoldNoHtmlAndNoPictures()
{
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`\\n]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    for (const QString& language : {m_english, m_chinese}) {
        const QStringList names = pagesOf(language);
        for (const QString& name : names) {
            const QString words = page(language, name).remove(code);
            QVERIFY2(!words.contains(u'<'), qPrintable(QString(language + u'/' + name)));
            QVERIFY2(!words.contains(QStringLiteral("![")), qPrintable(QString(language + u'/' + name)));
            QVERIFY2(!words.contains(u'`'), qPrintable(QString(language + u'/' + name)));
        }
    }
}

void TestHelp::keysAreThoseOfTheProgram()
{
    const QList<KeyRow> actions = actionsOfTheProgram();
    const QList<KeyRow> rows = rowsOfTheHelp(m_english);
    QVERIFY(rows.size() > 50);
    for (const KeyRow& row : rows) {
        QVERIFY2(actions.contains(row), qPrintable(described(row)));
    }
}

void TestHelp::everyActionIsListed()
{
    const QList<KeyRow> actions = actionsOfTheProgram();
    const QList<KeyRow> rows = rowsOfTheHelp(m_english);
    QVERIFY(actions.size() > 50);
    for (const KeyRow& action : actions) {
        QVERIFY2(rows.count(action) == actions.count(action), qPrintable(described(action)));
    }
}

void TestHelp::bothLanguagesStateTheSameKeys()
{
    const QList<KeyRow> english = rowsOfTheHelp(m_english);
    const QList<KeyRow> chinese = rowsOfTheHelp(m_chinese);
    QCOMPARE(chinese.size(), english.size());
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY2(chinese[i].keys == english[i].keys, qPrintable(described(english[i])));
    }
    const QString code = QStringLiteral("(`[^`\\n]+`)");
    const QString profiles = section(page(m_english, QStringLiteral("annotating.md")), QStringLiteral("Keys of the profiles"));
    QCOMPARE(found(section(page(m_chinese, QStringLiteral("annotating.md")), QStringLiteral("各快捷键方案的按键")), code),
             found(profiles, code));
}

void TestHelp::profilesStateTheirKeys()
{
    // Each profile is one column: its keys in the help are those of its list in the program.
    const QString source = textOf(QStringLiteral("app/studio/shortcuts/KeyProfiles.cpp"));
    const QString help = section(page(m_english, QStringLiteral("annotating.md")), QStringLiteral("Keys of the profiles"));
    const QStringList names = {QStringLiteral("kCvat"), QStringLiteral("kLabelme"), QStringLiteral("kLabelImg"),
                               QStringLiteral("kLabelStudio")};
    for (int i = 0; i < names.size(); ++i) {
        const qsizetype start = source.indexOf(QString(names[i] + QStringLiteral("[]")));
        QVERIFY2(start >= 0, qPrintable(names[i]));
        QStringList wanted = found(source.mid(start, source.indexOf(QStringLiteral("};"), start) - start),
                                   QStringLiteral("\"[a-zA-Z.]+\", \"([^\"]*)\""));
        QStringList stated;
        const QStringList lines = help.split(u'\n').filter(QStringLiteral("`"));
        for (const QString& line : lines) {
            const QString cell = line.section(u'|', i + 2, i + 2).remove(u'`').trimmed();
            if (cell != QStringLiteral("·")) {
                stated.append(cell);
            }
        }
        std::sort(wanted.begin(), wanted.end());
        std::sort(stated.begin(), stated.end());
        QVERIFY(!wanted.isEmpty());
        QCOMPARE(stated, wanted);
    }
}

QTEST_GUILESS_MAIN(TestHelp)
#include "tst_Help.moc"
