// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of one label.
#include "widgets/dialogs/LabelEditDialog.h"

#include "models/domain/Skeletons.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/AttributesEditor.h"
#include "widgets/dialogs/SkeletonDialog.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace lw::dialogs {

LabelEditDialog::LabelEditDialog(const domain::Label& label, const std::vector<domain::Label>& others, QWidget* parent)
    : FormDialog(label.name.isEmpty() ? tr("New label") : tr("Label “%1”").arg(label.name), {}, nullptr,
                 QStringLiteral("labelEditDialog"), parent),
      m_label(label), m_others(others), m_name(new QLineEdit(label.name, this)), m_merge(new QLabel(this)),
      m_colour(new common::ColourButton(tr("Colour"), QColor::fromRgb(label.colour), this)),
      m_shortcut(new QKeySequenceEdit(this)), m_attributes(new AttributesEditor(this)),
      m_skeleton(label.skeleton)
{
    m_name->setMaxLength(64);
    addField(QStringLiteral("labelName"), tr("Name"), m_name,
             tr("1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”"));
    m_merge->setWordWrap(true);
    m_merge->setTextFormat(Qt::PlainText);
    m_merge->hide();
    addWide(m_merge);
    QList<QColor> palette;
    for (int i = 0; i < 20; ++i) {
        palette.append(QColor::fromRgb(domain::paletteColour(i)));
    }
    m_colour->setChoices(palette);
    m_colour->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addField(QStringLiteral("labelColour"), tr("Colour"), m_colour);
    m_shortcut->setKeySequence(QKeySequence::fromString(label.shortcut, QKeySequence::PortableText));
    addField(QStringLiteral("labelShortcut"), tr("Shortcut"), makeShortcutRow(),
             tr("Press the key that chooses this label while drawing, for example 1 or Q."));
    m_attributes->setAttributes(label.attributes);
    addField(QStringLiteral("labelAttributes"), tr("Attributes"), m_attributes,
             tr("Properties that objects of this label can have, for example colour: black, white."));
    addField(QStringLiteral("labelSkeleton"), tr("Skeleton"), makeSkeletonRow(),
             tr("Joints and bones for drawing poses, for example of people."));
    m_skeletonNote = new QLabel(this);
    m_skeletonNote->setObjectName(QStringLiteral("skeletonNote"));
    m_skeletonNote->setWordWrap(true);
    m_skeletonNote->setTextFormat(Qt::PlainText);
    m_skeletonNote->hide();
    addWide(m_skeletonNote);
    showSkeleton();
    setAcceptText(tr("Save"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(m_name); });
    connect(m_shortcut, &QKeySequenceEdit::keySequenceChanged, this, [this] { touch(m_shortcutRow); });
    connect(m_attributes, &AttributesEditor::attributesChanged, this, [this] { touch(m_attributes); });
    m_name->selectAll();
}

QWidget* LabelEditDialog::makeShortcutRow()
{
    m_shortcutRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_shortcutRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_shortcut->setObjectName(QStringLiteral("shortcut"));
    m_shortcut->setAccessibleName(tr("Shortcut"));
    auto* clear = new QToolButton(m_shortcutRow);
    clear->setObjectName(QStringLiteral("clearShortcut"));
    clear->setIcon(common::icon(QStringLiteral("close")));
    clear->setToolTip(tr("No shortcut"));
    clear->setAccessibleName(tr("No shortcut"));
    row->addWidget(m_shortcut);
    row->addWidget(clear);
    row->addStretch(1);
    connect(clear, &QToolButton::clicked, m_shortcut, &QKeySequenceEdit::clear);
    return m_shortcutRow;
}

QWidget* LabelEditDialog::makeSkeletonRow()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_skeletonText = new QLabel(box);
    m_skeletonText->setObjectName(QStringLiteral("skeletonText"));
    auto* edit = new QPushButton(tr("Edit skeleton…"), box);
    edit->setObjectName(QStringLiteral("editSkeleton"));
    edit->setAccessibleName(tr("Edit skeleton"));
    edit->setToolTip(tr("Add joints, name them and draw bones between them"));
    edit->setAutoDefault(false);
    row->addWidget(edit);
    row->addWidget(m_skeletonText, 1);
    connect(edit, &QPushButton::clicked, this, &LabelEditDialog::editSkeleton);
    return box;
}

