// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of whole samples on a selection of any size, and its confirmation.
#include "models/domain/WholeLabels.h"
#include "models/store/BatchAction.h"

#include <algorithm>

namespace lw::store {

using domain::SampleId;
using domain::SampleState;

namespace {

void label(SampleContent& content, const domain::Labelling& labelling, domain::AnnotationId nextId)
{
    const auto changes = domain::labelChanges(content.annotations, labelling, nextId);
    domain::applyChanges(content.annotations, changes);
    // A label that is there already is confirmed by giving it.
    if (!changes.empty() || labelling.mode != domain::LabelMode::Remove) {
        content.state = stateFor(qint64(content.annotations.size()));
    }
}

/// True if the labelling would leave every sample as it is.
bool isDone(Connection& connection, const QList<SampleId>& samples, const domain::Labelling& labelling)
{
    return std::all_of(samples.begin(), samples.end(), [&](SampleId sample) {
        const SampleContent before = readContent(connection, sample);
        SampleContent content = before;
        label(content, labelling, domain::AnnotationId(1));
        return content == before;
    });
}

domain::DatasetType typeOf(Connection& connection, domain::DatasetId dataset)
{
    Statement& row = connection.prepare("SELECT type FROM dataset WHERE id = ?");
    row.bind(1, dataset.value);
    const auto type = domain::DatasetType(row.executeStep() ? intAt(row, 0) : 0);
    row.reset();
    return type;
}

core::Result<qint64> changeEach(WriteContext& context, domain::DatasetId dataset, const QList<SampleId>& samples,
                                BatchAction&& action, const core::Control& control,
                                const std::function<void(SampleId, SampleContent&)>& edit)
{
    qint64 done = 0;
    for (const SampleId sample : samples) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        action.change(sample, [&](SampleContent& content) { edit(sample, content); });
        if (++done % kReportEvery == 0) {
            control.report(done, samples.size());
        }
    }
    announceSamples(context, dataset, samples, false);
    return action.finish();
}

} // namespace

QFuture<core::Result<qint64>> BatchRepository::setLabel(domain::DatasetId dataset, const QList<SampleId>& samples,
                                                        const domain::Labelling& asked, bool toggles,
                                                        const core::Control& control)
{
    return m_store.write<qint64>([=](WriteContext& context) -> core::Result<qint64> {
        domain::Labelling labelling = asked;
        if (toggles && isDone(context.connection, samples, labelling)) {
            labelling.mode = domain::LabelMode::Remove;
        }
        return changeEach(context, dataset, samples,
                          BatchAction(context, dataset, BatchKind::SetLabels, labelling.author), control,
                          [&](SampleId sample, SampleContent& content) {
                              label(content, labelling, nextAnnotation(context.connection, sample));
                          });
    });
}

QFuture<core::Result<qint64>> BatchRepository::confirm(domain::DatasetId dataset, const QList<SampleId>& samples,
                                                       const core::Control& control)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        // Where shapes are drawn, a picture without any may be right; a whole sample must be called something.
        const bool mayBeEmpty = !domain::labelsWholeSamples(typeOf(context.connection, dataset));
        return changeEach(context, dataset, samples, BatchAction(context, dataset, BatchKind::ConfirmSamples, author),
                          control, [mayBeEmpty](SampleId, SampleContent& content) {
                              if (content.state == SampleState::ToConfirm) {
                                  content.state = mayBeEmpty ? SampleState::Labelled
                                                             : stateFor(qint64(content.annotations.size()));
                              }
                          });
    });
}

} // namespace lw::store
