// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be done with groups of near-duplicates: how alike, which stay, where the others go.
#pragma once

#include <QFrame>

class QLabel;
class QSlider;
class QToolButton;

namespace lw::common {
class ElidedLabel;
}

namespace lw::gallery {

/// Stands above the gallery while near-duplicates are shown. GUI thread only.
class DuplicatesBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicatesBar)

public:
    /// The slider moves between `lowest` and 1.
    explicit DuplicatesBar(double lowest, QWidget* parent = nullptr);

    /// `copies` are the pictures that go when one of each group stays.
    void setCounts(qint64 groups, qint64 pictures, qint64 copies);
    /// Sends no signal.
    void setThreshold(double threshold);
    [[nodiscard]] double threshold() const;
    /// True if the selection can be made the ones that stay.
    void setCanKeep(bool canKeep);

Q_SIGNALS:
    /// The person moved the slider.
    void thresholdChanged(double threshold);
    void selectCopiesRequested();
    void keepRequested();
    void deleteCopiesRequested();
    void closeRequested();

private:
    QToolButton* addAction(const QString& name, const QString& text, const QString& icon, const QString& tip);
    void showThreshold();

    common::ElidedLabel* m_counts;
    QSlider* m_slider;
    QLabel* m_percent;
    QToolButton* m_keep = nullptr;
    QToolButton* m_select = nullptr;
    QToolButton* m_delete = nullptr;
};

} // namespace lw::gallery
