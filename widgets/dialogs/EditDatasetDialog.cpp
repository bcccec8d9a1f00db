// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an existing dataset.
#include "widgets/dialogs/EditDatasetDialog.h"

#include "models/domain/Label.h"
#include "models/items/Texts.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace lw::dialogs {

namespace {

/// Data of the entry that allows every shape.
constexpr int kAllShapes = -1;

} // namespace

EditDatasetDialog::EditDatasetDialog(const domain::Dataset& dataset, const QStringList& takenNames, QWidget* parent)
    : FormDialog(tr("Edit dataset"), tr("Labels are edited in the label panel of the dataset's page."), nullptr,
                 QStringLiteral("editDatasetDialog"), parent),
      m_dataset(dataset), m_takenNames(takenNames), m_name(new QLineEdit(dataset.name, this)),
      m_description(new QPlainTextEdit(dataset.description, this)), m_shapes(new QComboBox(this))
{
    m_name->setMaxLength(100);
    addField(QStringLiteral("datasetName"), tr("Name"), m_name);
    m_description->setFixedHeight(88);
    m_description->setTabChangesFocus(true);
    addField(QStringLiteral("description"), tr("Description"), m_description);
    m_shapes->addItem(tr("All shapes"), kAllShapes);
    for (domain::ShapeKind kind : domain::shapeKindsOf(dataset.type)) {
        m_shapes->addItem(items::shapeText(kind), static_cast<int>(kind));
    }
    const bool isOne = !dataset.allowsAllShapes && dataset.defaultShape;
    m_shapes->setCurrentIndex(m_shapes->findData(isOne ? static_cast<int>(*dataset.defaultShape) : kAllShapes));
    addField(QStringLiteral("shapes"), tr("Shapes"), m_shapes,
             tr("What may be drawn. Shapes that are there already stay."));
    addFolder(tr("Input folder"), dataset.inputLocation);
    addFolder(tr("Output folder"), dataset.outputLocation);
    setAcceptText(tr("Save"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(m_name); });
}

void EditDatasetDialog::addFolder(const QString& caption, const QString& path)
{
    auto* shown = new QLineEdit(path, this);
    shown->setReadOnly(true);
    shown->setCursorPosition(0);
    addField(caption, caption, shown);
}

void EditDatasetDialog::validate()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        complain(m_name, tr("A dataset needs a name."));
    } else if (!domain::isValidName(name)) {
        complain(m_name, tr("Use letters, digits, “_” and “-” only."));
    } else if (m_takenNames.contains(name, Qt::CaseInsensitive)) {
        complain(m_name, tr("There is a dataset of this name already."));
    }
}

domain::Dataset EditDatasetDialog::dataset() const
{
    domain::Dataset dataset = m_dataset;
    dataset.name = m_name->text().trimmed();
    dataset.description = m_description->toPlainText().trimmed();
    const int shape = m_shapes->currentData().toInt();
    dataset.allowsAllShapes = shape == kAllShapes;
    if (!dataset.allowsAllShapes) {
        dataset.defaultShape = static_cast<domain::ShapeKind>(shape);
    }
    return dataset;
}

} // namespace lw::dialogs
