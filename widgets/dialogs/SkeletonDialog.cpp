// SPDX-License-Identifier: GPL-3.0-or-later
//! Board and table side by side show the same joints.
#include "widgets/dialogs/SkeletonDialog.h"

#include "models/domain/Skeletons.h"
#include "widgets/common/Icons.h"
#include "widgets/dialogs/SkeletonBoard.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace lw::dialogs {

namespace {

enum Column { Number, Name, Bones, kColumnCount };

constexpr int kTableWidth = 320;

} // namespace

SkeletonDialog::SkeletonDialog(const QString& labelName, const SkeletonDraft& draft, QWidget* parent)
    : FormDialog(tr("Skeleton of “%1”").arg(labelName),
                 tr("Click the board to add a joint, drag joints to their places, and drag with Shift from one joint to "
                    "another to draw a bone."),
                 nullptr, QStringLiteral("skeletonDialog"), parent),
      m_draft(draft), m_editor(makeEditor())
{
    addField(QStringLiteral("skeletonEditor"), tr("Joints"), m_editor);
    setAcceptText(tr("OK"));
    afterEdit();
}

QWidget* SkeletonDialog::makeEditor()
{
    auto* editor = new QWidget(this);
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_board = new SkeletonBoard(m_draft, editor);
    row->addWidget(m_board, 1);
    row->addWidget(makeTable());
    column->addWidget(makeButtons());
    column->addLayout(row, 1);
    connect(m_board, &SkeletonBoard::edited, this, &SkeletonDialog::afterEdit);
    connect(m_board, &SkeletonBoard::selectionChanged, this, [this](int joint) {
        if (m_table->currentRow() != joint) {
            m_table->setCurrentCell(joint, Name);
        }
        m_remove->setEnabled(joint >= 0);
    });
    return editor;
}

QWidget* SkeletonDialog::makeTable()
{
    m_table = new QTableWidget(0, kColumnCount, this);
    m_table->setObjectName(QStringLiteral("jointTable"));
    m_table->setAccessibleName(tr("Joints"));
    m_table->setHorizontalHeaderLabels({QStringLiteral("#"), tr("Joint"), tr("Bones to")});
    m_table->horizontalHeaderItem(Bones)->setToolTip(tr("Numbers of joints, separated by commas"));
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Bones, QHeaderView::Interactive);
    m_table->horizontalHeader()->resizeSection(Bones, 96);
    m_table->horizontalHeader()->setSectionResizeMode(Number, QHeaderView::Fixed);
    m_table->horizontalHeader()->setMinimumSectionSize(44);
    m_table->horizontalHeader()->resizeSection(Number, 44);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedWidth(kTableWidth);
    connect(m_table, &QTableWidget::cellChanged, this, &SkeletonDialog::takeCell);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (!m_isRefreshing) {
            m_board->select(row);
        }
    });
    return m_table;
}

QWidget* SkeletonDialog::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto add = [&](const char* name, const char* icon, const QString& text, const QString& tip) {
        auto* button = new QToolButton(buttons);
        button->setObjectName(QLatin1String(name));
        button->setIcon(common::icon(QLatin1String(icon)));
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
        return button;
    };
    connect(add("addJoint", "add", tr("Add joint"), tr("Add a joint beside the selected one (Insert on the board)")),
            &QToolButton::clicked, m_board, &SkeletonBoard::addJoint);
    m_remove = add("removeJoint", "remove", tr("Remove"), tr("Remove the selected joint (Delete on the board)"));
    m_remove->setEnabled(false);
    connect(m_remove, &QToolButton::clicked, m_board, &SkeletonBoard::removeSelected);
    QToolButton* bones =
        add("drawBones", "line", tr("Draw bones"), tr("Drag from joint to joint; the same again takes a bone away"));
    bones->setCheckable(true);
    connect(bones, &QToolButton::toggled, m_board, &SkeletonBoard::setDrawingBones);
    row->addStretch(1);
    addPresets(*add("skeletonPresets", "skeleton", tr("Presets"), tr("Begin with a skeleton that is ready")));
    return buttons;
}

void SkeletonDialog::addPresets(QToolButton& button)
{
    auto* menu = new QMenu(&button);
    const auto addPreset = [this, menu](const char* name, const QString& text, const domain::SkeletonLayout& layout) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, layout] {
            m_draft.replace(layout);
            m_board->select(-1);
            afterEdit();
        });
    };
    addPreset("presetPerson", tr("Person, 17 points (COCO)"), domain::personLayout());
    addPreset("presetEmpty", tr("Empty"), {});
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
}

void SkeletonDialog::refreshTable()
{
    m_isRefreshing = true;
    m_table->setRowCount(m_draft.count());
    for (int joint = 0; joint < m_draft.count(); ++joint) {
        QStringList bones;
        for (int other : m_draft.neighbours(joint)) {
            bones.append(QString::number(other + 1));
        }
        const std::array texts = {QString::number(joint + 1), m_draft.layout().joints.at(joint), bones.join(QStringLiteral(", "))};
        for (int column = 0; column < kColumnCount; ++column) {
            QTableWidgetItem* item = m_table->item(joint, column);
            if (!item) {
                item = new QTableWidgetItem;
                item->setFlags(column == Number ? item->flags() & ~Qt::ItemIsEditable : item->flags());
                m_table->setItem(joint, column, item);
            }
            if (item->text() != texts.at(size_t(column))) {
                item->setText(texts.at(size_t(column)));
            }
        }
    }
    if (m_table->currentRow() != m_board->selected()) {
        m_table->setCurrentCell(m_board->selected(), Name);
    }
    m_isRefreshing = false;
}

void SkeletonDialog::takeCell(int row, int column)
{
    if (m_isRefreshing) {
        return;
    }
    const QString text = m_table->item(row, column)->text().trimmed();
    if (column == Name) {
        m_draft.rename(row, text);
    } else if (column == Bones) {
        static const QRegularExpression kBetween(QStringLiteral("[^0-9]+"));
        QList<int> others;
        for (const QString& number : text.split(kBetween, Qt::SkipEmptyParts)) {
            others.append(number.toInt() - 1);
        }
        m_draft.setNeighbours(row, others);
    }
    afterEdit();
}

void SkeletonDialog::afterEdit()
{
    refreshTable();
    m_board->update();
    touch(m_editor);
}

void SkeletonDialog::validate()
{
    QStringList seen;
    for (const QString& name : m_draft.layout().joints) {
        if (name.isEmpty()) {
            complain(m_editor, tr("Joint %1 needs a name.").arg(seen.size() + 1));
        } else if (seen.contains(name)) {
            complain(m_editor, tr("Two joints are called “%1”.").arg(name));
        }
        seen.append(name);
    }
}

} // namespace lw::dialogs
