// SPDX-License-Identifier: GPL-3.0-or-later
//! Questions of the dialog to the recogniser and the readers.
#include "app/studio/flows/ImportFlow.h"

#include "app/scenarios/GuessText.h"
#include "app/scenarios/LossText.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/PreviewImport.h"
#include "app/scenarios/SyncDataset.h"
#include "app/scenarios/UnpackArchive.h"
#include "app/studio/Route.h"
#include "app/studio/flows/MappingPreview.h"
#include "app/studio/flows/PreviewPictures.h"
#include "engine/formats/FormatRegistry.h"
#include "models/domain/WholeLabels.h"
#include "widgets/dialogs/ImportDialog.h"

#include <QtConcurrent>

namespace lw::studio {

/// A preview with its pictures.
struct PreviewAnswer {
    scenarios::ImportPreview preview;
    std::vector<PreviewPicture> pictures;
};

namespace {

constexpr qint64 kPixelsPerMega = 1'000'000;

scenarios::ImportRequest toScenario(const dialogs::ImportRequest& asked, domain::DatasetId dataset)
{
    scenarios::ImportRequest request;
    request.dataset = dataset;
    request.format = asked.format;
    request.from = asked.from;
    request.copiesFiles = asked.copyFiles;
    request.labelsToTake = asked.labelsToTake;
    request.labels = asked.labels;
    request.withLabels = asked.withLabels;
    request.hardOnly = asked.hardOnly;
    request.boxesOnly = asked.boxesOnly;
    request.annotationFolder = asked.annotationFolder;
    request.pictureFolder = asked.pictureFolder;
    request.maxPixels = asked.maxMegapixels * kPixelsPerMega;
    for (const dialogs::SourceRule& rule : asked.rules) {
        request.mapping.push_back({rule.prefix, rule.folder});
    }
    return request;
}

std::vector<dialogs::ImportFormat> formatsFor(const domain::Dataset& dataset)
{
    std::vector<dialogs::ImportFormat> list;
    for (const formats::Format& format : formats::allFormats()) {
        if (format.makeReader != nullptr && formats::fits(format, dataset.type)) {
            list.push_back({QString::fromLatin1(format.id), scenarios::formatText(format), format.readsFolder,
                            format.readsFile, QString::fromLatin1(format.filePattern)});
        }
    }
    return list;
}

QString importSummary(const scenarios::ImportOutcome& outcome)
{
    return ImportFlow::tr("Imported: %L1 new samples, %L2 updated, %L3 annotations; %L4 problems")
        .arg(outcome.counts.samplesAdded)
        .arg(outcome.counts.samplesUpdated)
        .arg(outcome.counts.annotationsAdded)
        .arg(outcome.problems.count());
}

} // namespace

ImportFlow::~ImportFlow()
{
    m_stop.request_stop();
}

void ImportFlow::open(const domain::Dataset& dataset, const QString& from)
{
    m_dataset = dataset;
    dialogs::ImportFacts facts;
    facts.datasetName = dataset.name;
    facts.inputLocation = dataset.inputLocation;
    facts.formats = formatsFor(dataset);
    facts.isDetection = dataset.type == domain::DatasetType::ObjectDetection;
    facts.labelsWholeSamples = domain::labelsWholeSamples(dataset.type);
    facts.maxMegapixels = context().settings().maxMegapixels();
    facts.mapping = mappingPreviewer(dataset.inputLocation);
    facts.problemText = scenarios::problemReason;
    for (const domain::Label& label : context().project()->labels(dataset.id).labels()) {
        facts.labels.append(label.name);
    }
    m_dialog = new dialogs::ImportDialog(std::move(facts), context().settings().file(), page()->window());
    using dialogs::ImportDialog;
    connect(m_dialog, &ImportDialog::recogniseRequested, this, &ImportFlow::recognise);
    connect(m_dialog, &ImportDialog::previewRequested, this, &ImportFlow::preview);
    connect(m_dialog, &ImportDialog::questionDropped, this, [this] { (void)nextQuestion(); });
    connect(m_dialog, &QDialog::accepted, this,
            [this] { startImport(toScenario(m_dialog->request(), m_dataset.id)); });
    connect(m_dialog, &QObject::destroyed, this, &QObject::deleteLater);
    if (!from.isEmpty()) {
        m_dialog->setFrom(from);
    }
    show(m_dialog);
}

core::Control ImportFlow::nextQuestion()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_question;
    core::Control control;
    control.stop = m_stop.get_token();
    return control;
}

void ImportFlow::recognise(const QString& path)
{
    const core::Control control = nextQuestion();
    const auto look = [path, type = m_dataset.type](store::Store&) { return formats::guessFormats(path, type); };
    core::whenDone(context().project()->inBackground(look), this, [this, path, question = m_question](const auto& guesses) {
        if (question != m_question || !m_dialog) {
            return;
        }
        if (!guesses) {
            const core::Error& error = guesses.error();
            m_dialog->setFailed(
                scenarios::errorText(formats::isArchive(path) ? scenarios::archiveError(error) : error));
            return;
        }
        std::vector<dialogs::RecognisedFormat> list;
        for (const formats::FormatGuess& guess : *guesses) {
            list.push_back({guess.format, scenarios::guessText(guess)});
        }
        m_dialog->setRecognised(list);
    });
}

