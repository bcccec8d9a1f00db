// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of proposals. Every write asks the file whether a person has been there, within the transaction that writes.
#include "models/store/ProposalRepository.h"

#include "models/domain/ShapeBytes.h"
#include "models/store/BatchAction.h"
#include "models/store/RejectedProposals.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::DatasetId;
using domain::Proposal;
using domain::SampleId;
using domain::SampleState;
using domain::SmartRun;
using domain::SmartRunState;

namespace {

#define LW_SELECT_RUN                                                                                                  \
    "SELECT job_id, dataset_id, state, read_lines, proposed, skipped, about, created_at, finished_at, step_id "        \
    "FROM smart_run "

QString toText(const QJsonObject& about)
{
    return QString::fromUtf8(QJsonDocument(about).toJson(QJsonDocument::Compact));
}

SmartRun readRun(const Statement& row)
{
    SmartRun run;
    run.jobId = textAt(row, 0);
    run.dataset = DatasetId(int64At(row, 1));
    run.state = static_cast<SmartRunState>(intAt(row, 2));
    run.readLines = int64At(row, 3);
    run.proposed = int64At(row, 4);
    run.skipped = int64At(row, 5);
    run.about = QJsonDocument::fromJson(textAt(row, 6).toUtf8()).object();
    run.createdAt = int64At(row, 7);
    run.finishedAt = int64At(row, 8);
    return run;
}

struct RunRow {
    SmartRun run;
    qint64 step = 0;
};

std::optional<RunRow> findRun(Connection& connection, const QString& jobId)
{
    Statement& row = connection.prepare(LW_SELECT_RUN "WHERE job_id = ?");
    bindText(row, 1, jobId);
    std::optional<RunRow> found;
    if (row.executeStep()) {
        found = RunRow{readRun(row), int64At(row, 9)};
    }
    row.reset();
    return found;
}

/// Undone meanwhile, or undone and forgotten.
bool isTakenBack(Connection& connection, qint64 step)
{
    Statement& row = connection.prepare("SELECT 1 FROM batch_step WHERE id = ? AND is_undone = 0");
    row.bind(1, step);
    return !hasRow(row);
}

void writeRun(Connection& connection, const SmartRun& run)
{
    Statement& update = connection.prepare("UPDATE smart_run SET state = ?, read_lines = ?, proposed = ?, skipped = ?, "
                                           "about = ?, finished_at = ? WHERE job_id = ?");
    update.bind(1, int(run.state));
    update.bind(2, run.readLines);
    update.bind(3, run.proposed);
    update.bind(4, run.skipped);
    bindText(update, 5, toText(run.about));
    update.bind(6, run.finishedAt);
    bindText(update, 7, run.jobId);
    update.exec();
}

bool hasStepSince(Connection& connection, SampleId sample, qint64 time)
{
    Statement& row = connection.prepare("SELECT 1 FROM undo_step WHERE sample_id = ? AND created_at >= ? LIMIT 1");
    row.bind(1, sample.value);
    row.bind(2, time);
    return hasRow(row);
}

bool isInSight(Connection& connection, DatasetId dataset, SampleId sample)
{
    Statement& row = connection.prepare("SELECT 1 FROM sample WHERE id = ? AND dataset_id = ? AND deleted_at IS NULL");
    row.bind(1, sample.value);
    row.bind(2, dataset.value);
    return hasRow(row);
}

/// Whether a machine may say something about a sample in sight.
bool isOpen(Connection& connection, SampleId sample, const SampleContent& content)
{
    if (content.state == SampleState::Unlabelled) {
        return content.annotations.empty();
    }
    if (content.state != SampleState::ToConfirm) {
        return false;
    }
    qint64 proposedAt = std::numeric_limits<qint64>::max();
    for (const Annotation& a : content.annotations) {
        if (!domain::isModelAuthor(a.author)) {
            return false;
        }
        proposedAt = std::min(proposedAt, a.createdAt);
    }
    return !hasStepSince(connection, sample, content.annotations.empty() ? 0 : proposedAt);
}

double overlap(const QRectF& a, const QRectF& b)
{
    const QRectF both = a.intersected(b);
    const double shared = both.width() * both.height();
    const double sum = a.width() * a.height() + b.width() * b.height() - shared;
    return sum > 0 ? shared / sum : 0;
}

/// The same label at the same place.
bool isSameProposal(const Annotation& one, const Annotation& other)
{
    constexpr double kSamePlace = 0.5;
    if (one.labelId != other.labelId) {
        return false;
    }
    const bool isWhole = one.shape.kind == domain::ShapeKind::WholeSample;
    return isWhole ? other.shape.kind == domain::ShapeKind::WholeSample
                   : overlap(one.shape.boundingRect(), other.shape.boundingRect()) >= kSamePlace;
}

std::vector<Annotation> rejectedOf(Connection& connection, SampleId sample)
{
    Statement& rows = connection.prepare("SELECT label_id, shape FROM rejected_proposal WHERE sample_id = ? ORDER BY number");
    rows.bind(1, sample.value);
    std::vector<Annotation> list;
    while (rows.executeStep()) {
        Annotation a;
        a.labelId = domain::LabelId(int64At(rows, 0));
        const QByteArray shape = blobAt(rows, 1);
        a.shape = domain::shapeFromBytes(shape.constData(), shape.size());
        list.push_back(std::move(a));
    }
    rows.reset();
    return list;
}

/// Labels of people are final: what was refused on the way there does not matter any more.
void forgetRejectionsOfLabelled(Connection& connection, DatasetId dataset)
{
    Statement& remove = connection.prepare(
        "DELETE FROM rejected_proposal WHERE sample_id IN (SELECT r.sample_id FROM rejected_proposal r JOIN sample s ON "
        "s.id = r.sample_id WHERE s.dataset_id = ? AND s.state = 1)");
    remove.bind(1, dataset.value);
    remove.exec();
}

/// A mark that a person set has no coefficient; it stays as it is.
bool isMarkedByPerson(const SampleContent& content)
{
    return content.isHard && !content.hardCoefficient && content.hardReasons.isEmpty();
}

/// Writes the proposals of one chunk.
class ChunkOfProposals {
public:
    ChunkOfProposals(WriteContext& context, DatasetId dataset, qint64 step, const QString& author)
        : m_context(context), m_dataset(dataset), m_action(context, dataset, step, author), m_author(author),
          m_now(nowMs())
    {
        for (const domain::Label& label : readLabels(context.connection, dataset)) {
            m_labels.insert(label.id.value);
        }
    }

