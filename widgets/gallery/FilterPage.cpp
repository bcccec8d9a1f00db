// SPDX-License-Identifier: GPL-3.0-or-later
//! What all filter pages share.
#include "widgets/gallery/FilterPage.h"

#include "widgets/common/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lw::gallery {

FilterPage::FilterPage(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    setAccessibleName(title);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(common::kGrid);
    auto* heading = new QLabel(title, this);
    common::setRole(heading, "heading");
    m_column->addWidget(heading);
}

void FilterPage::reportEdit()
{
    if (!m_isShowing) {
        Q_EMIT edited();
    }
}

} // namespace lw::gallery
