// SPDX-License-Identifier: GPL-3.0-or-later
//! A sentence, a slider and three buttons in a row.
#include "app/studio/review/ReviewBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace lw::studio {

ReviewBar::ReviewBar(const Actions& actions, QWidget* parent)
    : QFrame(parent), m_text(new common::ElidedLabel({}, Qt::ElideRight, this)), m_title(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_percent(new QLabel(this))
{
    setObjectName(QStringLiteral("reviewBar"));
    setAccessibleName(tr("Review of proposals"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid * 2, 4, common::kGrid, 4);
    row->setSpacing(common::kGrid);
    m_text->setObjectName(QStringLiteral("reviewText"));
    row->addWidget(m_text, 1);
    m_title->setText(tr("Confidence from"));
    common::setRole(m_title, "muted");
    m_title->setBuddy(m_slider);
    row->addWidget(m_title);
    m_slider->setObjectName(QStringLiteral("reviewThreshold"));
    m_slider->setAccessibleName(tr("Least confidence"));
    m_slider->setToolTip(tr("Objects of less confidence are drawn faintly and go when you accept the picture"));
    m_slider->setRange(0, 99);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(120);
    row->addWidget(m_slider);
    m_percent->setObjectName(QStringLiteral("reviewPercent"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    row->addWidget(m_percent);
    addButton(actions.takeBack, tr("Take back"), tr("Back to the picture judged last, as it was (%1)"));
    addButton(actions.reject, tr("Reject"), tr("None of it is right: remove the proposals and go on (Backspace, %1)"));
    addButton(actions.accept, tr("Accept"), tr("It is right: keep it and go on to the next one (Enter, %1)"), "primary");
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showThreshold();
        Q_EMIT thresholdChanged(threshold());
    });
    showThreshold();
}

QToolButton* ReviewBar::addButton(QAction* action, const QString& text, const QString& tip, const char* role)
{
    auto* button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral(".review"));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip.arg(action->shortcut().toString(QKeySequence::NativeText)));
    button->setIcon(action->icon());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::NoFocus); // the picture keeps the keyboard
    if (role) {
        common::setRole(button, role);
    }
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QToolButton::setEnabled);
    button->setEnabled(action->isEnabled());
    layout()->addWidget(button);
    return button;
}

void ReviewBar::setText(const QString& text)
{
    m_text->setText(text);
}

void ReviewBar::setThresholdShown(bool isShown)
{
    m_title->setVisible(isShown);
    m_slider->setVisible(isShown);
    m_percent->setVisible(isShown);
}

void ReviewBar::setThreshold(double least)
{
    const QSignalBlocker quiet(m_slider); // shown, not chosen
    m_slider->setValue(qRound(least * 100));
    showThreshold();
}

double ReviewBar::threshold() const
{
    return m_slider->value() / 100.0;
}

void ReviewBar::showThreshold()
{
    //: confidence in per cent
    m_percent->setText(tr("%1%").arg(m_slider->value()));
}

} // namespace lw::studio