    void add(const Proposal& proposal, SmartRun& run)
    {
        Connection& connection = m_context.connection;
        const bool isThere = isInSight(connection, m_dataset, proposal.sample);
        const SampleContent before = isThere ? readContent(connection, proposal.sample) : SampleContent();
        if (!isThere || !isOpen(connection, proposal.sample, before)) {
            ++run.skipped;
            return;
        }
        const std::vector<Annotation> wanted = allowed(proposal);
        if (wanted.empty() && !proposal.annotations.empty()) {
            ++run.skipped;
            return;
        }
        run.proposed += wanted.empty() ? 0 : 1; // a picture without objects may still be marked as hard
        m_samples.append(proposal.sample);
        m_action.change(proposal.sample, [&](SampleContent& content) { fill(content, proposal, wanted); });
    }

    void finish()
    {
        m_action.finish(true);
        announceSamples(m_context, m_dataset, m_samples, false);
    }

private:
    /// Labels that are gone and what was refused before are left out.
    std::vector<Annotation> allowed(const Proposal& proposal)
    {
        std::vector<Annotation> list;
        const std::vector<Annotation> refused = rejectedOf(m_context.connection, proposal.sample);
        for (const Annotation& a : proposal.annotations) {
            const bool isRefused = std::any_of(refused.begin(), refused.end(),
                                               [&a](const Annotation& other) { return isSameProposal(a, other); });
            if (m_labels.contains(a.labelId.value) && !isRefused) {
                list.push_back(a);
            }
        }
        return list;
    }

