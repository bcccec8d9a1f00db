// SPDX-License-Identifier: GPL-3.0-or-later
//! Says before an export what the format cannot hold, with links to the samples concerned.
#pragma once

#include "models/domain/Ids.h"

#include <QDialog>
#include <QList>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace lw::dialogs {

class LossDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LossDialog)

public:
    /// One kind of loss.
    struct Row {
        QString text; ///< a sentence with its count
        QList<domain::SampleId> samples;
        qint64 sampleCount = 0; ///< may be more than `samples` names
    };
    struct Facts {
        QString format; ///< its name for people
        qint64 samples = 0;
        qint64 annotations = 0;
        std::vector<Row> rows; ///< empty: nothing is lost
    };

    explicit LossDialog(const Facts& facts, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Show these samples; the dialog closes without an export.
    void samplesRequested(const QList<lw::domain::SampleId>& samples);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeRows(const std::vector<Row>& rows);
    QWidget* makeRow(const Row& row, int number);
    void addButtons(QVBoxLayout* column);

    QScrollArea* m_rows = nullptr; ///< null when nothing is lost
};

} // namespace lw::dialogs
