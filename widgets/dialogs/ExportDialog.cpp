// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an export.
#include "widgets/dialogs/ExportDialog.h"

#include "models/domain/Label.h"
#include "widgets/dialogs/NewDatasetDialog.h"
#include "widgets/dialogs/PathField.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

QRadioButton* addRadio(QLayout* layout, QButtonGroup* group, const QString& name, const QString& text)
{
    auto* button = new QRadioButton(text);
    button->setObjectName(name);
    layout->addWidget(button);
    group->addButton(button);
    return button;
}

} // namespace

ExportDialog::ExportDialog(const Facts& facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("Export"), {}, settings, QStringLiteral("exportDialog"), parent), m_facts(facts),
      m_format(new QComboBox(this)),
      m_folder(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the target folder"), this)),
      m_hard(new QCheckBox(tr("Write hard marks"), this)),
      m_devkit(new QCheckBox(tr("VOC devkit layout (Annotations, JPEGImages, ImageSets)"), this)),
      m_check(new QCheckBox(tr("Check after writing: read the export and compare it"), this)),
      m_turned(new QLabel(this)), m_name(new QLineEdit(this)),
      m_input(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the new dataset's input location"), this)),
      m_output(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the new dataset's output location"), this))
{
    setMinimumWidth(600);
    addField(QStringLiteral("scope"), tr("What"), makeScope());
    addField(QStringLiteral("target"), tr("Where to"), makeTarget());
    addFolderFields();
    addDatasetFields();
    m_turned->setObjectName(QStringLiteral("turnedNote"));
    m_turned->setWordWrap(true);
    addWide(m_turned);
    setTurnedPictures(0);
    connect(m_toDataset, &QRadioButton::toggled, this, &ExportDialog::showTarget);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showTarget);
    showTarget();
}

QWidget* ExportDialog::makeScope()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* group = new QButtonGroup(box);
    m_selection = addRadio(column, group, QStringLiteral("scopeSelection"),
                           tr("The selection (%Ln samples)", nullptr, int(m_facts.selected)));
    m_filter = addRadio(column, group, QStringLiteral("scopeFilter"),
                        tr("All that match the filter (%Ln samples)", nullptr, int(m_facts.matching)));
    m_all = addRadio(column, group, QStringLiteral("scopeAll"),
                     tr("The whole dataset (%Ln samples)", nullptr, int(m_facts.total)));
    m_selection->setEnabled(m_facts.selected > 0);
    m_filter->setEnabled(m_facts.isFiltered);
    (m_facts.selected > 0 ? m_selection : m_facts.isFiltered ? m_filter : m_all)->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, [this] { check(); });
    m_scopeBox = box;
    return box;
}

QWidget* ExportDialog::makeTarget()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    auto* group = new QButtonGroup(box);
    m_toFolder = addRadio(row, group, QStringLiteral("toFolder"), tr("A folder"));
    m_toDataset = addRadio(row, group, QStringLiteral("toDataset"), tr("A new dataset"));
    row->addStretch(1);
    m_toFolder->setChecked(true);
    return box;
}

void ExportDialog::addFolderFields()
{
    for (const ExportFormat& each : m_facts.formats) {
        m_format->addItem(each.name, each.id);
    }
    m_format->setCurrentIndex(qMax(0, m_format->findData(remembered(QStringLiteral("format"), QString()))));
    addField(QStringLiteral("format"), tr("Format"), m_format);
    const QString last = remembered(QStringLiteral("parentFolder"), QString()).toString();
    if (!last.isEmpty() && !m_facts.suggestedName.isEmpty()) {
        m_folder->setPath(freeFolder(last));
    }
    addField(QStringLiteral("folder"), tr("Folder"), m_folder,
             tr("Created if it does not exist; otherwise it must be empty."));
    m_devkit->setChecked(remembered(QStringLiteral("devkit"), false).toBool());
    m_hard->setChecked(remembered(QStringLiteral("hard"), false).toBool());
    addField(QStringLiteral("devkit"), QString(), m_devkit);
    addField(QStringLiteral("hard"), QString(), m_hard);
    m_check->setChecked(remembered(QStringLiteral("check"), true).toBool());
    addField(QStringLiteral("check"), QString(), m_check);
    connect(m_folder, &PathField::pathChanged, this, [this] { touch(m_folder); });
}

QString ExportDialog::freeFolder(const QString& parent) const
{
    QString path = QDir(parent).filePath(m_facts.suggestedName);
    for (int n = 2; QFileInfo::exists(path); ++n) {
        path = QDir(parent).filePath(QStringLiteral("%1-%2").arg(m_facts.suggestedName).arg(n));
    }
    return path;
}

void ExportDialog::addDatasetFields()
{
    m_name->setMaxLength(100);
    addField(QStringLiteral("datasetName"), tr("Name"), m_name);
    addField(QStringLiteral("inputLocation"), tr("Input location"), m_input, tr("The samples are copied here."));
    addField(QStringLiteral("outputLocation"), tr("Output location"), m_output,
             tr("Versions of the new dataset are written here."));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(m_name); });
    connect(m_input, &PathField::pathChanged, this, [this] { touch(m_input); });
    connect(m_output, &PathField::pathChanged, this, [this] { touch(m_output); });
}

