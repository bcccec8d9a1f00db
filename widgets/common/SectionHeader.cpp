// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays out a section's title line.
#include "widgets/common/SectionHeader.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace lw::common {

SectionHeader::SectionHeader(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_note(new ElidedLabel({}, Qt::ElideRight, this)),
      m_row(new QHBoxLayout(this))
{
    m_title->setTextFormat(Qt::PlainText);
    setRole(m_title, "heading");
    setRole(m_note, "muted");
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGrid);
    m_row->addWidget(m_title);
    m_row->addWidget(m_note, 1);
    setTitle(title);
}

void SectionHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setNote(const QString& note)
{
    m_note->setText(note);
}

void SectionHeader::addAction(QWidget* widget)
{
    m_row->addWidget(widget);
}

} // namespace lw::common
