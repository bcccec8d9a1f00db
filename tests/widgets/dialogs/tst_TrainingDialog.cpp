// SPDX-License-Identifier: GPL-3.0-or-later
//! What the training form offers to start from when nobody has chosen, and that a choice stays.
#include "widgets/common/Theme.h"
#include "widgets/dialogs/TrainingDialog.h"

#include <QComboBox>
#include <QtTest>

using namespace lw;
using dialogs::TrainingDialog;
using domain::DatasetType;

namespace {

domain::LibraryModel model(const char* id, const char* net, const char* job, std::optional<DatasetType> type)
{
    domain::LibraryModel made;
    made.id = made.name = QLatin1String(id);
    made.net = QLatin1String(net);
    made.jobId = QLatin1String(job);
    made.type = type;
    return made;
}

TrainingDialog::Facts facts()
{
    TrainingDialog::Facts facts;
    facts.datasets = {{domain::DatasetId(1), QStringLiteral("cells"), DatasetType::ObjectDetection, 20, {}},
                      {domain::DatasetId(2), QStringLiteral("roses"), DatasetType::ImageClassification, 20, {}}};
    facts.models = {
        model("trained", "shufflenet_v2_series_x0_5", "cells-V0001", DatasetType::ObjectDetection),
        model("other", "resnet18", "", std::nullopt),
        model("imported", "shufflenet_v2_series_x0_5", "", std::nullopt),
    };
    return facts;
}

} // namespace

class tst_TrainingDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void offersWeightsThatWereImportedForTheNetwork()
    {
        TrainingDialog dialog(facts(), nullptr);
        QCOMPARE(dialog.choice().algorithm, QStringLiteral("detector_one_stage"));
        QCOMPARE(dialog.choice().model, QStringLiteral("imported"));
    }

    void startsFromNothingWithoutThem()
    {
        TrainingDialog::Facts without = facts();
        without.models.pop_back();
        TrainingDialog dialog(without, nullptr);
        QVERIFY(dialog.choice().model.isEmpty());
    }

    void keepsWhatAPersonChose()
    {
        TrainingDialog dialog(facts(), nullptr);
        auto* box = dialog.findChild<QComboBox*>(QStringLiteral("trainingModel"));
        QVERIFY(box);
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
        auto* algorithm = dialog.findChild<QComboBox*>(QStringLiteral("trainingAlgorithm"));
        QVERIFY(algorithm && algorithm->count() > 1);
        algorithm->setCurrentIndex(1);
        algorithm->setCurrentIndex(0);
        QVERIFY(dialog.choice().model.isEmpty());
    }
};

QTEST_MAIN(tst_TrainingDialog)
#include "tst_TrainingDialog.moc"
