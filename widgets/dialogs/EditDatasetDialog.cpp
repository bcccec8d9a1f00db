// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an existing dataset.
#include "widgets/dialogs/EditDatasetDialog.h"

#include "models/domain/Label.h"
#include "models/domain/WholeLabels.h"
#include "models/items/Texts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/NewDatasetDialog.h"
#include "widgets/dialogs/PathField.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>

#include <utility>

namespace lw::dialogs {

namespace {

/// Data of the entry that allows every shape.
constexpr int kAllShapes = -1;

} // namespace

EditDatasetDialog::EditDatasetDialog(const domain::Dataset& dataset, const QStringList& takenNames, QWidget* parent)
    : FormDialog(tr("Edit dataset"), tr("Labels are edited in the label panel of the dataset's page."), nullptr,
                 QStringLiteral("editDatasetDialog"), parent),
      m_dataset(dataset), m_takenNames(takenNames), m_name(new QLineEdit(dataset.name, this)),
      m_description(new QPlainTextEdit(dataset.description, this)), m_shapes(new QComboBox(this)),
      m_input(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the input location"), this)),
      m_output(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the output location"), this))
{
    m_name->setMaxLength(100);
    addField(QStringLiteral("datasetName"), tr("Name"), m_name);
    m_description->setFixedHeight(88);
    m_description->setTabChangesFocus(true);
    addField(QStringLiteral("description"), tr("Description"), m_description);
    fillShapes();
    const bool isOne = !dataset.allowsAllShapes && dataset.defaultShape;
    m_shapes->setCurrentIndex(m_shapes->findData(isOne ? static_cast<int>(*dataset.defaultShape) : kAllShapes));
    addField(QStringLiteral("shapes"), tr("Shapes"), m_shapes, tr("What may be drawn. Existing shapes stay."));
    setRowVisible(m_shapes, !domain::labelsWholeSamples(dataset.type));
    addLocations();
    setAcceptText(tr("Save"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(m_name); });
}

void EditDatasetDialog::fillShapes()
{
    m_shapes->addItem(tr("All shapes"), kAllShapes);
    const auto add = [this](const QString& heading, bool isReference) {
        bool isFirst = true;
        for (domain::ShapeKind kind : domain::shapeKindsOf(m_dataset.type)) {
            if ((kind <= domain::ShapeKind::Point) != isReference) {
                continue;
            }
            if (std::exchange(isFirst, false)) {
                m_shapes->addItem(heading);
                auto* model = qobject_cast<QStandardItemModel*>(m_shapes->model());
                model->item(m_shapes->count() - 1)->setEnabled(false);
                model->item(m_shapes->count() - 1)->setForeground(common::colours().textMuted);
            }
            m_shapes->addItem(common::icon(items::shapeIcon(kind)), items::shapeText(kind), static_cast<int>(kind));
        }
    };
    m_shapes->setMaxVisibleItems(20);
    add(tr("One kind only:"), true);
    add(tr("One kind only, not kept by every format:"), false);
}

void EditDatasetDialog::addLocations()
{
    m_input->setPath(m_dataset.inputLocation);
    addField(QStringLiteral("inputLocation"), tr("Input location"), m_input,
             tr("Samples from the old folder are looked up in the new one."));
    m_output->setPath(m_dataset.outputLocation);
    addField(QStringLiteral("outputLocation"), tr("Output location"), m_output,
             tr("New versions are written here. Published files stay where they are."));
    for (PathField* field : {m_input, m_output}) {
        connect(field, &PathField::pathChanged, this, [this, field] { touch(field); });
    }
}

void EditDatasetDialog::validate()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        complain(m_name, tr("A dataset needs a name."));
    } else if (!domain::isValidName(name)) {
        complain(m_name, tr("Use letters, digits, “_” and “-” only."));
    } else if (m_takenNames.contains(name, Qt::CaseInsensitive)) {
        complain(m_name, tr("A dataset with this name already exists."));
    }
    validateLocations();
}

void EditDatasetDialog::validateLocations()
{
    const QString input = m_input->path();
    const QString output = m_output->path();
    if (input.isEmpty()) {
        complain(m_input, tr("Choose the folder with the samples."));
    } else if (input != m_dataset.inputLocation && !QFileInfo(input).isDir()) {
        complain(m_input, QFileInfo::exists(input) ? tr("This is a file. Choose a folder.")
                                                   : tr("This folder does not exist."));
    }
    if (output.isEmpty()) {
        complain(m_output, tr("Choose a folder for published versions."));
    } else if (QFileInfo(output).isFile()) {
        complain(m_output, tr("This is a file. Choose a folder."));
    } else if (const QString problem = locationProblem(input, output); !input.isEmpty() && !problem.isEmpty()) {
        complain(m_output, problem);
    }
}

domain::Dataset EditDatasetDialog::dataset() const
{
    domain::Dataset dataset = m_dataset;
    dataset.name = m_name->text().trimmed();
    dataset.inputLocation = m_input->path();
    dataset.outputLocation = m_output->path();
    dataset.description = m_description->toPlainText().trimmed();
    const int shape = m_shapes->currentData().toInt();
    dataset.allowsAllShapes = shape == kAllShapes;
    if (!dataset.allowsAllShapes) {
        dataset.defaultShape = static_cast<domain::ShapeKind>(shape);
    }
    return dataset;
}

} // namespace lw::dialogs
