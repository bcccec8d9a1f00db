// SPDX-License-Identifier: GPL-3.0-or-later
//! One row per label, edited in place.
#include "widgets/dialogs/LabelMapTable.h"

#include "models/domain/Label.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace lw::dialogs {

namespace {

enum Column { NameColumn, CountColumn, TargetColumn, OutcomeColumn, kColumnCount };
constexpr int kRowHeight = 32;
constexpr int kCountWidth = 96;

QPixmap swatch(const QColor& colour)
{
    QPixmap pixels(12, 12);
    pixels.fill(colour.isValid() ? colour : common::colours().textMuted);
    return pixels;
}

/// Offers the dataset's labels while a name is edited.
class TargetDelegate final : public QStyledItemDelegate {
public:
    TargetDelegate(QStringList known, QObject* parent) : QStyledItemDelegate(parent), m_known(std::move(known)) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        auto* editor = new QComboBox(parent);
        editor->setEditable(true);
        editor->addItems(m_known);
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        static_cast<QComboBox*>(editor)->setEditText(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        model->setData(index, static_cast<QComboBox*>(editor)->currentText().trimmed(), Qt::EditRole);
    }

private:
    QStringList m_known;
};

QTableWidgetItem* cell(const QString& text, Qt::ItemFlags flags)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(flags);
    return item;
}

} // namespace

LabelMapTable::LabelMapTable(const QStringList& known, QWidget* parent)
    : QTableWidget(0, kColumnCount, parent), m_known(known)
{
    setObjectName(QStringLiteral("labelMap"));
    setAccessibleName(tr("Labels and what becomes of them"));
    setHorizontalHeaderLabels({tr("Label in the files"), tr("Objects"), tr("Name in the dataset"), QString()});
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::SelectedClicked);
    setItemDelegateForColumn(TargetColumn, new TargetDelegate(m_known, this));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setToolTip(tr("Untick a label to leave it out (Space); change its name to rename or merge it (F2)"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(CountColumn, QHeaderView::Fixed);
    header->resizeSection(CountColumn, kCountWidth);
    header->setSectionResizeMode(TargetColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(OutcomeColumn, QHeaderView::ResizeToContents);
    connect(this, &QTableWidget::itemChanged, this, &LabelMapTable::takeEdit);
}

void LabelMapTable::setCountTitle(const QString& title)
{
    horizontalHeaderItem(CountColumn)->setText(title);
}

void LabelMapTable::setLabels(const std::vector<FoundLabelRow>& labels)
{
    const QSignalBlocker quiet(this); // the rows are not edits
    const QLocale locale;
    setRowCount(int(labels.size()));
    int row = 0;
    for (const FoundLabelRow& label : labels) {
        auto* name = cell(label.name, Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setIcon(swatch(label.colour));
        name->setCheckState(m_leftOut.contains(label.name) ? Qt::Unchecked : Qt::Checked);
        setItem(row, NameColumn, name);
        setItem(row, CountColumn, cell(locale.toString(label.objects), Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        setItem(row, TargetColumn,
                cell(m_renamed.value(label.name, label.name),
                     Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable));
        setItem(row, OutcomeColumn, cell({}, Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        showOutcome(row);
        ++row;
    }
}

bool LabelMapTable::isTaken(int row) const
{
    return item(row, NameColumn)->checkState() == Qt::Checked;
}

QString LabelMapTable::targetOf(int row) const
{
    return item(row, TargetColumn)->text();
}

void LabelMapTable::takeEdit(QTableWidgetItem* changed)
{
    const int row = changed->row();
    const QString name = item(row, NameColumn)->text();
    if (changed->column() == NameColumn) {
        isTaken(row) ? void(m_leftOut.remove(name)) : void(m_leftOut.insert(name));
    } else if (changed->column() == TargetColumn) {
        targetOf(row) == name ? void(m_renamed.remove(name)) : void(m_renamed.insert(name, targetOf(row)));
    } else {
        return;
    }
    {
        const QSignalBlocker quiet(this); // the outcome is no edit
        showOutcome(row);
    }
    viewport()->update();
    Q_EMIT choicesChanged();
}

void LabelMapTable::showOutcome(int row)
{
    const common::ThemeColours& colours = common::colours();
    const QString target = targetOf(row);
    QString text = tr("new label");
    QColor colour = colours.accent;
    if (!isTaken(row)) {
        text = tr("left out");
        colour = colours.textMuted;
    } else if (!domain::isValidLabelName(target)) {
        text = tr("not a label name");
        colour = colours.danger;
    } else if (m_known.contains(target)) {
        text = tr("is there");
        colour = colours.success;
    }
    item(row, OutcomeColumn)->setText(text);
    item(row, OutcomeColumn)->setForeground(colour);
    item(row, TargetColumn)->setForeground(isTaken(row) ? colours.text : colours.textMuted);
}

QHash<QString, QString> LabelMapTable::choices() const
{
    QHash<QString, QString> result;
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = item(row, NameColumn)->text();
        if (!isTaken(row)) {
            result.insert(name, QString());
        } else if (targetOf(row) != name) {
            result.insert(name, targetOf(row));
        }
    }
    return result;
}

QStringList LabelMapTable::taken() const
{
    QStringList names;
    for (int row = 0; row < rowCount(); ++row) {
        if (isTaken(row)) {
            names.append(item(row, NameColumn)->text());
        }
    }
    return names;
}

QString LabelMapTable::problem() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isTaken(row) && !domain::isValidLabelName(targetOf(row))) {
            return tr("“%1” cannot be the name of a label: use 1 to 32 letters, digits, blanks, “_” and “-”.")
                .arg(targetOf(row));
        }
    }
    return {};
}

} // namespace lw::dialogs