void ImportFlow::preview()
{
    core::Control control = nextQuestion();
    const quint64 question = m_question;
    // The dialog lives in the window's thread; a pool thread only posts to this object's event queue.
    control.progress = [flow = QPointer<ImportFlow>(this), question](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            qApp,
            [flow, question, done, total] {
                if (flow && question == flow->m_question && flow->m_dialog) {
                    flow->m_dialog->setProgress(done, total);
                }
            },
            Qt::QueuedConnection);
    };
    scenarios::ImportRequest request = toScenario(m_dialog->request(), m_dataset.id);
    request.labels.clear();
    request.labelsToTake.clear(); // all labels are to be seen
    const auto read = [request, dataset = m_dataset, control](store::Store&) -> core::Result<PreviewAnswer> {
        auto preview = scenarios::previewImport(dataset, request, control);
        if (!preview) {
            return core::failure(preview.error());
        }
        PreviewAnswer answer{std::move(*preview), {}};
        answer.pictures = readPreviewPictures(std::move(answer.preview.first), request.maxPixels, control);
        answer.preview.unpacked.reset(); // here, since it may take a while
        return answer;
    };
    core::whenDone(context().project()->inBackground(read), this, [this, question](const auto& answer) {
        if (question != m_question || !m_dialog) {
            return;
        }
        answer ? m_dialog->setFindings(findings(*answer)) : m_dialog->setFailed(scenarios::errorText(answer.error()));
    });
}

dialogs::ImportFindings ImportFlow::findings(const PreviewAnswer& answer) const
{
    const scenarios::ImportPreview& preview = answer.preview;
    dialogs::ImportFindings found;
    found.pictures = preview.summary.samples;
    found.labelled = preview.labelled;
    found.objects = preview.summary.annotations;
    found.missing = preview.missing;
    found.leftOut = qMax(qint64(0), preview.summary.skippedSamples + preview.summary.filteredSamples - preview.missing);
    found.problems = preview.problems;
    for (const domain::ShapeKind kind : domain::kAllShapeKinds) {
        if (const qint64 count = preview.shapes.at(size_t(kind)); count > 0) {
            found.kinds.emplace_back(scenarios::shapesText(kind), count);
        }
    }
    LabelColours colours;
    document::LabelSet& known = context().project()->labels(m_dataset.id);
    int next = int(known.labels().size());
    for (const scenarios::FoundLabel& each : preview.labels) {
        const domain::Label* own = known.findByName(each.label.name);
        const domain::Rgb colour = own                      ? own->colour
                                   : each.label.colour != 0 ? each.label.colour
                                                            : domain::paletteColour(next++);
        colours.insert(each.label.name, QColor::fromRgb(colour));
        found.labels.push_back({each.label.name, QColor::fromRgb(colour), each.annotations});
    }
    for (const PreviewPicture& picture : answer.pictures) {
        QStringList labels;
        for (const formats::NamedAnnotation& each : picture.sample.annotations) {
            if (each.annotation.shape.kind == domain::ShapeKind::WholeSample) {
                labels.append(each.label);
            }
        }
        found.first.push_back({paintPreview(picture, colours), picture.sample.sample.name,
                               qint64(picture.sample.annotations.size()), labels});
    }
    return found;
}

void ImportFlow::startImport(const scenarios::ImportRequest& request)
{
    (void)nextQuestion();
    jobs::JobRequest job;
    job.title = [name = m_dataset.name] { return tr("Import into %1").arg(name); };
    job.kind = domain::TaskKind::Import;
    job.dataset = m_dataset.id;
    job.target = request.from;
    job.link = Route{.page = PageKind::Samples, .dataset = m_dataset.id}.toText();
    job.work = [request, store = &store()](const core::Control& control) {
        return jobResult<scenarios::ImportOutcome>(scenarios::importDataset(*store, request, control), importSummary);
    };
    start(std::move(job));
}

void ImportFlow::fill(const domain::Dataset& dataset, const QString& format)
{
    scenarios::ImportRequest request;
    request.dataset = dataset.id;
    request.format = format;
    request.from = dataset.inputLocation;
    request.maxPixels = context().settings().maxPixels();
    jobs::JobRequest job;
    job.title = [name = dataset.name] { return tr("Import into %1").arg(name); };
    job.kind = domain::TaskKind::Import;
    job.dataset = dataset.id;
    job.target = request.from;
    job.link = Route{.page = PageKind::Samples, .dataset = dataset.id}.toText();
    job.work = [request, store = &store()](const core::Control& control) {
        const auto outcome = scenarios::importDataset(*store, request, control);
        // Pictures that no annotation names are found by looking at the folder.
        if (outcome) {
            if (auto synced = scenarios::syncDataset(*store, request.dataset, control, request.maxPixels); !synced) {
                return jobResult<scenarios::ImportOutcome>(core::failure(synced.error()), importSummary);
            }
        }
        return jobResult<scenarios::ImportOutcome>(outcome, importSummary);
    };
    start(std::move(job));
    deleteLater();
}

} // namespace lw::studio
