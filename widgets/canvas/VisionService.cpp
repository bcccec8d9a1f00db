// SPDX-License-Identifier: GPL-3.0-or-later
//! Answers of services that know no further ways.
#include "widgets/canvas/VisionService.h"

#include <QPromise>

namespace lw::canvas {

namespace {

template <typename T> QFuture<core::Result<T>> ready(core::Result<T> value)
{
    QPromise<core::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<core::Result<std::vector<FoundContour>>> VisionService::moreContours(const std::array<domain::ImagePoint, 4>&)
{
    return ready<std::vector<FoundContour>>(std::vector<FoundContour>());
}

QFuture<core::Result<FoundObject>> VisionService::object(const ObjectPrompts&)
{
    return ready<FoundObject>(core::failure(core::ErrorCode::Unsupported));
}

} // namespace lw::canvas
