// SPDX-License-Identifier: GPL-3.0-or-later
//! Takes samples and labels out of sight and back, with everything they said. Private to models/store.
#pragma once

#include "models/domain/Trash.h"
#include "models/store/Rows.h"

#include <map>

namespace lw::store {

/// What a write of the trash works with; one per dataset and transaction. write() the delta at the end.
class TrashBin
{
public:
    TrashBin(WriteContext& context, domain::DatasetId dataset, const QString& author);

    [[nodiscard]] CounterDelta& delta() { return m_delta; }
    [[nodiscard]] domain::RestoreOutcome& outcome() { return m_outcome; }

    /// The sample is counted nowhere from here on; what it says waits in the trash. It must be in sight.
    void takeSample(domain::SampleId sample, std::optional<domain::LabelId> with = std::nullopt);
    /// Brings a sample back with what waits in the trash, or else with `otherwise`. Labels that it uses come back with
    /// it; annotations of labels that are gone for good do not. Nothing happens if it is in sight.
    std::optional<domain::RestoreRefusal> bringSample(domain::SampleId sample, const SampleContent& otherwise = {});
    /// Makes `content` say only what can be seen: its labels come back, annotations of those that are gone go.
    void settleLabels(SampleContent& content);

    /// Writes down the annotations of `label` on all samples, to come back with it.
    void keepAnnotationsOf(domain::LabelId label);
    /// Takes the annotations of `label` off all samples in sight.
    void stripAnnotationsOf(domain::LabelId label);
    /// Enters the label in the trash; the label's row is the caller's business.
    void takeLabel(domain::LabelId label);
    /// Brings the label's row back, under another name if its own was given away, and then its annotations. Returns
    /// the samples that it came back to. Nothing happens if it is in sight.
    QList<domain::SampleId> bringLabel(domain::LabelId label);
    /// Samples with annotations that bringLabel() would give back.
    [[nodiscard]] QList<domain::SampleId> samplesWaitingFor(domain::LabelId label) const;
    /// The annotations alone, for a label that is in sight again.
    QList<domain::SampleId> bringAnnotationsOf(domain::LabelId label);

private:
    enum class LabelPlace { InSight, Deleted, Gone };
    [[nodiscard]] LabelPlace placeOf(domain::LabelId label);
    /// False when the file is there again with work of its own; an empty namesake makes room.
    bool makeRoomFor(domain::SampleId sample);
    bool mergeInto(domain::SampleId sample, const std::vector<domain::Annotation>& annotations);

    WriteContext& m_context;
    Connection& m_connection;
    domain::DatasetId m_dataset;
    QString m_author;
    CounterDelta m_delta;
    domain::RestoreOutcome m_outcome;
    std::map<domain::LabelId, LabelPlace> m_places; ///< settleLabels() asks for the same few again and again
};

/// Enters a thing in the trash, or enters it anew.
void enterTrash(Connection& connection, domain::TrashKind kind, qint64 item, domain::DatasetId dataset,
                const QString& author, const QByteArray& content = {}, std::optional<domain::LabelId> with = {});
void leaveTrash(Connection& connection, domain::TrashKind kind, qint64 item);

/// A name that `isTaken` does not know: `name` itself, or with a number behind it.
[[nodiscard]] QString freeName(const QString& name, int longest, const std::function<bool(const QString&)>& isTaken);

} // namespace lw::store