void LabelEditDialog::editSkeleton()
{
    auto* dialog = new SkeletonDialog(m_name->text().trimmed(), m_skeleton, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_skeleton = dialog->draft();
        showSkeleton();
    });
    dialog->open();
}

void LabelEditDialog::showSkeleton()
{
    const int joints = m_skeleton.count();
    const auto bones = int(m_skeleton.layout().bones.size());
    //: %1 is "5 bones"
    m_skeletonText->setText(joints == 0 ? tr("None")
                                        : tr("%n joints, %1", nullptr, joints).arg(tr("%n bones", nullptr, bones)));
    const QString text = consequences();
    m_skeletonNote->setText(text);
    setRowVisible(m_skeletonNote, !text.isEmpty());
}

QString LabelEditDialog::consequences() const
{
    const int before = int(m_label.skeleton.joints.size());
    if (m_label.annotations == 0 || !domain::changesJoints(m_skeleton.origins(), before)) {
        return {};
    }
    if (m_skeleton.count() == 0) {
        return tr("Skeletons that are drawn already stay as single joints without names and bones.");
    }
    QStringList gone;
    for (int joint = 0; joint < before; ++joint) {
        const std::vector<int>& origins = m_skeleton.origins();
        if (std::find(origins.begin(), origins.end(), joint) == origins.end()) {
            gone.append(m_label.skeleton.joints.at(joint));
        }
    }
    if (gone.isEmpty()) {
        return tr("This label has %Ln objects. In skeletons among them the new joints are absent at first.", nullptr,
                  int(m_label.annotations));
    }
    //: %1 is a list of names
    return tr("This label has %Ln objects. When you save, skeletons among them lose these joints: %1. Undo in the "
              "gallery brings them back.",
              nullptr, int(m_label.annotations))
        .arg(gone.join(QStringLiteral(", ")));
}

QString LabelEditDialog::key() const
{
    // A label is taken by one stroke: of a longer sequence the first counts.
    const QKeySequence sequence = m_shortcut->keySequence();
    return sequence.isEmpty() ? QString() : QKeySequence(sequence[0]).toString(QKeySequence::PortableText);
}

void LabelEditDialog::setReservedKeys(const QHash<QString, QString>& keys)
{
    m_reserved = keys;
    check();
}

void LabelEditDialog::validate()
{
    const QString name = m_name->text().trimmed();
    const auto isSameName = [&](const domain::Label& other) { return other.name == name; };
    const bool isTaken = std::any_of(m_others.begin(), m_others.end(), isSameName);
    if (name.isEmpty()) {
        complain(m_name, tr("A label needs a name."));
    } else if (!domain::isValidLabelName(name)) {
        complain(m_name, tr("Use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”."));
    } else if (isTaken && !m_label.id.isValid()) {
        complain(m_name, tr("This label already exists."));
    }
    const bool isMerge = isTaken && m_label.id.isValid();
    m_merge->setText(isMerge ? tr("“%1” already exists: the objects of both labels will be merged under it.").arg(name)
                             : QString());
    m_merge->setVisible(isMerge);
    for (const domain::Label& other : m_others) {
        if (!key().isEmpty() && other.shortcut.compare(key(), Qt::CaseInsensitive) == 0) {
            complain(m_shortcutRow, tr("The label “%1” has this shortcut.").arg(other.name));
        }
    }
    if (m_reserved.contains(key())) {
        complain(m_shortcutRow, tr("The program uses this key for “%1”.").arg(m_reserved.value(key())));
    }
    if (const QString problem = m_attributes->problem(); !problem.isEmpty()) {
        complain(m_attributes, problem);
    }
}

domain::Label LabelEditDialog::label() const
{
    domain::Label label = m_label;
    label.name = m_name->text().trimmed();
    label.colour = m_colour->colour().rgb();
    label.shortcut = key();
    label.attributes = m_attributes->attributes();
    // Looking at a skeleton that was never laid out does not change it.
    const domain::SkeletonLayout& layout = m_skeleton.layout();
    const bool isSame = layout.joints == m_label.skeleton.joints && layout.bones == m_label.skeleton.bones &&
                        layout.places == domain::placesOf(m_label.skeleton);
    if (!isSame) {
        label.skeleton = layout;
    }
    return label;
}

} // namespace lw::dialogs
