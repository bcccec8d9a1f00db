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
      m_turned(new QLabel(this)), m_name(new QLineEdit(this)),
      m_input(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the new dataset's input folder"), this)),
      m_output(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the new dataset's output folder"), this))
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
    setAcceptText(tr("Export"));
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
    const QLocale locale;
    m_selection = addRadio(column, group, QStringLiteral("scopeSelection"),
                           tr("The selection (%1 samples)").arg(locale.toString(m_facts.selected)));
    m_filter = addRadio(column, group, QStringLiteral("scopeFilter"),
                        tr("All that match the filter (%1 samples)").arg(locale.toString(m_facts.matching)));
    m_all = addRadio(column, group, QStringLiteral("scopeAll"),
                     tr("The whole dataset (%1 samples)").arg(locale.toString(m_facts.total)));
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
    m_format->addItem(tr("Pascal VOC (XML)"), static_cast<int>(ImportFormat::Voc));
    m_format->addItem(tr("Manifest (JSON Lines)"), static_cast<int>(ImportFormat::Manifest));
    m_format->setCurrentIndex(qMax(0, m_format->findData(remembered(QStringLiteral("format"), 0))));
    addField(QStringLiteral("format"), tr("Format"), m_format);
    const QString last = remembered(QStringLiteral("parentFolder"), QString()).toString();
    if (!last.isEmpty() && !m_facts.suggestedName.isEmpty()) {
        m_folder->setPath(freeFolder(last));
    }
    addField(QStringLiteral("folder"), tr("Folder"), m_folder,
             tr("Made when it is not there; otherwise it must be empty."));
    m_devkit->setChecked(remembered(QStringLiteral("devkit"), false).toBool());
    m_hard->setChecked(remembered(QStringLiteral("hard"), false).toBool());
    addField(QStringLiteral("devkit"), QString(), m_devkit);
    addField(QStringLiteral("hard"), QString(), m_hard);
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
    addField(QStringLiteral("inputLocation"), tr("Input folder"), m_input, tr("The samples are copied here."));
    addField(QStringLiteral("outputLocation"), tr("Output folder"), m_output,
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
    const bool isVoc = m_format->currentData().toInt() == static_cast<int>(ImportFormat::Voc);
    for (QWidget* field : std::initializer_list<QWidget*>{m_format, m_folder, m_hard}) {
        setRowVisible(field, !isDataset);
    }
    setRowVisible(m_devkit, !isDataset && isVoc);
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
        complain(m_name, tr("There is a dataset of this name already."));
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
    if (!m_folder->path().isEmpty()) {
        remember(QStringLiteral("parentFolder"), QFileInfo(m_folder->path()).path());
    }
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.scope = m_selection->isChecked() ? ExportScope::Selection
                    : m_filter->isChecked()  ? ExportScope::Filter
                                             : ExportScope::All;
    request.target = m_toDataset->isChecked() ? ExportTarget::NewDataset : ExportTarget::Folder;
    request.format = static_cast<ImportFormat>(m_format->currentData().toInt());
    request.folder = m_folder->path();
    request.withHard = m_hard->isChecked();
    request.devkitLayout = request.format == ImportFormat::Voc && m_devkit->isChecked();
    request.datasetName = m_name->text().trimmed();
    request.inputLocation = m_input->path();
    request.outputLocation = m_output->path();
    return request;
}

} // namespace lw::dialogs
