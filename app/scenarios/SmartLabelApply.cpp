// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads what a job proposes and hands it to the store in short writes.
#include "app/scenarios/SmartJob.h"
#include "app/scenarios/SmartVerdict.h"
#include "app/scenarios/TaskRun.h"

#include "engine/jobs/EngineShapes.h"
#include "engine/jobs/JobFolders.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::scenarios {

namespace {

/// About 20 ms of writing: a gesture made meanwhile waits no longer than that.
constexpr qsizetype kChunk = 200;

using domain::Proposal;

/// Turns lines of proposals.jsonl into proposals.
class ProposalReader {
public:
    ProposalReader(store::Store& store, const domain::Dataset& dataset, const QJsonArray& labelIds)
        : m_store(store), m_dataset(dataset), m_labelIds(labelIds)
    {
    }

    /// Lines that hold nothing of use are left out.
    std::vector<Proposal> read(const QList<QByteArray>& lines)
    {
        std::vector<Proposal> proposals;
        QList<domain::SampleId> ids;
        for (const QByteArray& line : lines) {
            const QJsonObject said = QJsonDocument::fromJson(line).object();
            const qint64 id = said.value(QStringLiteral("id")).toInteger(-1);
            if (id >= 0) {
                proposals.push_back(proposalOf(said, domain::SampleId(id)));
                ids.append(domain::SampleId(id));
            }
        }
        clamp(proposals, ids);
        return proposals;
    }

private:
    [[nodiscard]] domain::LabelId labelOf(const QJsonValue& number) const
    {
        const auto index = qsizetype(number.toInteger(-1));
        return index >= 0 && index < m_labelIds.size() ? domain::LabelId(m_labelIds.at(index).toInteger())
                                                       : domain::LabelId();
    }

    [[nodiscard]] Proposal proposalOf(const QJsonObject& said, domain::SampleId sample) const
    {
        Proposal proposal{sample, {}, {}};
        proposal.hard.isHard = said.value(QStringLiteral("isHard")).toBool();
        proposal.hard.coefficient = said.value(QStringLiteral("hardness")).toDouble();
        if (proposal.hard.isHard) {
            for (const QJsonValue& number : said.value(QStringLiteral("reasons")).toArray()) {
                proposal.hard.reasons.append(domain::HardReason(number.toInt()));
            }
        }
        if (said.contains(QStringLiteral("label"))) {
            add(proposal, domain::Shape::wholeSample(), labelOf(said.value(QStringLiteral("label"))),
                said.value(QStringLiteral("confidence")).toDouble());
        }
        for (const QJsonValue& each : said.value(QStringLiteral("objects")).toArray()) {
            const QJsonObject object = each.toObject();
            const double x = object.value(QStringLiteral("x")).toDouble();
            const double y = object.value(QStringLiteral("y")).toDouble();
            add(proposal,
                domain::Shape::box({x, y}, {x + object.value(QStringLiteral("width")).toDouble(),
                                            y + object.value(QStringLiteral("height")).toDouble()}),
                labelOf(object.value(QStringLiteral("label"))), object.value(QStringLiteral("score")).toDouble());
        }
        for (const QJsonValue& each : said.value(QStringLiteral("masks")).toArray()) {
            const QJsonObject object = each.toObject();
            add(proposal, maskShape(object), labelOf(object.value(QStringLiteral("label"))),
                object.value(QStringLiteral("score")).toDouble());
        }
        return proposal;
    }

    /// As the dataset's people draw: masks if that is what they draw, else outlines.
    [[nodiscard]] domain::Shape maskShape(const QJsonObject& object) const
    {
        return m_dataset.defaultShape == domain::ShapeKind::Mask ? domain::Shape::fromMask(worker::maskIn(object))
                                                                 : worker::outlineIn(object);
    }

