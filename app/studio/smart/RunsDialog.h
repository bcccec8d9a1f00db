// SPDX-License-Identifier: GPL-3.0-or-later
//! The runs of smart labelling on a dataset: what each proposed, and a curve of how good they were.
#pragma once

#include "app/scenarios/SmartLabel.h"

#include <QDialog>

#include <vector>

class QTableWidget;

namespace lw::studio {

class RunsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsDialog)

public:
    /// The newest first.
    explicit RunsDialog(const std::vector<scenarios::SmartRunEntry>& runs, QWidget* parent = nullptr);

Q_SIGNALS:
    void newRunRequested();
    /// The newest run, which was stopped or failed, shall go on from where it was.
    void resumeRequested(const lw::domain::EngineJob& job);

private:
    [[nodiscard]] QTableWidget* makeTable(const std::vector<scenarios::SmartRunEntry>& runs);
    [[nodiscard]] QWidget* makeCurve(const std::vector<scenarios::SmartRunEntry>& runs);
};

} // namespace lw::studio
