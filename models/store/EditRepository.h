// SPDX-License-Identifier: GPL-3.0-or-later
//! The durable side of gestures on one sample and of their undo history.
#pragma once

#include "models/domain/SampleEdit.h"
#include "models/store/Store.h"

namespace lw::store {

class EditRepository
{
public:
    explicit EditRepository(Store& store) : m_store(store) {}

    /// Applies a new step to `sample` and appends it to its history at `position`, dropping the steps that could have
    /// been done again. One durable transaction. Errors: NotFound (the sample is gone), DiskFull, WriteFailed …
    QFuture<core::Result<>> apply(domain::SampleId sample, const domain::SampleEdit& edit, qint64 position);
    /// Applies `edit` (a step or its inverse) and moves the history to `position` without changing its steps.
    QFuture<core::Result<>> move(domain::SampleId sample, const domain::SampleEdit& edit, qint64 position);

private:
    Store& m_store;
};

} // namespace lw::store
