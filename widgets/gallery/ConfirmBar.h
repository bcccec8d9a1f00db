// SPDX-License-Identifier: GPL-3.0-or-later
//! Above the gallery while samples wait for a person: accept all from a confidence on, or go through them one by one.
#pragma once

#include <QFrame>

class QLabel;
class QSlider;
class QToolButton;

namespace lw::common {
class ElidedLabel;
}

namespace lw::gallery {

/// GUI thread only.
class ConfirmBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmBar)

public:
    explicit ConfirmBar(QWidget* parent = nullptr);

    /// Of `waiting` samples, `above` have at least the confidence of the slider; negative: still being counted.
    void setCounts(qint64 above, qint64 waiting);
    /// 0 to 1. Sends no signal.
    void setThreshold(double least);
    [[nodiscard]] double threshold() const;

Q_SIGNALS:
    /// The person moved the slider.
    void thresholdChanged(double least);
    void acceptRequested(double least);
    void reviewRequested();

private:
    QToolButton* addAction(const QString& name, const QString& text, const QString& icon, const QString& tip);
    void showThreshold();

    common::ElidedLabel* m_counts;
    QSlider* m_slider;
    QLabel* m_percent;
    QToolButton* m_accept = nullptr;
    QToolButton* m_review = nullptr;
};

} // namespace lw::gallery
