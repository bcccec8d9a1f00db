// SPDX-License-Identifier: GPL-3.0-or-later
//! The translation files hold what the sources say now, complete and with every placeholder.
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <vector>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool isPlural = false;
    bool isFinished = false;
};

QString tsName(const QString& language)
{
    return QStringLiteral("labelwright_%1.ts").arg(language);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
    if (!message.isPlural) {
        message.translations = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

/// All messages of the committed file of `language`; none when it cannot be read.
std::vector<Message> messagesOf(const QString& language)
{
    QXmlStreamReader xml(contentOf(lw::tests::sourceDir() + QStringLiteral("/translations/") + tsName(language)));
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<Message>() : messages;
}

/// The placeholders of `text` in alphabetical order.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d+|L?n)"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

/// What must be the same in any language: the blanks around a text and the key that a menu shows after a tab.
QStringList frame(const QString& text)
{
    static const QRegularExpression before(QStringLiteral("^\\s*"));
    static const QRegularExpression after(QStringLiteral("(?:\\t.*|\\s*)$"));
    return {before.match(text).captured(), after.match(text).captured()};
}

bool hasUpdateTool()
{
    return !QStandardPaths::findExecutable(QStringLiteral("lupdate6")).isEmpty() ||
           QFile::exists(QStringLiteral("/usr/lib/qt6/bin/lupdate")) ||
           !QStandardPaths::findExecutable(QStringLiteral("lupdate")).isEmpty();
}

QString described(const Message& message, const QString& translation)
{
    return QStringLiteral("%1: “%2” became “%3”").arg(message.context, message.source, translation);
}

/// Compares what `part` takes from each source and from its translations.
template <typename Part> QStringList differences(const QString& language, Part part)
{
    QStringList found;
    for (const Message& message : messagesOf(language)) {
        for (const QString& translation : message.translations) {
            if (part(message.source) != part(translation))
                found.append(described(message, translation));
        }
    }
    return found;
}

void addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("English") << QStringLiteral("en") << 2;
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << 1;
}

} // namespace

class tst_Translations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesHoldTheTextsOfTheSources();
    void everyMessageIsFinished_data() { addLanguages(); }
    void everyMessageIsFinished();
    void everyPlaceholderIsKept_data() { addLanguages(); }
    void everyPlaceholderIsKept();
    void blanksAndMenuKeysAreKept_data() { addLanguages(); }
    void blanksAndMenuKeysAreKept();
    void contextsAreWrittenOut();
};

/// A note of lupdate means that it put a text into a context in which the program never looks.
void tst_Translations::filesHoldTheTextsOfTheSources()
{
    if (!hasUpdateTool())
        QSKIP("lupdate is not installed");
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString translations = lw::tests::sourceDir() + QStringLiteral("/translations/");

    QProcess update;
    update.setProcessChannelMode(QProcess::MergedChannels);
    update.start(QStringLiteral("bash"), {QString(translations + QStringLiteral("update.sh")), folder.path()});
    QVERIFY2(update.waitForFinished(600'000), qPrintable(update.errorString()));
    const QByteArray notes = update.readAll();
    QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0, notes.constData());
    QVERIFY2(notes.isEmpty(), notes.constData());

    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        const QString name = tsName(language);
        const QByteArray committed = contentOf(translations + name);
        QVERIFY2(!committed.isEmpty(), qPrintable(name));
        QVERIFY2(contentOf(folder.filePath(name)) == committed,
                 qPrintable(QString(name + QStringLiteral(" is behind: run translations/update.sh and translate"))));
    }
}

void tst_Translations::everyMessageIsFinished()
{
    QFETCH(QString, language);
    QFETCH(int, pluralForms);
    const std::vector<Message> messages = messagesOf(language);
    QVERIFY(!messages.empty());
    QStringList open;
    for (const Message& message : messages) {
        const bool isWhole = message.translations.size() == (message.isPlural ? pluralForms : 1);
        if (!message.isFinished || !isWhole || message.translations.contains(QString()))
            open.append(described(message, message.translations.join(QStringLiteral(" | "))));
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
}

void tst_Translations::everyPlaceholderIsKept()
{
    QFETCH(QString, language);
    const QStringList wrong = differences(language, placeholders);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_Translations::blanksAndMenuKeysAreKept()
{
    QFETCH(QString, language);
    const QStringList wrong = differences(language, frame);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// lupdate passes over texts whose context is a constant instead of a string.
void tst_Translations::contextsAreWrittenOut()
{
    static const QRegularExpression pattern(QStringLiteral("\\btranslate\\(\\s*\\w+\\s*,\\s*\""));
    QStringList wrong;
    int read = 0;
    for (const QString& layer :
         {QStringLiteral("app"), QStringLiteral("engine"), QStringLiteral("models"), QStringLiteral("widgets")}) {
        QDirIterator files(lw::tests::sourceDir() + u'/' + layer, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (QString::fromUtf8(contentOf(path)).contains(pattern))
                wrong.append(path);
            ++read;
        }
    }
    QVERIFY(read > 0);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_Translations.moc"
