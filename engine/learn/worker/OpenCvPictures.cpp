// SPDX-License-Identifier: GPL-3.0-or-later
//! JPEG is decoded at a half, a quarter or an eighth where that is enough; anything else whole.
#include "engine/learn/worker/OpenCvPictures.h"

#include "engine/learn/base/Files.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>

namespace lw::learn {

namespace {

struct Size {
    int width = 0;
    int height = 0;
};

/// Size of a JPEG as its frame header states it, not yet turned.
std::optional<Size> jpegSize(const std::uint8_t* bytes, std::size_t size)
{
    if (size < 4 || bytes[0] != 0xff || bytes[1] != 0xd8) {
        return std::nullopt;
    }
    std::size_t at = 2;
    while (at + 9 < size) {
        if (bytes[at] != 0xff) {
            return std::nullopt;
        }
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame) {
            return Size{bytes[at + 7] * 256 + bytes[at + 8], bytes[at + 5] * 256 + bytes[at + 6]};
        }
        at += 2 + std::size_t(bytes[at + 2]) * 256 + bytes[at + 3];
    }
    return std::nullopt;
}

/// The way of reading that gives `longSide` pixels at least.
int readingMode(const Size& full, int longSide)
{
    const int side = std::max(full.width, full.height);
    if (longSide > 0 && side >= 8 * longSide) {
        return cv::IMREAD_REDUCED_COLOR_8;
    }
    if (longSide > 0 && side >= 4 * longSide) {
        return cv::IMREAD_REDUCED_COLOR_4;
    }
    return longSide > 0 && side >= 2 * longSide ? cv::IMREAD_REDUCED_COLOR_2 : cv::IMREAD_COLOR;
}

/// Puts a picture with transparency on white.
cv::Mat onWhite(const cv::Mat& picture)
{
    cv::Mat eight;
    picture.convertTo(eight, CV_8U, picture.depth() == CV_16U ? 1.0 / 257 : 1);
    cv::Mat plain(eight.size(), CV_8UC3);
    for (int y = 0; y < eight.rows; ++y) {
        const auto* from = eight.ptr<cv::Vec4b>(y);
        auto* to = plain.ptr<cv::Vec3b>(y);
        for (int x = 0; x < eight.cols; ++x) {
            for (int c = 0; c < 3; ++c) {
                to[x][c] = std::uint8_t((from[x][c] * from[x][3] + 255 * (255 - from[x][3]) + 127) / 255);
            }
        }
    }
    return plain;
}

cv::Mat decoded(const cv::Mat& bytes, const std::optional<Size>& jpeg, int longSide)
{
    if (jpeg) {
        return cv::imdecode(bytes, readingMode(*jpeg, longSide));
    }
    const cv::Mat whole = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
    if (whole.channels() == 4 && (whole.depth() == CV_8U || whole.depth() == CV_16U)) {
        return onWhite(whole);
    }
    return whole.type() == CV_8UC3 ? whole : cv::imdecode(bytes, cv::IMREAD_COLOR);
}

Picture toRgb(const cv::Mat& bgr)
{
    Picture picture(bgr.cols, bgr.rows);
    cv::Mat target(bgr.rows, bgr.cols, CV_8UC3, picture.pixels.data());
    cv::cvtColor(bgr, target, cv::COLOR_BGR2RGB);
    return picture;
}

} // namespace

Result<LoadedPicture> decodePicture(const std::string& name, const std::uint8_t* bytes, std::size_t size, int longSide)
{
    if (size == 0 || size > std::size_t(1) << 30) {
        return failure(ErrorCode::Malformed, name + " is not a picture that can be read.");
    }
    try {
        const cv::Mat wrapped(1, int(size), CV_8U, const_cast<std::uint8_t*>(bytes));
        const std::optional<Size> jpeg = jpegSize(bytes, size);
        cv::Mat picture = decoded(wrapped, jpeg, longSide);
        if (picture.empty() || picture.type() != CV_8UC3) {
            return failure(ErrorCode::Malformed, name + " is not a picture that can be read.");
        }
        Size full{picture.cols, picture.rows};
        if (jpeg) {
            const bool isTurned = (jpeg->width > jpeg->height) != (picture.cols > picture.rows);
            full = isTurned ? Size{jpeg->height, jpeg->width} : *jpeg;
        }
        const double reduction = double(std::max(picture.cols, picture.rows)) / std::max(longSide, 1);
        if (longSide > 0 && reduction > 2) {
            cv::resize(picture, picture, {}, 1 / reduction, 1 / reduction, cv::INTER_AREA);
        }
        return LoadedPicture{toRgb(picture), full.width, full.height};
    } catch (const cv::Exception& problem) {
        return failure(ErrorCode::Malformed, name + ": " + problem.err);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, name + " does not fit into memory.");
    }
}

OpenCvPictures::OpenCvPictures(std::vector<std::string> paths) : m_paths(std::move(paths))
{
    // Several threads decode at once already.
    cv::setNumThreads(1);
}

Result<LoadedPicture> OpenCvPictures::load(std::size_t index, int longSide) const
{
    if (index >= m_paths.size()) {
        return failure(ErrorCode::InvalidArgument, "There is no picture of that number.");
    }
    const Result<MappedFile> file = MappedFile::open(m_paths[index]);
    if (!file) {
        return file.error();
    }
    return decodePicture(m_paths[index], file->data(), file->size(), longSide);
}

} // namespace lw::learn
