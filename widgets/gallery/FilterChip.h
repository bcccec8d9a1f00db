// SPDX-License-Identifier: GPL-3.0-or-later
//! A criterion as a chip: its words, a cross that removes it, and its fields in a popover.
#pragma once

#include <QFrame>

class QToolButton;

namespace lw::gallery {

class FilterPage;

class FilterChip final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChip)

public:
    /// A pinned chip is shown even while its criterion is not set. Takes `page` into its popover.
    FilterChip(FilterPage* page, bool isPinned, QWidget* parent);
    ~FilterChip() override;

    [[nodiscard]] FilterPage* page() const { return m_page; }
    /// Shows the criterion in words; empty: it is not set.
    void setSummary(const QString& summary);
    /// Opens the fields beneath the chip.
    void open();

Q_SIGNALS:
    /// The popover is about to show: fill the page in.
    void aboutToOpen();
    void removeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FilterPage* m_page;
    bool m_isPinned;
    QFrame* m_popover;
    QToolButton* m_button;
    QToolButton* m_remove;
    QString m_summary;
};

} // namespace lw::gallery