    void fill(SampleContent& content, const Proposal& proposal, const std::vector<Annotation>& wanted)
    {
        domain::AnnotationId next = nextAnnotation(m_context.connection, proposal.sample);
        content.annotations.clear();
        for (Annotation a : wanted) {
            a.id = next;
            a.order = int(content.annotations.size()) + 1;
            a.author = m_author;
            a.createdAt = m_now;
            content.annotations.push_back(std::move(a));
            next = domain::AnnotationId(next.value + 1);
        }
        content.state = wanted.empty() ? SampleState::Unlabelled : SampleState::ToConfirm;
        if (!isMarkedByPerson(content)) {
            content.isHard = proposal.hard.isHard;
            content.hardCoefficient = proposal.hard.coefficient;
            content.hardReasons = proposal.hard.reasons;
        }
    }

    WriteContext& m_context;
    DatasetId m_dataset;
    BatchAction m_action;
    QString m_author;
    qint64 m_now;
    QSet<qint64> m_labels;
    QList<SampleId> m_samples;
};

/// True if the sample now says something else.
bool refineOne(WriteContext& context, const Proposal& proposal, const QSet<qint64>& labels, CounterDelta& delta)
{
    Connection& connection = context.connection;
    if (proposal.annotations.size() != 1 || !labels.contains(proposal.annotations.front().labelId.value) ||
        !isInSight(connection, delta.dataset(), proposal.sample)) {
        return false;
    }
    const SampleContent before = readContent(connection, proposal.sample);
    if (before.state != SampleState::ToConfirm || before.annotations.size() != 1 ||
        before.annotations.front().shape.kind != domain::ShapeKind::WholeSample ||
        !isOpen(connection, proposal.sample, before)) {
        return false;
    }
    const std::vector<Annotation> refused = rejectedOf(connection, proposal.sample);
    SampleContent after = before;
    Annotation& mine = after.annotations.front();
    mine.labelId = proposal.annotations.front().labelId;
    mine.confidence = proposal.annotations.front().confidence;
    if (std::any_of(refused.begin(), refused.end(), [&](const Annotation& a) { return isSameProposal(mine, a); })) {
        return false;
    }
    if (before.hardCoefficient && proposal.hard.coefficient) {
        after.hardCoefficient = proposal.hard.coefficient;
        after.hardReasons = proposal.hard.reasons;
    }
    if (after == before) {
        return false;
    }
    replaceContent(connection, proposal.sample, after, mine.author, delta);
    return true;
}

QSet<qint64> modelAuthors(Connection& connection)
{
    QSet<qint64> authors;
    Statement& rows = connection.prepare("SELECT id, name FROM author");
    while (rows.executeStep()) {
        if (domain::isModelAuthor(textAt(rows, 1))) {
            authors.insert(int64At(rows, 0));
        }
    }
    rows.reset();
    return authors;
}

/// isOpen() for all samples to confirm at once: two scans instead of a read for each.
QList<SampleId> untouchedProposals(Connection& connection, DatasetId dataset)
{
    QHash<qint64, qint64> lastSteps;
    Statement& steps = connection.prepare(
        "SELECT u.sample_id, max(u.created_at) FROM sample s INDEXED BY sample_state JOIN undo_step u ON "
        "u.sample_id = s.id WHERE s.dataset_id = ? AND s.deleted_at IS NULL AND s.state = 2 GROUP BY u.sample_id");
    steps.bind(1, dataset.value);
    while (steps.executeStep()) {
        lastSteps.insert(int64At(steps, 0), int64At(steps, 1));
    }
    steps.reset();
    const QSet<qint64> models = modelAuthors(connection);
    QList<SampleId> samples;
    const auto add = [&](qint64 sample, bool isMachines, qint64 proposedAt) {
        const auto step = lastSteps.constFind(sample);
        if (sample != 0 && isMachines && (step == lastSteps.constEnd() || *step < proposedAt)) {
            samples.append(SampleId(sample));
        }
    };
    Statement& rows = connection.prepare(
        "SELECT s.id, n.id, n.author_id, n.created_at FROM sample s INDEXED BY sample_state LEFT JOIN annotation n ON "
        "n.sample_id = s.id WHERE s.dataset_id = ? AND s.deleted_at IS NULL AND s.state = 2 ORDER BY s.id");
    rows.bind(1, dataset.value);
    qint64 sample = 0;
    bool isMachines = true;
    qint64 proposedAt = 0;
    while (rows.executeStep()) {
        const bool isNothing = rows.getColumn(1).isNull();
        const qint64 at = isNothing ? 0 : int64At(rows, 3);
        if (int64At(rows, 0) != sample) {
            add(sample, isMachines, proposedAt);
            sample = int64At(rows, 0);
            isMachines = true;
            proposedAt = at;
        }
        isMachines = isMachines && (isNothing || models.contains(int64At(rows, 2)));
        proposedAt = std::min(proposedAt, at);
    }
    rows.reset();
    add(sample, isMachines, proposedAt);
    return samples;
}

} // namespace

