// SPDX-License-Identifier: GPL-3.0-or-later
//! Starting smart labelling (SM-1, SM-2): how thoroughly, with which network, and what is still missing for it.
#pragma once

#include "widgets/dialogs/FormDialog.h"

#include <QStringList>

#include <array>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace lw::dialogs {

enum class LearnMode { Fast, Precise, Model };

struct SmartLabelChoice {
    LearnMode mode = LearnMode::Fast;
    QString model;       ///< id in the library; "hand" for none; empty: what the last run used
    double seconds = 0;  ///< of training; 0: what the mode takes
    double hardShare = 0.2;

    bool operator==(const SmartLabelChoice&) const = default;
};

/// Asks to be told, whenever the choice changes, whether it can start. GUI thread only.
class SmartLabelDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartLabelDialog)

public:
    /// A network of the library.
    struct ModelOption {
        QString id;
        QString name;
        bool canPredict = false; ///< knows labels of this dataset's type
        bool canStart = false;   ///< its weights can begin a training
    };

    struct Facts {
        bool labelsWholeSamples = false; ///< then nothing is trained for long: there is no budget to choose
        std::vector<ModelOption> models;
        int newLabels = 0; ///< labelled since the last run; 0: there was none
        QString wanted = {}; ///< id of the model to begin with; empty: as it was left
    };

    /// What was found out about a choice.
    struct Verdict {
        QStringList unmet;  ///< sentences; it can start when there are none
        qint64 labelled = 0;
        qint64 open = 0;    ///< samples that get proposals
        QString modelName;  ///< what would be used
        double seconds = 0; ///< of the whole run
    };

    SmartLabelDialog(const Facts& facts, QSettings* settings, QWidget* parent);

    [[nodiscard]] SmartLabelChoice choice() const;
    void setVerdict(const Verdict& verdict);

Q_SIGNALS:
    /// setVerdict() is expected.
    void choiceChanged(const lw::dialogs::SmartLabelChoice& choice);

protected:
    void validate() override;
    void rememberChoices() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeModes();
    [[nodiscard]] LearnMode modeFor(const QString& wanted, LearnMode usual) const;
    void fillModels();
    void changed();

    Facts m_facts;
    QButtonGroup* m_modes;
    QWidget* m_modeBox;
    std::array<QRadioButton*, 3> m_buttons{};
    QComboBox* m_model;
    QSpinBox* m_seconds;
    QSpinBox* m_hard;
    QLabel* m_summary;
    QLabel* m_unmet;
    bool m_isChecked = false; ///< the verdict on the present choice is known
    bool m_canStart = false;
};

/// "about 2 minutes".
[[nodiscard]] QString durationText(double seconds);

} // namespace lw::dialogs
