// SPDX-License-Identifier: GPL-3.0-or-later
//! The panel as the place where whole samples get their labels.
#include "widgets/panels/LabelPanel.h"

#include "models/document/LabelSet.h"
#include "models/items/LabelListModel.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/panels/LabelDelegate.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTreeView>
#include <QVBoxLayout>

namespace lw::panels {

using items::LabelListModel;

namespace {

constexpr int kLeastCount = 54;
constexpr int kCountMargin = 14;

} // namespace

void LabelPanel::setAssigning(bool isAssigning)
{
    m_isAssigning = isAssigning;
    m_list->setColumnHidden(LabelListModel::HiddenColumn, isAssigning);
    m_list->setColumnHidden(LabelListModel::LockedColumn, isAssigning);
    m_delegate->setAssigning(isAssigning);
    m_name->setPlaceholderText(tr("Search or new label"));
    m_name->setAccessibleName(tr("Search or new label"));
    m_name->setToolTip(tr("Enter gives the first label that matches, or makes it. Shift+Enter always makes a new one."));
    m_name->setClearButtonEnabled(true);
    connect(m_name, &QLineEdit::textChanged, this, &LabelPanel::filterRows, Qt::UniqueConnection);
}

void LabelPanel::setUse(qint64 samples, const std::vector<store::LabelUse>& use)
{
    QHash<qint64, qint64> counts;
    for (const store::LabelUse& each : use) {
        counts.insert(each.label.value, each.samples);
    }
    m_chosen = samples;
    m_delegate->setUse(samples, counts);
    const int most = fontMetrics().horizontalAdvance(LabelDelegate::useText(samples, samples)) + kCountMargin;
    m_list->setColumnHidden(LabelListModel::AnnotationsColumn, samples == 1); // the tick says it all
    m_list->header()->resizeSection(LabelListModel::AnnotationsColumn, qMax(kLeastCount, most));
    refreshNote();
    m_list->viewport()->update();
}

void LabelPanel::setKeys(const QHash<domain::LabelId, QString>& keys)
{
    QHash<qint64, QString> byId;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        byId.insert(it.key().value, it.value());
    }
    m_delegate->setKeys(byId);
    m_list->viewport()->update();
}

void LabelPanel::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void LabelPanel::addSwitch(QAction* action)
{
    auto* box = new QCheckBox(action->text(), this);
    box->setObjectName(action->objectName() + QStringLiteral(".switch"));
    box->setAccessibleName(action->text());
    box->setToolTip(action->toolTip());
    box->setChecked(action->isChecked());
    connect(box, &QCheckBox::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    m_column->addWidget(box);
}

void LabelPanel::filterRows(const QString& text)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool isFound = m_model->index(row, 0).data().toString().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->setRowHidden(row, {}, !isFound);
    }
}

void LabelPanel::chooseTyped(bool isNew)
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        Q_EMIT fieldLeft();
        return;
    }
    domain::LabelId found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString each = m_model->index(row, 0).data().toString();
        const bool isSame = each.compare(name, Qt::CaseInsensitive) == 0;
        if (isSame || (!isNew && !found.isValid() && !m_list->isRowHidden(row, {}))) {
            found = m_model->idAt(row);
        }
        if (isSame) {
            break;
        }
    }
    if (found.isValid()) {
        m_name->clear();
        Q_EMIT labelActivated(found);
    } else {
        createLabels({name});
    }
    Q_EMIT fieldLeft();
}

bool LabelPanel::fieldKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        m_name->clear();
        Q_EMIT fieldLeft();
        return true;
    case Qt::Key_Down:
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ShiftModifier) {
            chooseTyped(true);
            return true;
        }
        return false;
    default:
        return false;
    }
}

} // namespace lw::panels