core::Result<OpenSamples> ProposalRepository::open(DatasetId dataset) const
{
    return guarded<OpenSamples>(m_store.filePath(), [&]() -> core::Result<OpenSamples> {
        Connection& connection = m_store.reader();
        SQLite::Transaction view(connection.raw());
        OpenSamples open;
        Statement& free = connection.prepare("SELECT id FROM sample INDEXED BY sample_state WHERE dataset_id = ? AND "
                                             "deleted_at IS NULL AND state = 0 ORDER BY id");
        free.bind(1, dataset.value);
        while (free.executeStep()) {
            open.unlabelled.append(SampleId(int64At(free, 0)));
        }
        free.reset();
        open.proposed = untouchedProposals(connection, dataset);
        return open;
    });
}

core::Result<QHash<SampleId, std::vector<Annotation>>> ProposalRepository::rejected(DatasetId dataset) const
{
    using Rejected = QHash<SampleId, std::vector<Annotation>>;
    return guarded<Rejected>(m_store.filePath(), [&]() -> core::Result<Rejected> {
        Connection& connection = m_store.reader();
        Statement& rows = connection.prepare("SELECT DISTINCT r.sample_id FROM rejected_proposal r JOIN sample s ON "
                                             "s.id = r.sample_id WHERE s.dataset_id = ? AND s.state <> 1");
        rows.bind(1, dataset.value);
        QList<SampleId> samples;
        while (rows.executeStep()) {
            samples.append(SampleId(int64At(rows, 0)));
        }
        rows.reset();
        Rejected rejected;
        for (const SampleId sample : samples) {
            rejected.insert(sample, rejectedOf(connection, sample));
        }
        return rejected;
    });
}

core::Result<std::vector<SmartRun>> ProposalRepository::runs(DatasetId dataset) const
{
    return guarded<std::vector<SmartRun>>(m_store.filePath(), [&]() -> core::Result<std::vector<SmartRun>> {
        Statement& rows =
            m_store.reader().prepare(LW_SELECT_RUN "WHERE dataset_id = ? ORDER BY created_at DESC, job_id DESC");
        rows.bind(1, dataset.value);
        std::vector<SmartRun> runs;
        while (rows.executeStep()) {
            runs.push_back(readRun(rows));
        }
        rows.reset();
        return runs;
    });
}

core::Result<std::optional<SmartRun>> ProposalRepository::run(const QString& jobId) const
{
    using Found = std::optional<SmartRun>;
    return guarded<Found>(m_store.filePath(), [&]() -> core::Result<Found> {
        const std::optional<RunRow> found = findRun(m_store.reader(), jobId);
        return found ? Found(found->run) : Found();
    });
}

QFuture<core::Result<SmartRun>> ProposalRepository::begin(const SmartRun& asked, const QString& author)
{
    return m_store.write<SmartRun>([=](WriteContext& context) -> core::Result<SmartRun> {
        Connection& connection = context.connection;
        if (const std::optional<RunRow> known = findRun(connection, asked.jobId)) {
            return known->run;
        }
        forgetRejectionsOfLabelled(connection, asked.dataset);
        BatchAction action(context, asked.dataset, BatchKind::SmartLabel, author);
        SmartRun run = asked;
        run.state = SmartRunState::Writing;
        run.createdAt = nowMs();
        Statement& insert = connection.prepare(
            "INSERT INTO smart_run (job_id, dataset_id, step_id, state, about, created_at) VALUES (?, ?, ?, ?, ?, ?)");
        bindText(insert, 1, run.jobId);
        insert.bind(2, run.dataset.value);
        insert.bind(3, action.step());
        insert.bind(4, int(run.state));
        bindText(insert, 5, toText(run.about));
        insert.bind(6, run.createdAt);
        insert.exec();
        action.finish(true);
        return run;
    });
}

