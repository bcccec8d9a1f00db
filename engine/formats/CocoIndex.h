// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the images and annotations of a COCO file stand, in whatever order they come.
#pragma once

#include "engine/formats/CocoCategories.h"
#include "engine/formats/CocoSource.h"
#include "engine/formats/DatasetFormat.h"

namespace lw::formats {

/// A part of the file in 8 bytes.
class CocoPlace {
public:
    CocoPlace() = default;
    CocoPlace(size_t offset, size_t end) : m_place(quint64(offset) << kBits | (end - offset <= kMost ? end - offset : 0))
    {
    }
    [[nodiscard]] size_t offset() const { return size_t(m_place >> kBits); }
    /// Where it ends; found again for the few that are too long to be noted.
    [[nodiscard]] size_t end(std::string_view text) const
    {
        const size_t length = size_t(m_place & kMost);
        return length > 0 ? offset() + length : JsonScan(text).endOf(offset());
    }

private:
    static constexpr int kBits = 24;
    static constexpr quint64 kMost = (quint64(1) << kBits) - 1;
    quint64 m_place = 0;
};

/// About 20 bytes for every image and every annotation.
struct CocoIndex {
    struct Annotation {
        CocoPlace place;
        qint64 image = 0; ///< id, then the number of the image
    };
    std::vector<CocoPlace> images;
    std::vector<Annotation> annotations; ///< sorted by image, then by place
    std::vector<size_t> firstOf;         ///< of image i: annotations firstOf[i] to firstOf[i + 1] - 1
    CocoCategories categories;
    std::vector<qint64> categoryOrder;
};

/// Finds the objects of one file without parsing more than it must.
class CocoIndexer {
public:
    CocoIndexer(CocoSource& source, const ReadOptions& options, const core::Control& control, ReadSummary& summary)
        : m_source(source), m_options(options), m_control(control), m_summary(summary)
    {
    }
    /// What is wrong with the file is told to the source, what is left out counted in the summary. Errors: Cancelled.
    [[nodiscard]] core::Result<CocoIndex> make();

private:
    void scanFile();
    size_t noteImages(JsonScan& scan, size_t at);
    size_t noteAnnotations(JsonScan& scan, size_t at);
    [[nodiscard]] std::optional<qint64> imageOf(size_t offset, size_t end, bool& isBroken);
    void sortIds();
    void sortAnnotations();

    CocoSource& m_source;
    const ReadOptions& m_options;
    const core::Control& m_control;
    ReadSummary& m_summary;
    CocoIndex m_index;
    std::vector<std::pair<qint64, quint32>> m_ids; ///< image ids with their numbers, sorted
    bool m_hasImages = false;
    bool m_hasCategories = false;
    bool m_isCancelled = false;
};

} // namespace lw::formats
