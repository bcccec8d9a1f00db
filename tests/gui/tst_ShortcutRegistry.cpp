// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys, profiles, own changes and conflicts.
#include "app/studio/Settings.h"
#include "app/studio/shortcuts/ShortcutRegistry.h"

#include <QAction>
#include <QTemporaryDir>
#include <QtTest>

using namespace lw::studio;

class tst_ShortcutRegistry : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file() const
    {
        return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".ini"));
    }

private Q_SLOTS:
    void noProfileHasConflicts_data()
    {
        QTest::addColumn<QString>("profile");
        for (const KeyProfile& profile : keyProfiles()) {
            QTest::newRow(qPrintable(profile.id)) << profile.id;
        }
    }
    void noProfileHasConflicts()
    {
        QFETCH(QString, profile);
        Settings settings(m_folder.filePath(profile));
        ShortcutRegistry registry(settings);
        registry.setProfile(profile);
        QStringList clashes;
        for (const KeyConflict& each : registry.conflicts()) {
            clashes.append(QStringLiteral("%1: %2 and %3").arg(each.keys.toString(), each.first, each.second));
        }
        QCOMPARE(clashes, QStringList());
    }

    void profilesNameOnlyActionsThatExist()
    {
        Settings settings(file());
        const ShortcutRegistry registry(settings);
        for (const KeyProfile& profile : registry.profiles()) {
            for (auto each = profile.keys.begin(); each != profile.keys.end(); ++each) {
                QVERIFY2(registry.find(each.key()), qPrintable(each.key()));
                for (const QString& keys : *each) {
                    QVERIFY2(!QKeySequence(keys, QKeySequence::PortableText).isEmpty(), qPrintable(keys));
                }
            }
        }
    }

    void everyActionHasWordsAndIsThereOnce()
    {
        QSet<QString> ids;
        for (const ActionInfo& info : actionCatalogue()) {
            QVERIFY2(!info.text.isEmpty(), qPrintable(info.id));
            QVERIFY2(!ids.contains(info.id), qPrintable(info.id));
            ids.insert(info.id);
        }
    }

    void boundActionsFollowTheProfile()
    {
        Settings settings(file());
        ShortcutRegistry registry(settings);
        QAction action;
        registry.bind(&action, QStringLiteral("canvas.next"));
        QCOMPARE(action.shortcut(), QKeySequence(Qt::Key_D));
        registry.setProfile(QStringLiteral("cvat"));
        QCOMPARE(action.shortcut(), QKeySequence(Qt::Key_F));
        QVERIFY(action.toolTip().contains(QStringLiteral("F")));
    }

    void profileBringsTheHabitOfTheWheel()
    {
        Settings settings(file());
        ShortcutRegistry registry(settings);
        registry.setProfile(QStringLiteral("labelme"));
        QVERIFY(!settings.canvasOptions().wheelZooms);
        registry.setProfile(QStringLiteral("cvat"));
        QVERIFY(settings.canvasOptions().wheelZooms);
    }

    void takingAKeyRemovesItElsewhere()
    {
        Settings settings(file());
        ShortcutRegistry registry(settings);
        const QKeySequence key(Qt::Key_W);
        QCOMPARE(registry.conflictsOf(QStringLiteral("canvas.next"), key),
                 QStringList{QStringLiteral("canvas.tool.box")});
        registry.setKeys(QStringLiteral("canvas.next"), {key});
        QVERIFY(!registry.keys(QStringLiteral("canvas.tool.box")).contains(key));
        QVERIFY(registry.conflicts().isEmpty());
        registry.reset(QStringLiteral("canvas.tool.box"));
        QVERIFY(registry.keys(QStringLiteral("canvas.tool.box")).contains(key));
        QVERIFY(!registry.keys(QStringLiteral("canvas.next")).contains(key));
    }

    void sameKeyMayServeTwoPlacesThatNeverMeet()
    {
        Settings settings(file());
        const ShortcutRegistry registry(settings);
        QVERIFY(registry.conflictsOf(QStringLiteral("samples.search"), QKeySequence(Qt::CTRL | Qt::Key_F)).isEmpty());
        QVERIFY(!scopesMeet(ActionScope::Canvas, ActionScope::Samples));
        QVERIFY(scopesMeet(ActionScope::Canvas, ActionScope::Global));
    }

    void ownChangesAreKeptPerProfile()
    {
        const QKeySequence key(Qt::Key_F9);
        {
            Settings settings(file());
            ShortcutRegistry registry(settings);
            registry.setKeys(QStringLiteral("canvas.next"), {key});
        }
        Settings settings(file());
        ShortcutRegistry registry(settings);
        QCOMPARE(registry.keys(QStringLiteral("canvas.next")), QList<QKeySequence>{key});
        registry.setProfile(QStringLiteral("cvat"));
        QVERIFY(!registry.isChanged(QStringLiteral("canvas.next")));
        registry.setProfile(QStringLiteral("default"));
        QVERIFY(registry.isChanged(QStringLiteral("canvas.next")));
        registry.resetAll();
        QCOMPARE(registry.keys(QStringLiteral("canvas.next")).front(), QKeySequence(Qt::Key_D));
    }

    void anActionMayHaveNoKeys()
    {
        Settings settings(file());
        ShortcutRegistry registry(settings);
        registry.setKeys(QStringLiteral("canvas.next"), {});
        QVERIFY(registry.keys(QStringLiteral("canvas.next")).isEmpty());
        Settings again(file());
        settings.flush();
        QVERIFY(ShortcutRegistry(again).keys(QStringLiteral("canvas.next")).isEmpty());
    }

    void cardNamesKeysAndEscapesHtml()
    {
        Settings settings(file());
        ShortcutRegistry registry(settings);
        registry.setKeys(QStringLiteral("canvas.next"), {QKeySequence(Qt::CTRL | Qt::Key_Less)});
        const QString card = registry.cardHtml();
        QVERIFY(card.contains(QStringLiteral("Ctrl+&lt;")));
        QVERIFY(card.contains(QStringLiteral("Next picture")));
    }
};

QTEST_MAIN(tst_ShortcutRegistry)
#include "tst_ShortcutRegistry.moc"
