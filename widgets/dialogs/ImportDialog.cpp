// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an import.
#include "widgets/dialogs/ImportDialog.h"

#include "widgets/dialogs/PathField.h"
#include "widgets/dialogs/SourceMappingEditor.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTimer>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

/// Pause after typing before the manifest is looked at again.
constexpr int kPreviewDelayMs = 250;

} // namespace

ImportDialog::ImportDialog(const QString& datasetName, const QString& inputLocation, MappingPreviewer previewer,
                           QSettings* settings, QWidget* parent)
    : FormDialog(tr("Import"), tr("Adds samples and annotations to “%1”.").arg(datasetName), settings,
                 QStringLiteral("importDialog"), parent),
      m_previewer(std::move(previewer)), m_voc(new QRadioButton(tr("Pascal VOC folder"), this)),
      m_manifest(new QRadioButton(tr("Manifest file"), this)),
      m_from(new PathField(common::FileQuestion::Kind::Folder, tr("Choose what to import"), this)),
      m_isPair(new QCheckBox(tr("Annotations and pictures are in two separate folders"), this)),
      m_annotations(
          new PathField(common::FileQuestion::Kind::Folder, tr("Choose the folder with the XML files"), this)),
      m_pictures(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the folder with the pictures"), this)),
      m_mapping(new SourceMappingEditor(this)),
      m_copy(new QCheckBox(tr("Copy the pictures into the input location"), this)),
      m_withLabels(new QCheckBox(tr("Import labels and annotations too"), this)),
      m_hardOnly(new QCheckBox(tr("Only hard examples"), this)), m_labels(new QLineEdit(this)),
      m_preview(new QTimer(this))
{
    setMinimumWidth(680);
    m_preview->setSingleShot(true);
    m_preview->setInterval(kPreviewDelayMs);
    connect(m_preview, &QTimer::timeout, this, &ImportDialog::refreshPreview);
    addField(QStringLiteral("format"), tr("Format"), makeFormatChoice());
    m_from->setPath(remembered(QStringLiteral("from"), inputLocation).toString());
    addField(QStringLiteral("from"), tr("Import from"), m_from);
    addVocPart();
    addWide(m_mapping);
    addOptions();
    setAcceptText(tr("Import"));
    const bool isManifest = remembered(QStringLiteral("format"), QString()).toString() == QLatin1String("manifest");
    (isManifest ? m_manifest : m_voc)->setChecked(true);
    showFormat();
    connect(m_manifest, &QRadioButton::toggled, this, &ImportDialog::showFormat);
    connect(m_from, &PathField::pathChanged, this, [this] {
        touch(m_from);
        m_preview->start();
    });
    connect(m_mapping, &SourceMappingEditor::rulesChanged, this, [this] {
        check();
        m_preview->start();
    });
}

QWidget* ImportDialog::makeFormatChoice()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    m_voc->setObjectName(QStringLiteral("voc"));
    m_voc->setToolTip(tr("XML files beside the pictures, a VOC devkit (Annotations, JPEGImages), or two folders"));
    m_manifest->setObjectName(QStringLiteral("manifest"));
    m_manifest->setToolTip(tr("One JSON object per line, as written by publishing"));
    row->addWidget(m_voc);
    row->addWidget(m_manifest);
    row->addStretch(1);
    return box;
}

void ImportDialog::addVocPart()
{
    m_isPair->setObjectName(QStringLiteral("isPair"));
    addField(QStringLiteral("isPair"), QString(), m_isPair);
    addField(QStringLiteral("annotationFolder"), tr("Annotations"), m_annotations,
             tr("Matched with the pictures by file name."));
    addField(QStringLiteral("pictureFolder"), tr("Pictures"), m_pictures);
    connect(m_isPair, &QCheckBox::toggled, this, &ImportDialog::showFormat);
    connect(m_annotations, &PathField::pathChanged, this, [this] { touch(m_annotations); });
    connect(m_pictures, &PathField::pathChanged, this, [this] { touch(m_pictures); });
}

void ImportDialog::addOptions()
{
    m_withLabels->setChecked(remembered(QStringLiteral("withLabels"), true).toBool());
    m_copy->setChecked(remembered(QStringLiteral("copy"), false).toBool());
    addField(QStringLiteral("withLabels"), tr("Options"), m_withLabels);
    m_labels->setPlaceholderText(tr("All labels"));
    addField(QStringLiteral("labelsToTake"), tr("Only these labels"), m_labels, tr("Names separated by commas."));
    addField(QStringLiteral("hardOnly"), QString(), m_hardOnly);
    addField(QStringLiteral("copy"), QString(), m_copy, tr("Otherwise the pictures stay where they are."));
    connect(m_withLabels, &QCheckBox::toggled, m_labels, &QWidget::setEnabled);
    m_labels->setEnabled(m_withLabels->isChecked());
}

