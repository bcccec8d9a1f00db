// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of attribute names and values.
#include "widgets/dialogs/AttributesEditor.h"

#include "widgets/common/Icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

enum Column { Name, Values, kColumnCount };

} // namespace

AttributesEditor::AttributesEditor(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, kColumnCount, this))
{
    m_table->setObjectName(QStringLiteral("attributeTable"));
    m_table->setAccessibleName(tr("Attributes"));
    m_table->setHorizontalHeaderLabels({tr("Attribute"), tr("Values, separated by commas")});
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(Values, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->resizeSection(Name, 150);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(120);
    m_table->setMaximumHeight(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_table);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto addButton = [&](const QString& name, const QString& icon, const QString& text) {
        auto* button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(common::icon(icon));
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
        return button;
    };
    connect(addButton(QStringLiteral("addAttribute"), QStringLiteral("add"), tr("Add attribute")),
            &QToolButton::clicked, this, [this] {
                addRow({});
                m_table->setCurrentCell(m_table->rowCount() - 1, Name);
                m_table->editItem(m_table->currentItem());
            });
    connect(addButton(QStringLiteral("removeAttribute"), QStringLiteral("remove"), tr("Remove")), &QToolButton::clicked,
            this, [this] {
                m_table->removeRow(m_table->currentRow());
                Q_EMIT attributesChanged();
            });
    row->addStretch(1);
    column->addLayout(row);
    connect(m_table, &QTableWidget::itemChanged, this, &AttributesEditor::attributesChanged);
}

void AttributesEditor::addRow(const domain::LabelAttribute& attribute)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Name, new QTableWidgetItem(attribute.name));
    auto* values = new QTableWidgetItem(attribute.values.join(QStringLiteral(", ")));
    values->setToolTip(tr("Leave empty for free text"));
    m_table->setItem(row, Values, values);
}

std::vector<domain::LabelAttribute> AttributesEditor::attributes() const
{
    static const QRegularExpression kComma(QStringLiteral("[,，;；]"));
    std::vector<domain::LabelAttribute> attributes;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, Name)->text().trimmed();
        if (name.isEmpty()) {
            continue;
        }
        QStringList values;
        for (const QString& value : m_table->item(row, Values)->text().split(kComma)) {
            if (!value.trimmed().isEmpty() && !values.contains(value.trimmed())) {
                values.append(value.trimmed());
            }
        }
        attributes.push_back({name, values});
    }
    return attributes;
}

void AttributesEditor::setAttributes(const std::vector<domain::LabelAttribute>& attributes)
{
    m_table->setRowCount(0);
    for (const domain::LabelAttribute& attribute : attributes) {
        addRow(attribute);
    }
}

QString AttributesEditor::problem() const
{
    QStringList names;
    for (const domain::LabelAttribute& attribute : attributes()) {
        if (names.contains(attribute.name)) {
            return tr("The attribute “%1” appears twice.").arg(attribute.name);
        }
        names.append(attribute.name);
    }
    return {};
}

} // namespace lw::dialogs
