// SPDX-License-Identifier: GPL-3.0-or-later
//! Entry, pasting and editing of labels for a new dataset.
#include "widgets/dialogs/LabelsEditor.h"

#include "widgets/common/ColourButton.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/LabelEditDialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::dialogs {

namespace {

enum Column { Name, Shortcut, Attributes, kColumnCount };

} // namespace

LabelsEditor::LabelsEditor(QWidget* parent)
    : QWidget(parent), m_input(new QLineEdit(this)), m_list(new QTreeWidget(this)), m_error(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_input->setObjectName(QStringLiteral("newLabel"));
    m_input->setAccessibleName(tr("New label"));
    m_input->setPlaceholderText(tr("Type a name and press Enter"));
    setFocusProxy(m_input);
    row->addWidget(m_input, 1);
    addButton(row, QStringLiteral("addLabel"), QStringLiteral("add"), tr("Add label"), &LabelsEditor::takeInput);
    addButton(row, QStringLiteral("pasteLabels"), QStringLiteral("paste"), tr("Paste a list of names"),
              &LabelsEditor::paste);
    addButton(row, QStringLiteral("editLabel"), QStringLiteral("edit"), tr("Edit the selected label"),
              &LabelsEditor::editSelected);
    addButton(row, QStringLiteral("removeLabel"), QStringLiteral("remove"), tr("Remove the selected labels"),
              &LabelsEditor::removeSelected);
    column->addLayout(row);
    makeList();
    column->addWidget(m_list);
    m_error->setObjectName(QStringLiteral("labelsError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    common::setRole(m_error, "error");
    column->addWidget(m_error);
    m_input->installEventFilter(this);
}

void LabelsEditor::addButton(QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                             void (LabelsEditor::*action)())
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(common::icon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, action);
}

void LabelsEditor::makeList()
{
    m_list->setObjectName(QStringLiteral("labels"));
    m_list->setAccessibleName(tr("Labels"));
    m_list->setColumnCount(kColumnCount);
    m_list->setHeaderLabels({tr("Label"), tr("Shortcut"), tr("Attributes")});
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFixedHeight(150);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Shortcut, QHeaderView::Fixed);
    m_list->header()->setSectionResizeMode(Attributes, QHeaderView::Stretch);
    m_list->header()->resizeSection(Shortcut, 90);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &LabelsEditor::editSelected);
    m_list->installEventFilter(this);
}

bool LabelsEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // Caught here: Enter would otherwise press the dialog's default button.
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_input && isEnter && !m_input->text().trimmed().isEmpty()) {
            takeInput();
            return true;
        }
        if (watched == m_input && key->matches(QKeySequence::Paste) &&
            QGuiApplication::clipboard()->text().trimmed().contains(u'\n')) {
            paste();
            return true;
        }
        if (watched == m_list && isEnter) {
            editSelected();
            return true;
        }
        if (watched == m_list && key->key() == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LabelsEditor::takeInput()
{
    if (addNames(m_input->text()) > 0) {
        m_input->clear();
    }
    m_input->setFocus();
}

void LabelsEditor::paste()
{
    addNames(QGuiApplication::clipboard()->text());
}

int LabelsEditor::addNames(const QString& text)
{
    static const QRegularExpression kSeparators(QStringLiteral("[,;，；\\t\\r\\n]+"));
    static const QRegularExpression kColour(QStringLiteral("\\s*:?\\s*(#[0-9a-fA-F]{6})$"));
    QStringList refused;
    int added = 0;
    for (QString name : text.split(kSeparators, Qt::SkipEmptyParts)) {
        domain::Label label;
        label.colour = domain::paletteColour(static_cast<int>(m_labels.size()));
        name = name.trimmed();
        if (const QRegularExpressionMatch match = kColour.match(name); match.hasMatch()) {
            label.colour = QColor(match.captured(1)).rgb();
            name = name.left(match.capturedStart()).trimmed();
        }
        const bool isKnown =
            std::any_of(m_labels.begin(), m_labels.end(), [&](const domain::Label& l) { return l.name == name; });
        if (name.isEmpty() || isKnown) {
            continue;
        }
        if (!domain::isValidLabelName(name)) {
            refused.append(name);
            continue;
        }
        label.name = name;
        label.position = static_cast<int>(m_labels.size());
        // The first nine labels get the digits, as annotators expect.
        label.shortcut = m_labels.size() < 9 ? freeDigit() : QString();
        m_labels.push_back(label);
        ++added;
    }
    m_error->setText(
        refused.isEmpty()
            ? QString()
            : tr("Not allowed as a label: %1. Use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.")
                  .arg(refused.mid(0, 3).join(QStringLiteral(", "))));
    m_error->setHidden(refused.isEmpty());
    refresh();
    return added;
}

QString LabelsEditor::freeDigit() const
{
    for (int digit = 1; digit <= 9; ++digit) {
        const QString key = QString::number(digit);
        if (std::none_of(m_labels.begin(), m_labels.end(), [&](const domain::Label& l) { return l.shortcut == key; })) {
            return key;
        }
    }
    return {};
}

void LabelsEditor::setLabels(const std::vector<domain::Label>& labels)
{
    m_labels = labels;
    refresh();
}

void LabelsEditor::refresh()
{
    m_list->clear();
    for (const domain::Label& label : m_labels) {
        QStringList attributes;
        for (const domain::LabelAttribute& attribute : label.attributes) {
            attributes.append(attribute.name);
        }
        const QString key =
            QKeySequence::fromString(label.shortcut, QKeySequence::PortableText).toString(QKeySequence::NativeText);
        auto* item = new QTreeWidgetItem(m_list, {label.name, key, attributes.join(QStringLiteral(", "))});
        item->setIcon(Name, common::colourIcon(QColor::fromRgb(label.colour)));
    }
    m_list->scrollToBottom();
    Q_EMIT labelsChanged();
}

void LabelsEditor::removeSelected()
{
    QList<int> rows;
    for (QTreeWidgetItem* item : m_list->selectedItems()) {
        rows.append(m_list->indexOfTopLevelItem(item));
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (int row : std::as_const(rows)) {
        m_labels.erase(m_labels.begin() + row);
    }
    refresh();
}

void LabelsEditor::editSelected()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0) {
        return;
    }
    std::vector<domain::Label> others = m_labels;
    others.erase(others.begin() + row);
    LabelEditDialog dialog(m_labels[static_cast<size_t>(row)], others, this);
    if (dialog.exec() == QDialog::Accepted) {
        m_labels[static_cast<size_t>(row)] = dialog.label();
        refresh();
    }
}

} // namespace lw::dialogs
