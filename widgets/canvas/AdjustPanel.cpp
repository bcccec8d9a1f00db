// SPDX-License-Identifier: GPL-3.0-or-later
//! Three sliders, a button to reset and one to close.
#include "widgets/canvas/AdjustPanel.h"

#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace lw::canvas {

namespace {

constexpr int kWidth = 280;
constexpr int kBorder = 12;
constexpr int kFullRange = 100;
constexpr int kGammaRange = 40; ///< gamma 1/4 to 4
constexpr double kGammaSteps = 20;

} // namespace

AdjustPanel::AdjustPanel(CanvasView& view) : QFrame(&view), m_view(view)
{
    setObjectName(QStringLiteral("canvas.adjustPanel"));
    setAccessibleName(tr("Brightness and contrast"));
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    const common::ThemeColours& c = common::colours();
    setStyleSheet(QStringLiteral("#canvas\\.adjustPanel { background: %1; border: 1px solid %2; border-radius: 8px; }")
                      .arg(c.surface.name(), c.border.name()));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    m_brightness = addSlider(QStringLiteral("brightness"), tr("Brightness"), kFullRange);
    m_contrast = addSlider(QStringLiteral("contrast"), tr("Contrast"), kFullRange);
    m_gamma = addSlider(QStringLiteral("gamma"), tr("Gamma"), kGammaRange);

    auto* reset = new QPushButton(common::icon(QStringLiteral("reset")), tr("Reset"), this);
    reset->setObjectName(QStringLiteral("canvas.adjustPanel.reset"));
    reset->setToolTip(tr("Show the picture as it is"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("canvas.adjustPanel.close"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(reset);
    buttons->addStretch();
    buttons->addWidget(close);
    form->addRow(buttons);
    connect(reset, &QPushButton::clicked, this, [this] { m_view.setAdjustments({}); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_view, &CanvasView::adjustmentsChanged, this, [this] { show(m_view.adjustments()); });
    hide();
}

void AdjustPanel::open()
{
    show(m_view.adjustments());
    const int height = sizeHint().height();
    setGeometry(m_view.width() - kWidth - kBorder, kBorder, kWidth, height);
    setVisible(true);
    raise();
    m_brightness->setFocus(Qt::PopupFocusReason);
}

void AdjustPanel::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    m_view.setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void AdjustPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
    }
    // Nothing typed here is meant for the canvas below.
    event->accept();
}

QSlider* AdjustPanel::addSlider(const QString& id, const QString& text, int limit)
{
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(QStringLiteral("canvas.adjustPanel.") + id);
    slider->setAccessibleName(text);
    slider->setRange(-limit, limit);
    auto* label = new QLabel(text, this);
    label->setBuddy(slider);
    static_cast<QFormLayout*>(layout())->addRow(label, slider);
    connect(slider, &QSlider::valueChanged, this, &AdjustPanel::apply);
    return slider;
}

void AdjustPanel::apply()
{
    m_view.setAdjustments({m_brightness->value(), m_contrast->value(), std::exp2(m_gamma->value() / kGammaSteps)});
}

void AdjustPanel::show(const Adjustments& adjustments)
{
    // The sliders follow the view here; what they say must not go back to it.
    const QSignalBlocker brightness(m_brightness);
    const QSignalBlocker contrast(m_contrast);
    const QSignalBlocker gamma(m_gamma);
    m_brightness->setValue(adjustments.brightness);
    m_contrast->setValue(adjustments.contrast);
    m_gamma->setValue(int(std::lround(std::log2(adjustments.gamma) * kGammaSteps)));
}

} // namespace lw::canvas
