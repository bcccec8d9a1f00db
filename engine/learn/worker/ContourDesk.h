// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The contour assistant in a session: clicks in, masks out.
#pragma once

#include "engine/learn/data/Warp.h"
#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/Session.h"

#include <memory>
#include <optional>
#include <string>

namespace lw::learn {

/// For the working thread of a session only. Keeps the model and the last picture for the next request.
class ContourDesk {
public:
    /// {model, path, clicks: four points} → {mask: {runs}, polygon: [rings], confidence}
    Result<Json> answer(const Json& request, RequestContext& context);

    /// {model, objects: [{path, polygon or mask}]} → {overlaps: […], iou, good}: how well the assistant would have done
    /// on masks that people have confirmed; -1 for an object whose picture cannot be read.
    Result<Json> score(const Json& request, RequestContext& context);

private:
    Result<> use(const std::string& model);
    Result<std::shared_ptr<const Pyramid>> picture(const std::string& path);

    std::string m_modelName; ///< path, size and time
    std::optional<Model> m_model;
    std::string m_pictureName;
    std::shared_ptr<const Pyramid> m_picture;
};

/// A file's path, size and time as one text: another one when the file has changed.
std::string fileState(const std::string& path);

} // namespace lw::learn
