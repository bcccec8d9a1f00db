// SPDX-License-Identifier: GPL-3.0-or-later
//! Loads what a request names unless it is loaded already.
#include "engine/learn/worker/ContourDesk.h"

#include "engine/learn/train/ContourTask.h"
#include "engine/learn/worker/JobMasks.h"
#include "engine/learn/worker/MaskTasks.h"
#include "engine/learn/worker/OpenCvPictures.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

namespace lw::learn {

namespace {

Result<Clicks> clicksOf(const Json& list, const Pyramid& picture)
{
    Clicks clicks;
    if (list.size() != clicks.size()) {
        return failure(ErrorCode::InvalidArgument, "Four clicks are needed.");
    }
    for (std::size_t i = 0; i < clicks.size(); ++i) {
        if (!list[i].is_array() || list[i].size() != 2 || !list[i][0].is_number() || !list[i][1].is_number()) {
            return failure(ErrorCode::InvalidArgument, "A click must be two numbers.");
        }
        clicks[i] = {list[i][0].get<double>(), list[i][1].get<double>()};
        if (!(clicks[i].x >= 0 && clicks[i].y >= 0 && clicks[i].x <= picture.width() &&
              clicks[i].y <= picture.height())) {
            return failure(ErrorCode::InvalidArgument, "A click lies outside of the picture.");
        }
    }
    return clicks;
}

} // namespace

std::string fileState(const std::string& path)
{
    std::error_code problem;
    const auto bytes = std::filesystem::file_size(path, problem);
    const auto time = std::filesystem::last_write_time(path, problem).time_since_epoch().count();
    return path + '|' + std::to_string(problem ? 0 : bytes) + '|' + std::to_string(problem ? 0 : time);
}

Result<> ContourDesk::use(const std::string& model)
{
    const std::string name = fileState(model);
    if (m_model && m_modelName == name) {
        return {};
    }
    Result<Model> opened = openModel(model);
    if (!opened) {
        return opened.error();
    }
    if (opened->kind != ModelKind::Contour) {
        return failure(ErrorCode::Mismatch, model + " is no contour assistant.");
    }
    m_model = std::move(*opened);
    m_modelName = name;
    return {};
}

Result<std::shared_ptr<const Pyramid>> ContourDesk::picture(const std::string& path)
{
    const std::string name = fileState(path);
    if (!m_picture || m_pictureName != name) {
        Result<LoadedPicture> loaded = OpenCvPictures({path}).load(0, ContourSettings().longSide);
        if (!loaded) {
            return loaded.error();
        }
        m_picture = std::make_shared<const Pyramid>(std::move(*loaded));
        m_pictureName = name;
    }
    return m_picture;
}

Result<Json> ContourDesk::answer(const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::string model = fields.text("model");
    const std::string path = fields.text("path");
    const Json& list = fields.list("clicks");
    if (fields.failed()) {
        return fields.error();
    }
    if (Result<> used = use(model); !used) {
        return used.error();
    }
    const auto source = picture(path);
    if (!source) {
        return source.error();
    }
    const Result<Clicks> clicks = clicksOf(list, **source);
    if (!clicks) {
        return clicks.error();
    }
    const ContourAnswer said =
        answerContour(*m_model->contour, **source, *clicks, contourSettings(*m_model), c10::Device(c10::kCPU));
    return Json{{"mask", maskJson(said.mask)},
                {"polygon", ringsJson(outlineOf(said.mask, 1))},
                {"confidence", said.confidence}};
}

Result<Json> ContourDesk::score(const Json& request, RequestContext& context)
{
    Fields fields(request);
    const std::string model = fields.text("model");
    const Json& objects = fields.list("objects");
    if (fields.failed()) {
        return fields.error();
    }
    if (Result<> used = use(model); !used) {
        return used.error();
    }
    std::vector<double> overlaps;
    for (const Json& each : objects) {
        if (context.isCancelled()) {
            return failure(ErrorCode::Cancelled, "The request was cancelled.");
        }
        Fields object(each);
        const std::string path = object.text("path");
        const Result<LabelledMask> mask = readMask(each);
        if (object.failed() || !mask) {
            return object.failed() ? object.error() : mask.error();
        }
        const auto pixels = pixelsOf(*mask);
        if (!pixels) {
            return pixels.error();
        }
        const auto source = picture(path);
        overlaps.push_back(source ? contourOverlap(*m_model->contour, **source, **pixels, overlaps.size(),
                                                   contourSettings(*m_model), c10::Device(c10::kCPU))
                                  : -1);
        context.progress({{"done", overlaps.size()}, {"of", objects.size()}});
    }
    std::vector<double> known;
    std::copy_if(overlaps.begin(), overlaps.end(), std::back_inserter(known), [](double each) { return each >= 0; });
    const auto good = std::count_if(known.begin(), known.end(), [](double each) { return each >= 0.8; });
    const auto count = double(std::max<std::size_t>(known.size(), 1));
    return Json{{"overlaps", overlaps},
                {"iou", std::accumulate(known.begin(), known.end(), 0.0) / count},
                {"good", double(good) / count}};
}

} // namespace lw::learn
