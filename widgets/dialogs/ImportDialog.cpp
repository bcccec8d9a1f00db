// SPDX-License-Identifier: GPL-3.0-or-later
//! Source and options at the left, what they bring at the right.
#include "widgets/dialogs/ImportDialog.h"

#include "widgets/common/DroppedFiles.h"
#include "widgets/dialogs/ImportPreviewPanel.h"
#include "widgets/dialogs/PathField.h"
#include "widgets/dialogs/SourceMappingEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace lw::dialogs {

namespace {

/// Pause after typing before files are looked at.
constexpr int kPauseMs = 250;

const QString kVoc = QStringLiteral("voc");
const QString kManifest = QStringLiteral("manifest");

} // namespace

ImportDialog::ImportDialog(ImportFacts facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("Import"), tr("Adds samples and annotations to “%1”.").arg(facts.datasetName), settings,
                 QStringLiteral("importDialog"), parent),
      m_facts(std::move(facts)),
      m_from(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the folder to import"), this)),
      m_source(makeSource()), m_format(new QComboBox(this)), m_reason(new QLabel(this)), m_formatBox(makeFormat()),
      m_isPair(new QCheckBox(tr("Annotations and pictures are in two folders"), this)),
      m_annotations(
          new PathField(common::FileQuestion::Kind::Folder, tr("Choose the folder with the XML files"), this)),
      m_pictures(new PathField(common::FileQuestion::Kind::Folder, tr("Choose the folder with the pictures"), this)),
      m_withLabels(new QCheckBox(tr("Import labels and annotations too"), this)),
      m_boxes(new QCheckBox(tr("Take the boxes of objects with an outline"), this)),
      m_hardOnly(new QCheckBox(tr("Only hard examples"), this)),
      m_onlyTaken(new QCheckBox(tr("Only pictures with a label that is taken"), this)),
      m_copy(new QCheckBox(tr("Copy the pictures into the input location"), this)), m_megapixels(new QSpinBox(this)),
      m_preview(new ImportPreviewPanel(m_facts, this)), m_pause(new QTimer(this))
{
    setMinimumWidth(720);
    resize(1080, 640);
    setAcceptDrops(true);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ImportDialog::askNow);
    addField(QStringLiteral("from"), tr("Import from"), m_source);
    addField(QStringLiteral("formatBox"), tr("Format"), m_formatBox);
    addVocPart();
    addOptions();
    addSide(m_preview);
    setAcceptText(tr("Import"));
    connect(m_from, &PathField::pathChanged, this, &ImportDialog::sourceChanged);
    connect(m_format, &QComboBox::activated, this, &ImportDialog::formatChosen);
    connect(m_preview->mapping(), &SourceMappingEditor::rulesChanged, this, [this] {
        check();
        askLater();
    });
    connect(m_preview, &ImportPreviewPanel::labelsChanged, this, [this] { touch(m_withLabels); });
    if (const QString last = remembered(QStringLiteral("from"), QString()).toString(); QFileInfo::exists(last)) {
        m_from->setPath(last);
    }
    sourceChanged();
    m_from->setFocus();
}

void ImportDialog::chooseFile()
{
    QStringList patterns;
    for (const ImportFormat& each : m_facts.formats) {
        if (each.readsFile && !patterns.contains(each.filePattern)) {
            patterns.append(each.filePattern);
        }
    }
    patterns.append(QStringLiteral("*.zip")); // of any format
    const QString file = common::chooseOpenFile(this, tr("Choose the file to import"), m_from->path(),
                                                tr("Annotation files (%1);;All files (*)").arg(patterns.join(u' ')));
    if (!file.isEmpty()) {
        m_from->setPath(file);
    }
}

void ImportDialog::setFrom(const QString& path)
{
    m_from->setPath(path);
}

void ImportDialog::setFormat(const QString& id)
{
    fillFormats(id);
    formatChosen();
}

QString ImportDialog::format() const
{
    return m_format->currentData().toString();
}

bool ImportDialog::isPair() const
{
    return format() == kVoc && m_isPair->isChecked();
}

void ImportDialog::fillFormats(const QString& chosen)
{
    const QFileInfo source(m_from->path());
    // An archive holds a folder or a file, whatever its own name ends in.
    const bool isArchive = source.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0;
    const auto isRecognised = [this](const ImportFormat& format) {
        return std::any_of(m_recognised.begin(), m_recognised.end(),
                           [&format](const RecognisedFormat& each) { return each.id == format.id; });
    };
    m_format->clear();
    for (const ImportFormat& each : m_facts.formats) {
        const bool fits = source.isFile() ? each.readsFile || isArchive : each.readsFolder || !source.isDir();
        if (!fits && !isRecognised(each)) {
            continue;
        }
        m_format->addItem(each.name, each.id);
    }
    m_format->setCurrentIndex(m_format->findData(chosen));
    showFormat();
}

void ImportDialog::sourceChanged()
{
    if (!m_recognised.empty()) {
        m_isOwnFormat = false; // it was chosen for another source
        m_recognised.clear();
    }
    if (m_from->path().isEmpty() || !QFileInfo::exists(m_from->path())) {
        m_pause->stop();
        m_isWaiting = false;
        m_mustRecognise = false;
        Q_EMIT questionDropped();
        fillFormats(m_isOwnFormat ? format() : QString());
        m_preview->showNothing();
    } else {
        m_mustRecognise = true;
        m_isWaiting = true;
        m_pause->start();
    }
    m_from->path().isEmpty() ? check() : touch(m_source);
}

