// SPDX-License-Identifier: GPL-3.0-or-later
//! A ring that fills with labelled of total samples.
#pragma once

#include <QWidget>

namespace lw::charts {

class ProgressRing final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressRing)

public:
    /// `diameter` in device-independent pixels; the percentage is written inside from 48 on.
    explicit ProgressRing(int diameter = 96, QWidget* parent = nullptr);

    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] double share() const;
    [[nodiscard]] QSize sizeHint() const override { return {m_diameter, m_diameter}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_diameter;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace lw::charts
