// SPDX-License-Identifier: GPL-3.0-or-later
//! List and entry field of a label set.
#include "widgets/panels/LabelPanel.h"

#include "models/core/WhenDone.h"
#include "models/document/LabelSet.h"
#include "models/items/LabelListModel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lw::panels {

using items::LabelListModel;

namespace {

QString labelErrorText(const core::Error& error, const QString& name)
{
    switch (error.code) {
    case core::ErrorCode::InvalidArgument:
        return LabelPanel::tr(
                   "“%1” is not allowed: use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.")
            .arg(name);
    case core::ErrorCode::AlreadyExists:
        return LabelPanel::tr("“%1” already exists.").arg(name);
    default:
        return LabelPanel::tr("The label could not be saved: %1").arg(error.detail);
    }
}

} // namespace

LabelPanel::LabelPanel(document::LabelSet& labels, QWidget* parent)
    : QFrame(parent), m_labels(labels), m_model(new LabelListModel(labels, this)), m_delegate(new LabelDelegate(this)),
      m_header(new common::SectionHeader(tr("Labels"), this)), m_list(new QTreeView(this)), m_adder(makeAdder()),
      m_error(new QLabel(this)), m_hint(new QLabel(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("labelPanel"));
    setAccessibleName(tr("Labels"));
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(common::kGrid);
    m_column->addWidget(m_header);
    m_column->addWidget(m_adder);
    m_error->setObjectName(QStringLiteral("labelError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    common::setRole(m_error, "error");
    m_column->addWidget(m_error);
    makeList();
    m_column->addWidget(m_list, 1);
    m_hint->setObjectName(QStringLiteral("labelHint"));
    m_hint->setWordWrap(true);
    common::setRole(m_hint, "muted");
    m_hint->hide();
    m_column->addWidget(m_hint);
    connect(m_model, &LabelListModel::renameRequested, this, &LabelPanel::renameRequested);
    connect(m_model, &LabelListModel::editFailed, this,
            [this](const core::Error& error) { showError(labelErrorText(error, error.detail)); });
    connect(&m_labels, &document::LabelSet::changed, this, &LabelPanel::refreshNote);
    refreshNote();
}

LabelPanel::~LabelPanel() = default;

QWidget* LabelPanel::makeAdder()
{
    auto* adder = new QWidget(this);
    auto* row = new QHBoxLayout(adder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_name = new QLineEdit(adder);
    m_name->setObjectName(QStringLiteral("newLabel"));
    m_name->setAccessibleName(tr("New label"));
    m_name->setPlaceholderText(tr("New label"));
    m_name->setToolTip(tr("Type a name and press Enter. Several names may be pasted, one per line."));
    auto* add = new QToolButton(adder);
    add->setObjectName(QStringLiteral("addLabel"));
    add->setIcon(common::icon(QStringLiteral("add")));
    add->setAccessibleName(tr("Add label"));
    add->setToolTip(tr("Add label (Enter)"));
    row->addWidget(m_name, 1);
    row->addWidget(add);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_isAssigning ? chooseTyped(false) : addLabel(); });
    m_name->installEventFilter(this);
    connect(add, &QToolButton::clicked, this, [this] { m_isAssigning ? chooseTyped(true) : addLabel(); });
    return adder;
}

void LabelPanel::makeList()
{
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setAccessibleName(tr("Labels"));
    common::setRole(m_list, "plain");
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setMouseTracking(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(20);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(LabelListModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(LabelListModel::ShortcutColumn, 34);
    header->resizeSection(LabelListModel::AnnotationsColumn, 54);
    header->resizeSection(LabelListModel::HiddenColumn, 24);
    header->resizeSection(LabelListModel::LockedColumn, 24);
    m_list->setColumnHidden(LabelListModel::SamplesColumn, true);
    connect(m_list, &QTreeView::clicked, this, &LabelPanel::handleClick);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (index.column() < LabelListModel::HiddenColumn) {
            Q_EMIT labelActivated(m_model->idAt(index.row()));
        }
    });
    connect(m_list, &QTreeView::customContextMenuRequested, this, &LabelPanel::openMenu);
    m_list->installEventFilter(this);
}

bool LabelPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (isOverride && watched == m_list && !m_isReadOnly && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        event->accept(); // Del means the label while the list has the focus, not what the page deletes
        return true;
    }
    if (event->type() == QEvent::KeyPress && !m_isReadOnly) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if ((watched == m_list && listKey(key)) || (watched == m_name && m_isAssigning && fieldKey(key))) {
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

bool LabelPanel::listKey(const QKeyEvent& key)
{
    const int row = m_list->currentIndex().row();
    const bool isMove = key.modifiers() == Qt::AltModifier && row >= 0;
    if (isMove && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)) {
        m_model->moveLabel(row, key.key() == Qt::Key_Up ? row - 1 : row + 2);
        return true;
    }
    if (key.key() == Qt::Key_Delete && row >= 0) {
        Q_EMIT deleteRequested(currentId());
        return true;
    }
    return false;
}

void LabelPanel::handleClick(const QModelIndex& index)
{
    if (index.column() == LabelListModel::HiddenColumn || index.column() == LabelListModel::LockedColumn) {
        toggle(index);
    } else if (!m_list->style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, m_list)) {
        // Where the desktop activates by single click, activated() has come already.
        Q_EMIT labelActivated(m_model->idAt(index.row()));
    }
}

void LabelPanel::startAdding()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void LabelPanel::addLabel()
{
    // A pasted list arrives in one line: QLineEdit turns line breaks into U+2028 or blanks, depending on the source.
    static const QRegularExpression kSeparators(QStringLiteral("[,;，；\\t\\n\\x{2028}]+"));
    QStringList names;
    for (const QString& part : m_name->text().split(kSeparators, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty()) {
            names.append(part.trimmed());
        }
    }
    if (names.isEmpty()) {
        startAdding();
        return;
    }
    createLabels(names);
}

void LabelPanel::createLabels(const QStringList& names)
{
    m_error->hide();
    m_name->clear();
    for (const QString& name : names) {
        core::whenDone(m_labels.create(name), this, [this, name](const core::Result<domain::LabelId>& result) {
            if (!result) {
                showError(labelErrorText(result.error(), name));
                m_name->setText(name);
            } else if (m_isAssigning) {
                Q_EMIT labelActivated(*result);
            }
        });
    }
}

void LabelPanel::showError(const QString& text)
{
    m_error->setText(text);
    m_error->show();
}

void LabelPanel::refreshNote()
{
    m_header->setNote(m_chosen > 1 ? tr("%Ln chosen", nullptr, int(m_chosen))
                                   : QLocale().toString(qlonglong(m_labels.labels().size())));
    filterRows(m_isAssigning ? m_name->text() : QString());
}

void LabelPanel::setMarked(const QList<domain::LabelId>& labels)
{
    QList<qint64> ids;
    for (domain::LabelId id : labels) {
        ids.append(id.value);
    }
    m_delegate->setMarked(ids);
    m_list->viewport()->update();
}

void LabelPanel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_adder->setHidden(isReadOnly);
    m_list->setDragDropMode(isReadOnly ? QAbstractItemView::NoDragDrop : QAbstractItemView::InternalMove);
    m_list->setEditTriggers(isReadOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::EditKeyPressed);
}

domain::LabelId LabelPanel::currentId() const
{
    return m_model->idAt(m_list->currentIndex().row());
}

} // namespace lw::panels
