// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks for name, description, split and options of a version to publish (VE-1).
#pragma once

#include "widgets/dialogs/FormDialog.h"

#include <QStringList>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace lw::dialogs {

struct PublishRequest {
    QString name;
    QString description;
    std::optional<double> trainRatio; ///< 0 to 1; absent: no split
    quint64 seed = 0;
    bool withHard = false;
};

class PublishDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishDialog)

public:
    struct Facts {
        QString nextName;       ///< V001, …
        QStringList takenNames; ///< of existing versions
        qint64 labelled = 0;    ///< samples that are labelled
        qint64 unlabelled = 0;
        qint64 toConfirm = 0;
        QString outputFolder; ///< where the version is written, for the person to know
    };

    PublishDialog(const Facts& facts, QSettings* settings, QWidget* parent = nullptr);

    [[nodiscard]] PublishRequest request() const;

protected:
    void validate() override;
    void rememberChoices() override;

private:
    void addSummary();
    QWidget* makeRatio();
    QWidget* makeSeed();
    void setRatio(double train);
    void showShares();
    void showSplit();

    Facts m_facts;
    QLineEdit* m_name;
    QLineEdit* m_description;
    QCheckBox* m_split;
    QDoubleSpinBox* m_train;
    QDoubleSpinBox* m_validation;
    QWidget* m_ratioRow = nullptr;
    QLineEdit* m_seed;
    QWidget* m_seedRow = nullptr;
    QLabel* m_shares;
    QCheckBox* m_hard;
};

} // namespace lw::dialogs
