// SPDX-License-Identifier: GPL-3.0-or-later
//! Horizontal bars: how often each label occurs.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QLabel;
class QScrollArea;

namespace lw::charts {

class LabelBars;

enum class Measure { Annotations, Samples };

/// The most frequent label first. Up to kMaxBars labels have a bar, the rest is summed up in one; more bars than fit
/// are scrolled. Built on Qt Charts.
class LabelDistributionChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelDistributionChart)

public:
    static constexpr int kMaxBars = 40;

    explicit LabelDistributionChart(QWidget* parent = nullptr);
    ~LabelDistributionChart() override;

    /// Takes name, colour and counters of each label.
    void setLabels(const std::vector<domain::Label>& labels);
    [[nodiscard]] Measure measure() const { return m_measure; }
    void setMeasure(Measure measure);
    /// Hides the choice of the measure, where both measures count the same.
    void setMeasureChoice(bool isOffered);
    [[nodiscard]] int barCount() const;
    /// Writes the whole chart as PNG or SVG, by the suffix of `path`. Errors: WriteFailed, InvalidArgument (suffix).
    [[nodiscard]] core::Result<> save(const QString& path) const;

Q_SIGNALS:
    /// A bar or its name was clicked.
    void labelActivated(lw::domain::LabelId id);

private:
    QWidget* makeHeader();
    void rebuild();
    void askAndSave();

    std::vector<domain::Label> m_labels;
    Measure m_measure = Measure::Annotations;
    LabelBars* m_bars;
    QScrollArea* m_scroll;
    QLabel* m_empty;
    QButtonGroup* m_measures;
};

} // namespace lw::charts
