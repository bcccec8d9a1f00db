// SPDX-License-Identifier: GPL-3.0-or-later
//! Auto-grouping (SM-5): how many groups, what counts, where the result goes.
#pragma once

#include "widgets/dialogs/FormDialog.h"

#include <QStringList>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace lw::dialogs {

class PathField;

/// A network that pictures can be looked at with.
struct LensOption {
    QString id;   ///< "hand" for the built-in features
    QString name; ///< for people
};

struct GroupChoice {
    int groups = 10;
    bool onlyShown = false; ///< what the gallery shows now
    QString lens;           ///< LensOption::id
    double sharpness = 0;   ///< 0 to 1
    double brightness = 0;
    double colour = 0;
    QString attribute; ///< empty: none is written
    QString location;  ///< empty: nothing is saved
    bool copiesFiles = false;
};

class GroupDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupDialog)

public:
    struct Facts {
        qint64 samples = 0;
        qint64 shown = 0;       ///< by tab and filter
        QStringList attributes; ///< that there are
        std::vector<LensOption> lenses;
        QString lens; ///< chosen at first
        int fewest = 2;
        int most = 200;
    };

    GroupDialog(const Facts& facts, QSettings* settings, QWidget* parent);
    ~GroupDialog() override;

    [[nodiscard]] GroupChoice choice() const;

protected:
    void validate() override;
    void rememberChoices() override;

private:
    QSlider* addWeight(const QString& name, const QString& label);
    void showTargets();

    Facts m_facts;
    QSpinBox* m_groups;
    QComboBox* m_scope;
    QComboBox* m_lens;
    QSlider* m_sharpness;
    QSlider* m_brightness;
    QSlider* m_colour;
    QCheckBox* m_writes;
    QComboBox* m_attribute;
    QCheckBox* m_saves;
    PathField* m_location;
    QCheckBox* m_copies;
};

} // namespace lw::dialogs
