// SPDX-License-Identifier: GPL-3.0-or-later
//! What a person refused of a model's proposals, so that it is not proposed again at once. Within the library.
#pragma once

#include "models/domain/SampleEdit.h"
#include "models/store/Connection.h"

namespace lw::store {

void rememberRejection(Connection& connection, domain::SampleId sample, const domain::Annotation& refused);
/// The person took it back.
void forgetRejection(Connection& connection, domain::SampleId sample, const domain::Annotation& refused);
/// Follows a step of EditKind::Reject, or its undoing; nothing for other steps.
void followRejection(Connection& connection, domain::SampleId sample, const domain::SampleEdit& edit);

} // namespace lw::store
