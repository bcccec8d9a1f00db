// SPDX-License-Identifier: GPL-3.0-or-later
//! What an evaluation found: numbers, mistakes, samples, and what to do next (TR-7).
#pragma once

#include "app/studio/Page.h"
#include "models/domain/EngineJob.h"
#include "models/domain/Evaluation.h"

class QLabel;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace lw::charts {
class ConfusionMatrixView;
class FeatureBars;
class LineChart;
} // namespace lw::charts
namespace lw::common {
class ElidedLabel;
class EmptyState;
} // namespace lw::common

namespace lw::studio {

class CocoTable;
class LabelScoreTable;
class WorstSamples;

class EvaluationPage final : public Page {
    Q_OBJECT

public:
    explicit EvaluationPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(EvaluationPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeHead();
    QWidget* makeOverview();
    QWidget* makeMatrix();
    QWidget* makeFeatures();
    QWidget* makeWorst();
    void refresh();
    void showEvaluation();
    void showNumbers();
    void showAdvice();
    void showCurves();
    void showFeatures();
    void findSamples();
    void openCell(int isTrue, int said);
    void openInGallery(const QList<domain::SampleId>& samples);

    QString m_id;
    domain::EngineJob m_job;
    domain::Evaluation m_evaluation;
    domain::DatasetId m_dataset; ///< that the samples belong to; invalid when it is gone
    QList<domain::SampleId> m_there; ///< samples of the evaluation that still exist
    QStackedWidget* m_stack = nullptr;
    common::EmptyState* m_nothing = nullptr;
    common::ElidedLabel* m_name = nullptr;
    common::ElidedLabel* m_note = nullptr;
    QTabWidget* m_tabs = nullptr;
    QWidget* m_numbers = nullptr;
    QVBoxLayout* m_advice = nullptr;
    CocoTable* m_coco = nullptr;
    LabelScoreTable* m_scores = nullptr;
    charts::ConfusionMatrixView* m_matrix = nullptr;
    QLabel* m_cell = nullptr;
    charts::LineChart* m_curves = nullptr;
    charts::FeatureBars* m_features = nullptr;
    WorstSamples* m_worst = nullptr;
    QLabel* m_worstNote = nullptr;
};

} // namespace lw::studio
