// SPDX-License-Identifier: GPL-3.0-or-later
//! Medians of the logarithms of true by predicted sides, for each grid.
#include "engine/learn/train/SideBias.h"

#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::learn {

namespace {

constexpr std::size_t kMostPictures = 200;
/// Of a grid; fewer tell nothing.
constexpr std::size_t kLeastBoxes = 50;
constexpr float kLeastScore = 0.3F;
constexpr double kSameObject = 0.5;

/// Distances from a point to the four sides of a box.
using Sides = std::array<double, 4>;

Sides sidesOf(const Box& box, double x, double y)
{
    return {x - box.x, y - box.y, box.x + box.width - x, box.y + box.height - y};
}

/// Logarithms of true by predicted sides.
class SideErrors {
public:
    void add(std::size_t grid, const Sides& predicted, const Sides& wanted)
    {
        const auto isLong = [](double side) { return side >= 1; };
        if (std::all_of(predicted.begin(), predicted.end(), isLong) &&
            std::all_of(wanted.begin(), wanted.end(), isLong)) {
            for (std::size_t i = 0; i < 4; ++i) {
                m_errors[grid][i].push_back(std::log(wanted[i] / predicted[i]));
            }
        }
    }

    std::size_t count(std::size_t grid) const { return m_errors[grid].front().size(); }

    /// Of the four sides.
    at::Tensor medians(std::size_t grid)
    {
        std::vector<double> values;
        for (std::vector<double>& errors : m_errors[grid]) {
            const auto middle = errors.begin() + std::ptrdiff_t(errors.size() / 2);
            std::nth_element(errors.begin(), middle, errors.end());
            values.push_back(*middle);
        }
        return at::tensor(values, at::kFloat);
    }

private:
    std::array<std::array<std::vector<double>, 4>, 3> m_errors;
};

std::size_t gridOf(float stride)
{
    return stride < 12 ? 0 : stride < 24 ? 1 : 2;
}

/// What the points of one picture say, against its objects in pixels of the input.
void compare(const at::Tensor& scores, const at::Tensor& sides, const DetectorPoints& points,
             const std::vector<LabelledBox>& objects, SideErrors& errors)
{
    const auto best = scores.max(1);
    const at::Tensor rows = (std::get<0>(best) > kLeastScore).nonzero().view({-1});
    const at::Tensor labels = std::get<1>(best).index_select(0, rows).cpu();
    const at::Tensor said = sides.index_select(0, rows).to(at::kDouble).cpu();
    const at::Tensor centres = points.centres.index_select(0, rows).to(at::kDouble).cpu();
    const at::Tensor strides = points.strides.index_select(0, rows).to(at::kFloat).cpu();
    const auto label = labels.accessor<std::int64_t, 1>();
    const auto side = said.accessor<double, 2>();
    const auto centre = centres.accessor<double, 2>();
    const auto stride = strides.accessor<float, 1>();
    for (std::int64_t i = 0; i < rows.size(0); ++i) {
        const Sides predicted = {side[i][0], side[i][1], side[i][2], side[i][3]};
        const Box box{centre[i][0] - predicted[0], centre[i][1] - predicted[1], predicted[0] + predicted[2],
                      predicted[1] + predicted[3]};
        const LabelledBox* found = nullptr;
        double most = kSameObject;
        for (const LabelledBox& object : objects) {
            const double shared = object.label == label[i] ? overlap(box, object.box) : 0;
            if (shared > most) {
                most = shared;
                found = &object;
            }
        }
        if (found) {
            errors.add(gridOf(stride[i]), predicted, sidesOf(found->box, centre[i][0], centre[i][1]));
        }
    }
}

std::vector<LabelledBox> scaledObjects(const DetectionSample& sample, double scale)
{
    std::vector<LabelledBox> objects = sample.objects;
    for (LabelledBox& each : objects) {
        each.box = {each.box.x * scale, each.box.y * scale, each.box.width * scale, each.box.height * scale};
    }
    return objects;
}

} // namespace

std::size_t centreSides(Detector& net, PictureCache& pictures, const std::vector<DetectionSample>& samples,
                        const DetectorSettings& settings, const c10::Device& device)
{
    const c10::AutoGradMode noGrad(false);
    const DetectorPoints points =
        detectorPoints(settings.width, settings.height, at::TensorOptions(device).dtype(at::kFloat));
    SideErrors errors;
    const std::size_t step = samples.size() / kMostPictures + 1;
    for (std::size_t i = 0; i < samples.size(); i += step) {
        if (const Result<std::shared_ptr<const Pyramid>> source = pictures.get(samples[i].picture)) {
            double scale = 1;
            const Picture input = fittedInput(**source, settings.width, settings.height, scale);
            const DetectorOutput output = net.forward(networkInput(bytesOf({input}), settings.convention, device));
            compare(output.scores[0].sigmoid(), output.sides[0], points, scaledObjects(samples[i], scale), errors);
        }
    }
    std::size_t count = 0;
    for (std::size_t grid = 0; grid < kDetectorStrides.size(); ++grid) {
        if (errors.count(grid) >= kLeastBoxes) {
            count += errors.count(grid);
            // A side is the exponential of the output: a factor is a sum there.
            net.named_parameters()["box_out" + std::to_string(grid) + ".bias"].add_(errors.medians(grid).to(device));
        }
    }
    return count;
}

} // namespace lw::learn
