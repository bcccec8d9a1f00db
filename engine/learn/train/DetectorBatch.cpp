// SPDX-License-Identifier: GPL-3.0-or-later
//! Augmentation for detection.
#include "engine/learn/train/DetectorBatch.h"

#include "engine/learn/data/PicturePrep.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

/// Puts one picture at a random scale and place into a part of the input.
class Placer {
public:
    Placer(DetectorInput& input, const DetectionAugmentation& how, Random& random)
        : m_input(input), m_how(how), m_random(random)
    {
    }

    /// The picture that just fits the whole input has the scale 1.
    void place(const Pyramid& source, const DetectionSample& sample, const PixelRange& range)
    {
        const Placement placement = randomPlacement(source.width(), source.height(), m_input.picture.width,
                                                    m_input.picture.height, range, m_how, m_random);
        source.place(m_input.picture, range, placement);
        for (const LabelledBox& object : sample.objects) {
            addBox(object, placement, range);
        }
    }

private:
    static std::pair<double, double> side(double start, double size, double scale, double shift)
    {
        const double one = (start - shift) / scale;
        const double other = (start + size - shift) / scale;
        return {std::min(one, other), std::max(one, other)};
    }

    void addBox(const LabelledBox& object, const Placement& placement, const PixelRange& range)
    {
        const auto [left, right] = side(object.box.x, object.box.width, placement.scaleX, placement.shiftX);
        const auto [top, bottom] = side(object.box.y, object.box.height, placement.scaleY, placement.shiftY);
        TargetBox box;
        box.left = float(std::clamp(left, double(range.left), double(range.right)));
        box.right = float(std::clamp(right, double(range.left), double(range.right)));
        box.top = float(std::clamp(top, double(range.top), double(range.bottom)));
        box.bottom = float(std::clamp(bottom, double(range.top), double(range.bottom)));
        box.label = object.label;
        const double whole = (right - left) * (bottom - top);
        const bool isVisible = double(box.width()) * box.height() > m_how.leastVisible * whole;
        if (isVisible && box.width() >= 2 && box.height() >= 2) {
            m_input.boxes.push_back(box);
        }
    }

    DetectorInput& m_input;
    const DetectionAugmentation& m_how;
    Random& m_random;
};

/// Where a picture of `size` begins along a side from `from` to `to`: anywhere inside when it is smaller; when it is
/// greater, so that it leaves no gap.
double randomStart(int from, int to, double size, Random& random)
{
    const double gap = to - from - size;
    return from + (gap >= 0 ? random.between(0, gap) : random.between(gap, 0));
}

} // namespace

Placement randomPlacement(int pictureWidth, int pictureHeight, int width, int height, const PixelRange& range,
                          const DetectionAugmentation& how, Random& random)
{
    const double fit = std::min(double(width) / pictureWidth, double(height) / pictureHeight);
    const double scale = fit * std::exp(random.between(std::log(how.leastScale), std::log(how.mostScale)));
    const double stretch = std::sqrt(random.between(1 - how.aspect, 1 + how.aspect));
    const double scaleX = scale * stretch;
    const double scaleY = scale / stretch;
    const double left = randomStart(range.left, range.right, scaleX * pictureWidth, random);
    const double top = randomStart(range.top, range.bottom, scaleY * pictureHeight, random);
    const bool isMirrored = how.flipsAcross && random.chance(0.5);
    const bool isUpsideDown = how.flipsDown && random.chance(0.5);
    Placement placement{1 / scaleX, -left / scaleX, 1 / scaleY, -top / scaleY};
    if (isMirrored) {
        placement.scaleX = -placement.scaleX;
        placement.shiftX = pictureWidth - placement.shiftX;
    }
    if (isUpsideDown) {
        placement.scaleY = -placement.scaleY;
        placement.shiftY = pictureHeight - placement.shiftY;
    }
    return placement;
}

void applyRandomGain(Picture& picture, double strength, Random& random)
{
    const auto gain = [&] { return random.between(1 - strength, 1 + strength); };
    const double all = gain();
    // One gain for the brightness, and smaller ones for the tint.
    const auto tint = [&] { return all * (1 + (gain() - 1) / 3); };
    const double red = tint();
    const double green = tint();
    const double blue = tint();
    applyGain(picture, {red, green, blue});
}

DetectorInput augmentedInput(PictureCache& pictures, const std::vector<DetectionSample>& samples, std::size_t first,
                             int width, int height, const DetectionAugmentation& how, bool hasMosaic, Random& random)
{
    DetectorInput input{Picture(width, height), {}};
    std::fill(input.picture.pixels.begin(), input.picture.pixels.end(), std::uint8_t(114));
    std::vector<PixelRange> ranges = {{0, 0, width, height}};
    if (hasMosaic && random.chance(how.mosaic)) {
        const int x = int(random.between(0.3, 0.7) * width);
        const int y = int(random.between(0.3, 0.7) * height);
        ranges = {{0, 0, x, y}, {x, 0, width, y}, {0, y, x, height}, {x, y, width, height}};
    }
    Placer placer(input, how, random);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const DetectionSample& sample = samples[i == 0 ? first : random.below(samples.size())];
        const Result<std::shared_ptr<const Pyramid>> source = pictures.get(sample.picture);
        if (source) {
            placer.place(**source, sample, ranges[i]);
        }
    }
    applyRandomGain(input.picture, how.gain, random);
    return input;
}

Picture fittedInput(const Pyramid& source, int width, int height, double& scale)
{
    scale = std::min(double(width) / source.width(), double(height) / source.height());
    Picture picture(width, height);
    source.place(picture, {0, 0, width, height}, {1 / scale, 0, 1 / scale, 0});
    return picture;
}

DetectorBatch batchOf(const std::vector<DetectorInput>& inputs, int width, int height)
{
    std::vector<Picture> pictures;
    std::vector<float> boxes;
    std::vector<std::int64_t> labels;
    std::vector<std::int64_t> points;
    for (const DetectorInput& input : inputs) {
        const auto before = std::int64_t(labels.size());
        for (const std::int32_t object : assignPoints(input.boxes, width, height)) {
            points.push_back(object < 0 ? -1 : before + object);
        }
        for (const TargetBox& box : input.boxes) {
            boxes.insert(boxes.end(), {box.left, box.top, box.right, box.bottom});
            labels.push_back(box.label);
        }
        pictures.push_back(input.picture);
    }
    const auto count = std::int64_t(inputs.size());
    return {bytesOf(pictures), at::tensor(points).view({count, -1}),
            boxes.empty() ? at::zeros({0, 4}) : at::tensor(boxes).view({-1, 4}),
            labels.empty() ? at::zeros({0}, at::kLong) : at::tensor(labels)};
}

} // namespace lw::learn
