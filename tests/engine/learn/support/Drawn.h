// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures that are drawn, and somebody who watches trainings.
#pragma once

#include "engine/learn/data/Picture.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/evaluate/Boxes.h"
#include "engine/learn/train/TrainLoop.h"

#include <cmath>
#include <string>
#include <vector>

namespace lw::learn::tests {

/// Pictures that are drawn: a coloured rectangle on grey. The colour is the class.
class DrawnPictures final : public PictureSource {
public:
    explicit DrawnPictures(std::size_t count) : m_count(count) {}

    std::size_t count() const override { return m_count; }

    static Box box(std::size_t index)
    {
        Random random(5, index);
        const double width = random.between(20, 60);
        const double height = random.between(20, 60);
        return {std::floor(random.between(0, 127 - width)), std::floor(random.between(0, 95 - height)),
                std::floor(width), std::floor(height)};
    }
    static int label(std::size_t index) { return int(index % 2); }

    Result<LoadedPicture> load(std::size_t index, int) const override
    {
        if (index >= m_count) {
            return failure(ErrorCode::NotFound, "There is no such picture.");
        }
        Picture picture(128, 96);
        Random noise(6, index);
        for (std::uint8_t& value : picture.pixels) {
            value = std::uint8_t(100 + noise.below(20));
        }
        const Box where = box(index);
        for (int y = int(where.y); y < int(where.y + where.height); ++y) {
            for (int x = int(where.x); x < int(where.x + where.width); ++x) {
                picture.at(x, y)[label(index) == 0 ? 0 : 2] = 240;
                picture.at(x, y)[1] = 20;
            }
        }
        return LoadedPicture{std::move(picture), 128, 96};
    }

private:
    std::size_t m_count;
};

class Observer final : public TrainObserver {
public:
    bool shouldStop() override { return stopAt >= 0 && steps >= stopAt; }
    void stepped(const TrainStatus& status, const Metrics& metrics) override
    {
        ++steps;
        last = status;
        losses.push_back(metrics.at("loss"));
    }
    void validated(const TrainStatus&, const Metrics& metrics, bool) override { validations.push_back(metrics); }
    void noted(const std::string& text) override { notes += text + '\n'; }

    std::int64_t stopAt = -1;
    std::int64_t steps = 0;
    TrainStatus last;
    std::vector<double> losses;
    std::vector<Metrics> validations;
    std::string notes;
};

} // namespace lw::learn::tests
