// SPDX-License-Identifier: GPL-3.0-or-later
//! One dataset in the list: type, progress, versions, last change, and what one can do with it.
#pragma once

#include "models/domain/Dataset.h"

#include <QFrame>

class QLabel;

namespace lw::charts {
class ProgressRing;
}
namespace lw::common {
class Badge;
class ElidedLabel;
} // namespace lw::common

namespace lw::studio {

class DatasetCard final : public QFrame {
    Q_OBJECT

public:
    static constexpr int kWidth = 400;

    /// The rows of the card's menu.
    enum class Action { Overview, Annotate, Import, Sync, Publish, Export, Versions, Edit, Delete };
    Q_ENUM(Action)

    explicit DatasetCard(const domain::Dataset& dataset, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(DatasetCard)

    void setDataset(const domain::Dataset& dataset);

Q_SIGNALS:
    /// The samples are wanted.
    void openRequested();
    void actionRequested(lw::studio::DatasetCard::Action action);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QWidget* makeButtons();
    void openMenu(const QPoint& globalPosition);

    charts::ProgressRing* m_ring;
    common::ElidedLabel* m_name;
    common::ElidedLabel* m_description;
    QLabel* m_counts;
    QLabel* m_changed;
    common::Badge* m_type;
    common::Badge* m_versions;
};

} // namespace lw::studio
