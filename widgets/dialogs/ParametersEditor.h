// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields for the hyperparameters of an algorithm, the usual ones first.
#pragma once

#include "models/domain/Algorithms.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QToolButton;

namespace lw::dialogs {

class ParametersEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParametersEditor)

public:
    explicit ParametersEditor(QWidget* parent = nullptr);

    /// Shows its parameters at their defaults. Null: none.
    void setAlgorithm(const domain::Algorithm* algorithm);
    /// Those that the algorithm knows and that are in range; the others stay.
    void setValues(const QJsonObject& values);
    [[nodiscard]] QJsonObject values() const;
    void resetToDefaults();
    /// Whether "more settings" are open.
    [[nodiscard]] bool showsMore() const;
    void setShowsMore(bool isOpen);

Q_SIGNALS:
    void changed();
    /// More or fewer fields are shown.
    void heightChanged();

private:
    [[nodiscard]] QWidget* makeField(const domain::AlgorithmParameter& parameter);
    void addRow(QGridLayout* grid, const domain::AlgorithmParameter& parameter);
    [[nodiscard]] static QJsonValue valueOf(const QWidget* field);
    void setValue(QWidget* field, const QJsonValue& value);

    const domain::Algorithm* m_algorithm = nullptr;
    QHash<QString, QWidget*> m_fields;
    QWidget* m_form = nullptr;
    QWidget* m_moreForm = nullptr;
    QToolButton* m_more;
};

} // namespace lw::dialogs
