// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be done with the selected samples.
#pragma once

#include <QFrame>

class QToolButton;

namespace lw::common {
class ElidedLabel;
}

namespace lw::gallery {

class SelectionBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionBar)

public:
    explicit SelectionBar(QWidget* parent = nullptr);

    /// `total` is the number of samples in the list. Actions are disabled without a selection.
    void setCounts(qint64 selected, qint64 total);
    /// For lists in which samples wait for a confirmation.
    void setConfirmShown(bool isShown);

Q_SIGNALS:
    void openRequested();
    void confirmRequested();
    void rejectRequested();
    void markHardRequested(bool isHard);
    void replaceLabelRequested();
    void exportRequested();
    void deleteRequested();
    void selectAllRequested();
    void selectPageRequested();
    void invertRequested();
    void clearRequested();

private:
    void addSelectMenu();
    void addHardMenu();
    QToolButton* addAction(const QString& name, const QString& text, const QString& iconName, const QString& tip);

    common::ElidedLabel* m_text;
    QToolButton* m_select;
    QToolButton* m_confirm = nullptr;
    QToolButton* m_reject = nullptr;
    QList<QToolButton*> m_shortened; ///< icons only while samples are confirmed: the bar must not get wider
    QList<QWidget*> m_needSelection;
};

} // namespace lw::gallery