    static void add(Proposal& proposal, const domain::Shape& shape, domain::LabelId label, double confidence)
    {
        if (label.isValid() && shape.isValid()) {
            domain::Annotation annotation;
            annotation.labelId = label;
            annotation.shape = shape;
            annotation.confidence = std::clamp(confidence, 0.0, 1.0);
            proposal.annotations.push_back(std::move(annotation));
        }
    }

    /// A network's boxes reach over the picture's edge now and then.
    void clamp(std::vector<Proposal>& proposals, const QList<domain::SampleId>& ids)
    {
        if (m_dataset.type != domain::DatasetType::ObjectDetection) {
            return;
        }
        QHash<domain::SampleId, QSize> sizes;
        const auto rows = store::SampleRepository(m_store).rows(ids);
        for (const domain::Sample& row : rows ? *rows : std::vector<domain::Sample>()) {
            sizes.insert(row.id, QSize(row.width, row.height));
        }
        for (Proposal& proposal : proposals) {
            const QSize size = sizes.value(proposal.sample);
            if (size.isEmpty()) {
                continue;
            }
            for (domain::Annotation& a : proposal.annotations) {
                const QRectF rect = a.shape.boundingRect().intersected(QRectF(QPointF(0, 0), QSizeF(size)));
                a.shape = domain::Shape::box({rect.left(), rect.top()}, {rect.right(), rect.bottom()});
            }
            std::erase_if(proposal.annotations, [](const domain::Annotation& a) { return !a.shape.isValid(); });
        }
    }

    store::Store& m_store;
    const domain::Dataset& m_dataset;
    QJsonArray m_labelIds;
};

/// What the history keeps of a run.
QJsonObject aboutRun(const QJsonObject& block, const QJsonObject& result)
{
    QJsonObject about;
    for (const char* name : {"mode", "modelName"}) {
        about.insert(QLatin1String(name), block.value(QLatin1String(name)));
    }
    for (const char* name : {"labelled", "metric", "quality"}) {
        if (result.contains(QLatin1String(name))) {
            about.insert(QLatin1String(name), result.value(QLatin1String(name)));
        }
    }
    about.insert(QStringLiteral("looked"), result.value(QStringLiteral("proposed")));
    about.insert(QStringLiteral("unreadable"), result.value(QStringLiteral("unreadable")).toArray().size());
    return about;
}

/// Whether a line of the job proposes a label. Looks no further than the first that does.
bool proposesAnything(QFile& file)
{
    bool found = false;
    while (!found && !file.atEnd()) {
        const QJsonObject said = QJsonDocument::fromJson(file.readLine()).object();
        found = said.contains(QStringLiteral("label")) || !said.value(QStringLiteral("objects")).toArray().isEmpty() ||
                !said.value(QStringLiteral("masks")).toArray().isEmpty();
    }
    file.seek(0);
    return found;
}

QList<QByteArray> nextLines(QFile& file, qsizetype most)
{
    QList<QByteArray> lines;
    while (lines.size() < most && !file.atEnd()) {
        lines.append(file.readLine());
    }
    return lines;
}

/// Writes from where the run stands to the end of the file.
core::Result<domain::SmartRun> writeAll(store::ProposalRepository& repository, ProposalReader& reader, QFile& file,
                                        domain::SmartRun run, const QString& author, const core::Control& control)
{
    qint64 line = 0;
    while (run.state == domain::SmartRunState::Writing) {
        // Skips what is written, also by another program while we were at it.
        for (; line < run.readLines && !file.atEnd(); ++line) {
            file.readLine();
        }
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        const QList<QByteArray> lines = nextLines(file, kChunk);
        if (lines.isEmpty()) {
            break;
        }
        auto written = repository.write(run.jobId, author, line, lines.size(), reader.read(lines)).result();
        if (!written) {
            return written;
        }
        line += lines.size();
        run = std::move(*written);
        control.report(file.pos(), file.size());
    }
    return run;
}

struct Applying {
    domain::Dataset dataset;
    QJsonObject block;
    QString author;
};

core::Result<Applying> prepare(store::Store& store, const domain::EngineJob& job)
{
    if (job.kind != domain::EngineJobKind::SmartLabel || job.inputs.isEmpty() ||
        job.state != domain::EngineJobState::Succeeded) {
        return core::failure(core::ErrorCode::InvalidArgument, job.id);
    }
    const auto datasets = store::DatasetRepository(store).list();
    if (!datasets) {
        return core::failure(datasets.error());
    }
    for (const domain::Dataset& dataset : *datasets) {
        if (dataset.uid == job.inputs.front().datasetUid) {
            const QJsonObject block = smartBlock(store.folder(), job.id);
            const bool isModel = block.value(QStringLiteral("mode")).toString() == smartModeName(SmartMode::Model);
            return Applying{dataset, block,
                            domain::modelAuthor(isModel ? block.value(QStringLiteral("modelName")).toString() : job.id)};
        }
    }
    return core::failure(core::ErrorCode::NotFound, job.inputs.front().datasetName);
}

} // namespace

