// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of refused proposals.
#include "models/store/RejectedProposals.h"

#include "models/domain/ShapeBytes.h"
#include "models/store/Rows.h"

namespace lw::store {

void rememberRejection(Connection& connection, domain::SampleId sample, const domain::Annotation& refused)
{
    Statement& insert = connection.prepare(
        "INSERT INTO rejected_proposal SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4 FROM rejected_proposal "
        "WHERE sample_id = ?1");
    insert.bind(1, sample.value);
    insert.bind(2, refused.labelId.value);
    bindBlob(insert, 3, domain::toBytes(refused.shape));
    insert.bind(4, nowMs());
    insert.exec();
}

void forgetRejection(Connection& connection, domain::SampleId sample, const domain::Annotation& refused)
{
    Statement& remove =
        connection.prepare("DELETE FROM rejected_proposal WHERE sample_id = ? AND label_id = ? AND shape = ?");
    remove.bind(1, sample.value);
    remove.bind(2, refused.labelId.value);
    bindBlob(remove, 3, domain::toBytes(refused.shape));
    remove.exec();
}

void followRejection(Connection& connection, domain::SampleId sample, const domain::SampleEdit& edit)
{
    for (const domain::AnnotationChange& change : edit.changes) {
        if (edit.kind == domain::EditKind::Reject && change.before && !change.after) {
            rememberRejection(connection, sample, *change.before);
        } else if (edit.kind == domain::EditKind::Reject && change.after && !change.before) {
            forgetRejection(connection, sample, *change.after);
        }
    }
}

} // namespace lw::store
