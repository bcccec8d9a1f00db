// SPDX-License-Identifier: GPL-3.0-or-later
//! The line under a picture that waits for a person: what was proposed, from which confidence on it counts, yes or no.
#pragma once

#include <QFrame>
#include <QString>

class QAction;
class QLabel;
class QSlider;
class QToolButton;

namespace lw::common {
class ElidedLabel;
}

namespace lw::studio {

class ReviewBar final : public QFrame {
    Q_OBJECT

public:
    struct Actions {
        QAction* accept = nullptr;
        QAction* reject = nullptr;
        QAction* takeBack = nullptr;
    };

    explicit ReviewBar(const Actions& actions, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ReviewBar)

    /// What is proposed, in words.
    void setText(const QString& text);
    /// Where objects can be left out by their confidence.
    void setThresholdShown(bool isShown);
    /// 0 to 1. Sends no signal.
    void setThreshold(double least);
    [[nodiscard]] double threshold() const;

Q_SIGNALS:
    /// The person moved the slider.
    void thresholdChanged(double least);

private:
    QToolButton* addButton(QAction* action, const QString& text, const QString& tip, const char* role = nullptr);
    void showThreshold();

    common::ElidedLabel* m_text;
    QLabel* m_title;
    QSlider* m_slider;
    QLabel* m_percent;
};

} // namespace lw::studio
