// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses the order of the samples.
#pragma once

#include "models/domain/SampleFilter.h"

#include <QToolButton>

class QActionGroup;

namespace lw::gallery {

class SortButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SortButton)

public:
    explicit SortButton(QWidget* parent = nullptr);

    [[nodiscard]] domain::SampleSort sort() const { return m_sort; }
    [[nodiscard]] bool isDescending() const { return m_isDescending; }
    /// Does not send sortChosen().
    void setSort(domain::SampleSort sort, bool isDescending);

Q_SIGNALS:
    void sortChosen(lw::domain::SampleSort sort, bool isDescending);

private:
    void addSort(domain::SampleSort sort, const QString& text);
    void addDirection(bool isDescending, const QString& text);
    void refresh();

    domain::SampleSort m_sort = domain::SampleSort::Imported;
    bool m_isDescending = false;
    QActionGroup* m_sorts;
    QActionGroup* m_directions;
};

} // namespace lw::gallery
