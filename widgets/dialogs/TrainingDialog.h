// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything that a training needs to be told, with an estimate of its time before it starts (TR-2).
#pragma once

#include "models/domain/EngineJob.h"
#include "models/domain/ParameterSet.h"
#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/TrainingInputs.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QMenu;
class QToolButton;

namespace lw::dialogs {

class ParametersEditor;

struct TrainingChoice {
    QString name;
    QString description;
    QList<TrainingInput> inputs;
    QString algorithm; ///< id
    QString model;     ///< id of the library's model to start from; empty: none
    QJsonObject parameters;

    bool operator==(const TrainingChoice&) const = default;
};

/// What is known before the start.
struct TrainingEstimate {
    double seconds = 0;
    QString how; ///< how the time was found, a sentence
    qint64 samples = 0;
    qint64 labelled = 0;
    QStringList problems; ///< unmet conditions, a sentence each
    QStringList notes;    ///< worth knowing, no reason not to start
};

class TrainingDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingDialog)

public:
    struct Facts {
        std::vector<TrainingDataset> datasets; ///< of types that can be trained on
        std::vector<domain::LibraryModel> models;
        QHash<QString, QString> nextVersions; ///< of names that are taken; the others begin with V0001
        std::vector<domain::ParameterSet> sets;
    };

    TrainingDialog(Facts facts, QSettings* settings, QWidget* parent = nullptr);

    /// Fills the form, as for running a job again.
    void setChoice(const TrainingChoice& choice);
    [[nodiscard]] TrainingChoice choice() const;
    /// The answer to estimateRequested(); one to an older choice is not shown.
    void setEstimate(const TrainingChoice& asked, const TrainingEstimate& estimate);
    void setSets(const std::vector<domain::ParameterSet>& sets);

Q_SIGNALS:
    /// The form changed and a pause was made.
    void estimateRequested(const lw::dialogs::TrainingChoice& choice);
    void saveSetRequested(const lw::domain::ParameterSet& set);
    void deleteSetRequested(const QString& name);

protected:
    void validate() override;
    void rememberChoices() override;

private:
    void addFields();
    QWidget* makeSets();
    QWidget* makeSide();
    void fillAlgorithms();
    void fillModels();
    void takeAlgorithm();
    void takeSet(int index);
    void fillSetMenu();
    void saveSetAs();
    void describeSet();
    void suggestName();
    void showVersion();
    void formChanged();
    void showEstimate(const TrainingEstimate* estimate);

    Facts m_facts;
    QLineEdit* m_name;
    QLineEdit* m_description;
    TrainingInputs* m_inputs;
    QComboBox* m_algorithm;
    QLabel* m_algorithmHint;
    QComboBox* m_model;
    QComboBox* m_set;
    QToolButton* m_setMenu;
    ParametersEditor* m_parameters;
    QLabel* m_version;
    QLabel* m_time;
    QLabel* m_how;
    QLabel* m_counts;
    QLabel* m_problems;
    QLabel* m_notes;
    QTimer m_pause;
    bool m_isNameOwn = false;
    bool m_isModelChosen = false; ///< by a person; otherwise what fits best is offered
    bool m_hasEstimate = false;
    QStringList m_unmet;
};

} // namespace lw::dialogs