QFuture<core::Result<SmartRun>> ProposalRepository::write(const QString& jobId, const QString& author, qint64 from,
                                                          qint64 lines, const std::vector<Proposal>& proposals)
{
    return m_store.write<SmartRun>([=](WriteContext& context) -> core::Result<SmartRun> {
        std::optional<RunRow> known = findRun(context.connection, jobId);
        if (!known) {
            return core::failure(core::ErrorCode::NotFound, jobId);
        }
        SmartRun& run = known->run;
        if (run.state != SmartRunState::Writing || run.readLines != from) {
            return run;
        }
        if (isTakenBack(context.connection, known->step)) {
            run.state = SmartRunState::TakenBack;
            run.finishedAt = nowMs();
            writeRun(context.connection, run);
            return run;
        }
        ChunkOfProposals chunk(context, run.dataset, known->step, author);
        for (const Proposal& proposal : proposals) {
            chunk.add(proposal, run);
        }
        chunk.finish();
        run.readLines += lines;
        writeRun(context.connection, run);
        return run;
    });
}

QFuture<core::Result<SmartRun>> ProposalRepository::finish(const QString& jobId, const QJsonObject& about)
{
    return m_store.write<SmartRun>([=](WriteContext& context) -> core::Result<SmartRun> {
        std::optional<RunRow> known = findRun(context.connection, jobId);
        if (!known) {
            return core::failure(core::ErrorCode::NotFound, jobId);
        }
        SmartRun& run = known->run;
        if (run.state != SmartRunState::Writing) {
            return run;
        }
        run.state = isTakenBack(context.connection, known->step) ? SmartRunState::TakenBack : SmartRunState::Done;
        run.about = about;
        run.finishedAt = nowMs();
        writeRun(context.connection, run);
        // A run that proposed nothing leaves nothing to undo.
        Statement& drop = context.connection.prepare("DELETE FROM batch_step WHERE id = ?1 AND NOT EXISTS "
                                                     "(SELECT 1 FROM batch_item WHERE step_id = ?1)");
        drop.bind(1, known->step);
        drop.exec();
        context.change.dataset = run.dataset;
        context.change.touch(Change::Tasks);
        return run;
    });
}

QFuture<core::Result<qint64>> ProposalRepository::refine(DatasetId dataset, const std::vector<Proposal>& proposals)
{
    return m_store.write<qint64>([=](WriteContext& context) -> core::Result<qint64> {
        QSet<qint64> labels;
        for (const domain::Label& label : readLabels(context.connection, dataset)) {
            labels.insert(label.id.value);
        }
        CounterDelta delta(dataset);
        QList<SampleId> changed;
        for (const Proposal& proposal : proposals) {
            if (refineOne(context, proposal, labels, delta)) {
                changed.append(proposal.sample);
            }
        }
        if (!changed.isEmpty()) {
            delta.write(context.connection, context.change);
            announceSamples(context, dataset, changed, false);
        }
        return changed.size();
    });
}

QFuture<core::Result<qint64>> ProposalRepository::reject(DatasetId dataset, const QList<SampleId>& samples,
                                                         const core::Control& control)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        BatchAction action(context, dataset, BatchKind::RejectProposals, author);
        qint64 done = 0;
        for (const SampleId sample : samples) {
            if (control.isCancelled()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
            action.change(sample, [&](SampleContent& content) {
                if (content.state != SampleState::ToConfirm) {
                    return;
                }
                const auto isProposed = [](const Annotation& a) { return domain::isModelAuthor(a.author); };
                for (const Annotation& a : content.annotations) {
                    if (isProposed(a)) {
                        rememberRejection(context.connection, sample, a);
                    }
                }
                std::erase_if(content.annotations, isProposed);
                content.state = stateFor(qint64(content.annotations.size()));
            });
            if (++done % kReportEvery == 0) {
                control.report(done, samples.size());
            }
        }
        announceSamples(context, dataset, samples, false);
        return action.finish();
    });
}

} // namespace lw::store