ImportFormat ImportDialog::format() const
{
    return m_manifest->isChecked() ? ImportFormat::Manifest : ImportFormat::Voc;
}

void ImportDialog::setFormat(ImportFormat format)
{
    (format == ImportFormat::Manifest ? m_manifest : m_voc)->setChecked(true);
}

void ImportDialog::setFrom(const QString& path)
{
    m_from->setPath(path);
}

void ImportDialog::showFormat()
{
    const bool isManifest = format() == ImportFormat::Manifest;
    const bool isPair = !isManifest && m_isPair->isChecked();
    m_from->setKind(isManifest ? common::FileQuestion::Kind::OpenFile : common::FileQuestion::Kind::Folder);
    m_from->setNameFilter(isManifest ? tr("Manifests (*.manifest *.jsonl *.json);;All files (*)") : QString());
    setRowVisible(m_from, !isPair);
    setRowVisible(m_isPair, !isManifest);
    setRowVisible(m_annotations, isPair);
    setRowVisible(m_pictures, isPair);
    setRowVisible(m_mapping, isManifest);
    check();
    m_preview->start();
}

void ImportDialog::refreshPreview()
{
    const QString manifest = m_from->path();
    if (format() == ImportFormat::Manifest && m_previewer && QFileInfo(manifest).isFile()) {
        m_mapping->setPreview(m_previewer(manifest, m_mapping->rules()));
    } else {
        m_mapping->setPreview({});
    }
}

void ImportDialog::validate()
{
    const ImportRequest entered = request();
    const auto wantFolder = [this](PathField* field, const QString& path, const QString& missing) {
        if (path.isEmpty()) {
            complain(field, missing);
        } else if (!QFileInfo(path).isDir()) {
            complain(field, tr("There is no such folder."));
        }
    };
    if (entered.format == ImportFormat::Manifest) {
        if (entered.from.isEmpty()) {
            complain(m_from, tr("Choose a manifest file."));
        } else if (!QFileInfo(entered.from).isFile()) {
            complain(m_from, QFileInfo(entered.from).isDir() ? tr("This is a folder. Choose a manifest file.")
                                                             : tr("There is no such file."));
        }
        if (const QString problem = m_mapping->problem(); !problem.isEmpty()) {
            complain(m_from, problem);
        }
    } else if (m_isPair->isChecked()) {
        wantFolder(m_annotations, entered.annotationFolder, tr("Choose the folder with the XML files."));
        wantFolder(m_pictures, entered.pictureFolder, tr("Choose the folder with the pictures."));
    } else {
        wantFolder(m_from, entered.from, tr("Choose a folder."));
    }
}

void ImportDialog::rememberChoices()
{
    const ImportRequest entered = request();
    remember(QStringLiteral("format"),
             entered.format == ImportFormat::Manifest ? QStringLiteral("manifest") : QStringLiteral("voc"));
    remember(QStringLiteral("from"), entered.from);
    remember(QStringLiteral("withLabels"), entered.withLabels);
    remember(QStringLiteral("copy"), entered.copyFiles);
}

ImportRequest ImportDialog::request() const
{
    static const QRegularExpression kComma(QStringLiteral("[,，;；]"));
    ImportRequest request;
    request.format = format();
    request.from = m_from->path();
    if (request.format == ImportFormat::Voc && m_isPair->isChecked()) {
        request.annotationFolder = m_annotations->path();
        request.pictureFolder = m_pictures->path();
        request.from = request.annotationFolder;
    }
    if (request.format == ImportFormat::Manifest) {
        request.rules = m_mapping->rules();
    }
    request.copyFiles = m_copy->isChecked();
    request.withLabels = m_withLabels->isChecked();
    request.hardOnly = m_hardOnly->isChecked();
    for (const QString& name : m_labels->text().split(kComma, Qt::SkipEmptyParts)) {
        if (request.withLabels && !name.trimmed().isEmpty()) {
            request.labelsToTake.append(name.trimmed());
        }
    }
    return request;
}

} // namespace lw::dialogs