bool needsApplying(store::Store& store, const domain::EngineJob& job)
{
    if (job.kind != domain::EngineJobKind::SmartLabel || job.state != domain::EngineJobState::Succeeded) {
        return false;
    }
    const auto run = store::ProposalRepository(store).run(job.id);
    return run && (!*run || (*run)->state == domain::SmartRunState::Writing);
}

core::Result<SmartApplyOutcome> applySmartLabel(store::Store& store, const domain::EngineJob& job,
                                                const core::Control& control)
{
    const auto applying = prepare(store, job);
    if (!applying) {
        return core::failure(applying.error());
    }
    const domain::Dataset& dataset = applying->dataset;
    store::ProposalRepository repository(store);
    SmartApplyOutcome outcome;
    for (const QJsonValue& each : job.result.value(QStringLiteral("unreadable")).toArray()) {
        outcome.problems.add(core::ProblemCode::ImageUnreadable, each[QLatin1String("path")].toString());
    }
    const auto known = repository.run(job.id);
    if (known && *known && (*known)->state != domain::SmartRunState::Writing) {
        outcome.run = **known;
        outcome.wasApplied = true;
        return outcome;
    }
    QFile file(job.folder + QStringLiteral("/output/proposals.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) {
        return core::failure(core::ErrorCode::NotFound, file.errorString(), file.fileName());
    }
    domain::SmartRun run;
    run.jobId = job.id;
    run.dataset = dataset.id;
    run.about = aboutRun(applying->block, job.result);
    const bool hasProposals = proposesAnything(file);
    if (!hasProposals && run.about.value(QStringLiteral("looked")).toInteger() > 0) {
        run.about.insert(kFoundNothing, true);
    }
    const QJsonObject about = run.about;
    const auto begun = repository.begin(run, applying->author).result();
    if (!begun) {
        return core::failure(begun.error());
    }
    const auto task = TaskRun::start(store, dataset, domain::TaskKind::SmartLabel, dataset.name,
                                     QStringLiteral("autoLabelling"));
    if (!task) {
        return core::failure(task.error());
    }
    ProposalReader reader(store, dataset, applying->block.value(QStringLiteral("labelIds")).toArray());
    // A model that finds nothing anywhere has learnt too little: neither does it know which pictures are hard, nor is what
    // others proposed before worth less.
    const auto written = hasProposals ? writeAll(repository, reader, file, *begun, applying->author, control) : begun;
    if (!written) {
        return core::failure((*task)->fail(written.error()));
    }
    const auto finished = repository.finish(job.id, about).result();
    if (!finished) {
        return core::failure((*task)->fail(finished.error()));
    }
    outcome.run = *finished;
    for (const core::Problem& problem : outcome.problems.kept()) {
        (*task)->problems().add(problem);
    }
    QJsonObject numbers = about;
    numbers.insert(QStringLiteral("skipped"), finished->skipped);
    (*task)->succeed(finished->proposed, numbers);
    return outcome;
}

} // namespace lw::scenarios
