// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays out the message of an empty page.
#include "widgets/common/EmptyState.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lw::common {

namespace {

constexpr int kIconSide = 56;
constexpr int kTextWidth = 420;

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(kTextWidth);
    setRole(label, role);
    return label;
}

/// As wide as the page allows but no wider than a line that is easy to read.
void addCentred(QVBoxLayout* column, QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(widget, 1000);
    row->addStretch(1);
    column->addLayout(row);
}

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_title(makeLabel(title, "heading", this)), m_text(makeLabel(text, "muted", this)),
      m_buttons(new QHBoxLayout)
{
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName, colours().textMuted).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);

    m_buttons->setSpacing(kGrid);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kGrid);
    column->addStretch(2);
    column->addWidget(picture);
    column->addSpacing(kGrid);
    addCentred(column, m_title);
    addCentred(column, m_text);
    column->addSpacing(kGrid);
    column->addLayout(m_buttons);
    column->addStretch(3);
    m_buttons->addStretch();
    m_buttons->addStretch();
    setAccessibleName(title);
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
}

QPushButton* EmptyState::addPrimaryButton(const QString& text, const QString& iconName)
{
    QPushButton* button = addSecondaryButton(text, QString());
    setRole(button, "primary");
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, colours().accentText));
    return button;
}

QPushButton* EmptyState::addSecondaryButton(const QString& text, const QString& iconName)
{
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(text);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace lw::common