void ExportDialog::setTarget(ExportTarget target)
{
    (target == ExportTarget::NewDataset ? m_toDataset : m_toFolder)->setChecked(true);
}

void ExportDialog::setScope(ExportScope scope)
{
    QRadioButton* button = scope == ExportScope::Selection ? m_selection
                           : scope == ExportScope::Filter  ? m_filter
                                                           : m_all;
    if (button->isEnabled()) {
        button->setChecked(true);
    }
}

void ExportDialog::setTurnedPictures(qint64 count)
{
    m_turned->setText(
        tr("%n pictures of this dataset are stored turned (EXIF). Exported coordinates are of the upright "
           "picture, as it is shown here.",
           nullptr, static_cast<int>(count)));
    setRowVisible(m_turned, count > 0);
}

void ExportDialog::showTarget()
{
    const bool isDataset = m_toDataset->isChecked();
    const ExportFormat* chosen = format();
    for (QWidget* field : std::initializer_list<QWidget*>{m_format, m_folder, m_check}) {
        setRowVisible(field, !isDataset);
    }
    setRowVisible(m_devkit, !isDataset && chosen != nullptr && chosen->id == QLatin1String("voc"));
    setRowVisible(m_hard, !isDataset && chosen != nullptr && chosen->hasHardMarks);
    // What a format cannot hold is shown before anything is written.
    setAcceptText(isDataset ? tr("Export") : tr("Next"));
    for (QWidget* field : std::initializer_list<QWidget*>{m_name, m_input, m_output}) {
        setRowVisible(field, isDataset);
    }
    check();
}

void ExportDialog::validate()
{
    const ExportRequest entered = request();
    const qint64 samples = entered.scope == ExportScope::Selection ? m_facts.selected
                           : entered.scope == ExportScope::Filter  ? m_facts.matching
                                                                   : m_facts.total;
    if (samples == 0) {
        complain(m_scopeBox, tr("There are no samples to export."));
    }
    if (entered.target == ExportTarget::Folder) {
        const QFileInfo folder(entered.folder);
        if (m_facts.formats.empty()) {
            complain(m_format, tr("No file format can hold this type of dataset."));
        }
        if (entered.folder.isEmpty()) {
            complain(m_folder, tr("Choose a folder."));
        } else if (folder.isFile()) {
            complain(m_folder, tr("This is a file. Choose a folder."));
        } else if (folder.isDir() && !QDir(entered.folder).isEmpty()) {
            complain(m_folder, tr("This folder is not empty. Choose another or a new one."));
        }
        return;
    }
    if (!domain::isValidName(entered.datasetName)) {
        complain(m_name, entered.datasetName.isEmpty() ? tr("A dataset needs a name.")
                                                       : tr("Use letters, digits, “_” and “-” only."));
    } else if (m_facts.takenNames.contains(entered.datasetName, Qt::CaseInsensitive)) {
        complain(m_name, tr("A dataset with this name already exists."));
    }
    if (entered.inputLocation.isEmpty()) {
        complain(m_input, tr("Choose a folder."));
    } else if (QFileInfo(entered.inputLocation).isDir() && !QDir(entered.inputLocation).isEmpty()) {
        complain(m_input, tr("This folder is not empty. Choose another or a new one."));
    }
    if (entered.outputLocation.isEmpty()) {
        complain(m_output, tr("Choose a folder."));
    } else if (!entered.inputLocation.isEmpty() &&
               !locationProblem(entered.inputLocation, entered.outputLocation).isEmpty()) {
        complain(m_output, locationProblem(entered.inputLocation, entered.outputLocation));
    }
}

void ExportDialog::rememberChoices()
{
    remember(QStringLiteral("format"), m_format->currentData());
    remember(QStringLiteral("hard"), m_hard->isChecked());
    remember(QStringLiteral("devkit"), m_devkit->isChecked());
    remember(QStringLiteral("check"), m_check->isChecked());
    if (!m_folder->path().isEmpty()) {
        remember(QStringLiteral("parentFolder"), QFileInfo(m_folder->path()).path());
    }
}

const ExportFormat* ExportDialog::format() const
{
    const int index = m_format->currentIndex();
    return index < 0 ? nullptr : &m_facts.formats[size_t(index)];
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.scope = m_selection->isChecked() ? ExportScope::Selection
                    : m_filter->isChecked()  ? ExportScope::Filter
                                             : ExportScope::All;
    request.target = m_toDataset->isChecked() ? ExportTarget::NewDataset : ExportTarget::Folder;
    const ExportFormat* chosen = format();
    request.format = chosen != nullptr ? chosen->id : QString();
    request.folder = m_folder->path();
    // A new dataset can hold the marks whatever the format before it could.
    const bool canHold = request.target == ExportTarget::NewDataset || (chosen != nullptr && chosen->hasHardMarks);
    request.withHard = canHold && m_hard->isChecked();
    request.devkitLayout = request.format == QLatin1String("voc") && m_devkit->isChecked();
    request.check = m_check->isChecked();
    request.datasetName = m_name->text().trimmed();
    request.inputLocation = m_input->path();
    request.outputLocation = m_output->path();
    return request;
}

} // namespace lw::dialogs
