// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers of an evaluation as tables: a line for each label, the twelve numbers of COCO.
#pragma once

#include "models/domain/Evaluation.h"

#include <QTreeWidget>

namespace lw::studio {

/// Sorted by any column.
class LabelScoreTable final : public QTreeWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelScoreTable)

public:
    explicit LabelScoreTable(QWidget* parent = nullptr);

    void setEvaluation(const domain::Evaluation& evaluation);
};

class CocoTable final : public QTreeWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CocoTable)

public:
    explicit CocoTable(QWidget* parent = nullptr);

    void setNumbers(const std::array<double, 12>& numbers);
};

} // namespace lw::studio
