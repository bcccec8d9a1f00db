// SPDX-License-Identifier: GPL-3.0-or-later
//! Language and theme without a restart, keys, routes, history, help.
#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QListWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace lw;
using namespace lw::tests;

class tst_Settings : public QObject {
    Q_OBJECT

private:
    static void choose(GuiFixture& gui, const char* box, const QString& value)
    {
        auto* combo = gui.find<QComboBox>(box);
        QVERIFY2(combo, box);
        combo->setCurrentIndex(combo->findData(value));
        Q_EMIT combo->activated(combo->currentIndex());
    }

private Q_SLOTS:
    void rebuildsEverythingInAnotherLanguage()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Settings, .anchor = QStringLiteral("general")});
        const QPointer<studio::Page> before = gui.window().currentPage();
        choose(gui, "languageBox", QStringLiteral("zh_CN"));
        QTRY_VERIFY(before.isNull());
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        QVERIFY(gui.isOn(studio::PageKind::Settings));
        QVERIFY(gui.find<QComboBox>("languageBox"));
        choose(gui, "languageBox", QStringLiteral("en"));
        QTRY_COMPARE(QLocale().language(), QLocale::English);
        QCOMPARE(gui.window().currentPage()->title(), QStringLiteral("Settings"));
    }

    void changesTheThemeInPlace()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Settings, .anchor = QStringLiteral("general")});
        QVERIFY(!common::isDark());
        choose(gui, "themeBox", QStringLiteral("dark"));
        QTRY_VERIFY(common::isDark());
        QVERIFY(gui.isOn(studio::PageKind::Settings));
        choose(gui, "themeBox", QStringLiteral("light"));
        QTRY_VERIFY(!common::isDark());
    }

    void changesAKeyAndSaysWhoLosesIt()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Settings, .anchor = QStringLiteral("keys")});
        auto* list = gui.find<QTreeWidget>("shortcutList");
        const QList<QTreeWidgetItem*> rows =
            list->findItems(QStringLiteral("Next picture"), Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(rows.size(), 1);
        list->setCurrentItem(rows.front());
        gui.find<QKeySequenceEdit>("newKeys")->setKeySequence(QKeySequence(Qt::Key_W));
        QVERIFY(gui.find<QLabel>("keyConflict")->text().contains(QStringLiteral("Box")));
        gui.click("setKeys");
        QCOMPARE(gui.context().shortcuts().keys(QStringLiteral("canvas.next")),
                 QList<QKeySequence>{QKeySequence(Qt::Key_W)});
        QVERIFY(gui.context().shortcuts().conflicts().isEmpty());
        gui.click("resetKeys");
        QCOMPARE(gui.context().shortcuts().keys(QStringLiteral("canvas.next")).front(), QKeySequence(Qt::Key_D));
    }

    void goesBackAndForward()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Settings});
        gui.window().navigate(studio::Route{.page = studio::PageKind::Help});
        gui.trigger("nav.back");
        QVERIFY(gui.isOn(studio::PageKind::Settings));
        gui.trigger("nav.back");
        QVERIFY(gui.isOn(studio::PageKind::Welcome));
        QVERIFY(!gui.find<QAction>("nav.back")->isEnabled());
        gui.trigger("nav.forward");
        gui.trigger("nav.forward");
        QVERIFY(gui.isOn(studio::PageKind::Help));
    }

    void leadsPlacesThatDoNotExistToOnesThatDo()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = domain::DatasetId(7)});
        QVERIFY(gui.isOn(studio::PageKind::Welcome));
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("p"))));
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = domain::DatasetId(7)});
        QVERIFY(gui.isOn(studio::PageKind::Datasets));
    }

    void readsRoutesThatItWrote_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"welcome", "datasets", "samples/3", "canvas/3/17", "help/formats", "settings/keys", "tasks"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void readsRoutesThatItWrote()
    {
        QFETCH(QString, text);
        const auto route = studio::Route::fromText(text);
        QVERIFY(route);
        QCOMPARE(route->toText(), text);
    }

    void refusesRoutesThatMakeNoSense()
    {
        QVERIFY(!studio::Route::fromText(QStringLiteral("nowhere")));
        QVERIFY(!studio::Route::fromText(QStringLiteral("samples")));
        QVERIFY(!studio::Route::fromText(QString()));
    }

    void findsHelpByWords()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Help});
        auto* contents = gui.find<QListWidget>("helpContents");
        QVERIFY(contents->count() >= 8);
        auto* search = gui.find<QLineEdit>("helpSearch");
        QTest::keyClicks(search, QStringLiteral("bndbox"));
        QTest::keyClick(search, Qt::Key_Return);
        int shown = 0;
        for (int i = 0; i < contents->count(); ++i) {
            shown += contents->item(i)->isHidden() ? 0 : 1;
        }
        QVERIFY(shown >= 1 && shown < contents->count());
        QVERIFY(gui.find<QTextBrowser>("helpText")->toPlainText().contains(QStringLiteral("bndbox")));
        QVERIFY(!gui.find<QTextBrowser>("helpText")->extraSelections().isEmpty());
    }

    void helpNamesTheMainKeyOfEveryCanvasAction()
    {
        GuiFixture gui;
        QFile file(QStringLiteral(":/help/en/annotating.md"));
        gui.window().navigate(studio::Route{.page = studio::PageKind::Help}); // registers the embedded files
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QStringList missing;
        for (const studio::ActionInfo& info : studio::actionCatalogue()) {
            if (info.scope == studio::ActionScope::Canvas && !info.keys.isEmpty() &&
                !text.contains(QStringLiteral("`%1`").arg(info.keys.front()))) {
                missing.append(QStringLiteral("%1 (%2)").arg(info.id, info.keys.front()));
            }
        }
        QCOMPARE(missing, QStringList());
    }

    void helpIsCompleteInBothLanguagesAndItsLinksLeadSomewhere()
    {
        GuiFixture gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Help});
        const QStringList names = QDir(QStringLiteral(":/help/en")).entryList();
        QVERIFY(names.size() >= 8);
        QCOMPARE(QDir(QStringLiteral(":/help/zh_CN")).entryList(), names);
        const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
        for (const char* language : {"en", "zh_CN"}) {
            for (const QString& name : names) {
                QFile file(QStringLiteral(":/help/%1/%2").arg(QLatin1String(language), name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                QVERIFY2(text.startsWith(QStringLiteral("# ")), qPrintable(file.fileName()));
                for (auto match = link.globalMatch(text); match.hasNext();) {
                    const QString target = match.next().captured(1).section(QLatin1Char('#'), 0, 0);
                    QVERIFY2(target.isEmpty() || names.contains(target),
                             qPrintable(file.fileName() + QStringLiteral(": ") + target));
                }
            }
        }
    }
};

QTEST_MAIN(tst_Settings)
#include "tst_Settings.moc"
