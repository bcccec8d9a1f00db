// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs side by side: results, parameters, curves (TR-4).
#pragma once

#include "app/studio/Page.h"
#include "models/domain/EngineJob.h"

#include <QStringList>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;

namespace lw::charts {
class LineChart;
}

namespace lw::studio {

class JobFollower;

class CompareJobsPage final : public Page {
    Q_OBJECT

public:
    explicit CompareJobsPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(CompareJobsPage)

    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeHead();
    QWidget* makeChart();
    void refresh();
    void fillTable();
    /// A row of texts; a text that differs from the first is highlighted.
    void addRow(const QString& title, const QStringList& texts, const QString& tip = {});
    void addNumbers(const std::vector<QJsonObject>& numbers);
    void addSection(const QString& title);
    void fillCurveChoice();
    void showCurves();

    QStringList m_ids;
    std::vector<domain::EngineJob> m_jobs;
    std::vector<JobFollower*> m_followers; ///< one per job
    QLabel* m_note = nullptr;
    QTableWidget* m_table = nullptr;
    QCheckBox* m_onlyDifferences = nullptr;
    QComboBox* m_curve = nullptr;
    QComboBox* m_axis = nullptr;
    charts::LineChart* m_chart = nullptr;
};

} // namespace lw::studio
