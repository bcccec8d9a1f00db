// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of a new dataset and what must hold for them.
#include "widgets/dialogs/NewDatasetDialog.h"

#include "models/items/Texts.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/LabelsEditor.h"
#include "widgets/dialogs/PathField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::dialogs {

namespace {

/// Pause after typing before the folder is looked at.
constexpr int kPauseMs = 250;

} // namespace

QString locationProblem(const QString& inputLocation, const QString& outputLocation)
{
    const auto real = [](const QString& path) {
        const QString canonical = QFileInfo(path).canonicalFilePath(); // empty when it does not exist
        return canonical.isEmpty() ? QDir::cleanPath(path) : canonical;
    };
    const QString input = real(inputLocation);
    const QString output = real(outputLocation);
    if (input == output) {
        return NewDatasetDialog::tr("Input and output location must be different folders.");
    }
    if (output.startsWith(input.endsWith(u'/') ? input : QString(input + u'/'))) {
        return NewDatasetDialog::tr("The output location must not lie within the input location.");
    }
    return {};
}

NewDatasetDialog::NewDatasetDialog(const QStringList& takenNames, const QString& suggestedOutput, QSettings* settings,
                                   QWidget* parent)
    : FormDialog(tr("New dataset"), tr("A dataset is a folder of samples together with their labels."), settings,
                 QStringLiteral("newDatasetDialog"), parent),
      m_takenNames(takenNames), m_outputRoot(suggestedOutput), m_name(new QLineEdit(this)), m_type(new QComboBox(this)),
      m_input(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the input location"), this)),
      m_output(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the output location"), this)),
      m_description(new QLineEdit(this)), m_labels(new LabelsEditor(this)),
      m_import(new QCheckBox(tr("Import the annotations that are there"), this)), m_reason(new QLabel(this)),
      m_importBox(new QWidget(this)), m_pause(new QTimer(this))
{
    setMinimumWidth(640);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        if (QFileInfo(m_input->path()).isDir()) {
            Q_EMIT lookRequested(m_input->path());
        }
    });
    addFields();
    setAcceptText(tr("Create dataset"));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNameOwn = !m_name->text().isEmpty();
        suggest();
        touch(m_name);
    });
    connect(m_type, &QComboBox::activated, this, [this] {
        m_isTypeOwn = true;
        showFound();
    });
    connect(m_input, &PathField::pathChanged, this, [this] {
        m_found.reset();
        showFound();
        m_pause->start();
        suggest();
        touch(m_input);
    });
    connect(m_output, &PathField::edited, this, [this] { m_isOutputOwn = !m_output->path().isEmpty(); });
    connect(m_output, &PathField::pathChanged, this, [this] { touch(m_output); });
    m_name->setFocus();
}

