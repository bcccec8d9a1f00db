// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts, a slider and four buttons in a row.
#include "widgets/gallery/DuplicatesBar.h"

#include <QToolButton>

namespace lw::gallery {

DuplicatesBar::DuplicatesBar(double lowest, QWidget* parent)
    : GalleryBar(QStringLiteral("duplicates"), tr("Near-duplicates"), parent)
{
    addSlider({tr("Likeness"), tr("How alike pictures of a group must be"),
               tr("How alike pictures of a group must be. Lower finds more, and more that is no copy."), lowest, 96});
    m_keep = addButton(QStringLiteral("keepThis"), tr("Keep this one"), QStringLiteral("pin"),
                       tr("Make the selected pictures those that stay of their groups (Ctrl+Shift+K)"));
    m_select = addButton(QStringLiteral("selectCopies"), tr("Select copies"), QStringLiteral("check"),
                         tr("Select all but one of each group (Ctrl+Shift+D)"));
    m_delete = addButton(QStringLiteral("deleteCopies"), tr("Delete copies"), QStringLiteral("delete"),
                         tr("Move all but one of each group to the trash"));
    QToolButton* close = addButton(QStringLiteral("closeDuplicates"), {}, QStringLiteral("close"),
                                   tr("Back to the usual order (Ctrl+Shift+J)"));
    close->setAccessibleName(tr("Back to the usual order"));
    connect(m_keep, &QToolButton::clicked, this, &DuplicatesBar::keepRequested);
    connect(m_select, &QToolButton::clicked, this, &DuplicatesBar::selectCopiesRequested);
    connect(m_delete, &QToolButton::clicked, this, &DuplicatesBar::deleteCopiesRequested);
    connect(close, &QToolButton::clicked, this, &DuplicatesBar::closeRequested);
    setCounts(0, 0, 0);
}

void DuplicatesBar::setCounts(qint64 groups, qint64 pictures, qint64 copies)
{
    setText(groups == 0 ? tr("No near-duplicates")
                        //: %1 is the number of groups of near-duplicates, at least one
                        : tr("%Ln pictures, groups: %1", nullptr, int(pictures)).arg(groups));
    m_select->setEnabled(copies > 0);
    m_delete->setEnabled(copies > 0);
}

void DuplicatesBar::setCanKeep(bool canKeep)
{
    m_keep->setEnabled(canKeep);
}

} // namespace lw::gallery
