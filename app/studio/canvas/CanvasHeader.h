// SPDX-License-Identifier: GPL-3.0-or-later
//! The line above the canvas: which picture, how it stands, and what is left to do.
#pragma once

#include "models/domain/Sample.h"
#include "widgets/canvas/PictureSource.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QAction;

namespace lw::common {
class Badge;
class ElidedLabel;
} // namespace lw::common

namespace lw::studio {

class CanvasHeader final : public QFrame {
    Q_OBJECT

public:
    struct Actions {
        QAction* back = nullptr;
        QAction* previous = nullptr;
        QAction* next = nullptr;
        QAction* nextUnlabelled = nullptr;
        QAction* jump = nullptr;
        QAction* smartLabel = nullptr;
        QAction* hard = nullptr; ///< checkable
        QAction* confirm = nullptr;
    };

    explicit CanvasHeader(const Actions& actions, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(CanvasHeader)

    /// An invalid sample id empties the line.
    void setSample(const domain::Sample& sample);
    /// `row` from 0; -1: not in the list.
    void setPlace(qint64 row, qint64 count);
    /// Facts about the picture ("16-bit"), each a badge.
    void setNotes(const QList<canvas::PictureNote>& notes);
    void setSaving(bool isSaving);
    /// An empty text hides the stopwatch.
    void setStopwatch(const QString& text);

private:
    void showReasons(const domain::HardReasons& reasons);
    void addButton(QHBoxLayout* row, QAction* action, bool withText = false);

    common::ElidedLabel* m_name;
    QToolButton* m_place;
    common::Badge* m_state;
    common::Badge* m_missing;
    QHBoxLayout* m_reasons; ///< why it is hard
    QHBoxLayout* m_notes;
    QLabel* m_stopwatch;
    QLabel* m_saving;
};

} // namespace lw::studio
