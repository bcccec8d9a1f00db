// SPDX-License-Identifier: GPL-3.0-or-later
//! A row above the gallery: what it holds, perhaps a slider, and what can be done with it.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace lw::common {
class ElidedLabel;
}

namespace lw::gallery {

/// GUI thread only. Its parts are called by its name: "confirm" makes confirmBar, confirmCounts, confirmThreshold.
class GalleryBar : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GalleryBar)

public:
    GalleryBar(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// Appends a button; without `text` it shows its icon only.
    QToolButton* addButton(const QString& name, const QString& text, const QString& icon, const QString& tip);

    /// Where the slider stands, 0 to 1; 0 without one.
    [[nodiscard]] double threshold() const;
    /// Sends no signal.
    void setThreshold(double share);

Q_SIGNALS:
    /// The person moved the slider.
    void thresholdChanged(double share);

protected:
    struct SliderLook {
        QString title;
        QString accessibleName;
        QString tip;
        double least = 0; ///< it moves between this and 1
        int width = 140;  ///< pixels
    };
    void addSlider(const SliderLook& look);

private:
    void showThreshold();

    QString m_name;
    QHBoxLayout* m_row;
    common::ElidedLabel* m_text;
    QSlider* m_slider = nullptr;
    QLabel* m_percent = nullptr;
};

} // namespace lw::gallery
