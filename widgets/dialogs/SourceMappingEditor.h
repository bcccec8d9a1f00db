// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules that turn a manifest's sources into files, and what they find.
#pragma once

#include "widgets/dialogs/ImportFacts.h"

#include <QWidget>

class QLabel;
class QLayout;
class QTableWidget;
class QTreeWidget;

namespace lw::dialogs {

class SourceMappingEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceMappingEditor)

public:
    explicit SourceMappingEditor(QWidget* parent = nullptr);

    /// Rules with both sides filled in.
    [[nodiscard]] std::vector<SourceRule> rules() const;
    void setRules(const std::vector<SourceRule>& rules);
    void setPreview(const MappingPreview& preview);
    /// A sentence on what is wrong with a rule (a folder that is not there), or empty.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void rulesChanged();

private:
    void makeRules();
    QLayout* makeRuleButtons();
    void makePreview();
    void addRule(const SourceRule& rule);
    void addSuggestedRule();
    void chooseFolder(int row);

    QTableWidget* m_rules;
    QTreeWidget* m_preview;
    QLabel* m_summary;
    QString m_missing; ///< the first source that was not found
};

} // namespace lw::dialogs