void NewDatasetDialog::addFields()
{
    for (domain::DatasetType type : domain::kAllDatasetTypes) {
        if (domain::isAvailable(type)) {
            m_type->addItem(items::typeText(type), static_cast<int>(type));
            m_type->setItemData(m_type->count() - 1, items::typeHint(type), Qt::ToolTipRole);
        }
    }
    const int last = m_type->findData(remembered(QStringLiteral("type"), -1));
    m_type->setCurrentIndex(qMax(0, last));
    addField(QStringLiteral("datasetType"), tr("Type"), m_type,
             m_type->count() == 1 ? items::typeHint(dataset().type) : QString());
    m_input->setPlaceholder(tr("Folder with the pictures"));
    addField(QStringLiteral("inputLocation"), tr("Input location"), m_input,
             tr("The samples stay where they are; nothing is copied."));
    auto* column = new QVBoxLayout(m_importBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_import->setObjectName(QStringLiteral("importFound"));
    m_import->setAccessibleName(m_import->text());
    m_import->setChecked(true);
    m_reason->setObjectName(QStringLiteral("foundReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    common::setRole(m_reason, "muted");
    column->addWidget(m_import);
    column->addWidget(m_reason);
    m_importBox->setFocusProxy(m_import);
    addField(QStringLiteral("importBox"), tr("Annotations"), m_importBox);
    showFound();
    m_name->setMaxLength(100);
    addField(QStringLiteral("datasetName"), tr("Name"), m_name);
    addField(QStringLiteral("description"), tr("Description"), m_description);
    addField(QStringLiteral("outputLocation"), tr("Output location"), m_output,
             tr("Published versions are written here."));
    addField(QStringLiteral("labelSet"), tr("Labels"), m_labels,
             tr("Optional. You can add, rename and import labels later."));
}

void NewDatasetDialog::setInputLocation(const QString& folder)
{
    m_input->setPath(folder);
}

void NewDatasetDialog::setFound(const QString& folder, const std::optional<FoundAnnotations>& found)
{
    if (folder != m_input->path()) {
        return; // about what was there before
    }
    m_found = found;
    if (found && !m_isTypeOwn) {
        m_type->setCurrentIndex(qMax(0, m_type->findData(static_cast<int>(found->type))));
    }
    showFound();
}

void NewDatasetDialog::showFound()
{
    const auto type = static_cast<domain::DatasetType>(m_type->currentData().toInt());
    m_isImportFit = m_found && std::find(m_found->types.begin(), m_found->types.end(), type) != m_found->types.end();
    m_reason->setText(m_isImportFit ? m_found->reason : QString());
    setRowVisible(m_importBox, m_isImportFit);
}

void NewDatasetDialog::suggest()
{
    static const QRegularExpression kNotAllowed(QStringLiteral("[^A-Za-z0-9_-]+"));
    if (!m_isNameOwn && !m_input->path().isEmpty()) {
        QString name = QFileInfo(m_input->path()).fileName();
        name.replace(kNotAllowed, QStringLiteral("-"));
        const QString base = name.left(90);
        for (int n = 2; m_takenNames.contains(name, Qt::CaseInsensitive); ++n) {
            name = QStringLiteral("%1-%2").arg(base).arg(n);
        }
        m_name->setText(name);
    }
    if (!m_isOutputOwn) {
        const QString name = m_name->text().trimmed();
        m_output->setPath(name.isEmpty() || m_outputRoot.isEmpty() ? QString() : QDir(m_outputRoot).filePath(name));
    }
}

void NewDatasetDialog::validate()
{
    const NewDataset entered = dataset();
    if (entered.name.isEmpty()) {
        complain(m_name, tr("A dataset needs a name."));
    } else if (!domain::isValidName(entered.name)) {
        complain(m_name, tr("Use letters, digits, “_” and “-” only."));
    } else if (m_takenNames.contains(entered.name, Qt::CaseInsensitive)) {
        complain(m_name, tr("A dataset with this name already exists."));
    }
    if (entered.inputLocation.isEmpty()) {
        complain(m_input, tr("Choose the folder with the samples."));
    } else if (QFileInfo(entered.inputLocation).isFile()) {
        complain(m_input, tr("This is a file. Choose a folder."));
    }
    if (entered.outputLocation.isEmpty()) {
        complain(m_output, tr("Choose a folder for published versions."));
    } else if (QFileInfo(entered.outputLocation).isFile()) {
        complain(m_output, tr("This is a file. Choose a folder."));
    } else if (!entered.inputLocation.isEmpty()) {
        if (const QString problem = locationProblem(entered.inputLocation, entered.outputLocation);
            !problem.isEmpty()) {
            complain(m_output, problem);
        }
    }
}

void NewDatasetDialog::rememberChoices()
{
    remember(QStringLiteral("type"), m_type->currentData());
}

NewDataset NewDatasetDialog::dataset() const
{
    return {m_name->text().trimmed(),
            m_description->text().trimmed(),
            static_cast<domain::DatasetType>(m_type->currentData().toInt()),
            m_input->path(),
            m_output->path(),
            m_labels->labels(),
            m_isImportFit && m_import->isChecked() ? m_found->format : QString()};
}

} // namespace lw::dialogs
