// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples as arguments and results name them.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Sample.h"
#include "models/store/Store.h"

#include <QHash>
#include <QList>

namespace lw::cli {

/// By file name, or by folder and file name as the dataset stores them. Errors: NotFound.
core::Result<domain::SampleId> sampleNamed(store::Store& store, domain::DatasetId dataset, const QString& name);

/// Rows by id; ids that are gone are left out.
QHash<domain::SampleId, domain::Sample> rowsOf(store::Store& store, const QList<domain::SampleId>& ids);
/// The name as sampleNamed() takes it.
QString nameOf(const domain::Sample& sample);

} // namespace lw::cli
