// SPDX-License-Identifier: GPL-3.0-or-later
//! Likeness and groups of near-duplicates in the gallery.
#include "widgets/gallery/GalleryView.h"

#include "models/items/SampleListModel.h"
#include "widgets/gallery/CellPainter.h"

#include <QPainter>
#include <QtMath>

namespace lw::gallery {

void GalleryView::setArrangement(const items::SampleArrangement::Pointer& arrangement)
{
    if (arrangement != m_arrangement) {
        m_arrangement = arrangement;
        findSections();
        relayout();
    }
}

void GalleryView::findSections()
{
    m_sectionStarts.clear();
    if (!m_arrangement || m_arrangement->groups().empty()) {
        return;
    }
    const QList<domain::SampleId>& ids = m_services.model->ids();
    int group = -2; // none so far; -1 are samples of no group
    for (qsizetype row = 0; row < ids.size(); ++row) {
        if (const int own = m_arrangement->groupOf(ids.at(row)); own != group) {
            group = own;
            m_sectionStarts.push_back(static_cast<int>(row));
        }
    }
}

void GalleryView::paintSections(QPainter& painter, const QRect& area) const
{
    const RowRange shown = m_layout.visibleSections(m_offset);
    for (int section = shown.first; section <= shown.last; ++section) {
        const QRect rect = m_layout.sectionRect(section, m_offset);
        const int group = m_arrangement->groupOf(m_services.model->idAt(m_sectionStarts[size_t(section)]));
        if (!rect.intersects(area) || group < 0) {
            continue;
        }
        const domain::SampleGroup& facts = m_arrangement->groups()[size_t(group)];
        const auto percent = [](float similarity) { return QString::number(qFloor(double(similarity) * 100)); };
        const auto pictures = static_cast<int>(facts.members.size());
        //: title of a group of near-duplicates: number of pictures, likeness of the least and the most alike in per
        //: cent
        const QString text = qFloor(double(facts.lowest) * 100) == qFloor(double(facts.highest) * 100)
                                 ? tr("%Ln pictures, %1% alike", nullptr, pictures).arg(percent(facts.highest))
                                 : tr("%Ln pictures, %1 to %2% alike", nullptr, pictures)
                                       .arg(percent(facts.lowest), percent(facts.highest));
        m_painter->paintSection(painter, rect.adjusted(m_layout.metrics().gap, 0, 0, 0), section + 1, text);
    }
}

} // namespace lw::gallery
