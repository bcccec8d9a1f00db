// SPDX-License-Identifier: GPL-3.0-or-later
//! A count, a slider and two buttons in a row.
#include "widgets/gallery/ConfirmBar.h"

#include <QToolButton>

namespace lw::gallery {

ConfirmBar::ConfirmBar(QWidget* parent) : GalleryBar(QStringLiteral("confirm"), tr("To confirm"), parent)
{
    addSlider({tr("Confidence from"), tr("Least confidence"), tr("How sure the model must be of everything on a picture")});
    m_accept = addButton(QStringLiteral("acceptAbove"), tr("Accept all above"), QStringLiteral("check"),
                         tr("Confirm every sample of at least this confidence; one undo takes it back"));
    m_review = addButton(QStringLiteral("reviewAll"), tr("One by one"), QStringLiteral("next"),
                         tr("Go through them in this order: Enter accepts, Backspace rejects"));
    connect(m_accept, &QToolButton::clicked, this, [this] { Q_EMIT acceptRequested(threshold()); });
    connect(m_review, &QToolButton::clicked, this, &ConfirmBar::reviewRequested);
    setCounts(-1, 0);
}

void ConfirmBar::setCounts(qint64 above, qint64 waiting)
{
    setText(above < 0 ? tr("Counting…")
                      //: the first is the number of samples that are sure enough, the second of all that wait
                      : tr("%L1 of %L2 samples are that sure").arg(above).arg(waiting));
    m_accept->setEnabled(above > 0);
    m_review->setEnabled(waiting > 0);
}

} // namespace lw::gallery