void ImportDialog::formatChosen()
{
    m_isOwnFormat = true;
    showFormat();
    askLater();
}

void ImportDialog::askLater()
{
    m_pause->start();
}

void ImportDialog::askNow()
{
    if (m_mustRecognise) {
        m_mustRecognise = false;
        m_preview->showReading();
        Q_EMIT recogniseRequested(m_from->path());
        return;
    }
    // Before the formats are known there is nothing to preview.
    if (m_isWaiting) {
        return;
    }
    if (format().isEmpty() || !isAcceptable()) {
        Q_EMIT questionDropped();
        m_preview->showNothing();
        return;
    }
    m_preview->showReading();
    Q_EMIT previewRequested();
}

void ImportDialog::setRecognised(const std::vector<RecognisedFormat>& formats)
{
    m_isWaiting = false;
    m_recognised = formats;
    const QString kept = m_isOwnFormat ? format() : QString();
    fillFormats(!kept.isEmpty() || formats.empty() ? kept : formats.front().id);
    check();
    if (!format().isEmpty()) {
        askNow();
        return;
    }
    QStringList names;
    for (const ImportFormat& each : m_facts.formats) {
        names.append(each.name);
    }
    m_preview->showUnknown(names);
}

void ImportDialog::setFindings(const ImportFindings& findings)
{
    m_preview->setFindings(findings);
}

void ImportDialog::setProgress(qint64 done, qint64 total)
{
    m_preview->setProgress(done, total);
}

void ImportDialog::setFailed(const QString& sentence)
{
    m_isWaiting = false;
    m_preview->showFailure(sentence);
    check();
}

void ImportDialog::showFormat()
{
    const QString chosen = format();
    const auto recognised = std::find_if(m_recognised.begin(), m_recognised.end(),
                                         [&chosen](const RecognisedFormat& each) { return each.id == chosen; });
    QString reason;
    if (recognised != m_recognised.end()) {
        reason = recognised->reason;
    } else if (!chosen.isEmpty() && !m_recognised.empty()) {
        reason = tr("Chosen by you. It looks different: %1").arg(m_recognised.front().reason);
    }
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    setRowVisible(m_isPair, chosen == kVoc);
    setRowVisible(m_annotations, isPair());
    setRowVisible(m_pictures, isPair());
    setRowVisible(m_source, !isPair());
    m_preview->setMapping(chosen == kManifest ? m_from->path() : QString());
    check();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (common::droppedFiles(event->mimeData()).size() == 1) {
        event->acceptProposedAction();
    }
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    const QStringList files = common::droppedFiles(event->mimeData());
    if (files.size() == 1) {
        m_from->setPath(files.front());
        event->acceptProposedAction();
    }
}

void ImportDialog::validate()
{
    const auto wantFolder = [this](PathField* field, const QString& missing) {
        if (field->path().isEmpty()) {
            complain(field, missing);
        } else if (!QFileInfo(field->path()).isDir()) {
            complain(field, tr("There is no such folder."));
        }
    };
    if (isPair()) {
        wantFolder(m_annotations, tr("Choose the folder with the XML files."));
        wantFolder(m_pictures, tr("Choose the folder with the pictures."));
    } else if (m_from->path().isEmpty()) {
        complain(m_source, tr("Choose a folder or a file."));
    } else if (!QFileInfo::exists(m_from->path())) {
        complain(m_source, tr("There is no such folder or file."));
    } else if (!m_isWaiting && format().isEmpty()) {
        complain(m_formatBox, tr("Choose how the pictures are labelled."));
    }
    if (const QString problem = m_preview->mapping()->problem(); format() == kManifest && !problem.isEmpty()) {
        complain(m_source, problem);
    }
    if (const QString problem = m_preview->labelProblem(); m_withLabels->isChecked() && !problem.isEmpty()) {
        complain(m_withLabels, problem);
    }
    acceptButton()->setEnabled(!m_isWaiting);
}

void ImportDialog::rememberChoices()
{
    const ImportRequest entered = request();
    remember(QStringLiteral("from"), entered.from);
    remember(QStringLiteral("withLabels"), entered.withLabels);
    remember(QStringLiteral("copy"), entered.copyFiles);
}

ImportRequest ImportDialog::request() const
{
    ImportRequest request;
    request.format = format();
    request.from = m_from->path();
    if (isPair()) {
        request.annotationFolder = m_annotations->path();
        request.pictureFolder = m_pictures->path();
        request.from = request.annotationFolder;
    }
    if (request.format == kManifest) {
        request.rules = m_preview->mapping()->rules();
    }
    request.copyFiles = m_copy->isChecked();
    request.withLabels = m_withLabels->isChecked();
    request.boxesOnly = m_facts.isDetection && m_boxes->isChecked();
    request.hardOnly = m_hardOnly->isChecked();
    request.maxMegapixels = m_megapixels->value();
    if (request.withLabels) {
        request.labels = m_preview->labels();
        if (m_onlyTaken->isChecked()) {
            request.labelsToTake = m_preview->labelsToTake();
        }
    }
    return request;
}

} // namespace lw::dialogs
