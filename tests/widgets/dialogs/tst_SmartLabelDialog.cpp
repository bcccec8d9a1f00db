// SPDX-License-Identifier: GPL-3.0-or-later
//! Starting smart labelling: every unmet condition is told, and nothing starts before all are met.
#include "widgets/common/Theme.h"
#include "widgets/dialogs/SmartLabelDialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace lw;
using dialogs::LearnMode;
using dialogs::SmartLabelDialog;

namespace {

template <typename Field> Field* field(QWidget& dialog, const char* name)
{
    return dialog.findChild<Field*>(QLatin1String(name));
}

SmartLabelDialog::Facts detection()
{
    SmartLabelDialog::Facts facts;
    facts.models = {{QStringLiteral("cells-V0001"), QStringLiteral("cells (V0001)"), true, true},
                    {QStringLiteral("script-V0001"), QStringLiteral("script (V0001)"), true, false},
                    {QStringLiteral("net-V0001"), QStringLiteral("net (V0001)"), false, true}};
    facts.newLabels = 12;
    return facts;
}

SmartLabelDialog::Verdict good()
{
    SmartLabelDialog::Verdict verdict;
    verdict.labelled = 20;
    verdict.open = 300;
    verdict.seconds = 118;
    verdict.modelName = QStringLiteral("net");
    return verdict;
}

} // namespace

class tst_SmartLabelDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void asksWhetherItCanStartAndWaitsForTheAnswer()
    {
        SmartLabelDialog dialog(detection(), nullptr, nullptr);
        const QSignalSpy asked(&dialog, &SmartLabelDialog::choiceChanged);
        dialog.show();
        QCOMPARE(asked.count(), 1);
        auto* start = field<QPushButton>(dialog, "accept");
        QVERIFY(!start->isEnabled());
        dialog.setVerdict(good());
        QVERIFY(start->isEnabled());
        const QString summary = field<QLabel>(dialog, "smartSummary")->text();
        for (const char* part : {"20", "300", "12", "net", "2 minutes"}) {
            QVERIFY2(summary.contains(QLatin1String(part)), part);
        }
        field<QSpinBox>(dialog, "seconds")->setValue(60);
        QCOMPARE(asked.count(), 2);
        QVERIFY(!start->isEnabled()); // the answer was to another choice
        dialog.accept();
        QVERIFY(dialog.isVisible());
    }

    void tellsEveryUnmetCondition()
    {
        SmartLabelDialog dialog(detection(), nullptr, nullptr);
        dialog.show();
        SmartLabelDialog::Verdict verdict = good();
        verdict.unmet = {QStringLiteral("There is one label."), QStringLiteral("Everything is labelled.")};
        dialog.setVerdict(verdict);
        auto* unmet = field<QLabel>(dialog, "smartUnmet");
        QVERIFY(unmet->isVisible());
        QVERIFY(unmet->text().contains(verdict.unmet[0]) && unmet->text().contains(verdict.unmet[1]));
        QVERIFY(!field<QPushButton>(dialog, "accept")->isEnabled());
        QVERIFY(!dialog.isAcceptable());
        dialog.setVerdict(good());
        QVERIFY(!unmet->isVisible());
        QVERIFY(dialog.isAcceptable());
    }

    void offersOnlyModelsThatFitTheMode()
    {
        SmartLabelDialog dialog(detection(), nullptr, nullptr);
        dialog.show();
        auto* models = field<QComboBox>(dialog, "model");
        QCOMPARE(models->count(), 4); // what fits best, two weights, none
        QCOMPARE(dialog.choice().model, QString());
        QVERIFY(field<QSpinBox>(dialog, "seconds")->isVisible());
        field<QRadioButton>(dialog, "modeModel")->click();
        QCOMPARE(dialog.choice().mode, LearnMode::Model);
        QCOMPARE(models->count(), 2);
        QCOMPARE(dialog.choice().model, QStringLiteral("cells-V0001"));
        QVERIFY(!field<QSpinBox>(dialog, "seconds")->isVisible());
    }

    void wholePicturesNeedNoBudget()
    {
        SmartLabelDialog::Facts facts;
        facts.labelsWholeSamples = true;
        SmartLabelDialog dialog(facts, nullptr, nullptr);
        dialog.show();
        QVERIFY(!field<QSpinBox>(dialog, "seconds")->isVisible());
        QCOMPARE(dialog.choice().seconds, 0.0);
        QCOMPARE(field<QComboBox>(dialog, "model")->count(), 2);
    }

    void choicesComeBack()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            SmartLabelDialog dialog(detection(), &settings, nullptr);
            dialog.show();
            field<QRadioButton>(dialog, "modePrecise")->click();
            field<QSpinBox>(dialog, "seconds")->setValue(90);
            field<QSpinBox>(dialog, "hard")->setValue(5);
            dialog.setVerdict(good());
            dialog.accept();
            QVERIFY(!dialog.isVisible());
        }
        SmartLabelDialog dialog(detection(), &settings, nullptr);
        QCOMPARE(dialog.choice().mode, LearnMode::Precise);
        QCOMPARE(dialog.choice().seconds, 90.0);
        QCOMPARE(dialog.choice().hardShare, 0.05);
    }
};

QTEST_MAIN(tst_SmartLabelDialog)
#include "tst_SmartLabelDialog.moc"
