// SPDX-License-Identifier: GPL-3.0-or-later
//! The line above a section: its title, a quiet note beside it and buttons at the end.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace lw::common {

class ElidedLabel;

class SectionHeader final : public QWidget {
    Q_OBJECT

public:
    explicit SectionHeader(const QString& title, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SectionHeader)

    void setTitle(const QString& title);
    /// A quiet text after the title, e.g. a count.
    void setNote(const QString& note);
    /// Adds a widget at the end of the line; this header becomes its parent.
    void addAction(QWidget* widget);

private:
    QLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_row;
};

} // namespace lw::common
