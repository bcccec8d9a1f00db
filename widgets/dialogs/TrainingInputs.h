// SPDX-License-Identifier: GPL-3.0-or-later
//! Which datasets a training reads, each at a version or as it is now.
#pragma once

#include "models/domain/Dataset.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace lw::dialogs {

struct TrainingDataset {
    domain::DatasetId id;
    QString name;
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    qint64 labelled = 0;
    std::vector<domain::Version> versions; ///< the newest first
};

struct TrainingInput {
    domain::DatasetId dataset;
    domain::VersionId version; ///< invalid: the labels as they are now

    bool operator==(const TrainingInput&) const = default;
};

/// Rows of a dataset and a version. All datasets are of the first one's type.
class TrainingInputs final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingInputs)

public:
    explicit TrainingInputs(std::vector<TrainingDataset> datasets, QWidget* parent = nullptr);

    void setInputs(const QList<TrainingInput>& inputs);
    [[nodiscard]] QList<TrainingInput> inputs() const;
    /// Of the first dataset; nullopt when there is none.
    [[nodiscard]] std::optional<domain::DatasetType> type() const;

Q_SIGNALS:
    void changed();
    void heightChanged();

private:
    struct Row {
        QWidget* line;
        QComboBox* dataset;
        QComboBox* version;
    };

    void addRow(const TrainingInput& input);
    void removeRow(QWidget* line);
    void fillVersions(const Row& row);
    void firstChanged();
    void showAdd();
    [[nodiscard]] const TrainingDataset* find(domain::DatasetId id) const;

    std::vector<TrainingDataset> m_datasets;
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
    QPushButton* m_add;
};

} // namespace lw::dialogs
