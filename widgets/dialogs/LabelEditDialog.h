// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits one label: name, colour, shortcut, attributes, skeleton.
#pragma once

#include "models/domain/Label.h"
#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/SkeletonDraft.h"

#include <vector>

class QKeySequenceEdit;
class QLineEdit;

namespace lw::common {
class ColourButton;
}

namespace lw::dialogs {

class AttributesEditor;

class LabelEditDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelEditDialog)

public:
    /// `others` are the dataset's other labels: their shortcuts are taken; taking over a name means merging, which is
    /// allowed only for labels that exist (`label.id` is valid).
    LabelEditDialog(const domain::Label& label, const std::vector<domain::Label>& others, QWidget* parent = nullptr);

    /// The label with the new values. A changed name is to be applied with BatchRepository::renameLabel().
    [[nodiscard]] domain::Label label() const;
    /// Which joint of the label's skeleton each one of label().skeleton was, -1 for new ones.
    [[nodiscard]] const std::vector<int>& jointOrigins() const { return m_skeleton.origins(); }
    /// Keys that the program uses for something else, in portable text, with what they do.
    void setReservedKeys(const QHash<QString, QString>& keys);

protected:
    void validate() override;

private:
    [[nodiscard]] QString key() const;
    QWidget* makeShortcutRow();
    QWidget* makeSkeletonRow();
    void editSkeleton();
    void showSkeleton();
    /// What saving does to skeletons that are drawn already; empty if nothing.
    [[nodiscard]] QString consequences() const;

    domain::Label m_label;
    std::vector<domain::Label> m_others;
    QHash<QString, QString> m_reserved;
    QLineEdit* m_name;
    QLabel* m_merge;
    common::ColourButton* m_colour;
    QKeySequenceEdit* m_shortcut;
    QWidget* m_shortcutRow = nullptr;
    AttributesEditor* m_attributes;
    SkeletonDraft m_skeleton;
    QLabel* m_skeletonText = nullptr;
    QLabel* m_skeletonNote = nullptr;
};

} // namespace lw::dialogs
